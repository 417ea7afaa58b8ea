"""Writes a stranger's document anew as is asked: what the process of a document does when it is sent such a job."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from desk.errors import KnownError
from desk.readers.file_kind import FileKind
from desk.readers.jobs import DONE, REFUSED
from desk.readers.kinds import kind_of
from desk.readers.limits import TOO_MUCH
from desk.writers.docx import returned_docx
from desk.writers.edits import ReturnChoices, ReturnedDocument, ReturnRound, edits_of, signature_of
from desk.writers.odt import returned_odt

_RETURNED: dict[FileKind | None, Callable[[bytes, Iterable[ReturnRound], ReturnChoices], ReturnedDocument]] = {
    FileKind.DOCX: returned_docx,
    FileKind.ODT: returned_odt,
}


def answer(sent: bytes) -> bytes:
    """Return the new document behind `DONE`, or why there is none behind `REFUSED`; sent is what is asked, and it."""
    length, _, rest = sent.partition(b"\n")
    try:
        found = _returned(rest[int(length) :], json.loads(rest[: int(length)]))
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
