"""Paragraphs as a person reads them, and for each of their words the element that says it."""

from dataclasses import replace

from desk.readers.docx.names import W
from desk.writers.docx.ids import Ids
from desk.writers.docx.runs import split_run, split_text
from desk.writers.passages import DocumentPassage, Spot
from desk.writers.places import comparable

_NO_WORDS = (W + "sym", W + "fldChar")
"""What stands for a sign or a form field: others read it in another way, so that it does not tell paragraphs apart."""


class WordPassage(DocumentPassage):
    """A passage of a Word file."""

    @property
    def words_alone(self) -> str:
        """Return the key without signs and form fields."""
        return comparable("".join(spot.text for spot in self.spots if spot.element.tag not in _NO_WORDS))

    def cut(self, at: int, ids: Ids) -> None:
        """Let a run end and another begin at a place of the text."""
        for nth, spot in enumerate(self.spots):
            if spot.start < at < spot.end and spot.element.tag == W + "t":
                second = split_text(spot.element, at - spot.start)
                self.spots.insert(nth + 1, replace(spot, start=at, text=spot.text[at - spot.start :], element=second))
                spot.text = spot.text[: at - spot.start]
                break
        for spot in self.spots:
            if spot.start == at:
                split_run(spot.element, ids)
            if spot.end == at:
                split_run(spot.element, ids, behind=True)

    def alone(self, start: int, end: int, ids: Ids) -> list[Spot]:
        """Return the spots between two places, with runs of their own that hold nothing else."""
        self.cut(start, ids)
        self.cut(end, ids)
        spots = [spot for spot in self.spots if start <= spot.start and spot.end <= end]
        for spot in spots:
            split_run(spot.element, ids)
            split_run(spot.element, ids, behind=True)
        return spots
