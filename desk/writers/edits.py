"""Edits and comments that go back into a document, by the paragraph that they belong to."""

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from desk.errors import KnownError
from desk.text.links import kept_address
from desk.text.moments import from_iso, iso_to_the_second, now

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
    """A comment on words, on the whole paragraph where they are empty; `answers` is the id or name of another comment.

    Where the words stand in the paragraph more than once, `on_nth` tells which are meant, from 0. Answers of later
    rounds may call it by its `name`. One that answers may be `done`: it settles the other, without a word where it has
    none.
    """

    place: ParagraphPlace
    on: str
    text: str
    answers: str = ""
    on_nth: int = 0
    name: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedLink:
    """Words that lead to an address of web or mail, to none of these where it is empty.

    The words are those of a paragraph behind all edits; `on_nth` tells which are meant, from 0.
    """

    place: ParagraphPlace
    on: str
    address: str
    on_nth: int = 0


@dataclass(frozen=True, slots=True)
class NewParagraphs:
    """Paragraphs that are put in one after the other, behind one and before another; one of the two is enough."""

    after: ParagraphPlace | None
    before: ParagraphPlace | None
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoneParagraph:
    """A paragraph that is taken out, its end with it."""

    place: ParagraphPlace


@dataclass(frozen=True, slots=True)
class PartedParagraph:
    """A paragraph that becomes two behind these first words of it; the room that parted them goes."""

    place: ParagraphPlace
    first: str


@dataclass(frozen=True, slots=True)
class JoinedParagraph:
    """A paragraph that runs into another, which follows it, with words (most often a space) between the two."""

    place: ParagraphPlace
    following: ParagraphPlace
    between: str


@dataclass(frozen=True, slots=True)
class MovedParagraph:
    """A paragraph that goes elsewhere as it is, behind one and before another; one of the two is enough."""

    place: ParagraphPlace
    after: ParagraphPlace | None
    before: ParagraphPlace | None


