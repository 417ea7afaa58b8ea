"""What of the text is on the screen, and where: the geometry that all painting and pointing goes by."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine

from desk.text.spans import Span
from ui.editor.layout import LINE_HEIGHT
from ui.editor.utf16 import UnitMap, units_of


class Row(NamedTuple):
    """One line on the screen: `start` and `end` in UTF-16 units of its paragraph, the rest in pixels of the viewport.

    The slot is the line with its share of the room between lines.
    """

    start: int
    end: int
    slot_top: float
    top: float
    baseline: float
    bottom: float
    slot_bottom: float
    line: QTextLine


class Stretch(NamedTuple):
    """The part of a span that stands on one line."""

    left: float
    right: float
    row: Row

    @property
    def slot(self) -> QRectF:
        """Return its box with its share of the room between the lines."""
        return QRectF(self.left, self.row.slot_top, self.right - self.left, self.row.slot_bottom - self.row.slot_top)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the document as painted: `start` and `length` in UTF-16 units, the rest in pixels.

    `rows` are those of its lines that are on the screen.
    """

    start: int
    length: int
    layout: QTextLayout
    origin: QPointF
    rows: tuple[Row, ...]

    def drawn(self, start: int, end: int) -> tuple[int, int]:
        """Return where a range stands in the layout, which also holds what an input method is composing."""
        at = self.layout.preeditAreaPosition()
        if at < 0:
            return start, end
        composed = units_of(self.layout.preeditAreaText())
        return start + composed * (start >= at), end + composed * (end > at)

    @property
    def head(self) -> float:
        """Return the upper edge of its first line's slot."""
        return self.origin.y()

    @property
    def foot(self) -> float:
        """Return the lower edge of its last line's slot."""
        lines = self.layout.lineCount()
        return row_of(self.layout.lineAt(lines - 1), self.origin.y()).slot_bottom if lines else self.origin.y()

    @property
    def first_row(self) -> Row:
        """Return its first line, on the screen or not."""
        return row_of(self.layout.lineAt(0), self.origin.y())


@dataclass(frozen=True, slots=True)
class Page:
    """The paragraphs that are at least partly on the screen, in order."""

    paragraphs: tuple[Paragraph, ...]
    units: UnitMap
    width: float

    @property
    def span(self) -> Span:
        """Return what is on the screen, whole paragraphs, in code points."""
        if not self.paragraphs:
            return Span(0, 0)
        last = self.paragraphs[-1]
        points = self.units.to_points
        return Span(points(self.paragraphs[0].start), points(last.start + last.length))

    def paragraph_at(self, unit: int) -> Paragraph | None:
        """Return the visible paragraph that holds the UTF-16 offset `unit`."""
        index = bisect_right(self.paragraphs, unit, key=_start) - 1
        if index < 0 or unit > self.paragraphs[index].start + self.paragraphs[index].length:
            return None
        return self.paragraphs[index]

    def stretches(self, span: Span) -> Iterator[Stretch]:
        """Return the parts of a span that are on the screen, line by line."""
        return self.stretches_of_units(self.units.to_units(span.start), self.units.to_units(span.end))

    def stretches_of_units(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the same for a range of UTF-16 units."""
        first = max(0, bisect_right(self.paragraphs, start, key=_start) - 1)
        for paragraph in self.paragraphs[first:]:
            if paragraph.start > end or (paragraph.start == end and end > start):
                return
            low, high = max(0, start - paragraph.start), min(end - paragraph.start, paragraph.length)
            if low <= high:
                yield from _in_paragraph(paragraph, *paragraph.drawn(low, high))

    def band(self, span: Span) -> tuple[float, float] | None:
        """Return upper and lower edge of the paragraphs that hold a span; None if none of them is on the screen."""
        start, end = self.units.to_units(span.start), self.units.to_units(span.end)
        held = [p for p in self.paragraphs if p.start <= max(start, end - 1) and p.start + p.length >= start]
        return (held[0].head, held[-1].foot) if held else None


def _start(paragraph: Paragraph) -> int:
    return paragraph.start


def _in_paragraph(paragraph: Paragraph, start: int, end: int) -> Iterator[Stretch]:
    length = paragraph.drawn(0, paragraph.length)[1]
    for row in paragraph.rows:
        wrapped = row.end < length  # a place behind a wrapped line belongs to the next one
        if row.end < start or (row.end == start and wrapped):
            continue
        if row.start > end or (row.start == end and end > start):
            return
        one = x_of(row.line, max(start, row.start))
        other = _far_end(row) if wrapped and end >= row.end else x_of(row.line, min(end, row.end))
        left = paragraph.origin.x()
        yield Stretch(left + min(one, other), left + max(one, other), row)


def _far_end(row: Row) -> float:
    """Return the x where the words of a line end, at its left where they run from right to left."""
    words = row.line.naturalTextRect()
    return words.left() if x_of(row.line, row.start) > words.center().x() else words.right()


def row_of(line: QTextLine, above: float) -> Row:
    """Return a line of a paragraph that begins at the height `above`."""
    start, height = line.textStart(), line.height()
    top, pad = above + line.y(), height * (LINE_HEIGHT - 1) / 2
    bottom = top + height
    return Row(start, start + line.textLength(), top - pad, top, top + line.ascent(), bottom, bottom + pad, line)


def rows_between(layout: QTextLayout, above: float, top: float, bottom: float) -> Iterator[Row]:
    """Yield the lines of a paragraph that touch the room from `top` to `bottom`, the first one found by halving."""
    number = bisect_right(range(layout.lineCount()), top - above, key=lambda n: layout.lineAt(n).y()) - 1
    for n in range(max(0, number), layout.lineCount()):
        row = row_of(layout.lineAt(n), above)
        if row.slot_top > bottom:
            return
        if row.slot_bottom >= top:
            yield row


def x_of(line: QTextLine, position: int) -> float:
    """Return the x of a place in a line, in pixels of its layout."""
    x: Any = line.cursorToX(position)  # PySide returns (x, position), its stubs say object
    return float(x[0])
