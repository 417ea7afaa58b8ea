"""The order of the paragraphs of two texts laid together: what neither side moved holds it, the rest finds its place.

Where both sides agree with the base comes from `merge3`, the diff3 of Breezy; between those places each side says what
it put in, moved there and took away.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from merge3 import Merge3
from rapidfuzz.distance import LCSseq

from desk.merging.paragraphs import Strips
from desk.merging.values import Sides


@dataclass(frozen=True, slots=True)
class Stands:
    """A paragraph that stands at a place of the outcome, and whose move or insertion brought it there."""

    token: str
    brought: Sides


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A paragraph that `kept` still has, changed or moved by them, and the other side took out."""

    token: str
    kept: Sides


@dataclass(frozen=True, slots=True)
class Rivals:
    """New paragraphs of both sides at one place; `gone` are those of the base there that both took out."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    gone: tuple[str, ...]


Slot = Stands | Doubtful | Rivals


class _Blocks:
    """What two sequences share in order, as `merge3` asks for it."""

    def __init__(self, _junk: object, a: Sequence[Hashable], b: Sequence[Hashable], _autojunk: bool = True) -> None:
        self._found = LCSseq.editops(a, b).as_matching_blocks()

    def get_matching_blocks(self) -> list[tuple[int, int, int]]:
        """Return place in the one, place in the other, and length of each stretch; an empty one ends the list."""
        return [(block.a, block.b, block.size) for block in self._found]


def in_order(strips: Strips, hands: tuple[Sides, Sides]) -> list[Slot]:
    """Return the places of the outcome in order; `hands` says which side is told first where the order is free."""
    return list(_Order(strips, hands).slots())


class _Order:
    """One laying together; `_kept` are the tokens that each side left in the order of the base."""

    def __init__(self, strips: Strips, hands: tuple[Sides, Sides]) -> None:
        self._strips, self._hands = strips, hands
        self._kept = {hand: _in_common(strips.base.tokens, strips.of(hand).tokens) for hand in hands}

    def slots(self) -> Iterator[Slot]:
        """Yield the places in order."""
        base, (one, other) = self._strips.base.tokens, (self._strips.of(hand).tokens for hand in self._hands)
        at = (0, 0, 0)
        synced = Merge3(base, one, other, sequence_matcher=_Blocks).find_sync_regions()
        for z0, z1, a0, a1, b0, b1 in synced:
            yield from self._between(base[at[0] : z0], one[at[1] : a0], other[at[2] : b0])
            for token in base[z0:z1]:
                yield Stands(token, Sides.NOBODY)
            at = (z1, a1, b1)

    def _between(self, base: Sequence[str], one: Sequence[str], other: Sequence[str]) -> Iterator[Slot]:
        """Yield the places of a stretch in which the sides differ from the base: what both have there parts it."""
        gone = tuple(
            token for token in base if not any(token in self._strips.of(hand).wordings for hand in self._hands)
        )
        at = (0, 0)
        for a, b, size in _Blocks(None, one, other).get_matching_blocks():
            yield from self._gap(one[at[0] : a], other[at[1] : b], gone)
            for token in one[a : a + size]:
                yield Stands(token, self._movers(token))
            at = (a + size, b + size)

    def _gap(self, one: Sequence[str], other: Sequence[str], gone: tuple[str, ...]) -> Iterator[Slot]:
        first, second = self._hands
        new = [tuple(token for token in side if _is_new(token)) for side in (one, other)]
        rivals = all(new)
        if rivals:
            ours, theirs = new if first is Sides.OURS else new[::-1]
            yield Rivals(ours, theirs, gone)
        for side, hand in ((one, first), (other, second)):
            for token in side:
                if not (rivals and _is_new(token)):
                    yield from self._told(token, hand)

    def _told(self, token: str, hand: Sides) -> Iterator[Slot]:
        """Yield the place of a paragraph that one side alone has in this gap."""
        moved = token not in self._kept[hand]
        there = self._strips.of(_across(hand)).wordings
        if _is_new(token) or (token in there and moved):
            yield Stands(token, hand)
        elif token not in there and (moved or _changed(self._strips, token, hand)):
            yield Doubtful(token, hand)

    def _movers(self, token: str) -> Sides:
        movers = Sides.NOBODY
        for hand in self._hands:
            if token not in self._kept[hand]:
                movers |= hand
        return movers


def _across(hand: Sides) -> Sides:
    return Sides.THEIRS if hand is Sides.OURS else Sides.OURS


def _is_new(token: str) -> bool:
    return token.startswith("+")


def _changed(strips: Strips, token: str, hand: Sides) -> bool:
    return strips.of(hand).wordings[token] != strips.base.wordings[token]


def _in_common(one: Sequence[str], other: Sequence[str]) -> frozenset[str]:
    return frozenset(t for a, _, size in _Blocks(None, one, other).get_matching_blocks() for t in one[a : a + size])
