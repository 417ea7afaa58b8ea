"""What every family of the names check comes to: two ways of writing one name, before house and editor have spoken."""

from dataclasses import dataclass

from desk.checks.check import Severity
from desk.checks.names.group import Word
from desk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Two forms of what seems one name; `why` completes "“A” (n places) and “B” (m places): ..."."""

    rule: str
    keep: str
    depart: str
    kept: tuple[Span, ...]
    departing: tuple[Span, ...]
    why: str
    severity: Severity = Severity.WARNING
    once: bool = False
    """Ask once, at the first place, instead of marking every place."""
    certain: bool = False
    """Which form is right does not depend on where the two stand: only one of them is a name or word at all."""

    def turned(self) -> "Suspicion":
        """Return the same suspicion the other way round: the departing form is the one to keep."""
        return Suspicion(
            self.rule, self.depart, self.keep, self.departing, self.kept, self.why, self.severity, self.once
        )


def spans(word: Word) -> tuple[Span, ...]:
    """Return the places of a word in code points of the manuscript."""
    return tuple(Span(place.start, place.end) for place in word.places)
