"""Finds words in a text as a person compares them: white space as one space, invisible signs away, accents composed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from desk.errors import KnownError
from desk.text.spans import Span
from desk.text.wording import ChangeKind, Piece, reworded
from desk.text.words import shortened

_OBJECT = "\ufffc"
_WITHOUT_SPACES = "\u2e80"
"""From here on stand the scripts of East Asia."""
_CLUSTER = re.compile(r"\s+|.[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]*", re.DOTALL)


def comparable(text: str) -> str:
    """Return a text as paragraphs are compared."""
    if text.isascii():  # nothing to compose and nothing invisible: most paragraphs, forty times as fast
        return " ".join(text.split())
    return " ".join(_Seen(text).text.split())


def found(words: str, text: str, nth: int = 0) -> Span | None:
    """Return where the words stand in the text for the `nth` time, from 0, in code points; None where they do not."""
    seen = _Seen(text)
    wanted = _Seen(words).text
    at = _find(wanted, seen.text, nth)
    if at < 0 and wanted != wanted.strip():  # the room at the end of a paragraph is in no reading
        wanted = wanted.strip()
        at = _find(wanted, seen.text, nth)
    if at < 0 or not wanted:
        return None
    return Span(seen.starts[at], seen.ends[at + len(wanted) - 1])


def occurrence(words: str, text: str, at: int) -> int:
    """Return for the how manieth time, from 0, words stand in a text at `at`, as `found` counts."""
    seen, wanted = _Seen(text), _Seen(words).text
    nth, place = 0, seen.text.find(wanted)
    while 0 <= place < len(seen.starts) and seen.starts[place] < at:
        nth, place = nth + 1, seen.text.find(wanted, place + 1)
    return nth


def _find(wanted: str, text: str, nth: int) -> int:
    at = text.find(wanted)
    for _ in range(nth):
        if at < 0:
            break
        at = text.find(wanted, at + 1)
    return at


class Rewriting:
    """One paragraph while edits are made in it one after the other."""

    def __init__(self, text: str) -> None:
        self._old = text
        self._new = text
        self._origins: list[int | None] = list(range(len(text)))

    def replace(self, old: str, new: str) -> None:
        """Put words in the place of others; raises `KnownError` where the old ones do not stand there."""
        end = len(self._new.rstrip())
        place = found(old, self._new) if old else Span(end, end)
        if place is None:
            raise KnownError(
                f"“{shortened(old, 60)}” does not stand in the paragraph “{shortened(self._new, 60)}”: "
                "read the document again and make the edit anew."
            )
        self._new = self._new[: place.start] + new + self._new[place.end :]
        self._origins[place.start : place.end] = [None] * len(new)

    def pieces(self) -> list[Piece]:
        """Return what is removed and added, in places of the paragraph as it was, no smaller than words."""
        told = []
        for old, new in self._changes():
            told += [p for p in reworded(old.of(self._old), new, old.start) if p.change is not ChangeKind.SAME]
        return list(_one_a_place(told))

    def _changes(self) -> Iterator[tuple[Span, str]]:
        """Yield each stretch of the old text with the new text that stands for it."""
        kept = [(at, origin) for at, origin in enumerate(self._origins) if origin is not None and self._stays(at)]
        last = (-1, -1)
        for at, origin in [*kept, (len(self._new), len(self._old))]:
            if at - last[0] > 1 or origin - last[1] > 1:
                yield Span(last[1] + 1, origin), self._new[last[0] + 1 : at]
            last = at, origin

    def _stays(self, at: int) -> bool:
        """Return whether a character stays: it is in a word of which every letter does."""
        first, last = self._word(at, -1), self._word(at, 1)
        start, end = self._origins[first], self._origins[last]
        if start is None or end is None or self._origins[first : last + 1] != list(range(start, end + 1)):
            return False
        return not _in_word(self._old[max(start - 1, 0) : start + 1]) and not _in_word(self._old[end : end + 2])

    def _word(self, at: int, step: int) -> int:
        while 0 <= at + step < len(self._new) and _in_word(self._new[min(at, at + step) : max(at, at + step) + 1]):
            at += step
        return at


def _one_a_place(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces with what is added at one place as one: a word and a wider room behind it are told apart."""
    held: Piece | None = None
    for piece in pieces:
        together = held is not None and held.change is piece.change and held.old.end == piece.old.start
        if held is not None and together:
            old, new = Span(held.old.start, piece.old.end), Span(held.new.start, piece.new.end)
            held = Piece(piece.change, held.text + piece.text, old, new)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _in_word(two: str) -> bool:
    """Return whether two letters stand in one word; writing without spaces is told letter by letter."""
    return len(two) == 2 and two.isalnum() and max(two) < _WITHOUT_SPACES


class _Seen:
    """A text as it is compared, and for each of its characters where it comes from."""

    def __init__(self, text: str) -> None:
        letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for cluster in _CLUSTER.finditer(text):
            for letter in _letters(cluster[0]):
                letters.append(letter)
                self.starts.append(cluster.start())
                self.ends.append(cluster.end())
        self.text = "".join(letters)


def _letters(cluster: str) -> str:
    if cluster[0].isspace():
        return " "
    seen = (c for c in unicodedata.normalize("NFC", cluster) if unicodedata.category(c) != "Cf" and c != _OBJECT)
    return "".join("-" if c == "\u2011" else c for c in seen)