@dataclass(frozen=True, slots=True)
class Edits:
    """Everything that goes back into one document.

    Paragraphs are joined and parted first, in their order; all else names them as they are then.
    """

    edits: tuple[ReturnedEdit, ...] = ()
    remarks: tuple[ReturnedRemark, ...] = ()
    added: tuple[NewParagraphs, ...] = ()
    gone: tuple[GoneParagraph, ...] = ()
    links: tuple[ReturnedLink, ...] = ()
    breaks: tuple[PartedParagraph | JoinedParagraph, ...] = ()
    moved: tuple[MovedParagraph, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to do."""
        return self != _NOTHING


_NOTHING = Edits()


@dataclass(frozen=True, slots=True)
class Signature:
    """Whose edits they are, and when they were made (ISO 8601)."""

    author: str
    date: str

    @property
    def initials(self) -> str:
        """Return the first letters of the name."""
        return "".join(word[0] for word in self.author.split())[:4].upper()


@dataclass(frozen=True, slots=True)
class ReturnRound:
    """What one person did at one time; each round finds the document as the round before it left it."""

    edits: Edits
    signature: Signature


@dataclass(frozen=True, slots=True)
class ReturnChoices:
    """How a document goes back.

    `clean` takes all tracked changes as accepted, those that came with it too. `findings` become comments behind all
    rounds, signed by the program; one whose words the document does not hold is left out and counted.
    """

    clean: bool = False
    findings: tuple[ReturnedRemark, ...] = ()


AS_IT_IS = ReturnChoices()
"""Tracked changes and the comments of people, no more."""


@dataclass(frozen=True, slots=True)
class ReturnedDocument:
    """The document as it goes back; `unplaced` counts the findings that had no place in it."""

    raw: bytes
    unplaced: int = 0


PROGRAM = "Copydesk"
"""Who signs a comment that no person wrote."""


def of_the_program(last: Signature | None) -> Signature:
    """Return the signature of what the program notes: of the time of the last round, of now without one."""
    return Signature(PROGRAM, last.date if last else iso_to_the_second(now()))


def edits_of(text: str) -> Edits:
    """Return the edits in a JSON text; raises `KnownError` where it is not of the form that the guide tells."""
    try:
        whole = json.loads(text)
        edits = tuple(
            ReturnedEdit(_place(one), _clean(one["old"]), _clean(one["new"])) for one in whole.get("edits", [])
        )
        remarks = tuple(_remark(one) for one in whole.get("comments", []))
        added = tuple(_added(one) for one in whole.get("added", []))
        gone = tuple(GoneParagraph(_place(one)) for one in whole.get("gone", []))
        links = tuple(_link(one) for one in whole.get("links", []))
        breaks = tuple(_break(one) for one in whole.get("breaks", []))
        moved = tuple(_moved(one) for one in whole.get("moved", []))
    except json.JSONDecodeError as error:
        raise KnownError(f"The edits are no JSON (line {error.lineno}: {error.msg}): write them anew.") from error
    except KeyError as error:
        raise KnownError(f"An entry of the edits lacks its “{error.args[0]}”: add it.") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise KnownError(
            "The edits are not one object with “edits” and “comments”, each a list of objects with texts: "
            "the guide shows the form."
        ) from error
    return Edits(edits, remarks, added, gone, links, breaks, moved)


def edits_as_json(edits: Edits) -> str:
    """Return edits as the JSON text that `edits_of` reads."""
    told = [asdict(edit.place) | {"old": edit.old, "new": edit.new} for edit in edits.edits]
    remarks = [
        asdict(one.place) | {name: value for name, value in asdict(one).items() if name != "place"}
        for one in edits.remarks
    ]
    whole = {"edits": told, "comments": remarks, "added": [asdict(one) for one in edits.added]}
    links = [asdict(one.place) | {"on": one.on, "address": one.address, "on_nth": one.on_nth} for one in edits.links]
    whole |= {"gone": [asdict(one.place) for one in edits.gone], "links": links}
    whole |= {"breaks": [_flat(one) for one in edits.breaks], "moved": [_flat(one) for one in edits.moved]}
    return json.dumps(whole)


def _flat(one: PartedParagraph | JoinedParagraph | MovedParagraph) -> dict[str, Any]:
    said = asdict(one)
    return {**said.pop("place"), **said}


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
    on, text, answers = map(_clean, (entry["on"], entry["text"], entry.get("answers", "")))
    nth, name, done = int(entry.get("on_nth", 0)), _clean(entry.get("name", "")), bool(entry.get("done", False))
    return ReturnedRemark(_place(entry), on, text, answers, nth, name, done)


def _break(entry: dict[str, Any]) -> PartedParagraph | JoinedParagraph:
    if "first" in entry:
        return PartedParagraph(_place(entry), _clean(entry["first"]))
    return JoinedParagraph(_place(entry), _place(entry["following"]), _clean(entry["between"]))


def _moved(entry: dict[str, Any]) -> MovedParagraph:
    return MovedParagraph(_place(entry), *_between(entry, "moved"))


def _between(entry: dict[str, Any], what: str) -> tuple[ParagraphPlace | None, ParagraphPlace | None]:
    """Return which paragraphs an entry stands behind and before; raises `KnownError` where it says neither."""
    after, before = (None if entry.get(side) is None else _place(entry[side]) for side in ("after", "before"))
    if after is None and before is None:
        raise KnownError(f"An entry of “{what}” says neither “after” nor “before” which paragraph it stands: add that.")
    return after, before


def _link(entry: dict[str, Any]) -> ReturnedLink:
    """Return a link; raises `KnownError` for an address that no editor would keep."""
    said = _clean(entry["address"])
    if said and not kept_address(said):
        raise KnownError(f"“{said[:80]}” is no address of the web or of mail: write it as https://… or mailto:…")
    return ReturnedLink(_place(entry), _clean(entry["on"]), kept_address(said), int(entry.get("on_nth", 0)))


def _added(entry: dict[str, Any]) -> NewParagraphs:
    return NewParagraphs(*_between(entry, "added"), tuple(map(_clean, entry["new"])))


def _clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return _NO_XML.sub("", text)
