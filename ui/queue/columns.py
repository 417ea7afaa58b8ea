"""The columns of the wide queue: where each one stands, and the line of titles above them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import theme

WIDE = 860
"""Pixels from which the queue has columns."""
EDGE = 16
_GAP = 12
_WIDTHS = (
    ("due", "Deadline", 132),
    ("story", "Story", 0),
    ("state", "State", 168),
    ("section", "Section", 88),
    ("hands", "In hand", 128),
    ("open", "Open", 48),
    ("waived", "Waived", 60),
    ("unchecked", "Not checked", 88),
)
"""Name, title and width in pixels at the standard font; the story takes what is left."""
_NUMBERS = frozenset({"open", "waived", "unchecked"})


def columns(rect: QRect) -> dict[str, QRect]:
    """Return the place of each column within a row."""
    fixed = sum(width for _, _, width in _WIDTHS) + _GAP * (len(_WIDTHS) - 1)
    left, cells = rect.left() + EDGE, {}
    for name, _, width in _WIDTHS:
        width = width or max(rect.width() - 2 * EDGE - fixed, 120)
        cells[name] = QRect(left, rect.top(), width, rect.height())
        left += width + _GAP
    return cells


class Titles(QWidget):
    """The line of titles; `scroll_bar` is how many pixels the rows below are narrower."""

    def __init__(self) -> None:
        super().__init__()
        self.scroll_bar = 0
        self.setAccessibleName("Columns: " + ", ".join(title for _, title, _ in _WIDTHS))

    def sizeHint(self) -> QSize:
        """Return one line with some air."""
        return QSize(WIDE, self.fontMetrics().height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles."""
        painter, now = QPainter(self), theme.current()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(now.muted))
        cells = columns(self.rect().adjusted(0, 0, -self.scroll_bar, 0))
        for name, title, _ in _WIDTHS:
            side = Qt.AlignmentFlag.AlignRight if name in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            painter.drawText(cells[name], side | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(QColor(now.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
