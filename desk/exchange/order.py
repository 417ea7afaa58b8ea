"""One order of the entries of several strands that every copy comes to, without asking a clock.

Within a strand the place says it. An entry that had seen another strand up to a place (`note["seen"]`) comes behind
that. What was done apart has no order of its own; then the strand goes first whose last move there is an approval, so
that whatever was done without knowing of the approval has the last word, and else one by its first entry, whose id is
hashed: ids begin with a clock.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from desk.review.decisions import MOVES_ALONE, Decision, Done

SEEN = "seen"
"""In the note of an entry: strand -> the place up to which its author's database had the story from it."""
DESK = "desk"
"""In the note of an entry: strand -> the place up to which its author's database had people and keys from it."""
Placed: TypeAlias = tuple[int, Decision]
_APPROVING = frozenset({Done.APPROVED, Done.RESTORED})


def seen_by(decision: Decision) -> Mapping[str, int]:
    """Return which strands an entry had seen, and up to which place."""
    return _places(decision.note.get(SEEN))


def desk_seen_by(decision: Decision) -> Mapping[str, int]:
    """Return whose people and keys an entry had seen, and up to which place."""
    return _places(decision.note.get(DESK))


def _places(seen: Any) -> Mapping[str, int]:
    plain = seen if isinstance(seen, dict) else {}
    return {strand: place for strand, place in plain.items() if isinstance(place, int)}


def in_one_order(
    strands: Mapping[str, Sequence[Placed]], former: Mapping[str, str] = MappingProxyType({})
) -> list[Decision]:
    """Return the entries of all strands, each given by place, in the one order; none twice.

    `former` are names that one of the strands wrote under before, each with its name of now.
    """
    left = {strand: list(entries) for strand, entries in strands.items() if entries}
    ranks = {strand: (_last_move(entries) not in _APPROVING, _lot(entries), strand) for strand, entries in left.items()}
    at = dict.fromkeys(left, 0)
    out: dict[str, Decision] = {}
    while at:
        ready = [strand for strand in at if not _waits(strand, left, at, former)]
        strand = min(ready or at, key=ranks.__getitem__)  # a ring of sights no honest copy writes: broken by rank
        _, decision = left[strand][at[strand]]
        out.setdefault(decision.id, decision)
        at[strand] += 1
        if at[strand] == len(left[strand]):
            del at[strand]
    return list(out.values())


def _waits(strand: str, left: Mapping[str, Sequence[Placed]], at: Mapping[str, int], former: Mapping[str, str]) -> bool:
    """Return whether the next entry of a strand had seen one of another that has not come yet."""
    sights = seen_by(left[strand][at[strand]][1]).items()
    seen = {former.get(other, other): place for other, place in sights}
    return any(other in at and other != strand and left[other][at[other]][0] <= place for other, place in seen.items())


def _lot(entries: Sequence[Placed]) -> str:
    return hashlib.sha256(entries[0][1].id.encode("ascii", "replace")).hexdigest()


def _last_move(entries: Iterable[Placed]) -> Done | None:
    moves = [decision.done for _, decision in entries if decision.done in MOVES_ALONE]
    return moves[-1] if moves else None
