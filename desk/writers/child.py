"""The process in which a stranger's document is written anew: what is asked and its bytes in, the new bytes out.

It is held to the limits of reading (`desk/readers/limits.py`). Started by `desk/writers/returning.py`.
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from typing import Any

from desk.errors import KnownError
from desk.readers.file_kind import FileKind
from desk.readers.kinds import kind_of
from desk.readers.limits import TOO_MUCH, limit_this_process
from desk.writers.docx import returned_docx
from desk.writers.edits import ReturnChoices, ReturnedDocument, ReturnRound, edits_of, signature_of
from desk.writers.odt import returned_odt
from desk.writers.returning import DONE, REFUSED

_RETURNED: dict[FileKind | None, Callable[[bytes, list[ReturnRound], ReturnChoices], ReturnedDocument]] = {
    FileKind.DOCX: returned_docx,
    FileKind.ODT: returned_odt,
}


def main() -> int:
    """Write one document to standard output and return the exit status: 0 also where a sentence says why not."""
    limit_this_process()
    gc.disable()  # the process ends before garbage could matter
    length = int(sys.stdin.buffer.readline())
    asked = sys.stdin.buffer.read(length)
    sys.stdout.buffer.write(answer(asked, sys.stdin.buffer.read()))
    return 0


def answer(asked: bytes, raw: bytes) -> bytes:
    """Return the new document behind `DONE`, or why there is none behind `REFUSED`."""
    try:
        found = _returned(raw, json.loads(asked))
        return DONE + b"%d\n" % found.unplaced + found.raw
    except KnownError as error:
        return REFUSED + str(error).encode("utf-8", "replace")
    except RecursionError:
        return REFUSED + b"The file nests its parts deeper than any word processor does: it is not opened."
    except MemoryError:
        return REFUSED + TOO_MUCH.encode()


def _returned(raw: bytes, said: dict[str, Any]) -> ReturnedDocument:
    kind = kind_of(raw) if raw.startswith(b"PK") else None
    if kind not in _RETURNED:
        raise KnownError(
            "Edits go back into Word and OpenDocument texts (.docx, .odt) alone: "
            "export the story as a new document instead."
        )
    rounds = [ReturnRound(edits_of(one["edits"]), signature_of(one["author"], one["date"])) for one in said["rounds"]]
    return _RETURNED[kind](raw, rounds, ReturnChoices(said["clean"], edits_of(said["findings"]).remarks))


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # taking the trees apart one by one would take as long as reading them
