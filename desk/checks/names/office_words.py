"""The offices and ranks of `offices.txt`: which exclude each other, and which words make another office of one."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from desk.checks.names.lists import lines_under, parts_of

_FILE = "offices.txt"
_SMALL = "words besides in small letters"
_MAKERS = "make another office of the next word"
_NOT_HELD = "say that it is not held"

Ladders = Mapping[str, str]
"""By heading of the file the office, told by the common form of its word: what one word says of its bearer."""


class OfficeWords(NamedTuple):
    """What the words of the file say: ladders by word, small words that describe, makers, words of what is not held."""

    ladders: dict[str, Ladders]
    described: dict[str, str]
    """By word in small letters the word as it stands before a name."""
    makers: frozenset[str]
    not_held: frozenset[str]


@cache
def office_words() -> OfficeWords:
    """Return the words of the file, read once when first needed."""
    parts, ladders = parts_of(_FILE), dict[str, dict[str, str]]()
    for heading, lines in lines_under(_FILE).items():
        for office in lines if heading not in (_SMALL, _MAKERS, _NOT_HELD) else ():
            for word in office:
                ladders.setdefault(word, {})[heading] = office[0]
    small = {word.lower(): word for word in ladders if len(word) > _SHORT and word.lower() not in parts[_SMALL]}
    return OfficeWords(dict(ladders), small, parts[_MAKERS], parts[_NOT_HELD])


_SHORT = 4  # letters of a short form at most ("Capt"); shortened and in small letters it is a slip of another kind
