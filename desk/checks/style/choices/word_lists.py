"""Lists of words that the recognisers know, from `resources/style/word_lists.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache

from desk.careful import careful_text
from desk.paths import resources_dir


@cache
def _lists() -> Mapping[str, str]:
    return tomllib.loads(careful_text(resources_dir() / "style" / "word_lists.toml"))


def words_in_order(name: str) -> tuple[str, ...]:
    """Return the words of a list as they stand in the file."""
    return tuple(_lists()[name].split())


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words_in_order(name))
