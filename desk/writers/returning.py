"""Puts edits back into the document that they were made from, in a process of its own like reading."""

import json
from collections.abc import Iterable

from desk.errors import KnownError
from desk.readers.guarded import guarded_bytes
from desk.writers.edits import AS_IT_IS, Edits, ReturnChoices, ReturnedDocument, ReturnRound, edits_as_json

DONE, REFUSED = b"+", b"-"
"""The first byte of what the process answers: a line with the count of comments without a place and the file follow,
or the sentence that says why there is none."""


def returned_document(raw: bytes, rounds: Iterable[ReturnRound], choices: ReturnChoices = AS_IT_IS) -> ReturnedDocument:
    """Return a document with what each round changed and noted, in their order, and everything else as it was.

    Raises `KnownError` where the document cannot be read, or an edit has no place in it.
    """
    told = [
        {"edits": edits_as_json(one.edits), "author": one.signature.author, "date": one.signature.date}
        for one in rounds
    ]
    findings = edits_as_json(Edits(remarks=choices.findings))
    asked = json.dumps({"rounds": told, "clean": choices.clean, "findings": findings}).encode()
    answer = guarded_bytes("desk.writers.child", b"%d\n" % len(asked) + asked + raw)
    if not answer.startswith(DONE):
        raise KnownError(f"Nothing was written. {answer[1:].decode('utf-8', 'replace')}")
    unplaced, _, document = answer[1:].partition(b"\n")
    return ReturnedDocument(document, int(unplaced))
