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
from desk.readers.document import Document
from desk.readers.file_kind import FileKind
from desk.readers.jobs import AHEAD, CLIP, WRITE
from desk.readers.kinds import kind_of, likely_kind
from desk.readers.limits import MOST_CHARACTERS, TOO_MUCH, limit_this_process


def _reader_of(kind: FileKind) -> Callable[[bytes], Document]:
    """Return the reader of files of a kind, and load no other: all of them are half of what one document costs."""
    match kind:
        case FileKind.DOCX:
            from desk.readers.docx import read_docx

            return read_docx
        case FileKind.ODT:
            from desk.readers.odt import read_odt

            return read_odt
        case FileKind.RTF:
            from desk.readers.rtf import read_rtf

            return read_rtf
        case FileKind.HTML:
            from desk.readers.web import read_html

            return read_html
        case FileKind.MAIL:
            from desk.readers.mail import read_mail

            return read_mail
        case FileKind.NINJS:
            from desk.readers.wire.ninjs import read_ninjs

            return read_ninjs
        case FileKind.NEWSML_G2:
            from desk.readers.wire.newsml_g2 import read_newsml_g2

            return read_newsml_g2
        case FileKind.NEWSML_1:
            from desk.readers.wire.newsml_1 import read_newsml_1

            return read_newsml_1
        case FileKind.NITF:
            from desk.readers.wire.nitf import read_nitf

            return read_nitf
        case FileKind.IPTC_7901:
            from desk.readers.wire.iptc_7901 import read_iptc_7901

            return read_iptc_7901
        case FileKind.ANPA:
            from desk.readers.wire.anpa import read_anpa

            return read_anpa


def main() -> int:
    """Do one job and return the exit status: 0 also where the answer is a sentence that says why not."""
    if AHEAD in sys.argv[1:]:
        for kind in FileKind:
            _reader_of(kind)
    with os.fdopen(0, "rb") as sent:
        work = _work(sent.read(1), sent.peek())
        limit_this_process()
        gc.disable()  # the process ends before garbage could matter
        sys.stdout.buffer.write(work(sent.read()))
    return 0


def _work(job: bytes, head: bytes) -> Callable[[bytes], bytes]:
    """Return what does a job, with what it probably needs loaded: once limited, Python keeps nothing it compiles."""
    if job == WRITE:
        from desk.writers.answering import answer as written

        return written
    kind = FileKind.HTML if job == CLIP else likely_kind(head)
    if kind is not None:
        _reader_of(kind)
    return _pasting if job == CLIP else _reading


def _reading(raw: bytes) -> bytes:
    return answer(raw).encode("utf-8", "replace")


def _pasting(raw: bytes) -> bytes:
    return _answered(_read_clip, raw).encode("utf-8", "replace")


def _read_clip(raw: bytes) -> Document:
    """Return the document in the HTML of a clipboard: all of it, where a page is read for what it mainly says."""
    from desk.readers.assembly import assembled
    from desk.readers.gathered import Gathered
    from desk.readers.web import html_paragraphs

    return assembled(Gathered(html_paragraphs(raw.decode("utf-8", "replace"))))


def _read_file(raw: bytes) -> Document:
    kind = kind_of(raw)
    return replace(_reader_of(kind)(raw), format=kind.value)


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
