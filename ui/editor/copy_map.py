"""The copy map of the last check, each block where its words stand now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.text.blocks import Block, BlockRole, Kind
from desk.text.change import Change
from desk.text.moving import stretched
from desk.text.spans import Span
from ui.editor.places import Places

BY_HAND = "Set by hand."


@dataclass(slots=True)
class Stand:
    """A block of the last check and its place now."""

    block: Block
    start: int
    end: int

    def move(self, by: int) -> None:
        """Stand so many code points further on."""
        self.start += by
        self.end += by

    @property
    def span(self) -> Span:
        """Return where its words stand now."""
        return Span(self.start, self.end)


class CopyMap:
    """The blocks in text order; an edit stretches and moves them until the next check maps the text anew."""

    def __init__(self) -> None:
        self._stands: Places[Stand] = Places()
        self._longest = 0

    def __len__(self) -> int:
        return len(self._stands)

    def __iter__(self) -> Iterator[Stand]:
        return iter(self._stands)

    def __getitem__(self, index: int) -> Stand:
        return self._stands[index]

    def show(self, blocks: Sequence[Block], since: Iterable[Change] = ()) -> None:
        """Take these blocks for all that were before; `since` are the changes since their text was checked."""
        self._stands.show(Stand(block, block.start, block.end) for block in blocks)
        self._longest = max((block.end - block.start for block in blocks), default=0) + 1
        """How far before a place a block may start that touches it."""
        for change in since:
            self.absorb(change)

    def absorb(self, change: Change) -> None:
        """Follow an edit."""
        self._stands.absorb(change, self._longest, self._follow)

    def _follow(self, stands: Sequence[Stand], change: Change) -> list[Stand]:
        kept = _stretched(stands, change)
        self._longest = max(self._longest, max((stand.end - stand.start for stand in kept), default=0) + 1)
        return kept

    def looks(self) -> list[tuple[int, int, Kind, BlockRole, bool]]:
        """Return all that is painted of each block, and counted by."""
        return [(s.start, s.end, s.block.kind, s.block.role, s.block.by_hand) for s in self._stands]

    def set_by_hand(self, kinds: Mapping[int, Kind]) -> None:
        """Show kinds that were just set by hand (by block start now), before the check has spoken."""
        for stand in self._stands:
            kind = kinds.get(stand.start)
            if kind is not None and not (stand.block.by_hand and stand.block.kind is kind):
                stand.block = stand.block.marked(kind, BY_HAND, by_hand=True)

    def within(self, span: Span) -> Iterator[Stand]:
        """Yield the blocks that touch a span."""
        first, last = max(0, self._stands.before(span.start) - 1), self._stands.before(span.end)
        for stand in self._stands.between(first, last):
            if stand.end >= span.start:
                yield stand

    def at(self, point: int) -> Stand | None:
        """Return the block at a place, or the one before it; None where there is none."""
        index = self.index_at(point)
        return self._stands[index] if index >= 0 else None

    def index_at(self, point: int) -> int:
        """Return the number of the block at a place, or of the one before it; -1 where there is none."""
        return self._stands.before(point) - 1


def _stretched(stands: Sequence[Stand], change: Change) -> list[Stand]:
    """Return what is left of blocks that an edit may have touched, each with the words it took up."""
    for stand in stands:
        if stand.end >= change.start:
            span = stretched(stand.span, change)
            stand.start, stand.end = span.start, span.end
    return [stand for stand in stands if stand.end > stand.start or not change.old]
