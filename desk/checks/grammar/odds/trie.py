"""A file of word triples as pocketsphinx writes it, read where it lies: mapped, so that it takes no memory of its own.

The package would read all 27 MB of it into memory, and its words beside them. The answers are the package's own to the
last digit: `tests/desk/checks/grammar/odds/test_trie.py` asks both. The form of the file (little-endian; its order,
counts, two tables of numbers for pairs and one for triples, single words, then pairs and triples packed bit by bit,
each under the word that comes *last*, then the words) is that of `ngram_model_trie.c` and `lm_trie.c` of pocketsphinx.
"""

import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from struct import Struct
from typing import TypeVar

from desk.careful import careful_file
from desk.checks.word_table import WordTable

_HEAD = b"Trie Language Model\x03"
"""With the order of the model."""
_TABLE = 1 << 16
"""Numbers in a table; a pair or triple holds 16 bits that say which of them is its own."""
_SPARE = 8
"""Bytes behind the pairs and behind the triples, so that the last one can be read as a whole word of the machine."""
_COUNTS, _WORD, _FLOAT = Struct("<3I"), Struct("<I"), Struct("<f")
_long = Struct("<Q").unpack_from
_SINGLE_SIZE = 12
"""Bytes of a single word: its chance, that of falling back from it, its first pair."""
_LONG_LIST = 256
"""Pairs under one word: shorter lists are searched in the file, longer ones are kept unpacked once they were needed."""
_LISTS_KEPT = 1100
"""All that there are: 1,017, of 860,000 pairs, 3.4 MB when each was needed."""
_FEW = 64
"""Triples under one pair: of so many the likeliest is looked for, of more it is taken for certain."""
_PAIRS_KEPT = 4096
"""A paragraph of 80 words asks for 2,000; while it is edited they are looked for once."""
_CEILINGS_KEPT, _WORDS_KEPT = 1024, 2048
_DOUBT = 0.05
"""Scores are below 300,000: their digits in 32 bits are never off by more, two roundings together."""
UNKNOWN = -(1 << 29)
"""What the package says of a word that it has never met."""

Number = TypeVar("Number", int, float)
Pair = tuple[float, float, int, int]
"""Chance of a pair, of falling back from it, and its triples `[begin, end)`."""


