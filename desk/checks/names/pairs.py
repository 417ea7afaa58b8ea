"""Which words of a story are near enough to be compared: found by shared keys, never each against each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from desk.checks.names.group import Word
from desk.checks.names.letters import consonants, sounds, without_article
from desk.checks.names.lists import lists

_SHORTEST = 3
_CROWD = 6  # words that share one key; a larger crowd says nothing about any two of them, and costs its square
_PARTNERS = 16  # words one word is compared with; keeps 5,000 names that all look alike linear


def keys(word: Word, variants: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yield the keys under which near spellings meet: the letters, all but one, sorted, and by sound."""
    key = without_article(word.text)
    yield key
    for i in range(1 if len(key) < 6 else 0, len(key)):
        yield key[:i] + key[i + 1 :]
    yield "".join(sorted(key)) + "*"
    yield sounds(key) + "~"
    yield consonants(key) + "#"
    if key in variants:
        yield min(variants[key]) + "="


def near(words: Iterable[Word]) -> Iterator[tuple[Word, Word]]:
    """Yield each pair of words that share a key, once, in the order of the story; linear in the number of words."""
    partners: dict[str, set[str]] = defaultdict(set)
    for crowd in _crowds(words):
        for i, first in enumerate(crowd):
            known = partners[first.text]
            for second in crowd[i + 1 :]:
                if second.text not in known and len(known) < _PARTNERS:
                    known.add(second.text)
                    yield first, second


def _crowds(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Yield the words that share a key, where they are few enough to say something about each other."""
    variants = lists().variants
    alone: dict[str, Word] = {}  # most keys have one word: a list for each would cost more than all comparisons
    sharing: dict[str, list[Word]] = {}
    for word in words:
        if len(word.key) >= _SHORTEST:
            for key in keys(word, variants):
                other = alone.setdefault(key, word)
                if other is not word:
                    crowd = sharing.setdefault(key, [other])
                    if crowd[-1] is not word:
                        crowd.append(word)
    return (crowd for crowd in sharing.values() if len(crowd) <= _CROWD)
