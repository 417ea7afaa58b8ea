"""Things that stand at places of a text and move with it, at the cost of those near the edit and not of all."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from desk.text.change import Change
from desk.text.spans import Span


class Placed(Protocol):
    """Something that stands between two places, in code points."""

    start: int
    end: int

    def move(self, by: int) -> None:
        """Stand so many code points further on."""


P = TypeVar("P", bound=Placed)


class Places(Generic[P]):
    """Things in the order of their starts.

    Those from `_gap` on still have `_by` code points to go: a key moves those alone that stand between it and the edit
    before. Whatever is handed out stands where it should, until the next edit.
    """

    def __init__(self) -> None:
        self._all: list[P] = []
        self._gap = 0
        self._by = 0

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[P]:
        self._settle(len(self._all))
        return iter(self._all)

    def __getitem__(self, number: int) -> P:
        number = range(len(self._all))[number]
        self._settle(max(self._gap, number + 1))
        return self._all[number]

    def show(self, things: Iterable[P]) -> None:
        """Hold these, which stand in order, for all that were before."""
        self._all = list(things)
        self._gap, self._by = len(self._all), 0

    def reach(self, span: Span, back: int) -> tuple[int, int]:
        """Return between which numbers all those stand that touch a span, none of them longer than `back`."""
        numbers = range(len(self._all))
        first = bisect_left(numbers, span.start - back, key=self._start)
        return first, bisect_right(numbers, span.end, lo=first, key=self._start)

    def before(self, point: int) -> int:
        """Return how many start at a place or before it."""
        return bisect_right(range(len(self._all)), point, key=self._start)

    def between(self, first: int, last: int) -> Sequence[P]:
        """Return those from the number `first` to the one before `last`."""
        self._settle(max(self._gap, last))
        return self._all[first:last]

    def absorb(self, change: Change, back: int, follow: Callable[[Sequence[P], Change], list[P]]) -> None:
        """Follow an edit: `follow` says what becomes of those that it may touch; those behind it move on."""
        first, last = self.reach(Span(change.start, change.end), back)
        self._settle(last)
        kept = follow(self._all[first:last], change)
        self._all[first:last] = kept
        self._gap = first + len(kept)
        self._by += change.by

    def _start(self, number: int) -> int:
        return self._all[number].start + (self._by if number >= self._gap else 0)

    def _settle(self, gap: int) -> None:
        """Have those before `gap`, and no others, stand where they should."""
        by = self._by if gap > self._gap else -self._by
        if by:
            for thing in self._all[min(gap, self._gap) : max(gap, self._gap)]:
                thing.move(by)
        self._gap = gap
        if gap == len(self._all):
            self._by = 0
