"""The table of actions: every one by its id. Menus, keys, help on keys, tool tips and guide are read from it."""

from collections.abc import Iterator
from functools import cache

from desk.errors import BugError
from ui.actions.menus import MENUS
from ui.actions.spec import ActionSpec, Where
from ui.actions.views import IN_VIEWS


def in_menus() -> Iterator[ActionSpec]:
    """Yield every action of the menus in their order."""
    for _, entries in MENUS:
        yield from entries


def specs() -> Iterator[ActionSpec]:
    """Yield every action: those of the menus, then those of single places."""
    yield from in_menus()
    yield from IN_VIEWS


def counting_in(where: Where) -> tuple[ActionSpec, ...]:
    """Return the actions that have keys in one place, in the order of the table."""
    return tuple(spec for spec in specs() if spec.keys_in(where))


@cache
def _by_id() -> dict[str, ActionSpec]:
    return {spec.id: spec for spec in specs()}


def spec_of(name: str) -> ActionSpec:
    """Return the action with this id; raises `BugError` where the table has none."""
    try:
        return _by_id()[name]
    except KeyError:
        raise BugError(f"the table of actions has no {name!r}") from None
