"""What of the text is on the screen, and where: the geometry that all painting and pointing goes by."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine

from desk.text.spans import Span
from ui.editor.layout import LINE_HEIGHT
from ui.editor.utf16 import UnitMap


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the document as painted: `start` and `length` in UTF-16 units, the rest in pixels."""

    start: int
    length: int
    layout: QTextLayout
    origin: QPointF
    bottom: float

    @property
    def top(self) -> float:
        """Return its upper edge in the viewport."""
        return self.origin.y()

    @property
    def foot(self) -> float:
        """Return the lower edge of its last line; `bottom` may have the margin of the whole text below that."""
        lines = self.layout.lineCount()
        return self.slot(self.layout.lineAt(lines - 1))[1] if lines else self.bottom

    def slot(self, line: QTextLine) -> tuple[float, float]:
        """Return upper and lower edge of a line with its share of the room between lines."""
        height = line.height()
        pad = height * (LINE_HEIGHT - 1) / 2
        top = self.origin.y() + line.y()
        return top - pad, top + height + pad

    def line_at(self, y: float) -> int:
        """Return the number of the line at a height of the viewport, found by halving; the nearest one outside."""
        numbers = range(self.layout.lineCount())
        within = y - self.origin.y()
        return max(0, bisect_right(numbers, within, key=lambda n: self._slot_top(self.layout.lineAt(n))) - 1)

    @staticmethod
    def _slot_top(line: QTextLine) -> float:
        return line.y() - line.height() * (LINE_HEIGHT - 1) / 2


class Stretch(NamedTuple):
    """The part of a span that stands on one line: its box as high as the letters, and the slot of the whole line."""

    left: float
    right: float
    top: float
    baseline: float
    bottom: float
    slot_top: float
    slot_bottom: float

    @property
    def slot(self) -> QRectF:
        """Return the box with its share of the room between the lines."""
        return QRectF(self.left, self.slot_top, self.right - self.left, self.slot_bottom - self.slot_top)


@dataclass(frozen=True, slots=True)
class Page:
    """The paragraphs that are at least partly on the screen, in order."""

    paragraphs: tuple[Paragraph, ...]
    units: UnitMap
    width: float

    @property
    def span(self) -> Span:
        """Return what is on the screen, in code points."""
        if not self.paragraphs:
            return Span(0, 0)
        last = self.paragraphs[-1]
        points = self.units.to_points
        return Span(points(self.paragraphs[0].start), points(last.start + last.length))

    def paragraph_at(self, unit: int) -> Paragraph | None:
        """Return the visible paragraph that holds the UTF-16 offset `unit`."""
        index = bisect_right(self.paragraphs, unit, key=lambda p: p.start) - 1
        if index < 0 or unit > self.paragraphs[index].start + self.paragraphs[index].length:
            return None
        return self.paragraphs[index]

    def stretches(self, span: Span, clip: QRectF | None = None) -> Iterator[Stretch]:
        """Return the parts of a span line by line, those within `clip` (from top to bottom) alone."""
        return self.stretches_of_units(self.units.to_units(span.start), self.units.to_units(span.end), clip)

    def stretches_of_units(self, start: int, end: int, clip: QRectF | None = None) -> Iterator[Stretch]:
        """Yield the same for a range of UTF-16 units."""
        first = max(0, bisect_right(self.paragraphs, start, key=lambda p: p.start) - 1)
        for paragraph in self.paragraphs[first:]:
            if paragraph.start > end or (paragraph.start == end and end > start):
                return
            if clip is None or (paragraph.bottom >= clip.top() and paragraph.top <= clip.bottom()):
                yield from _in_paragraph(paragraph, start - paragraph.start, end - paragraph.start, clip)

    def band(self, span: Span) -> tuple[float, float] | None:
        """Return upper and lower edge of the lines that hold a span; None if none of them is on the screen."""
        start, end = self.units.to_units(span.start), self.units.to_units(span.end)
        held = [p for p in self.paragraphs if p.start <= max(start, end - 1) and p.start + p.length >= start]
        return (held[0].top, held[-1].foot) if held else None


def _in_paragraph(paragraph: Paragraph, start: int, end: int, clip: QRectF | None) -> Iterator[Stretch]:
    layout = paragraph.layout
    start, end = max(0, start), min(end, paragraph.length)
    if start > end or not layout.lineCount():
        return
    number = layout.lineForTextPosition(start).lineNumber()
    if clip is not None:
        number = max(number, paragraph.line_at(clip.top()))
    while 0 <= number < layout.lineCount():
        line = layout.lineAt(number)
        if line.textStart() > end or (line.textStart() == end and end > start):
            return
        top, bottom = paragraph.slot(line)
        if clip is not None and top > clip.bottom():
            return
        yield _stretch(paragraph, line, start, end, top, bottom)
        number += 1


def _stretch(paragraph: Paragraph, line: QTextLine, start: int, end: int, top: float, bottom: float) -> Stretch:
    first = line.textStart()
    line_end = first + line.textLength()
    low, high = max(start, first), min(end, line_end)
    one, other = x_of(line, low), x_of(line, high)
    if high == line_end and high < paragraph.length:  # the cursor behind a wrapped line belongs to the next one
        words = line.naturalTextRect()
        other = words.left() if x_of(line, first) > words.center().x() else words.right()
    left = paragraph.origin.x()
    if other < one:  # from right to left
        one, other = other, one
    y = paragraph.origin.y() + line.y()
    return Stretch(left + one, left + other, y, y + line.ascent(), y + line.height(), top, bottom)


def x_of(line: QTextLine, position: int) -> float:
    """Return the x of a place in a line, in pixels of its layout."""
    x: Any = line.cursorToX(position)  # PySide returns (x, position), its stubs say object
    return float(x[0])
