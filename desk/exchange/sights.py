"""Who had seen what of the decisions on one story: by places in strands, and by no clock."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from desk.exchange.order import Placed, seen_by
from desk.review.decisions import Decision

Strands: TypeAlias = Mapping[str, Sequence[Placed]]


class Sights:
    """Who had seen what: each decision with the places that it is told at, and those that it had in sight."""

    def __init__(self, strands: Strands, former: Mapping[str, str] = MappingProxyType({})) -> None:
        self._places: dict[str, dict[str, int]] = {}
        self._seen: dict[str, dict[str, int]] = {}
        for strand, entries in strands.items():
            so_far: dict[str, int] = {}
            for place, decision in entries:
                for other, upto in seen_by(decision).items():
                    name = former.get(other, other)
                    so_far[name] = max(so_far.get(name, 0), upto)
                self._places.setdefault(decision.id, {})[strand] = place
                mine = self._seen.setdefault(decision.id, {})
                for name, upto in {**so_far, strand: place - 1}.items():
                    mine[name] = max(mine.get(name, 0), upto)

    def had_seen(self, later: str, earlier: str) -> bool:
        """Return whether whoever made one decision had another one in sight."""
        seen = self._seen[later]
        return any(seen.get(strand, 0) >= place for strand, place in self._places[earlier].items())

    def last_of(self, decisions: Sequence[Decision]) -> list[Decision]:
        """Return those that nobody of the others had seen: one where all was done in sight of all."""
        return [one for one in decisions if not any(d is not one and self.had_seen(d.id, one.id) for d in decisions)]

    def known_to(self, decision: Decision, of: Iterable[Decision]) -> list[Decision]:
        """Return what a decision had in sight of others, in their order, itself last among them."""
        return [one for one in of if one.id == decision.id or self.had_seen(decision.id, one.id)]
