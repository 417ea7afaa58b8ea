"""Words that lead somewhere as they are drawn: fine square dots close beneath them, in the ink that stands back.

Problems stand lower and have shapes and colours of their own; comments have a ground and a sign in the margin.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.editor.page import Page
from ui.editor.sheet import Sheet
from ui.editor.text_links import TextLinks

_DOTS = (1.0, 2.0)
"""A dot and the room behind it, in pixels."""
_BELOW = 1.5
"""Pixels beneath the words, above the lines of problems; on the middle of a pixel, else a dot has half its colour."""


class LinksLayer:
    """Draws the links that are on the screen."""

    def __init__(self, sheet: Sheet, links: TextLinks) -> None:
        self._sheet, self._links = sheet, links

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw nothing beneath the words."""

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw the dots."""
        pen = QPen(QColor(self._sheet.colours.faint), 1.0)
        pen.setDashPattern(_DOTS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        for link in self._links.now:
            if link.span.touches(page.span):
                for part in page.stretches(link.span):
                    foot = round(part.row.baseline) + _BELOW
                    painter.drawLine(QPointF(part.left, foot), QPointF(part.right, foot))
        painter.restore()
