"""What writers leave for later (TK, [check], CQ, XXX, lorem ipsum): `resources/style/structure.toml` as values."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from desk.paths import resources_dir
from desk.text.matcher import matcher
from desk.text.words import holds_one


class Placeholder(NamedTuple):
    """A place in a block (code points of the block) that was left for later, and what it is in words."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Limits:
    """The lengths, in words (and paragraphs), beyond which (or below which) the structure check says something."""

    lead_words: int
    paragraph_words: int
    story_words: int
    story_blocks: int


@dataclass(frozen=True, slots=True)
class PlaceholderKind:
    """One kind of placeholder: what it is in words, and what it looks like."""

    what: str
    pattern: re.Pattern[str]
    needs: tuple[str, ...]
    """Signs of which one, in small letters, is in every text that the pattern finds something in."""


@dataclass(frozen=True, slots=True)
class PlaceholderSettings:
    """The whole file."""

    limits: Limits
    placeholders: tuple[PlaceholderKind, ...]


@cache
def settings() -> PlaceholderSettings:
    """Return the shipped figures and patterns, read once."""
    data = tomllib.loads((resources_dir() / "style" / "structure.toml").read_text("utf-8"))
    kinds = (PlaceholderKind(r["what"], matcher(r["pattern"]), tuple(r["needs"])) for r in data["placeholder"])
    return PlaceholderSettings(Limits(**data["limits"]), tuple(kinds))


def placeholders(flat: str) -> Iterator[Placeholder]:
    """Yield each place of a block that was left for later; `flat` has each soft wrap as a space."""
    taken, lower = -1, flat.lower()
    found: list[Placeholder] = []
    for kind in settings().placeholders:
        if holds_one(lower, kind.needs):
            found.extend(Placeholder(*match.span(), kind.what) for match in kind.pattern.finditer(flat))
    for place in sorted(found):
        if place.start >= taken:
            taken = place.end
            yield place
