"""The grounds of changed words and of commented ones, in both themes; shapes go with them, never colour alone."""

from dataclasses import dataclass

from ui.look import theme


@dataclass(frozen=True, slots=True)
class Tints:
    """One set of grounds, as `#rrggbb`; ink stands at least 7:1 on each (`tests/ui/editor/test_tints.py`)."""

    added: str
    removed: str
    moved: str
    comment: str
    edge: str
    """The frame of the change in hand, and the line under commented words."""
    bar: str
    """The bars beside what changed."""


LIGHT = Tints(added="#d5edd6", removed="#f8dad5", moved="#dfe2f7", comment="#dcebf9", edge="#1d56a8", bar="#2f7d43")
DARK = Tints(added="#1f4429", removed="#54292a", moved="#2d3458", comment="#213a52", edge="#8ab8f5", bar="#7fc48e")


def current() -> Tints:
    """Return the set for the theme in force."""
    return DARK if theme.current().dark else LIGHT
