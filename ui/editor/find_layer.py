"""The places found, as they are drawn: a box around each that is on the screen."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ui.editor.page import Page
from ui.editor.search import Match
from ui.editor.sheet import Sheet


class FindLayer:
    """Draws the places that the find bar found."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._matches: Sequence[Match] = ()

    def show(self, matches: Sequence[Match]) -> None:
        """Draw these places (in text order, of the text as it is) from now on."""
        if matches or self._matches:
            self._matches = matches
            self._sheet.viewport().update()

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw the boxes."""
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

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw nothing above the words."""


def _end(match: Match) -> int:
    return match.span.end
