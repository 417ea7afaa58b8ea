"""Which stories a person wants to see in the queue, as a value: filters, the order, and the views they are saved as."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from desk.errors import KnownError

MOST_SORTED = 5_000
"""Stories that are put into an order that no index has; more of them would take longer than a second."""
LONGEST_NAME = 60
"""Letters of the name of a view."""


class Order(StrEnum):
    """What comes first."""

    CHANGED = "last-changed-first"
    DEADLINE = "by-deadline"
    """Stories without a deadline follow, the last changed first."""
    STORY = "by-story"
    STATE = "by-state"
    SECTION = "by-section"
    HANDS = "by-hands"
    OPEN = "by-open"
    """The most first, as with the two below."""
    WAIVED = "by-waived"
    UNCHECKED = "by-unchecked"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which stories are wanted, and in which order; what is empty asks for nothing.

    `person` is the id of who has the story in hand or owns it; `text` holds words of slug, headline and text; `mine`
    waits for whoever looks (see `Waiting`).
    """

    states: frozenset[str] = frozenset()
    section: str = ""
    text: str = ""
    person: str = ""
    mine: bool = False
    order: Order = Order.CHANGED
    reverse: bool = False
    """The other way round; what is empty in the order asked for stays at the end."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A state whose stories a person can move on, in these sections; none named means in every section.

    `own` asks besides that the story is the person's: what anybody may submit waits for who wrote it.
    """

    state: str
    sections: frozenset[str] = frozenset()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a person: what is in their hands, and what is in nobody's but theirs to move on.

    `ids` are those that the person has stories in hand by, and owns them by.
    """

    ids: frozenset[str] = frozenset()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Pulse:
    """What tells whether a list is still true: compare it with the one of before."""

    order: tuple[int, int]
    """Changes with every decision and every change of a story: ask for the list again."""
    others: int
    """Changes with whatever another program writes, whatever that is: ask for the lines that are seen again."""


@dataclass(frozen=True, slots=True)
class View:
    """A filter under a name; those of the house have no id and cannot be removed."""

    name: str
    filter: Filter = field(default_factory=Filter)
    id: str = ""
    broken: str = ""
    """Why a saved one cannot be read, in one sentence; empty where it can."""


MINE = View("Waits for me", Filter(mine=True, order=Order.DEADLINE))
ALL = View("All stories")
HOUSE = (MINE, ALL)


def to_plain(wanted: Filter) -> dict[str, Any]:
    """Return the filter as plain values; what asks for nothing is left out."""
    plain: dict[str, Any] = {f.name: getattr(wanted, f.name) for f in fields(Filter)}
    plain["states"] = sorted(wanted.states)
    plain["order"] = wanted.order.value
    default = Filter()
    return {name: value for name, value in plain.items() if value and value != getattr(default, name)}


def from_plain(plain: object, name: str = "") -> Filter:
    """Return the filter that `to_plain` was given; raises `KnownError` for one that this version cannot read."""
    if not isinstance(plain, dict) or any(type(value) is not _KINDS.get(key) for key, value in plain.items()):
        raise _newer(name)
    given = {key: plain[key] for key in ("section", "text", "person", "mine", "reverse") if key in plain}
    try:
        order = Order(plain.get("order", Order.CHANGED))
    except ValueError as error:
        raise _newer(name) from error
    return Filter(states=frozenset(map(str, plain.get("states", ()))), order=order, **given)


_KINDS = {"states": list, "section": str, "text": str, "person": str, "mine": bool, "order": str, "reverse": bool}


def _newer(name: str) -> KnownError:
    return KnownError(
        f"The view “{name}” was saved by a newer Copydesk: update this one, or remove the view and save it again."
    )


def named(name: str, wanted: Filter, others: Sequence[View] = ()) -> View:
    """Return the filter under this name; a view of `others` that is called so keeps its id, so that it is replaced.

    Raises `KnownError` for a name that is empty, too long, or one of the house's.
    """
    name = " ".join(name.split())
    if not name:
        raise KnownError("A view needs a name: what you will look for in the list, such as “Sport tonight”.")
    if len(name) > LONGEST_NAME:
        raise KnownError(f"The name of a view has at most {LONGEST_NAME} letters: this one has {len(name)}.")
    if any(view.name.casefold() == name.casefold() for view in HOUSE):
        raise KnownError(f"“{name}” is a view of the house: give yours another name.")
    same = next((view for view in others if view.name.casefold() == name.casefold()), None)
    return View(name, wanted, same.id if same else "")
