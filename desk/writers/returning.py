"""Puts edits back into the document that they were made from, in a process of its own like reading."""

import json
from collections.abc import Iterable

from desk.errors import KnownError
from desk.readers.guarded import GuardedReader
from desk.readers.jobs import DONE
from desk.writers.edits import AS_IT_IS, Edits, ReturnChoices, ReturnedDocument, ReturnRound, edits_as_json


def returned_document(
    raw: bytes,
    rounds: Iterable[ReturnRound],
    choices: ReturnChoices = AS_IT_IS,
    documents: GuardedReader | None = None,
) -> ReturnedDocument:
    """Return a document with what each round changed and noted, in their order, and everything else as it was.

    `documents` may have a process waiting, which saves the time to start one. Raises `KnownError` where the document
    cannot be read, or an edit has no place in it.
    """
    told = [
        {"edits": edits_as_json(one.edits), "author": one.signature.author, "date": one.signature.date}
        for one in rounds
    ]
    findings = edits_as_json(Edits(remarks=choices.findings))
    asked = json.dumps({"rounds": told, "clean": choices.clean, "findings": findings}).encode()
    answer = (documents or GuardedReader()).returned(asked, raw)
    if not answer.startswith(DONE):
        raise KnownError(f"Nothing was written. {answer[1:].decode('utf-8', 'replace')}")
    unplaced, _, document = answer[1:].partition(b"\n")
    return ReturnedDocument(document, int(unplaced))
