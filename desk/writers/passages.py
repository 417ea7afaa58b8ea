"""The passages of a document of any format: each found by its words, edited, and commented on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from desk.errors import KnownError
from desk.readers.assembly import run_together
from desk.readers.document import DocumentPart
from desk.readers.gathered import UNREVISED, Hands, NoteMark, Paragraph, RevisedText, Target
from desk.readers.safe_xml import Element
from desk.text.links import kept_address
from desk.text.spans import Span
from desk.text.wording import ChangeKind, Piece
from desk.text.words import shortened
from desk.writers.edits import (
    Edits,
    JoinedParagraph,
    MovedParagraph,
    ParagraphPlace,
    PartedParagraph,
    ReturnedLink,
    ReturnedRemark,
)
from desk.writers.places import Rewriting, comparable, found


@dataclass(slots=True)
class Spot:
    """One element that says something: its place in the passage (code points), its text, link and revisions."""

    start: int
    text: str
    element: Element
    link: Target | None = None
    hands: Hands = UNREVISED

    @property
    def end(self) -> int:
        """Return the place behind its last character."""
        return self.start + len(self.text)

    def leads_to(self, address: str) -> bool:
        """Return whether it leads there already; a place within the document is none of web or mail."""
        return (kept_address(self.link.href) if self.link else "") == address


def stretches(spots: Iterable[Spot]) -> Iterator[list[Spot]]:
    """Yield the spots that follow each other within one link, or outside of any."""
    group: list[Spot] = []
    for spot in spots:
        if group and (group[-1].end != spot.start or group[-1].link is not spot.link):
            yield group
            group = []
        group.append(spot)
    if group:
        yield group


class DocumentPassage:
    """Paragraphs that run into one another with all revisions accepted; most often a single one."""

    def __init__(self, group: list[Paragraph]) -> None:
        self.in_note = group[0].part in (DocumentPart.FOOTNOTE, DocumentPart.ENDNOTE)
        self.spots: list[Spot] = []
        at = 0
        for piece in (piece for paragraph in group for piece in paragraph.pieces):
            if isinstance(piece, RevisedText) and not piece.hands.deleted and isinstance(piece.source, Element):
                self.spots.append(Spot(at, piece.text, piece.source, piece.link, piece.hands))
                at += len(piece.text)
        self.text = "".join(spot.text for spot in self.spots)
        self.key = comparable(self.text)

    @property
    def words_alone(self) -> str:
        """Return the key without what other programs may read in another way."""
        return self.key

    def leads(self, span: Span, address: str) -> bool:
        """Return whether words lead there already."""
        return all(one.leads_to(address) for one in self.spots if one.start < span.end and span.start < one.end)

    def before(self, at: int) -> Spot | None:
        """Return the spot that ends at a place where there is a cut."""
        return next((spot for spot in self.spots if spot.end == at), None)

    def after(self, at: int) -> Spot | None:
        """Return the spot that begins at a place where there is a cut."""
        return next((spot for spot in self.spots if spot.start == at), None)


AnyPassage = TypeVar("AnyPassage", bound=DocumentPassage)


Taken = TypeVar("Taken", bound=DocumentPassage, contravariant=True)


class ChangingHand(Protocol[Taken]):
    """Changes words within a passage."""

    def change(self, passage: Taken, pieces: list[Piece]) -> None:
        """Take words out of a passage and put others in."""


class ParagraphHand(Protocol[Taken]):
    """Puts whole paragraphs in, and takes them out."""

    def add(self, after: Taken | None, before: Taken | None, texts: Sequence[str]) -> None:
        """Put paragraphs in, behind one passage and before another, of which there is at least one."""

    def take(self, passage: Taken) -> None:
        """Take a whole paragraph out."""

    def part(self, passage: Taken, room: Span) -> bool:
        """Make two paragraphs of a passage, the room between them taken out; return False where that cannot be."""

    def can_join(self, passage: Taken, following: Taken) -> bool:
        """Return whether a passage can run into another: the two follow each other in one story, in no cells."""

    def join(self, passage: Taken, following: Taken, between: str) -> None:
        """Let a passage run into another that it can run into, with words between."""

    def move(self, passage: Taken, after: Taken | None, before: Taken | None) -> bool:
        """Move a paragraph as it is, behind one passage and before another; return False where that cannot be."""


class LinkHand(Protocol[Taken]):
    """Lets words lead elsewhere, or nowhere."""

    def lead(self, passage: Taken, span: Span, address: str) -> None:
        """Let words of a passage lead to an address, to none of web or mail where it is empty."""


class RemarkHand(Protocol[Taken]):
    """Writes comments."""

    def put(self, passage: Taken, remark: ReturnedRemark) -> str:
        """Put a comment at its words and return the id that the document knows it by."""

    def answer(self, remark: ReturnedRemark) -> None:
        """Put an answer where the comment stands that it answers."""


@dataclass(frozen=True, slots=True)
class Pen(Generic[AnyPassage]):
    """Writes what one person does to the passages of a document, with the hands of its format.

    `names` holds the comments that were given names, by their ids in the document: one for all who write.
    """

    words: ChangingHand[AnyPassage]
    paragraphs: ParagraphHand[AnyPassage]
    links: LinkHand[AnyPassage]
    remarks: RemarkHand[AnyPassage]
    names: dict[str, str]

    def remark(self, passage: AnyPassage, remark: ReturnedRemark) -> None:
        """Put a comment at its words."""
        known_by = self.remarks.put(passage, remark)
        if remark.name:
            self.names[remark.name] = known_by

    def answer(self, remark: ReturnedRemark) -> None:
        """Put an answer where the comment stands that it answers."""
        self.remarks.answer(replace(remark, answers=self.names.get(remark.answers, remark.answers)))


class Passages(Generic[AnyPassage]):
    """The passages of a document by their words, those of its text boxes behind them, those of its notes last."""

    def __init__(
        self,
        made: Callable[[list[Paragraph]], AnyPassage],
        paragraphs: list[Paragraph],
        notes: Mapping[tuple[str, str], list[Paragraph]],
    ) -> None:
        stories = [paragraphs, *(notes[name] for name in _called(paragraphs, notes))]
        every = [passage for story in stories for group in _groups(story) if (passage := made(group)).key]
        self._whole = _numbered([passage.key for passage in every], every)
        self._lean = _numbered([passage.words_alone for passage in every], every)

    def write(self, edits: Edits, pen: Pen[AnyPassage]) -> None:
        """Let a pen write comments and edits; raises `KnownError` where one of them has no place."""
        for remark in edits.remarks:
            self._remark(remark, pen)
        for moved in edits.moved:
            self._move(moved, pen)
        for gone in edits.gone:
            pen.paragraphs.take(self.at(gone.place))
        for one in edits.added:
            pen.paragraphs.add(self._beside(one.after), self._beside(one.before), one.new)
        wanted: defaultdict[ParagraphPlace, list[tuple[str, str]]] = defaultdict(list)
        for edit in edits.edits:
            wanted[edit.place].append((edit.old, edit.new))
        for place, changes in wanted.items():
            passage = self.at(place)
            rewriting = Rewriting(passage.text)
            for old, new in changes:
                rewriting.replace(old, new)
            pen.words.change(passage, rewriting.pieces())

    def write_break(self, one: PartedParagraph | JoinedParagraph, pen: Pen[AnyPassage]) -> None:
        """Let a pen part a paragraph or join two; what the format cannot do so is taken out and put in."""
        passage, end = self.at(one.place), Span(0, 0)
        if isinstance(one, PartedParagraph):
            first = found(one.first, passage.text) or end
            room = len(passage.text[first.end :]) - len(passage.text[first.end :].lstrip())
            if not pen.paragraphs.part(passage, Span(first.end, first.end + room)):
                gone = Span(first.end, len(passage.text))
                pen.paragraphs.add(passage, None, (gone.of(passage.text).strip(),))
                pen.words.change(passage, [Piece(ChangeKind.REMOVED, gone.of(passage.text), gone, end)])
            return
        following = self.at(one.following)
        if pen.paragraphs.can_join(passage, following):
            pen.paragraphs.join(passage, following, _room_between(passage, following, one.between, pen))
        else:
            tail, words = _outer_room(passage)[1], one.between + following.text.strip()
            put_in = Piece(ChangeKind.ADDED, words, Span(tail.end, tail.end), Span(0, len(words)))
            pen.words.change(passage, [*_taken(passage, tail), put_in])
            pen.paragraphs.take(following)

    def _move(self, one: MovedParagraph, pen: Pen[AnyPassage]) -> None:
        passage, after, before = self.at(one.place), self._beside(one.after), self._beside(one.before)
        if not pen.paragraphs.move(passage, after, before):
            pen.paragraphs.add(after, before, (passage.text.strip(),))
            pen.paragraphs.take(passage)

    def write_links(self, links: Iterable[ReturnedLink], pen: Pen[AnyPassage]) -> None:
        """Let a pen write where words lead; raises `KnownError` where such words do not stand there."""
        for link in links:
            passage = self.at(link.place)
            span = found(link.on, passage.text, link.on_nth)
            if span is not None:
                if not passage.leads(span, link.address):
                    pen.links.lead(passage, span, link.address)
            elif link.address:
                raise KnownError(
                    f"The link on “{shortened(link.on, 60)}” finds no such words: read the document again."
                )

    def write_what_fits(self, remarks: Iterable[ReturnedRemark], pen: Pen[AnyPassage]) -> int:
        """Let a pen write those comments that have a place, and return how many have none."""
        unplaced = 0
        for remark in remarks:
            try:
                self._remark(remark, pen)
            except KnownError:
                unplaced += 1
        return unplaced

    def at(self, place: ParagraphPlace) -> AnyPassage:
        """Return the passage at a place; raises `KnownError` where there is none."""
        key = comparable(place.paragraph), place.nth
        passage = self._whole.get(key) or self._lean.get(key)
        if passage is None:
            raise KnownError(
                f"The document holds no paragraph “{shortened(place.paragraph, 60)}”"
                f"{f' for the {place.nth + 1}. time' if place.nth else ''}: "
                "the edits were made on another version, so read it again and make them anew."
            )
        return passage

    def _beside(self, place: ParagraphPlace | None) -> AnyPassage | None:
        return None if place is None else self.at(place)

    def _remark(self, remark: ReturnedRemark, pen: Pen[AnyPassage]) -> None:
        if remark.answers:
            pen.answer(remark)
            return
        passage = self.at(remark.place)
        if passage.in_note:
            raise KnownError(f"The note “{shortened(passage.text, 60)}” takes no comment: put it at the text.")
        pen.remark(passage, remark)


def _room_between(passage: AnyPassage, following: AnyPassage, wanted: str, pen: Pen[AnyPassage]) -> str:
    """Return what is to be put between two passages that run together, whose outer room nobody saw until then."""
    rooms = [(passage, _outer_room(passage)[1]), (following, _outer_room(following)[0])]
    for one, room in rooms if not wanted else ():
        if len(room):
            pen.words.change(one, _taken(one, room))
    return "" if any(len(room) for _, room in rooms) else wanted


def _outer_room(passage: DocumentPassage) -> tuple[Span, Span]:
    """Return the white space that a passage begins with, and the one that it ends with."""
    text = passage.text
    return Span(0, len(text) - len(text.lstrip())), Span(len(text.rstrip()), len(text))


def _taken(passage: DocumentPassage, room: Span) -> list[Piece]:
    return [Piece(ChangeKind.REMOVED, room.of(passage.text), room, Span(0, 0))] if len(room) else []


def _called(
    paragraphs: Iterable[Paragraph], notes: Mapping[tuple[str, str], list[Paragraph]]
) -> dict[tuple[str, str], None]:
    """Return the names of the notes that are called, each once, in the order of a reading."""
    found: dict[tuple[str, str], None] = {}
    for paragraph in paragraphs:
        for mark in paragraph.pieces:
            if isinstance(mark, NoteMark) and mark.hands.deleted is None and (mark.kind, mark.note) in notes:
                found[mark.kind, mark.note] = None
        found |= _called(paragraph.boxes, notes)
    return found


def _groups(paragraphs: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs that run into one another with all revisions accepted, text boxes behind the text."""
    for group, _ in run_together(paragraphs, _gone):
        yield group
    for paragraph in paragraphs:
        yield from _groups(paragraph.boxes)


def _gone(hands: Hands) -> bool:
    return hands.deleted is not None


def _numbered(keys: list[str], passages: list[AnyPassage]) -> dict[tuple[str, int], AnyPassage]:
    seen: Counter[str] = Counter()
    numbered = {}
    for key, passage in zip(keys, passages, strict=True):
        numbered[key, seen[key]] = passage
        seen[key] += 1
    return numbered
