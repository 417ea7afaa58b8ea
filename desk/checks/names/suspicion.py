"""What every family of the names check comes to: two ways of writing one name, before house and editor have spoken."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

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


class Worded(Protocol):
    """A place with a word for what somebody is, and the name behind it (with its blank; empty in a description)."""

    @property
    def word(self) -> str:
        """Return the title, office or description."""

    @property
    def name(self) -> str:
        """Return the name."""

    @property
    def span(self) -> Span:
        """Return the place of both."""


_W = TypeVar("_W", bound=Worded)


def titles_apart(
    keep: Sequence[_W], depart: Sequence[_W], kept: Callable[[Sequence[_W], _W], str], why: str, severity: Severity
) -> Iterator[Suspicion]:
    """Yield one suspicion for each wording that departs: its remedy changes the word and leaves the name beside it.

    `kept` returns the word that is to stand in the place of the first of a wording.
    """
    wordings: dict[str, list[_W]] = defaultdict(list)
    for sign in depart:
        wordings[sign.word + sign.name].append(sign)
    for words, signs in wordings.items():
        yield Suspicion(
            "names.title-change",
            kept(keep, signs[0]) + signs[0].name,
            words,
            tuple(sign.span for sign in keep),
            tuple(sign.span for sign in signs),
            why,
            severity,
            once=True,
        )
