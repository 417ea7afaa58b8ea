"""Keys of one's own in the settings: lines of an action and its keys, such as "next: F2"."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desk.settings.kinds import Texts


def _names_both(line: str) -> bool:
    name, colon, keys = line.partition(":")
    return bool(colon and name.strip() and keys.strip())


@dataclass(frozen=True, slots=True)
class OwnKeys(Texts):
    """A list of actions with their keys; whether the keys are free is for the window to say."""

    allowed: str = "a list of texts, each an action, a colon and its keys, none of them given twice"
    fits: Callable[[str], bool] = _names_both


def own_keys_of(lines: Iterable[str]) -> dict[str, str]:
    """Return the keys by action; the last line of an action counts."""
    pairs = (line.partition(":") for line in lines)
    return {name.strip(): keys.strip() for name, _, keys in pairs}


def lines_of(own: Mapping[str, str]) -> tuple[str, ...]:
    """Return keys by action as the lines of the setting."""
    return tuple(f"{name}: {keys}" for name, keys in own.items())
