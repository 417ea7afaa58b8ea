"""Which words are pronounced alike or nearly so, from a pronouncing dictionary; half a megabyte of numbers, not 30."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby

from desk.checks.word_table import WordTable

_PLACE = 4
"""Bytes of a word's place behind its sound, while they are sorted."""
_SWALLOWED = re.compile(rb"(?<=[NK]) T(?= S$)")
"""What nobody hears: residents, residence; facts, fax."""
_FIRST_VOWEL = re.compile(rb"^(?:AE|EH)(?= [A-Z]+ .*(?:AA|AE|AH|AO|AW|AY|EH|ER|EY|IH|IY|OW|OY|UH|UW))")
"""What is hardly heard: accept, except; access, excess."""


class AlikeSounds:
    """The words of each sound that several words have."""

    def __init__(self, lines: Iterable[bytes], words: WordTable) -> None:
        """`lines` are those of the dictionary: a word, `read(2)` for its second pronunciation, then its sounds."""
        self._words = words
        self._alike, starts = array("I"), array("I", [0])
        pairs: list[tuple[int, int]] = []  # which word has which sound
        for places in _groups(lines, words):
            pairs += [(place, len(starts) - 1) for place in places]
            self._alike.extend(places)
            starts.append(len(self._alike))
        pairs.sort()
        self._starts = starts
        self._places, self._sounds = array("I", (place for place, _ in pairs)), array("I", (s for _, s in pairs))

    def others(self, word: str) -> frozenset[str]:
        """Return the other words that are pronounced as this one is, in one of its ways."""
        own = self._words.place(word)
        at, found = bisect_left(self._places, own) if own >= 0 else len(self._places), set[int]()
        while at < len(self._places) and self._places[at] == own:
            sound = self._sounds[at]
            found.update(self._alike[self._starts[sound] : self._starts[sound + 1]])
            at += 1
        return frozenset(self._words.word(place) for place in found - {own})


def _groups(lines: Iterable[bytes], words: WordTable) -> Iterator[list[int]]:
    """Yield the words of each sound that several have; sorted as bytes, for texts would take 30 MB meanwhile."""
    spoken = sorted(_spoken(lines, words))
    for _, group in groupby(spoken, _sound):
        places = sorted({int.from_bytes(one[-_PLACE:], "big") for one in group})
        if len(places) > 1:
            yield places


def _spoken(lines: Iterable[bytes], words: WordTable) -> Iterator[bytes]:
    for line in lines:
        entry, _, sound = line.rstrip().partition(b" ")
        place = words.place(entry.partition(b"(")[0].decode())
        if place >= 0:
            yield as_heard(sound) + place.to_bytes(_PLACE, "big")


def as_heard(sound: bytes) -> bytes:
    """Return the sounds of a word as they are heard in a hurry."""
    return _FIRST_VOWEL.sub(b"AH", _SWALLOWED.sub(b"", sound))


def _sound(spoken: bytes) -> bytes:
    return spoken[:-_PLACE]
