"""The words and phrases that speak for what a block is: `resources/ads/cues.toml` as values."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desk.paths import resources_dir
from desk.text.matcher import matcher


@dataclass(frozen=True, slots=True)
class Cues:
    """Sets of single words by name, and phrases by their first word; all in small letters."""

    words: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, str], ...]]
    """First word -> (the whole phrase between spaces, name of its list)."""
    marks: tuple[tuple[str, str], ...]
    """Phrases with signs in them, looked for letter by letter: (phrase, name of its list)."""

    def spoken(self, tokens: Sequence[str], text: str) -> set[str]:
        """Return the names of the lists of which a phrase occurs; `tokens` are the words of `text`, both small."""
        found = {name for mark, name in self.marks if mark in text}
        if firsts := self.phrases.keys() & tokens:
            joined = f" {' '.join(tokens)} "
            for first in firsts:
                found.update([name for phrase, name in self.phrases[first] if phrase in joined])
        return found


_PLAIN = matcher(r"[\w'+.-]+(?: [\w'+.-]+)*")


@cache
def cues() -> Cues:
    """Return the shipped cues, read once."""
    data = tomllib.loads((resources_dir() / "ads" / "cues.toml").read_text("utf-8"))
    phrases: dict[str, list[tuple[str, str]]] = {}
    marks = []
    for name, listed in data["phrases"].items():
        for phrase in listed:
            if _PLAIN.fullmatch(phrase):
                phrases.setdefault(phrase.split()[0], []).append((f" {phrase} ", name))
            else:
                marks.append((phrase, name))
    return Cues(
        {name: frozenset(words.split()) for name, words in data["words"].items()},
        {first: tuple(rows) for first, rows in phrases.items()},
        tuple(marks),
    )
