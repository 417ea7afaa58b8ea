"""The name ledger as a value: light enough for the window to import before it is painted."""

from dataclasses import dataclass

from desk.checks.check import Finding
from desk.checks.house import NameAnswer, NameKind
from desk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a name is written, with every place in code points of the manuscript, in text order."""

    text: str
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One person, place or organisation as far as the story shows; the forms most often used come first."""

    name: str
    """The fullest form; of equally full ones the one most often used."""
    kind: NameKind
    forms: tuple[Form, ...]
    first_full: Span
    """Where the fullest form stands first."""
    doubts: tuple[Finding, ...] = ()
    """What the names check says about these forms, each pair once."""
    answers: tuple[NameAnswer, ...] = ()
    """What the editor said about them."""
    namesakes: tuple[str, ...] = ()
    """Full names of other people of the story with the same family name, as far as nothing was said of the pair."""

    @property
    def count(self) -> int:
        """Return in how many places the name stands."""
        return sum(len(form.places) for form in self.forms)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries of a story, in the order of their first mention."""

    entries: tuple[LedgerEntry, ...] = ()

    @property
    def doubtful(self) -> tuple[LedgerEntry, ...]:
        """Return the entries about which there is a question."""
        return tuple(entry for entry in self.entries if entry.doubts)
