"""Which English a text plainly speaks: counted by words that one side of the Atlantic spells otherwise."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from desk.paths import resources_dir
from desk.text.kept import kept_by_passage

_WORD = re.compile(r"[a-z]+")
_ENOUGH = 3
"""Different words of one spelling that make it plain; two may be a name and a quotation."""
_TIMES = 4
"""How many times as often the one spelling must stand."""


def spoken_variant(texts: Iterable[str]) -> str | None:
    """Return "en-GB" or "en-US" where the blocks of a text plainly speak it, None where they show nothing or both.

    Canadian, Australian and other spellings mix the two; they count as none unless one side prevails.
    """
    found: dict[str, list[str]] = {"en-GB": [], "en-US": []}
    for text in texts:
        for variant, words in zip(found, _spelled(text), strict=True):
            found[variant] += words
    first, second = sorted(found, key=lambda variant: len(found[variant]), reverse=True)
    plain = len(set(found[first])) >= _ENOUGH and len(found[first]) >= _TIMES * len(found[second])
    return first if plain else None


@kept_by_passage
def _spelled(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a block that are British alone, and those that are American alone."""
    spellings = _spellings()  # in lower case alone: a capital may be a name (Labour, Center)
    telling = [(word, spellings[word]) for word in _WORD.findall(text) if word in spellings]
    british = tuple(word for word, variant in telling if variant == "en-GB")
    return british, tuple(word for word, variant in telling if variant != "en-GB")


def as_written_in(english: str, word: str) -> str:
    """Return the word as British or American English writes it; as it is in others, and where both write it so."""
    if _spellings().get(word, english) == english or english not in ("en-GB", "en-US"):
        return word
    return _others().get(word, word)


@cache
def _others() -> dict[str, str]:
    """Return each word of the list as the other side of the Atlantic writes it."""
    table = tomllib.loads((resources_dir() / "grammar" / "spellings.toml").read_text("utf-8"))
    pairs = [
        *table["words"].items(),
        *(
            (_joined(british, ending), _joined(american, ending))
            for british, american in table["stems"].items()
            for ending in table["endings"]
        ),
    ]
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


@cache
def _spellings() -> dict[str, str]:
    table = tomllib.loads((resources_dir() / "grammar" / "spellings.toml").read_text("utf-8"))
    out: dict[str, str] = {}
    for british, american in table["words"].items():
        out[british], out[american] = "en-GB", "en-US"
    for stem_gb, stem_us in table["stems"].items():
        for ending in table["endings"]:
            out[_joined(stem_gb, ending)], out[_joined(stem_us, ending)] = "en-GB", "en-US"
    return out


def _joined(stem: str, ending: str) -> str:
    return stem.removesuffix("e") + ending if ending[:1] in ("i", "e") and stem.endswith("e") else stem + ending
