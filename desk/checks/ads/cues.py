"""The words and phrases that speak for what a block is: `resources/ads/cues.toml` as values."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from desk.paths import resources_dir


@dataclass(frozen=True)
class Cues:
    """Sets of single words and patterns of phrases, by name; all in small letters."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, re.Pattern[str]]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name of every list, in the order of the file."""
        return (*self.words, *self.phrases)


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Return one pattern for all phrases; an edge that is a letter must be the edge of a word."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(_edged(phrase) for phrase in longest_first))


def _edged(phrase: str) -> str:
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + re.escape(phrase).replace("'", "['’]") + after


@cache
def cues() -> Cues:
    """Return the shipped cues, read once."""
    data = tomllib.loads((resources_dir() / "ads" / "cues.toml").read_text("utf-8"))
    return Cues(
        {name: frozenset(words.split()) for name, words in data["words"].items()},
        {name: _pattern(phrases) for name, phrases in data["phrases"].items()},
    )
