"""Weights of features in a file that is mapped, not read: which classes a feature speaks for, and how much."""

import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from struct import Struct
from zlib import crc32

from desk.careful import careful_file

MAGIC = b"CDWEIGH1"
HEAD = Struct("<8sIII")
"""Magic, features, weights, bytes of the names of classes."""
MOST = 16_000_000
"""Bytes; the largest file has 2 million."""
_KEPT = 2048

_NO_ROW = (b"", array("b"))

Row = tuple[tuple[int, int], ...]
"""The classes that a feature speaks for or against, by their number, with its weight."""


class MappedWeights:
    """The mapped file: check sums of features in order, where the weights of each begin, classes, weights."""

    def __init__(self, path: Path) -> None:
        """Map the file; raises `OSError`, and `ValueError` where it is of another form."""
        with careful_file(path, MOST) as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, self._count, many, named = HEAD.unpack_from(self._bytes)
        size = HEAD.size + named + 4 * self._count + 4 * (self._count + 1) + 2 * many
        if magic != MAGIC or size != len(self._bytes) or named % 4 or sys.byteorder != "little":
            raise ValueError("it holds no weights")
        view, at = memoryview(self._bytes), HEAD.size
        self.classes = tuple(bytes(view[at : at + named]).decode().split())
        at += named
        self._sums = view[at : at + 4 * self._count].cast("I")
        at += 4 * self._count
        self._starts = view[at : at + 4 * (self._count + 1)].cast("I")
        at += 4 * (self._count + 1)
        self._classes = view[at : at + many]
        self._values = view[at + many :]
        self.row = lru_cache(_KEPT)(self._row)

    def _row(self, feature: str) -> "tuple[bytes, array[int]]":
        """Return the classes of a feature and its weight for each; nothing where it was never seen."""
        wanted = crc32(feature.encode(errors="surrogatepass"))
        place = bisect_left(self._sums, wanted)
        if place == self._count or self._sums[place] != wanted:
            return _NO_ROW
        start, end = self._starts[place], self._starts[place + 1]
        return bytes(self._classes[start:end]), array("b", bytes(self._values[start:end]))

    def totals(self, features: Iterable[str]) -> list[int]:
        """Return what the features come to for each class."""
        found = [0] * len(self.classes)
        for feature in features:
            for nth, value in zip(*self.row(feature), strict=True):
                found[nth] += value
        return found

    def total(self, features: Iterable[str]) -> int:
        """Return what the features come to where there is one class only."""
        return sum(sum(self.row(feature)[1]) for feature in features)


def packed(rows: dict[str, Row], classes: Iterable[str]) -> bytes:
    """Return the bytes of a file with these weights, each from -127 to 127."""
    by_sum = sorted((crc32(feature.encode(errors="surrogatepass")), row) for feature, row in rows.items())
    starts = array("I", [0])
    for _, row in by_sum:
        starts.append(starts[-1] + len(row))
    names = " ".join(classes).encode()
    names += b" " * (-len(names) % 4)
    flat = [one for _, row in by_sum for one in row]
    return b"".join(
        (
            HEAD.pack(MAGIC, len(by_sum), len(flat), len(names)),
            names,
            array("I", [key for key, _ in by_sum]).tobytes(),
            starts.tobytes(),
            bytes(nth for nth, _ in flat),
            array("b", [value for _, value in flat]).tobytes(),
        )
    )
