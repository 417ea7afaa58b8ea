"""The one place of the window where code points and Qt's UTF-16 units meet.

`UnitMap` is `desk.text.spans.Utf16Map` for a text that is being typed in: it is amended with each change instead of
being made anew, so a key costs the same in 300 words and in 10,000.
"""

import re
from bisect import bisect_left

from PySide6.QtGui import QTextCursor, QTextDocument

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# Qt takes each of these for the end of a paragraph; a manuscript knows only the newline.
_ENDS = str.maketrans({"\u2029": "\n", "\ufdd0": "\n", "\ufdd1": "\n", "\r": "\n"})
_LONE = re.compile("[\ud800-\udfff]")


def _astral(text: str, start: int = 0) -> list[int]:
    return [start + found.start() for found in _ASTRAL.finditer(text)]


class UnitMap:
    """Converts places of one living text between code points and UTF-16 units, in O(log astral characters)."""

    __slots__ = ("_astral",)

    def __init__(self, text: str = "") -> None:
        self._astral = _astral(text)

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset of the code point offset `point`."""
        return point + bisect_left(self._astral, point)

    def to_points(self, unit: int) -> int:
        """Return the code point offset of the UTF-16 offset `unit`; inside a surrogate pair, that of its character."""
        if not self._astral:
            return unit
        numbers = range(len(self._astral))
        return unit - bisect_left(numbers, unit, key=lambda nth: self._astral[nth] + nth)

    def splice(self, start: int, removed: int, text: str) -> None:
        """Amend the map: `removed` code points at `start` gave way to `text`."""
        by = len(text) - removed
        low, high = bisect_left(self._astral, start), bisect_left(self._astral, start + removed)
        tail = self._astral[high:]
        self._astral[low:] = [*_astral(text, start), *([point + by for point in tail] if by else tail)]


def fit_for_qt(text: str) -> str:
    """Return the text as a document can hold it: CRLF as LF, and lone surrogates (which Qt drops) as U+FFFD."""
    return _LONE.sub("\ufffd", text.replace("\r\n", "\n").translate(_ENDS))


def units_of(text: str) -> int:
    """Return the length of the text in UTF-16 units."""
    return len(text) + len(_astral(text))


def units_in(document: QTextDocument) -> int:
    """Return the length of the document's text in UTF-16 units, without the paragraph end that Qt adds."""
    return document.characterCount() - 1


def read(document: QTextDocument, start: int, end: int) -> str:
    """Return the words between two UTF-16 offsets with every U+00A0 kept and paragraphs ended by newlines."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().translate(_ENDS)
