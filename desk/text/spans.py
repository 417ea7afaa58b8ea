"""Places in a text, counted in Unicode code points, and their way to UTF-16 units and back.

Everywhere outside `ui/editor/` a span is half-open `[start, end)` in code points. Qt and LanguageTool count UTF-16
units, in which each character above U+FFFF takes two; `Utf16Map` is the one border between the two ways of counting.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A place is a place even if it is empty: without this, `if span` would drop every insertion point."""
        return True

    def shifted(self, by: int) -> "Span":
        """Return the same length of text, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def touches(self, other: "Span") -> bool:
        """Return whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the words of `text` at this place."""
        return text[self.start : self.end]


class Utf16Map:
    """Converts places of one text between code points and UTF-16 units, in O(log astral characters)."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        # Most texts have no character above U+FFFF: `isascii` and `max` keep that case at C speed.
        astral = [] if text.isascii() or max(text) <= "\uffff" else [i for i, c in enumerate(text) if c > "\uffff"]
        self._points = astral
        self._units = [point + nth for nth, point in enumerate(astral)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset of the code point offset `point`."""
        return point + bisect_left(self._points, point)

    def to_points(self, unit: int) -> int:
        """Return the code point offset of the UTF-16 offset `unit`; inside a surrogate pair, that of its character."""
        before = bisect_right(self._units, unit)
        if before and self._units[before - 1] + 1 == unit:  # between the two halves of one character
            return unit - before
        return unit - bisect_left(self._units, unit)


def word_at(text: str, point: int) -> Span:
    """Return the word that holds a place of a text or touches it; empty where none does."""
    start = end = point
    while start and _is_of_word(text[start - 1]):
        start -= 1
    while end < len(text) and _is_of_word(text[end]):
        end += 1
    return Span(start, end)


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter in "’'-"