class WordTriples:
    """The mapped file; numbers are logarithms to the base 1.0001, as the file holds them."""

    def __init__(self, path: Path, most: int) -> None:
        """Map the file; raises `OSError`, and `ValueError` where it is of another form."""
        with careful_file(path, most) as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[: len(_HEAD)] != _HEAD:
            raise ValueError("it is no trie of three orders")
        self._count, pairs, triples = _COUNTS.unpack_from(self._bytes, len(_HEAD))
        self._word_bits, self._next_bits = self._count.bit_length(), triples.bit_length()
        self._pair_bits, self._triple_bits = self._word_bits + 32 + self._next_bits, self._word_bits + 16
        self._word_mask, self._next_mask = (1 << self._word_bits) - 1, (1 << self._next_bits) - 1
        at = len(_HEAD) + _COUNTS.size + _WORD.size
        self._pair_chances, self._pair_falls, self._triple_chances = (
            self._floats(at + 4 * _TABLE * nth, _TABLE) for nth in range(3)
        )
        at += 4 * _TABLE * 3
        singles = self._bytes[at : at + _SINGLE_SIZE * (self._count + 1)]
        self._chances, self._falls = _native(array("f", singles))[::3], _native(array("f", singles))[1::3]
        self._first_pairs = _native(array("I", singles))[2::3]
        self._pairs = at + len(singles)
        self._triples = self._pairs + _packed(pairs, self._pair_bits)
        end = self._triples + _packed(triples, self._triple_bits)
        (size,) = _WORD.unpack_from(self._bytes, end)
        self.words = WordTable(self._bytes[end + _WORD.size : end + _WORD.size + size], self._count)
        self._place = lru_cache(_WORDS_KEPT)(self.words.place)
        self._pair = lru_cache(_PAIRS_KEPT)(self._look_for_pair)
        self._ceiling = lru_cache(_CEILINGS_KEPT)(self._look_for_ceiling)
        self._dearest = max(0.0, max(self._pair_falls))
        self._highest = self._highest_of_all()
        self._list = lru_cache(_LISTS_KEPT)(self._unpacked)

    def score(self, word: str, before: str = "", earlier: str = "") -> int:
        """Return the logarithm of the word's chance behind `before`, and `earlier` before that."""
        place = self._place(word)
        if place < 0:
            return UNKNOWN
        first = self._place(before) if before else -1
        if first < 0:
            return int(self._chances[place])
        second = self._place(earlier) if earlier else -1
        return self._score(place, first, second, self._pair(place, first), self._pair(first, second))

    def scores(self, row: Sequence[str], start: int, least: float) -> list[int] | None:
        """Return the scores of `row[start:]`, each word behind the two before it; None if their sum is below `least`.

        All words must be known, and one word stand before `start`.
        """
        places, found, total = [self._place(word) for word in row], [], 0.0
        second = places[start - 2] if start > 1 else -1
        first = places[start - 1]
        behind, last = self._pair(first, second), len(row) - 1
        hope = self._ceiling(places[last], places[last - 1]) + self._highest * (last - start)
        for at in range(start, last + 1):
            word = places[at]
            pair = self._pair(word, first)
            score = self._score(word, first, second, pair, behind)
            total += score
            found.append(score)
            hope -= self._highest
            if total + hope < least and at < last:
                return None
            second, first, behind = first, word, pair
        return found

    def _score(self, word: int, first: int, second: int, pair: Pair | None, behind: Pair | None) -> int:
        """Return the score of a word behind two; `pair` is the word's with `first`, `behind` that of the two."""
        if pair and pair[2] < pair[3]:
            found = self._find(second, pair[2], pair[3], self._triples, self._triple_bits)
            if found >= 0:
                return int(self._triple_at(found))
        fall = behind[1] if behind else 0.0
        return _sum(pair[0], fall) if pair else _sum(self._chances[word], self._falls[first], fall)

    def _look_for_ceiling(self, word: int, before: int) -> float:
        """Return what no score of a word behind this one is above, whatever stands before both."""
        pair = self._pair(word, before)
        if pair is None:
            return self._chances[word] + self._falls[before] + self._dearest + 1  # for roundings
        triples = range(pair[2], pair[3])
        likeliest = max(map(self._triple_at, triples), default=pair[0]) if len(triples) <= _FEW else 0.0
        return max(likeliest, pair[0] + self._dearest) + 1

    def _highest_of_all(self) -> float:
        """Return what no score is above: the likeliest words behind contexts that are dearest to fall back from."""
        alone = max(self._chances[: self._count]) + max(0.0, max(self._falls[: self._count]))
        return max(max(self._triple_chances), max(self._pair_chances) + self._dearest, alone + self._dearest)

    def let_go(self) -> None:
        """Give back the pages that were read; they are read again, mostly from the system's own cache, when needed."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._bytes.madvise(mmap.MADV_DONTNEED)

    def _floats(self, at: int, count: int) -> "array[float]":
        return _native(array("f", self._bytes[at : at + 4 * count]))

    def _look_for_pair(self, word: int, before: int) -> Pair | None:
        low, high = self._first_pairs[word], self._first_pairs[word + 1]
        if high - low > _LONG_LIST:
            listed = self._list(word)
            nth = bisect_left(listed, before)
            found = low + nth if nth < len(listed) and listed[nth] == before else -1
        else:
            found = self._find(before, low, high, self._pairs, self._pair_bits)
        return self._pair_at(found) if found >= 0 else None

    def _pair_at(self, found: int) -> Pair:
        data, bit, mask = self._bytes, found * self._pair_bits + self._word_bits, self._next_mask
        after, behind = bit + 32, bit + 32 + self._pair_bits
        numbers = _long(data, self._pairs + (bit >> 3))[0] >> (bit & 7)
        return (
            self._pair_chances[numbers >> 16 & 0xFFFF],
            self._pair_falls[numbers & 0xFFFF],
            _long(data, self._pairs + (after >> 3))[0] >> (after & 7) & mask,
            _long(data, self._pairs + (behind >> 3))[0] >> (behind & 7) & mask,
        )

    def _unpacked(self, word: int) -> "array[int]":
        """Return the words before this one, of all its pairs."""
        data, base, mask = self._bytes, self._pairs, self._word_mask
        low, high, step = self._first_pairs[word], self._first_pairs[word + 1], self._pair_bits
        bits = range(low * step, high * step, step)
        return array("I", [_long(data, base + (bit >> 3))[0] >> (bit & 7) & mask for bit in bits])

    def _triple_at(self, place: int) -> float:
        bit = place * self._triple_bits + self._word_bits
        number = _long(self._bytes, self._triples + (bit >> 3))[0] >> (bit & 7)
        return float(self._triple_chances[number & 0xFFFF])

    def _find(self, word: int, low: int, high: int, base: int, bits: int) -> int:
        """Return where in the sorted entries `[low, high)` the word stands, -1 where it does not."""
        data, mask = self._bytes, self._word_mask
        while low < high:
            middle = (low + high) >> 1
            bit = middle * bits
            there = _long(data, base + (bit >> 3))[0] >> (bit & 7) & mask
            if there < word:
                low = middle + 1
            elif there > word:
                high = middle
            else:
                return middle
        return -1


def _native(numbers: "array[Number]") -> "array[Number]":
    """Return the numbers of the file as this machine orders their bytes."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _packed(count: int, bits: int) -> int:
    """Return the bytes that so many entries take, and the one behind them that says where the last one ends."""
    return ((1 + count) * bits + 7) // 8 + _SPARE


def _sum(one: float, other: float, third: float = 0.0) -> int:
    """Return the whole part of the sum as the package has it, which rounds each sum to 32 bits."""
    total = one + other + third
    whole = int(total)
    if _DOUBT < whole - total < 1 - _DOUBT:
        return whole
    return int(_as_32(_as_32(one + other) + third))


def _as_32(number: float) -> float:
    return float(_FLOAT.unpack(_FLOAT.pack(number))[0])
