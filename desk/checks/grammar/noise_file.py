"""The shipped rules of what to leave out, read from `resources/grammar/noise.toml`."""

import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desk.errors import BugError
from desk.paths import resources_dir


@dataclass(frozen=True, slots=True)
class Patterns:
    """Rule ids, whole, as a beginning (`EN_COMPOUNDS*`) or as an end (`*_HYPHEN`)."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    ends: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Collection[str]) -> "Patterns":
        """Return the patterns that the words write down."""
        return cls(
            frozenset(word for word in words if "*" not in word),
            tuple(sorted(word[:-1] for word in words if word.endswith("*"))),
            tuple(sorted(word[1:] for word in words if word.startswith("*"))),
        )

    def match(self, rule: str) -> bool:
        """Return whether the rule is meant."""
        return rule in self.whole or rule.startswith(self.beginnings) or rule.endswith(self.ends)


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Rules that speak only in a house that has the style, and only in copy of these variants (all if empty)."""

    name: str
    rules: Patterns
    english: frozenset[str]
    reason: str


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """Rules that hold in some Englishes alone; "en" stands for copy of any English."""

    rules: Patterns
    english: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noise:
    """What LanguageTool says that a newsroom does not want to hear."""

    off: Patterns
    categories: frozenset[str]
    on: Patterns
    """Rules that are told although their category is off."""
    more: tuple[str, ...]
    """Rules that LanguageTool ships switched off and that we switch on, in alphabetical order."""
    lower: Patterns
    """Rules that are told as a hint."""
    styles: tuple[HouseStyle, ...]
    only_in: tuple[OnlyIn, ...]
    furniture: Patterns
    """The rules that are told of headlines and other furniture, besides spelling."""
    furniture_categories: frozenset[str]
    caption_off: Patterns
    """The rules that are not told of captions."""
    speakers: Patterns
    """The rules that are not told of what people said."""
    speakers_categories: frozenset[str]
    words: frozenset[str]
    """Words of the trade that the dictionary lacks, in lower case."""
    world: Mapping[str, frozenset[str]]
    """Words of one English or of a language beside it that the dictionary lacks, in lower case, and where."""
    second: frozenset[str]
    """Words of a second dictionary, in lower case; some are misspelt there, so that a common word beside one counts."""
    joined: frozenset[str]
    """Small words that no compound holds, so that one within an unknown word is a lost space."""
    foreign: frozenset[str]
    """Small words of other languages."""
    speech: frozenset[str]
    """Verbs that follow a name."""
    titles: frozenset[str]
    """Short forms before a name, without their full stop."""


@lru_cache(maxsize=1)
def noise() -> Noise:
    """Return the shipped rules; raises `BugError` where the file is missing or broken."""
    path = resources_dir() / "grammar" / "noise.toml"
    try:
        return _read(path)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise BugError(f"{path} is missing or broken: {error!r}") from error


def _read(path: Path) -> Noise:
    raw = tomllib.loads(path.read_text("utf-8"))
    groups, words = raw["off"], raw["words"]
    return Noise(
        off=Patterns.of([rule for group in groups for rule in group.get("rules", [])]),
        categories=frozenset(name for group in groups for name in group.get("categories", [])),
        on=Patterns.of(raw["on"]["rules"]),
        more=tuple(sorted(raw["more"]["rules"])),
        lower=Patterns.of([rule for group in raw["lower"] for rule in group["rules"]]),
        styles=tuple(
            HouseStyle(g["name"], Patterns.of(g["rules"]), frozenset(g.get("english", ())), g["reason"])
            for g in raw["house_style"]
        ),
        only_in=tuple(OnlyIn(Patterns.of(g["rules"]), frozenset(g["english"])) for g in raw["only_in"]),
        furniture=Patterns.of(raw["furniture"]["rules"]),
        furniture_categories=frozenset(raw["furniture"]["categories"]),
        caption_off=Patterns.of(raw["caption"]["off"]),
        speakers=Patterns.of(raw["speech"]["off"]),
        speakers_categories=frozenset(raw["speech"]["categories"]),
        words=frozenset(words["accepted"].split()),
        world=_of_the_world((group["english"], group["words"].split()) for group in raw["world"]),
        second=_second_dictionary(),
        joined=frozenset(words["joined"].split()),
        foreign=frozenset(words["foreign"].split()),
        speech=frozenset(words["speech"].split()),
        titles=frozenset(words["titles"].split()),
    )


def _of_the_world(groups: Iterable[tuple[str, list[str]]]) -> Mapping[str, frozenset[str]]:
    """Return the Englishes of each word of these groups."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for english, words in groups:
        for word in words:
            found[word].update(english.split(", "))
    return {word: frozenset(englishes) for word, englishes in found.items()}


def _second_dictionary() -> frozenset[str]:
    lines = (resources_dir() / "grammar" / "south_african.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
