"""What a desk's review goes by: the table of states and moves, and how much each item of the checklist weighs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desk.review.people import Role
from desk.review.states import TABLE, Table


class Weight(StrEnum):
    """How much an item of the checklist counts in one section."""

    OFF = "off"
    RECOMMENDED = "recommended"
    REQUIRED = "required"


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Rules:
    """A desk's review: table, policy, and the manual items of its checklist."""

    table: Table = TABLE
    policy: Policy = field(default_factory=Policy)
    manual_items: tuple[str, ...] = ()


RULES = Rules()
