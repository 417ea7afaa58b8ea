"""Which lines label advertising, by country: `resources/ads/labels.toml` as values."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from desk.paths import resources_dir


class Strength(StrEnum):
    """How plainly a label says that the space was paid for."""

    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one country, in small letters; `insert` is the line that a remedy puts above an advertisement."""

    insert: str
    strong: frozenset[str]
    weak: frozenset[str]
    not_labels: tuple[str, ...]

    def strength(self, line: str) -> Strength | None:
        """Return how strongly `line` labels what follows it; None where it is no label at all."""
        words = plain(line)
        if not words or words.startswith(self.not_labels):
            return None
        if words in self.strong:
            return Strength.STRONG
        if words in self.weak:
            return Strength.WEAK
        return self._named(words)

    def _named(self, words: str) -> Strength | None:
        """Return the strength of a label that goes on with a name ("Sponsored by Acme") or a pointer to the story."""
        if len(words) > _LONGEST:
            return None
        if _POINTER.search(words) and words.split()[0] in _POINTED:
            return Strength.STRONG
        for phrases, strength in ((self.strong, Strength.STRONG), (self.weak, Strength.WEAK)):
            if any(words.startswith(f"{phrase} ") for phrase in phrases if phrase.split()[-1] in _OPEN):
                return strength
        return None


_LONGEST = 60
"""Code points: a longer line is a sentence that happens to begin like a label."""
_OPEN = frozenset({"by", "with", "for", "from"})
_POINTED = frozenset({"advertisement", "advertising", "ad", "advert", "sponsored"})
_POINTER = re.compile(
    r"(?:story|article|content|scroll|report) (?:continues|resumes|to continue)|continue reading|closes? ad"
)
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


def plain(line: str) -> str:
    """Return the words of a line in small letters, single spaces between them and no marks around."""
    return _AROUND.sub("", " ".join(line[: 2 * _LONGEST].lower().split()))


@cache
def _file() -> dict[str, dict[str, Any]]:
    return tomllib.loads((resources_dir() / "ads" / "labels.toml").read_text("utf-8"))


@cache
def labels(country: str) -> Labels:
    """Return the labels that count in `country` (a two-letter code); the general ones where it is not listed."""
    data = _file()
    general, own = data["general"], data.get(country, {})
    strong, weak = frozenset(own.get("strong", ())), frozenset(own.get("weak", ()))
    return Labels(
        own.get("label", general["label"]),
        strong | (frozenset(general["strong"]) - weak),
        weak | (frozenset(general["weak"]) - strong),
        tuple(data["not_labels"]["phrases"]),
    )


@cache
def any_country() -> Labels:
    """Return what is a label anywhere: the copy map is the same for every desk, the judgement on a label is not."""
    data = _file()
    rows = [row for name, row in data.items() if name != "not_labels"]
    strong = frozenset(phrase for row in rows for phrase in row.get("strong", ()))
    weak = frozenset(phrase for row in rows for phrase in row.get("weak", ())) - strong
    return Labels(data["general"]["label"], strong, weak, tuple(data["not_labels"]["phrases"]))
