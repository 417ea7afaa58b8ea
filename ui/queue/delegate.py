"""Draws a story of the queue in two lines: slug and open findings, then state, section and when it changed."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.story import QueueRow
from ui import theme
from ui.queue.model import ROW, open_words, when

_EDGE = 16
_GAP = 8
_PAD = 9
Index = QModelIndex | QPersistentModelIndex


class QueueDelegate(QStyledItemDelegate):
    """Two lines a story; the one that is open has a bar at its left."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open_id = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row, following the font."""
        return QSize(160, 2 * QFontMetrics(option.font).height() + 2 * _PAD + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row; a page that is on its way is an empty row."""
        row: QueueRow | None = index.data(ROW)
        painter.save()
        self._ground(painter, option, row)
        if row is not None:
            self._words(painter, option, row)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QueueRow | None) -> None:
        now, rect = theme.current(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(now.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(now.hover))
        if row is not None and row.id == self.open_id:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(now.accent))
        painter.setPen(QColor(now.border))
        painter.drawLine(rect.left() + _EDGE, rect.bottom(), rect.right() - _EDGE, rect.bottom())

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, row: QueueRow) -> None:
        now, metrics = theme.current(), QFontMetrics(option.font)
        upper = QRect(
            option.rect.left() + _EDGE, option.rect.top() + _PAD, option.rect.width() - 2 * _EDGE, metrics.height()
        )
        lower = upper.translated(0, metrics.height() + 3)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        colour = now.attention if row.open_findings else now.passed if row.open_findings == 0 else now.muted
        _two(painter, upper, (bold, now.text, row.slug or "(no slug)"), (option.font, colour, open_words(row)))
        about = " · ".join(part for part in (str(row.state), row.section) if part)
        _two(painter, lower, (option.font, now.muted, about), (option.font, now.muted, when(row.changed)))


Words = tuple[QFont, str, str]


def _two(painter: QPainter, room: QRect, left: Words, right: Words) -> None:
    """Draw two texts in one line; the left one is shortened to make room for the right one."""
    width = QFontMetrics(right[0]).horizontalAdvance(right[2])
    painter.setFont(right[0])
    painter.setPen(QColor(right[1]))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right[2])
    painter.setFont(left[0])
    painter.setPen(QColor(left[1]))
    rest = room.adjusted(0, 0, -width - _GAP, 0)
    shown = QFontMetrics(left[0]).elidedText(left[2], Qt.TextElideMode.ElideRight, rest.width())
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, shown)
