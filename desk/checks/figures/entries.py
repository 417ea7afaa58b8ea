"""A line of the ledger of figures: a plain value for the window, which imports nothing else of the check."""

from dataclasses import dataclass

from desk.checks.check import Finding
from desk.checks.house import NameAnswer
from desk.text.spans import Span


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One figure of a story: as it is written first, what it counts, and its places in text order."""

    shown: str
    noun: str
    places: tuple[Span, ...]
    form: str = ""
    """How an answer names it: “400 homes”."""
    doubts: tuple[Finding, ...] = ()
    """What the figures check says about its places, each pair once."""
    answers: tuple[NameAnswer, ...] = ()
    """What the editor said about it."""

    @property
    def doubtful(self) -> bool:
        """Return whether an open finding is about one of its places."""
        return bool(self.doubts)
