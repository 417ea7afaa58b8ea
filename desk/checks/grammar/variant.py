"""Which English a text plainly speaks: counted by words that one side of the Atlantic spells otherwise."""

import re
import tomllib
from functools import cache

from desk.paths import resources_dir

_WORD = re.compile(r"[a-z]+")
_ENOUGH = 3
"""Different words of one spelling that make it plain; two may be a name and a quotation."""
_TIMES = 4
"""How many times as often the one spelling must stand."""


def spoken_variant(text: str) -> str | None:
    """Return "en-GB" or "en-US" where the text plainly speaks it, None where it shows nothing or both.

    Canadian, Australian and other spellings mix the two; they count as none unless one side prevails.
    """
    spellings = _spellings()
    found: dict[str, list[str]] = {"en-GB": [], "en-US": []}
    for word in _WORD.findall(text):  # lower case alone: a capital may be a name (Labour, Center)
        variant = spellings.get(word)
        if variant is not None:
            found[variant].append(word)
    first, second = sorted(found, key=lambda variant: len(found[variant]), reverse=True)
    plain = len(set(found[first])) >= _ENOUGH and len(found[first]) >= _TIMES * len(found[second])
    return first if plain else None


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
