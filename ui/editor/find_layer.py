"""What the find bar looks through, as it is drawn, and the places found: a box around each that is on the screen."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desk.text.spans import Span
from ui.editor.find_scope import FindScope
from ui.editor.page import Page
from ui.editor.search import Match
from ui.editor.sheet import Sheet

_EDGE = 2
"""Pixels of the strokes at both ends of what is looked through."""


class FindLayer:
    """Draws the part of the text that the find bar looks through, and the places that it found."""

    def __init__(self, sheet: Sheet, scope: FindScope) -> None:
        self._sheet = sheet
        self.scope = scope
        self._matches: Sequence[Match] = ()

    def show(self, matches: Sequence[Match]) -> None:
        """Draw these places (in text order, of the text as it is) from now on."""
        if matches or self._matches:
            self._matches = matches
            self._sheet.viewport().update()

    def show_scope(self) -> None:
        """Draw what is looked through as it is now."""
        self._sheet.viewport().update()

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw the ground of what is looked through, and the boxes."""
        if self.scope.chosen is not None:
            self._draw_scope(painter, page, self.scope.chosen)
        if not self._matches:
            return
        seen = page.span
        painter.setPen(QColor(self._sheet.colours.match_edge))
        painter.setBrush(QColor(self._sheet.colours.match))
        for match in self._matches[bisect_left(self._matches, seen.start, key=_end) :]:
            if match.span.start > seen.end:
                return
            for part in page.stretches(match.span):
                painter.drawRect(
                    QRectF(part.left - 0.5, part.row.top, part.right - part.left, part.row.bottom - part.row.top)
                )

    def _draw_scope(self, painter: QPainter, page: Page, chosen: Span) -> None:
        """Fill the lines of what was chosen but where the selection stands, and draw a stroke at either end."""
        cursor, points = self._sheet.textCursor(), page.units.to_points
        first, last = points(cursor.selectionStart()), points(cursor.selectionEnd())
        for start, end in ((chosen.start, min(first, chosen.end)), (max(last, chosen.start), chosen.end)):
            for part in page.stretches(Span(start, end)) if start < end else ():
                painter.fillRect(part.slot, QColor(self._sheet.colours.scope))
        edge = QColor(self._sheet.colours.match_edge)
        for end in {chosen.start, chosen.end}:
            for part in page.stretches(Span(end, end)):
                painter.fillRect(part.slot.adjusted(-_EDGE / 2, 0, _EDGE / 2, 0), edge)

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw nothing above the words."""


def _end(match: Match) -> int:
    return match.span.end
