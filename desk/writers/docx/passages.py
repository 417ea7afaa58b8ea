"""Paragraphs as a person reads them, and for each of their words the element that says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.readers.assembly import run_together
from desk.readers.docx.names import W
from desk.readers.gathered import Hands, Paragraph, RevisedText, Target
from desk.readers.safe_xml import Element
from desk.writers.docx.ids import Ids
from desk.writers.docx.runs import split_run, split_text
from desk.writers.places import comparable

_NO_WORDS = (W + "sym", W + "fldChar")
"""What stands for a sign or a form field: others read it in another way, so that it does not tell paragraphs apart."""


@dataclass(slots=True)
class Spot:
    """One element that says something: its place in the passage (code points), its text, and the link around it."""

    start: int
    text: str
    element: Element
    link: Target | None = None

    @property
    def end(self) -> int:
        """Return the place behind its last character."""
        return self.start + len(self.text)


class WordPassage:
    """Paragraphs that run into one another with all revisions accepted; most often a single one."""

    def __init__(self, group: list[Paragraph]) -> None:
        self._spots: list[Spot] = []
        at = 0
        for piece in (piece for paragraph in group for piece in paragraph.pieces):
            if isinstance(piece, RevisedText) and not _gone(piece.hands) and isinstance(piece.source, Element):
                self._spots.append(Spot(at, piece.text, piece.source, piece.link))
                at += len(piece.text)
        self.text = "".join(spot.text for spot in self._spots)
        self.key = comparable(self.text)

    @property
    def words_alone(self) -> str:
        """Return the key without signs and form fields."""
        return comparable("".join(spot.text for spot in self._spots if spot.element.tag not in _NO_WORDS))

    def before(self, at: int) -> Spot | None:
        """Return the spot that ends at a place where there is a cut."""
        return next((spot for spot in self._spots if spot.end == at), None)

    def after(self, at: int) -> Spot | None:
        """Return the spot that begins at a place where there is a cut."""
        return next((spot for spot in self._spots if spot.start == at), None)

    def cut(self, at: int, ids: Ids) -> None:
        """Let a run end and another begin at a place of the text."""
        for nth, spot in enumerate(self._spots):
            if spot.start < at < spot.end and spot.element.tag == W + "t":
                second = split_text(spot.element, at - spot.start)
                self._spots.insert(nth + 1, Spot(at, spot.text[at - spot.start :], second, spot.link))
                spot.text = spot.text[: at - spot.start]
                break
        for spot in self._spots:
            if spot.start == at:
                split_run(spot.element, ids)
            if spot.end == at:
                split_run(spot.element, ids, behind=True)

    def alone(self, start: int, end: int, ids: Ids) -> list[Spot]:
        """Return the spots between two places, with runs of their own that hold nothing else."""
        self.cut(start, ids)
        self.cut(end, ids)
        spots = [spot for spot in self._spots if start <= spot.start and spot.end <= end]
        for spot in spots:
            split_run(spot.element, ids)
            split_run(spot.element, ids, behind=True)
        return spots


def passages_of(paragraphs: list[Paragraph]) -> Iterator[WordPassage]:
    """Yield the passages of these paragraphs in order, text boxes left out."""
    for group, _ in run_together(paragraphs, _gone):
        passage = WordPassage(group)
        if passage.key:
            yield passage


def boxes_of(paragraphs: list[Paragraph]) -> Iterator[WordPassage]:
    """Yield the passages of all text boxes."""
    for paragraph in paragraphs:
        yield from passages_of(paragraph.boxes)
        yield from boxes_of(paragraph.boxes)


def _gone(hands: Hands) -> bool:
    return hands.deleted is not None
