"""Puts edits back into the document that they were made from, in a process of its own like reading."""

import json
from pathlib import Path

from desk.errors import KnownError
from desk.readers.draft import file_bytes
from desk.readers.guarded import guarded_bytes
from desk.writers.edits import Signature
from desk.writers.text import write_bytes

DONE, REFUSED = b"+", b"-"
"""The first byte of what the process answers: the file follows, or the sentence that says why there is none."""


def return_edits(path: Path, edits: str, signature: Signature, out: Path) -> None:
    """Write the document at `path` with these edits (JSON) to `out`, whole or not at all.

    Raises `KnownError` where the document cannot be read, or an edit has no place in it.
    """
    raw, _ = file_bytes(path)
    asked = json.dumps({"edits": edits, "author": signature.author, "date": signature.date}).encode()
    answer = guarded_bytes("desk.writers.child", b"%d\n" % len(asked) + asked + raw)
    if not answer.startswith(DONE):
        raise KnownError(f"Nothing was written. {answer[1:].decode('utf-8', 'replace')}")
    write_bytes(out, answer[1:])
