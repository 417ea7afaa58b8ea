"""Which lines label advertising, by country: `resources/ads/labels.toml` as values."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from desk.paths import resources_dir
from desk.text.kept import kept_by_passage
from desk.text.matcher import matcher


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
    source: str = ""
    strong_open: tuple[str, ...] = ()
    """The strong ones that go on with a name, each with a space behind; `weak_open` likewise."""
    weak_open: tuple[str, ...] = ()

    def strength(self, line: str) -> Strength | None:
        """Return how strongly `line` labels what follows it; None where it is no label at all."""
        if len(line) > _TOO_LONG:
            return None
        words = plain(line)
        if words in self.strong:
            return Strength.STRONG
        if words in self.weak:
            return Strength.WEAK
        if not words or words.startswith(self.not_labels):
            return None
        return self._named(words)

    def _named(self, words: str) -> Strength | None:
        """Return the strength of a label that goes on with a name ("Sponsored by Acme") or a pointer to the story."""
        if len(words) > _LONGEST:
            return None
        if _POINTER.search(words) and words.split()[0] in _POINTED:
            return Strength.STRONG
        if words.startswith(self.strong_open):
            return Strength.STRONG
        return Strength.WEAK if words.startswith(self.weak_open) else None

    def wrong(self, line: str) -> bool:
        """Return whether `line` says who pays for something, in words that label no advertising ("Supported by")."""
        words = plain(line) if len(line) <= _TOO_LONG else ""
        return 0 < len(words) <= _LONGEST and self.strength(line) is None and words.startswith(self.not_labels)

    def closes(self, line: str) -> bool:
        """Return whether `line` says where an advertisement ends ("End of advertisement")."""
        words = plain(line) if len(line) <= _TOO_LONG else ""
        label = words.removeprefix("end of ").removeprefix("the ")
        if label == words:
            label = words.removesuffix(" ends")
        return label != words and (label in self.strong or label in self.weak)


_LONGEST = 60
"""Code points: a longer line is a sentence that happens to begin like a label."""
_TOO_LONG = 2 * _LONGEST
_OPEN = frozenset({"by", "with", "for", "from", "mit", "von", "avec", "par", "por", "con", "door", "met"})
_POINTED = frozenset({"advertisement", "advertising", "ad", "advert", "sponsored"})
_POINTER = matcher(
    r"(?:story|article|content|scroll|report) (?:continues|resumes|to continue)|continue reading|closes? ad"
)
_AROUND = matcher(r"^[^\w#]+|[\W_]+$")


@kept_by_passage
def plain(line: str) -> str:
    """Return the words of a line in small letters, single spaces between them and no marks around; kept for a while."""
    words = _AROUND.sub("", " ".join(line[: 2 * _LONGEST].lower().split()))
    return _AROUND.sub("", words.lstrip("#")) if words[:2] in ("# ", "##") else words


@cache
def _file() -> dict[str, dict[str, Any]]:
    return tomllib.loads((resources_dir() / "ads" / "labels.toml").read_text("utf-8"))


@cache
def labels(country: str) -> Labels:
    """Return the labels that count in `country` (a two-letter code); the general ones where it is not listed."""
    data = _file()
    general, own = data["general"], data.get(country, {})
    strong, weak = frozenset(own.get("strong", ())), frozenset(own.get("weak", ()))
    return _made(
        own.get("label", general["label"]),
        strong | (frozenset(general["strong"]) - weak),
        weak | (frozenset(general["weak"]) - strong),
        own.get("source", general["source"]),
    )


def _made(insert: str, strong: frozenset[str], weak: frozenset[str], source: str) -> Labels:
    no = tuple(_file()["not_labels"]["phrases"])
    return Labels(insert, strong, weak, no, source, _open_ones(strong), _open_ones(weak))


def _open_ones(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in sorted(phrases) if phrase.split()[-1] in _OPEN)


def countries() -> tuple[str, ...]:
    """Return the codes of the countries whose labels are known, in alphabetical order."""
    return tuple(sorted(name for name in _file() if name not in ("general", "not_labels")))


@kept_by_passage
def homes(line: str) -> tuple[str, ...]:
    """Return the countries whose own lists name `line` as a plain label."""
    words = plain(line)
    return tuple(code for code in countries() if words in _file()[code].get("strong", ()))


@cache
def any_country() -> Labels:
    """Return what is a label anywhere: the copy map is the same for every desk, the judgement on a label is not."""
    data = _file()
    rows = [row for name, row in data.items() if name != "not_labels"]
    strong = frozenset(phrase for row in rows for phrase in row.get("strong", ()))
    weak = frozenset(phrase for row in rows for phrase in row.get("weak", ())) - strong
    return _made(data["general"]["label"], strong, weak, data["general"]["source"])
