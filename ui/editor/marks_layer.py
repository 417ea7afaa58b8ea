"""Findings as they are drawn on the sheet: underlines, the ground of the current one, the flash of a place gone to."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from desk.checks.check import Finding
from desk.text.spans import Span
from ui.editor.marks import Mark, Marks
from ui.editor.page import Page, Stretch
from ui.editor.sheet import Sheet
from ui.editor.spoken_marks import SpokenMarks
from ui.editor.strokes import STEP, side_line, underline

_ROUND = 3.0
_ENDLESS = 4000
_SIDE = 9.0  # how far left of the words the line beside a passage stands, in pixels


class MarksLayer:
    """Draws the marks that are on the screen."""

    def __init__(self, sheet: Sheet, marks: Marks) -> None:
        self._sheet = sheet
        self._marks = marks
        self._spoken = SpokenMarks(sheet, marks)
        self.current: Finding | None = None
        self.flash: Span | None = None

    def show_current(self, finding: Finding | None) -> None:
        """Set one finding off from the others, or none."""
        self.current = finding
        self._sheet.viewport().update()

    def show_flash(self, span: Span | None) -> None:
        """Set a place off until the next call, or none."""
        self.flash = span
        self._sheet.viewport().update()

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw the ground of the current finding and of the flash."""
        colours = self._sheet.colours
        if self.flash is not None:
            self._ground(painter, page, self.flash, colours.flash, None)
        mark = self._marks.shown(self.current, page.span) if self.current is not None else None
        if mark is not None and self.flash is None and mark.span.touches(page.span):
            self._ground(painter, page, mark.span, colours.current, colours.current_edge)

    def _ground(self, painter: QPainter, page: Page, span: Span, colour: str, edge: str | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(edge) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for part in page.stretches(span):
            box = QRectF(part.left, part.row.top, part.right - part.left, part.row.bottom - part.row.top)
            painter.drawRoundedRect(box.adjusted(-2.5, -1.5, 2.5, 2.5), _ROUND, _ROUND)

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw the underlines."""
        self._spoken.painted()
        for mark in self._marks.within(page.span):
            if mark.open:
                self._draw(painter, page, mark)

    def _draw(self, painter: QPainter, page: Page, mark: Mark) -> None:
        finding = mark.finding
        colour = self._sheet.colours.marks[finding.item]
        if mark.long:
            _beside(painter, page, mark, colour)
            return
        for part in page.stretches(mark.span):
            if part.right - part.left < 1:
                _wedge(painter, part, colour)
            else:
                underline(painter, finding, colour, part.left, part.right, part.row.baseline + 4.5 + STEP * mark.level)


def _beside(painter: QPainter, page: Page, mark: Mark, colour: str) -> None:
    """Mark a passage with a line beside it."""
    if (band := page.band(mark.span)) is not None:
        first = page.paragraphs[0]
        left = first.origin.x() + first.layout.lineAt(0).x()
        top, bottom = band[0] + 4, band[1] - 4
        if bottom - top > _ENDLESS:  # a dashed line of 100,000 pixels takes longer to draw than all the rest
            top, bottom = max(top, -20.0), min(bottom, _ENDLESS + 20.0)
        side_line(painter, mark.finding, colour, left - _SIDE, top, bottom)


def _wedge(painter: QPainter, part: Stretch, colour: str) -> None:
    """Mark a place without words, such as a gap where something is missing."""
    foot = part.row.baseline + 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(
        QPolygonF([QPointF(part.left, foot), QPointF(part.left - 4, foot + 6), QPointF(part.left + 4, foot + 6)])
    )
