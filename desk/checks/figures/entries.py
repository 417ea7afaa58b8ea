"""A line of the ledger of figures: a plain value for the window, which imports nothing else of the check."""

from dataclasses import dataclass

from desk.text.spans import Span


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One figure of a story: as it is written first, what it counts, and its places in text order."""

    shown: str
    noun: str
    places: tuple[Span, ...]
    doubtful: bool = False
    """Whether an open finding is about one of its places."""
