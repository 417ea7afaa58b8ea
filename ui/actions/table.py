"""The table of actions: every one by its id. Menus, keys, help on keys, tool tips and guide are read from it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from desk.errors import BugError
from ui.actions.menus import MENUS
from ui.actions.spec import ActionSpec, Where
from ui.actions.views import IN_VIEWS

_own: dict[str, str] = {}
"""Keys of one's own by action, in force in every window of this process."""


def with_own(spec: ActionSpec, own: Mapping[str, str]) -> ActionSpec:
    """Return an action with the keys that were chosen for it; they take the place of ours and of the system's."""
    return replace(spec, keys=(own[spec.id],), standard=None) if spec.id in own else spec


def own_keys() -> dict[str, str]:
    """Return the keys of one's own that are in force, by action."""
    return dict(_own)


def use_own_keys(own: Mapping[str, str]) -> None:
    """Put these keys in force instead of all others that were chosen."""
    _own.clear()
    _own.update(own)
    _by_id.cache_clear()
    _in_place.cache_clear()


def menus() -> Iterator[tuple[str, list[ActionSpec]]]:
    """Yield the menus in their order, each with its actions as they are in force."""
    for title, entries in MENUS:
        yield title, [with_own(spec, _own) for spec in entries]


def in_menus() -> Iterator[ActionSpec]:
    """Yield every action of the menus in their order."""
    for _, entries in menus():
        yield from entries


def specs() -> Iterator[ActionSpec]:
    """Yield every action: those of the menus, then those of single places."""
    yield from in_menus()
    yield from IN_VIEWS


def counting_in(where: Where) -> tuple[ActionSpec, ...]:
    """Return the actions that have keys in one place, in the order of the table."""
    return tuple(spec for spec in specs() if spec.keys_in(where))


def meaning(keys: str, where: Where) -> str:
    """Return the id of the action that keys mean in one place, empty for none; what Qt does by itself is left out."""
    return _in_place(where).get(keys, "")


@cache
def _in_place(where: Where) -> dict[str, str]:
    specs = [spec for spec in counting_in(where) if not spec.is_native]
    return {keys: spec.id for spec in specs for keys in spec.keys_in(where)}


@cache
def _by_id() -> dict[str, ActionSpec]:
    return {spec.id: spec for spec in specs()}


def spec_of(name: str) -> ActionSpec:
    """Return the action with this id; raises `BugError` where the table has none."""
    try:
        return _by_id()[name]
    except KeyError:
        raise BugError(f"the table of actions has no {name!r}") from None
