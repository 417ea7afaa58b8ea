"""What a desk's review goes by: the table of states and moves, and how much each item of the checklist weighs."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desk.review.decisions import Decision, Done
from desk.review.people import Role
from desk.review.seal import canonical
from desk.review.states import TABLE, Table


class Weight(StrEnum):
    """How much an item of the checklist counts in one section."""

    OFF = "off"
    RECOMMENDED = "recommended"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the gate asks of each item. An item that is not named is required."""

    weights: Mapping[str, Weight] = field(default_factory=dict)
    by_section: Mapping[str, Mapping[str, Weight]] = field(default_factory=dict)
    errors_by: frozenset[Role] = frozenset({Role.CHIEF})
    """Who may let errors and missing checks of required items pass, with a reason."""
    again_after_edit: frozenset[str] = frozenset()
    """Manual items whose tick belongs to the very text: any edit reopens them."""

    def weight(self, item: str, section: str) -> Weight:
        """Return how much the item counts in the section."""
        return self.by_section.get(section, {}).get(item) or self.weights.get(item, Weight.REQUIRED)


@dataclass(frozen=True, slots=True)
class Rules:
    """A desk's review: table, policy, and the manual items of its checklist."""

    table: Table = TABLE
    policy: Policy = field(default_factory=Policy)
    manual_items: tuple[str, ...] = ()


RULES = Rules()
RULES_BY = "rules"
"""In the note of a move: the digest of the rules that it was made by."""


def rules_digest(rules: Rules) -> str:
    """Return sixteen digits that name who may move what where and what the gate asks, whatever it is called."""
    moves = {
        move.action: [
            sorted(move.sources),
            move.target or "",
            sorted(move.roles),
            [str(move.read), str(move.watch)],
            [move.reason, move.asks_person, move.asks_until],
        ]
        for move in rules.table.moves
    }
    policy = rules.policy
    weights = {"": dict(policy.weights), **{section: dict(of) for section, of in policy.by_section.items()}}
    asked = [rules.table.own_copy, sorted(policy.errors_by), sorted(policy.again_after_edit)]
    plain = canonical({"moves": moves, "weights": weights, "asked": asked})
    return hashlib.sha256(plain.encode("ascii")).hexdigest()[:16]


def moved_by_other_rules(decisions: Iterable[Decision], digest: str) -> str:
    """Return that moves since a story was submitted last were made by other rules than these, in one sentence.

    Entries of before rules were noted say nothing. Decisions oldest first.
    """
    names: dict[str, None] = {}
    for decision in decisions:
        if decision.done is Done.SUBMITTED:
            names = {}
        if decision.state is not None and decision.note.get(RULES_BY, digest) != digest:
            names[decision.who.name or "somebody"] = None
    return (
        f"It was moved by other rules of review than those it is judged by now ({', '.join(names)}): `review.toml` was "
        "changed meanwhile, or is not the same on every machine."
        if names
        else ""
    )
