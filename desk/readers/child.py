"""The process in which documents are read, and written anew: bytes on standard input, the answer on standard output.

A file from a stranger meets the parsers here, where there is little to win: no file can be written, memory and time are
short, and the process ends with the one document. Started by `desk/readers/guarded.py`.
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace

from desk.errors import KnownError
from desk.readers.as_json import as_json
from desk.readers.assembly import assembled
from desk.readers.document import Document
from desk.readers.docx import read_docx
from desk.readers.file_kind import FileKind
from desk.readers.gathered import Gathered
from desk.readers.jobs import CLIP, WRITE
from desk.readers.kinds import kind_of
from desk.readers.limits import MOST_CHARACTERS, TOO_MUCH, limit_this_process
from desk.readers.odt import read_odt
from desk.readers.rtf import read_rtf
from desk.readers.web import html_paragraphs, read_html
from desk.readers.wire.anpa import read_anpa
from desk.readers.wire.iptc_7901 import read_iptc_7901
from desk.readers.wire.newsml_1 import read_newsml_1
from desk.readers.wire.newsml_g2 import read_newsml_g2
from desk.readers.wire.ninjs import read_ninjs
from desk.readers.wire.nitf import read_nitf


def _read_mail(raw: bytes) -> Document:
    from desk.readers.mail import read_mail  # the parsers of mails are forty modules that no other format needs

    return read_mail(raw)


_READERS = {
    FileKind.DOCX: read_docx,
    FileKind.ODT: read_odt,
    FileKind.RTF: read_rtf,
    FileKind.HTML: read_html,
    FileKind.MAIL: _read_mail,
    FileKind.NINJS: read_ninjs,
    FileKind.NEWSML_G2: read_newsml_g2,
    FileKind.NEWSML_1: read_newsml_1,
    FileKind.NITF: read_nitf,
    FileKind.IPTC_7901: read_iptc_7901,
    FileKind.ANPA: read_anpa,
}


def main() -> int:
    """Do one job and return the exit status: 0 also where the answer is a sentence that says why not."""
    job = sys.stdin.buffer.read(1)
    work = _writing() if job == WRITE else _pasting if job == CLIP else _reading
    limit_this_process()
    gc.disable()  # the process ends before garbage could matter
    sys.stdout.buffer.write(work(sys.stdin.buffer.read()))
    return 0


def _writing() -> Callable[[bytes], bytes]:
    from desk.writers.answering import answer as written  # who reads alone need not wait for the writers

    return written


def _reading(raw: bytes) -> bytes:
    return answer(raw).encode("utf-8", "replace")


def _pasting(raw: bytes) -> bytes:
    return _answered(_read_clip, raw).encode("utf-8", "replace")


def _read_clip(raw: bytes) -> Document:
    """Return the document in the HTML of a clipboard: all of it, where a page is read for what it mainly says."""
    return assembled(Gathered(html_paragraphs(raw.decode("utf-8", "replace"))))


def _read_file(raw: bytes) -> Document:
    kind = kind_of(raw)
    return replace(_READERS[kind](raw), format=kind.value)


def answer(raw: bytes) -> str:
    """Return the document in these bytes as JSON, or why there is none."""
    return _answered(_read_file, raw)


def _answered(read: Callable[[bytes], Document], raw: bytes) -> str:
    try:
        document = read(raw)
        if len(document.text) > MOST_CHARACTERS:
            return json.dumps({"error": TOO_MUCH})
        return as_json(document)
    except KnownError as error:
        return json.dumps({"error": str(error)})
    except RecursionError:
        return json.dumps({"error": "The file nests its parts deeper than any word processor does: it is not opened."})
    except MemoryError:
        return json.dumps({"error": TOO_MUCH})


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # taking the trees apart one by one would take as long as reading them
