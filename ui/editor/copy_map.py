"""The copy map of the last check, each block where its words stand now."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.text.blocks import Block, Kind
from desk.text.change import Change
from desk.text.moving import stretched
from desk.text.spans import Span

BY_HAND = "Set by hand."


@dataclass(slots=True)
class Stand:
    """A block of the last check and its place now."""

    block: Block
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Return where its words stand now."""
        return Span(self.start, self.end)


class CopyMap:
    """The blocks in text order; an edit stretches and moves them until the next check maps the text anew."""

    def __init__(self) -> None:
        self._stands: list[Stand] = []

    def __len__(self) -> int:
        return len(self._stands)

    def __iter__(self) -> Iterator[Stand]:
        return iter(self._stands)

    def __getitem__(self, index: int) -> Stand:
        return self._stands[index]

    def show(self, blocks: Sequence[Block], since: Iterable[Change] = ()) -> None:
        """Take these blocks for all that were before; `since` are the changes since their text was checked."""
        self._stands = [Stand(block, block.start, block.end) for block in blocks]
        for change in since:
            self.absorb(change)

    def absorb(self, change: Change) -> None:
        """Follow an edit."""
        start, end, by = change.start, change.end, change.by
        for stand in self._stands:
            if stand.start > end:
                stand.start += by
                stand.end += by
            elif stand.end >= start:
                span = stretched(stand.span, change)
                stand.start, stand.end = span.start, span.end
        if change.old:
            self._stands = [stand for stand in self._stands if stand.end > stand.start]

    def set_by_hand(self, kinds: Mapping[int, Kind]) -> None:
        """Show kinds that were just set by hand (by block start now), before the check has spoken."""
        for stand in self._stands:
            kind = kinds.get(stand.start)
            if kind is not None and not (stand.block.by_hand and stand.block.kind is kind):
                stand.block = stand.block.marked(kind, BY_HAND, by_hand=True)

    def within(self, span: Span) -> Iterator[Stand]:
        """Yield the blocks that touch a span."""
        first = max(0, bisect_right(self._stands, span.start, key=_start) - 1)
        for stand in self._stands[first:]:
            if stand.start > span.end:
                return
            if stand.end >= span.start:
                yield stand

    def at(self, point: int) -> Stand | None:
        """Return the block at a place, or the one before it; None where there is none."""
        index = self.index_at(point)
        return self._stands[index] if index >= 0 else None

    def index_at(self, point: int) -> int:
        """Return the number of the block at a place, or of the one before it; -1 where there is none."""
        return bisect_right(self._stands, point, key=_start) - 1


def _start(stand: Stand) -> int:
    return stand.start
