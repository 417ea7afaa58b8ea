"""Edits and comments that go back into a document, by the paragraph that they belong to."""

import json
import re
from dataclasses import dataclass
from typing import Any

from desk.errors import KnownError
from desk.text.moments import from_iso, iso_to_the_second

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold: control characters and halves of characters."""


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """A paragraph by its words, all revisions accepted and white space as one space; `nth` of equal ones, from 0."""

    paragraph: str
    nth: int = 0


@dataclass(frozen=True, slots=True)
class ReturnedEdit:
    """Words that stand for others, the first time that they come; an empty `old` puts `new` at the end."""

    place: ParagraphPlace
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ReturnedRemark:
    """A comment on words, on the whole paragraph where they are empty; `answers` is the id of another comment."""

    place: ParagraphPlace
    on: str
    text: str
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Edits:
    """Everything that goes back into one document."""

    edits: tuple[ReturnedEdit, ...] = ()
    remarks: tuple[ReturnedRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Whose edits they are, and when they were made (ISO 8601)."""

    author: str
    date: str

    @property
    def initials(self) -> str:
        """Return the first letters of the name."""
        return "".join(word[0] for word in self.author.split())[:4].upper()


def edits_of(text: str) -> Edits:
    """Return the edits in a JSON text; raises `KnownError` where it is not of the form that the guide tells."""
    try:
        whole = json.loads(text)
        edits = tuple(
            ReturnedEdit(_place(one), _clean(one["old"]), _clean(one["new"])) for one in whole.get("edits", [])
        )
        remarks = tuple(_remark(one) for one in whole.get("comments", []))
    except json.JSONDecodeError as error:
        raise KnownError(f"The edits are no JSON (line {error.lineno}: {error.msg}): write them anew.") from error
    except KeyError as error:
        raise KnownError(f"An entry of the edits lacks its “{error.args[0]}”: add it.") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise KnownError(
            "The edits are not one object with “edits” and “comments”, each a list of objects with texts: "
            "the guide shows the form."
        ) from error
    return Edits(edits, remarks)


def signature_of(author: str, date: str) -> Signature:
    """Return who signs the edits; raises `KnownError` without a name, or for a date that is none."""
    if not author.strip():
        raise KnownError("The edits need the name of a person: give it with --author.")
    try:
        moment = from_iso(date)
    except ValueError as error:
        raise KnownError(f"“{date}” is no date: write it like 2026-01-02T03:04:00Z.") from error
    return Signature(_clean(author.strip()), iso_to_the_second(moment))


def _place(entry: dict[str, Any]) -> ParagraphPlace:
    return ParagraphPlace(_clean(entry["paragraph"]), int(entry.get("nth", 0)))


def _remark(entry: dict[str, Any]) -> ReturnedRemark:
    words = (entry["on"], entry["text"], entry.get("answers", ""))
    return ReturnedRemark(_place(entry), *map(_clean, words))


def _clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _NO_XML.sub("", text)
