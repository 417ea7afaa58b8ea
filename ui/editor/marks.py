"""The findings of the last check, each where its words stand now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desk.checking.checklist import Judged, Standing
from desk.checks.check import Finding
from desk.text.change import Change
from desk.text.moving import LONG, moved
from desk.text.spans import Span
from ui.editor.places import Places

_LEVELS = 3


@dataclass(slots=True)
class Mark:
    """One finding on the sheet; `level` is how many underlines of other findings stand above its own."""

    judged: Judged
    start: int
    end: int
    level: int = 0

    def move(self, by: int) -> None:
        """Stand so many code points further on."""
        self.start += by
        self.end += by

    @property
    def span(self) -> Span:
        """Return where its words stand now."""
        return Span(self.start, self.end)

    @property
    def finding(self) -> Finding:
        """Return the finding as the check made it."""
        return self.judged.finding

    @property
    def open(self) -> bool:
        """Return whether nobody has decided on it yet."""
        return self.judged.standing is Standing.OPEN

    @property
    def long(self) -> bool:
        """Return whether it is about a passage and not about its words."""
        return self.end - self.start >= LONG


class Marks:
    """All marks in text order; an edit moves them, and takes away those whose words it touched."""

    def __init__(self) -> None:
        self._marks: Places[Mark] = Places()
        self._longest = 0
        self._fell = False
        """Whether an edit took one away since the last check: it may have reached further than the edit is painted."""

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)

    def show(self, judged: Sequence[Judged], since: Iterable[Change] = ()) -> bool:
        """Take these findings for all that were before; `since` are the changes since their text was checked.

        Returns whether anything looks otherwise on the sheet than before.
        """
        before = None if self._fell else self._looks()
        marks = [Mark(each, each.finding.span.start, each.finding.span.end) for each in judged]
        self._marks.show(sorted(marks, key=_place))
        self._longest = _longest(marks)
        for change in since:
            self.absorb(change)
        self._marks.show(sorted(self._marks, key=_place))
        self._arrange()
        self._fell = False
        return before != self._looks()

    def _looks(self) -> list[tuple[Any, ...]]:
        """Return all that is painted of each mark, and which finding it is."""
        return [(m.start, m.end, m.level, m.open, m.finding.severity, m.finding.fingerprint) for m in self._marks]

    def absorb(self, change: Change) -> None:
        """Follow an edit."""
        self._marks.absorb(change, self._longest, self._follow)

    def _follow(self, marks: Sequence[Mark], change: Change) -> list[Mark]:
        kept = _kept(marks, change)
        self._fell = self._fell or len(kept) < len(marks)
        self._longest = max(self._longest, _longest(kept))  # one may have been stretched
        return kept

    def within(self, span: Span) -> Iterator[Mark]:
        """Yield the marks that touch a span, or stand empty in it or at its end."""
        for mark in self._marks.between(*self._marks.reach(span, self._longest)):
            if mark.end >= span.start:
                yield mark

    def shown(self, finding: Finding, span: Span) -> Mark | None:
        """Return the mark of a finding where it touches a span: painting looks no further than the screen."""
        return next((mark for mark in self.within(span) if _same(mark.finding, finding)), None)

    def at(self, point: int) -> list[Mark]:
        """Return the marks that hold a place or touch it with their end, the shortest first."""
        return sorted(self.within(Span(point, point)), key=_length)

    def of(self, finding: Finding) -> Mark | None:
        """Return the mark of a finding; None where its words were changed since."""
        same = (mark for mark in self._marks if _same(mark.finding, finding))
        near = sorted(same, key=lambda mark: abs(mark.finding.span.start - finding.span.start))
        return near[0] if near else None

    def _arrange(self) -> None:
        """Give marks that lie over one another different levels, so that each underline can be seen."""
        self._longest = _longest(self._marks)
        ends = [-1] * _LEVELS
        for mark in self._marks:
            if mark.long or not mark.open:
                continue
            free = (level for level, end in enumerate(ends) if end <= mark.start)
            mark.level = next(free, _LEVELS - 1)
            ends[mark.level] = mark.end


def _kept(marks: Iterable[Mark], change: Change) -> list[Mark]:
    kept = []
    start, end, by = change.start, change.end, change.by
    for mark in marks:
        if mark.start > end:  # most marks stand clear of most changes: 60 ns each, where `moved` takes 2 us
            mark.start += by
            mark.end += by
        elif mark.end >= start:
            span = moved(mark.span, change)
            if span is None:
                continue
            mark.start, mark.end = span.start, span.end
        kept.append(mark)
    return kept


def _same(one: Finding, other: Finding) -> bool:
    return one.fingerprint == other.fingerprint and one.key == other.key


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _longest(marks: Iterable[Mark]) -> int:
    """Return how far before a place a mark may start that touches it."""
    return max((mark.end - mark.start for mark in marks), default=0) + 1


def _length(mark: Mark) -> int:
    return mark.end - mark.start
