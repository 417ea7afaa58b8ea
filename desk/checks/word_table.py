"""Some ten thousands of words and the place of each, in a fifth of the memory of a dictionary of texts."""

from array import array
from collections.abc import Iterable, Iterator
from zlib import crc32

_EMPTY = -1
_ROOM = 2
"""Slots for one word, at least: of words that are not here, seven in ten meet an empty slot at once."""


class WordTable:
    """Words in their order; a word is found by its check sum."""

    def __init__(self, packed: bytes, count: int) -> None:
        """`packed` are so many words in UTF-8, each with a zero behind it; raises `ValueError` if they are not."""
        self._packed = packed
        self._starts = array("I", [0])
        self._mask = (1 << (_ROOM * count).bit_length()) - 1
        self._slots = array("i", [_EMPTY]) * (self._mask + 1)
        if packed.count(0) != count or not packed.endswith(b"\0"):
            raise ValueError("it has another number of words than it says")
        self._fill()

    def _fill(self) -> None:
        packed, slots, mask, starts, start = self._packed, self._slots, self._mask, self._starts, 0
        for place in range(packed.count(0)):
            end = packed.index(0, start)
            slot = crc32(packed[start:end]) & mask
            while slots[slot] >= 0:
                slot = (slot + 1) & mask
            slots[slot] = place
            start = end + 1
            starts.append(start)

    def word(self, place: int) -> str:
        """Return the word that stands in a place."""
        return self._packed[self._starts[place] : self._starts[place + 1] - 1].decode()

    def place(self, word: str) -> int:
        """Return which word it is, counted from 0; -1 where it is none of them."""
        wanted = word.encode(errors="surrogatepass")
        slot = crc32(wanted) & self._mask
        place = self._slots[slot]
        while place >= 0:
            start = self._starts[place]
            if self._packed[start : self._starts[place + 1] - 1] == wanted:
                return place
            slot = (slot + 1) & self._mask
            place = self._slots[slot]
        return _EMPTY

    def known(self, words: Iterable[str]) -> Iterator[str]:
        """Yield those of the words that are here; most are not, and meet an empty slot."""
        slots, mask, place = self._slots, self._mask, self.place
        return (
            word for word in words if slots[crc32(word.encode(errors="surrogatepass")) & mask] >= 0 and place(word) >= 0
        )
