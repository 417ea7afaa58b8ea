"""Draws a story of the queue: three lines where the pane is narrow, one line of columns where it is wide."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.queue_row import QueueRow
from desk.text.moments import to_the_day
from ui.look import icons, theme
from ui.queue.columns import EDGE, columns
from ui.queue.model import ELSEWHERE, ROW
from ui.queue.words import changed_words, due_words, open_words, state_words

_GAP, _BETWEEN = 8, " · "
_PAD = 9
_WIDE_PAD = 8
_ICON = 14
Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _icon() -> int:
    return icons.beside_words(_ICON)


class QueueDelegate(QStyledItemDelegate):
    """The story that is open has a bar at its left, one that another window of ours has a bar without colour."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open_id = ""
        self.wide = False

    def show_wide(self, on: bool) -> None:
        """Draw a story in columns on one line, or on three lines beside the text."""
        self.wide = on

    def show_open(self, story_id: str) -> None:
        """Set the story that is open off from the others."""
        self.open_id = story_id

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row, following the font."""
        line = QFontMetrics(option.font).height()
        return QSize(160, line + 2 * _WIDE_PAD if self.wide else 3 * line + 2 * _PAD + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row; a page that is on its way is an empty row."""
        row: QueueRow | None = index.data(ROW)
        painter.save()
        self._ground(painter, option, row)
        if index.data(ELSEWHERE):
            _bar(painter, option.rect, theme.current().control)
        if row is not None:
            pen = _Pen(painter, option.font, row)
            pen.columns(option.rect) if self.wide else pen.lines(option.rect)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.current().accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: QueueRow | None) -> None:
        now, rect = theme.current(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(now.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(now.hover))
        if row is not None and row.id == self.open_id:
            _bar(painter, rect, now.accent)
        painter.setPen(QColor(now.border))
        painter.drawLine(rect.left() + EDGE, rect.bottom(), rect.right() - EDGE, rect.bottom())


def _bar(painter: QPainter, rect: QRect, colour: str) -> None:
    painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colour))


class _Pen:
    """Writes one row."""

    def __init__(self, painter: QPainter, font: QFont, row: QueueRow) -> None:
        self._painter, self._font, self._row = painter, font, row
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._now = theme.current()
        self._late = row.is_late()

    def lines(self, rect: QRect) -> None:
        """Write three lines: slug and deadline; state and section; counts, whose hands it is in, the last change."""
        row, now, height = self._row, self._now, QFontMetrics(self._font).height()
        first = QRect(rect.left() + EDGE, rect.top() + _PAD, rect.width() - 2 * EDGE, height)
        second, third = first.translated(0, height + 3), first.translated(0, 2 * (height + 3))
        due = due_words(row, named=True)
        rest = self._right(first, due, self._due_colour(), bold=self._late) if due else first
        self._text(rest, row.slug or "(no slug)", now.text, bold=True)
        about = " · ".join(part for part in (state_words(row), row.section) if part)
        self._text(second, about, now.attention if row.void else now.muted, bold=row.void)
        rest = third.adjusted(self._counts(third) + _GAP, 0, 0, 0)
        said = _BETWEEN.join(part for part in (row.hands, "" if due else changed_words(row)) if part)
        whole = QFontMetrics(self._font).horizontalAdvance(said) <= rest.width()
        self._text(rest, said if whole else row.hands, now.muted, _RIGHT)  # no moment is cut off

    def columns(self, rect: QRect) -> None:
        """Write one line in columns."""
        row, now = self._row, self._now
        cells = columns(rect, QFontMetrics(self._font))
        self._text(cells["due"], due_words(row), self._due_colour(), bold=self._late)
        self._story(cells["story"])
        self._text(cells["state"], state_words(row), now.attention if row.void else now.text, bold=row.void)
        self._text(cells["section"], row.section, now.text)
        self._text(cells["hands"], row.hands, now.text)
        self._text(cells["changed"], to_the_day(row.changed), now.muted, _RIGHT)
        if row.open_findings is None:
            everything = cells["open"].united(cells["unchecked"])
            self._text(everything, open_words(row), self._unknown()[1], Qt.AlignmentFlag.AlignCenter, bold=True)
            return
        for name, count, colour in self._three():
            if name not in cells:
                continue
            self._text(
                cells[name], str(count) if count else "–", colour if count else now.control, _RIGHT, bold=count > 0
            )

    def _story(self, cell: QRect) -> None:
        slug = self._row.slug or "(no slug)"
        beside = (
            0 if self._row.headline == slug else QFontMetrics(self._font).horizontalAdvance(self._row.headline) + 12
        )
        most = cell.width() - min(beside, cell.width() * 2 // 5)
        used = min(QFontMetrics(self._bold).horizontalAdvance(slug), most)
        self._text(QRect(cell.left(), cell.top(), used + 1, cell.height()), slug, self._now.text, bold=True)
        if self._row.headline != slug:
            self._text(cell.adjusted(used + 12, 0, 0, 0), self._row.headline, self._now.muted)

    def _three(self) -> tuple[tuple[str, int, str], ...]:
        row, now = self._row, self._now
        return (
            ("open", row.open_findings or 0, now.attention),
            ("waived", row.waived, now.waived),
            ("unchecked", row.unchecked, now.unchecked),
        )

    def _counts(self, room: QRect) -> int:
        """Draw each count behind its sign, and return how many pixels that took."""
        row, now, at = self._row, self._now, 0
        signs = [(name if name != "open" else "attention", str(n), c) for name, n, c in self._three() if n]
        if row.open_findings is None:
            icon, colour = self._unknown()
            signs = [(icon, open_words(row), colour)]
        if not signs:
            signs = [("passed", open_words(row), now.passed)]
        for icon, words, colour in signs:
            top = room.top() + (room.height() - _icon()) // 2
            ratio = self._painter.device().devicePixelRatioF()
            self._painter.drawPixmap(room.left() + at, top, icons.pixmap(icon, colour, _icon(), ratio))
            at += _icon() + 4
            self._text(room.adjusted(at, 0, 0, 0), words, colour)
            at += QFontMetrics(self._font).horizontalAdvance(words) + 12
        return at - 12

    def _unknown(self) -> tuple[str, str]:
        """Return sign and colour of a story that nothing is known of yet."""
        return ("checking", self._now.checking) if self._row.checking else ("unchecked", self._now.unchecked)

    def _due_colour(self) -> str:
        if self._late:
            return self._now.attention
        return self._now.text if self._row.deadline else self._now.muted

    def _right(self, room: QRect, text: str, colour: str, *, bold: bool = False) -> QRect:
        """Write at the right edge and return what is left of the room."""
        self._text(room, text, colour, _RIGHT, bold=bold)
        used = QFontMetrics(self._bold if bold else self._font).horizontalAdvance(text)
        return room.adjusted(0, 0, -used - _GAP, 0)

    def _text(self, room: QRect, text: str, colour: str, at: Qt.AlignmentFlag = _LEFT, *, bold: bool = False) -> None:
        font = self._bold if bold else self._font
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self._painter.drawText(room, at, shown)
