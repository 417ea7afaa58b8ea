"""What writers leave for later (TK, [check], CQ, XXX, lorem ipsum): `resources/style/structure.toml` as values."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from desk.paths import resources_dir


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
class PlaceholderSettings:
    """The whole file."""

    limits: Limits
    placeholders: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def settings() -> PlaceholderSettings:
    """Return the shipped figures and patterns, read once."""
    data = tomllib.loads((resources_dir() / "style" / "structure.toml").read_text("utf-8"))
    patterns = tuple((row["what"], re.compile(row["pattern"])) for row in data["placeholder"])
    return PlaceholderSettings(Limits(**data["limits"]), patterns)


def placeholders(flat: str) -> Iterator[Placeholder]:
    """Yield each place of a block that was left for later; `flat` has each soft wrap as a space."""
    taken = -1
    found = (
        Placeholder(match.start(), match.end(), what)
        for what, pattern in settings().placeholders
        for match in pattern.finditer(flat)
    )
    for place in sorted(found):
        if place.start >= taken:
            taken = place.end
            yield place
