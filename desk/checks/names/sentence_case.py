"""Words of a story written as a sentence: what tells that one of them is a name, and so keeps its capital."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from desk.checks.names.calendar import is_of_a_date
from desk.checks.names.letters import squashed
from desk.checks.names.lists import is_word, lists
from desk.text.letter_case import LetterCase, in_case, names_in
from desk.text.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ALSO_PLAIN = frozenset({"may", "march", "sun", "sat", "wed", "mar", "lent", "advent"})
"""Words of the calendar that are others too: they are days and months where a date says so."""


def in_sentence_case(text: str, span: Span, known: Collection[str]) -> str:
    """Return the words at a place of a story as a sentence; `known` are names of the story and of the desk, whole.

    A capital stays where the rest of the story writes the word with one within its sentences, where all of a known name
    stands, or where the lists of names tell it; never where the rest writes the word small.
    """
    words, rest = span.of(text), f"{text[: span.start]}\n{text[span.end :]}"
    small = {word for word in _WORD.findall(rest) if word.islower()}
    told = {word for word in (*_known(words, known), *_listed(words)) if word.lower() not in small}
    return in_case(words, LetterCase.SENTENCE, names_in(rest) | told | set(_beside_names(words)))


def _known(words: str, known: Iterable[str]) -> Iterator[str]:
    """Yield the words of every known name that stands whole in the words, as the name has them."""
    folded = f" {' '.join(_WORD.findall(words)).casefold()} "
    for name in known:
        parts = _WORD.findall(name)
        if parts and f" {' '.join(parts).casefold()} " in folded:
            yield from (part for part in parts if part[0].isupper())


def _listed(words: str) -> Iterator[str]:
    """Yield the words that the lists tell for names: of the calendar, and those that are no plain words besides."""
    for match in _WORD.finditer(words):
        if _is_sure(match, words):
            yield _written(match[0], words)


def _beside_names(words: str) -> Iterator[str]:
    """Yield what is a name beside another: a plain word before a surname (Rose Duarte), any behind a given name."""
    for one, other in pairwise(_WORD.finditer(words)):
        if words[one.end() : other.start()].isspace() and one[0][0].isupper() and other[0][0].isupper():
            given, sure = squashed(one[0]) in lists().given, _is_sure(one, words)
            if given and sure and not _is_plain(other[0]):
                yield _written(other[0], words)
            elif given and _is_sure(other, words) and squashed(other[0]) in lists().surnames:
                yield _written(one[0], words)


def _written(word: str, words: str) -> str:
    return word.capitalize() if words.isupper() else word


def _is_sure(match: re.Match[str], words: str) -> bool:
    word, key = match[0], squashed(match[0])
    if key in lists().days:
        dated = is_of_a_date(words, match.start(), match.end())
        return dated or (len(key) > 3 and key not in _ALSO_PLAIN)
    return word[0].isupper() and key in lists().known and not _is_plain(word)


def _is_plain(word: str) -> bool:
    return is_word(word.lower())
