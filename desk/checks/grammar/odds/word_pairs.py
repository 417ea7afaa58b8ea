"""How often two words stand side by side in books: a second opinion beside the model, from the list symspellpy ships.

The 243,342 pairs that are commonest in Google's books, with their counts. The model has more pairs, but lost the rarer
words of each; a pair of common words that is not in this list is hardly ever written.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable

from desk.checks.word_table import WordTable

_FEWEST = 6_400_000
"""The count of the rarest pair."""
_BITS = 17
"""Of one word's place: the model has 72,547."""
_COUNT_BITS = 9
"""Of the power of two, in sixteenths, by which a pair is commoner than the rarest: at most 260."""
_SIXTEENTHS = 16


class PairCounts:
    """The pairs whose words the model knows, two megabytes."""

    def __init__(self, lines: Iterable[bytes], words: WordTable) -> None:
        """`lines` are those of the list: two words, and how often they stood together."""
        self._place, places, packed = words.place, _Places(words), list[int]()
        for line in lines:
            first, second, count = line.split()
            before, after = places[first], places[second]
            if before >= 0 and after >= 0:
                packed.append((before << _BITS | after) << _COUNT_BITS | _power(int(count) / _FEWEST))
        packed.sort()
        self._packed = array("Q", packed)

    def commonness(self, first: str, second: str) -> float:
        """Return by what power of two the pair is commoner than the rarest one, and 1; 0 for what the list lacks."""
        before, after = self._place(first), self._place(second)
        if before < 0 or after < 0:
            return 0.0
        pair = (before << _BITS | after) << _COUNT_BITS
        at = bisect_left(self._packed, pair)
        power = self._packed[at] - pair if at < len(self._packed) else -1
        return 1 + power / _SIXTEENTHS if 0 <= power < 1 << _COUNT_BITS else 0.0


class _Places(dict[bytes, int]):
    """The place of each word, looked for once."""

    def __init__(self, words: WordTable) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, word: bytes) -> int:
        """Return the place of a word that was not asked for yet."""
        place = self[word] = self._words.place(word.decode())
        return place


def _power(times: float) -> int:
    """Return the power of two that a number is, in sixteenths; between two powers on a straight line."""
    whole = int(times).bit_length() - 1
    return round(_SIXTEENTHS * (whole + times / (1 << whole) - 1))
