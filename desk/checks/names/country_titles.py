"""Titles by country: what introduces a person in the papers of one country may be a word or a name in another's."""

from functools import cache

from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists, parts_of

_FILE = "titles_by_country.txt"


def is_title_in(word: str, country: str) -> bool:
    """Return whether a word, with or without its full stop, is a title in a country, or one that nobody mistakes."""
    bare = word.rstrip(".")
    return bare in _by_country().get(country, frozenset()) or bare in _anywhere()


@cache
def shortened_titles() -> frozenset[str]:
    """Return the titles of all countries that are written with a full stop, without it."""
    return frozenset(word.rstrip(".") for words in parts_of(_FILE).values() for word in words if word.endswith("."))


@cache
def _by_country() -> dict[str, frozenset[str]]:
    return {country: frozenset(word.rstrip(".") for word in words) for country, words in parts_of(_FILE).items()}


@cache
def _anywhere() -> frozenset[str]:
    return frozenset(word for words in _by_country().values() for word in words if _is_unmistakable(word))


def _is_unmistakable(word: str) -> bool:
    """Return whether a word is no word, no name and no initialism besides."""
    return len(word) > 2 and not word.isupper() and not is_word(word.lower()) and squashed(word) not in lists().known
