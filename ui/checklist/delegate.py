"""Draws the rows of the checklist: state as icon, word and colour together, never colour alone."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.review.words import STANDINGS, item_words
from ui.checklist.model import JUDGED, LINE, state_words
from ui.look import icons, theme

_EDGE = 12
_ICON = 18
_FOLD = 14
_GAP = 8
_STATE_ICONS = {
    ItemState.PASSED: "passed",
    ItemState.ATTENTION: "attention",
    ItemState.WAIVED: "waived",
    ItemState.UNCHECKED: "unchecked",
    ItemState.CHECKING: "checking",
}
_WRAPPED = Qt.TextFlag.TextWordWrap
Index = QModelIndex | QPersistentModelIndex


def state_icon(line: Line) -> str:
    """Return the name of the icon that shows an item's state."""
    if line.manual:
        return "box-ticked" if line.state is ItemState.PASSED else "box"
    return _STATE_ICONS[line.state]


def state_colour(line: Line) -> str:
    """Return the colour of an item's state in the theme in force."""
    if line.manual and line.state is not ItemState.PASSED:
        return theme.current().muted
    return str(getattr(theme.current(), line.state.value))


def _bold(font: QFont) -> QFont:
    out = QFont(font)
    out.setWeight(QFont.Weight.DemiBold)
    return out


def _title_font(option: QStyleOptionViewItem, line: Line) -> QFont:
    return option.font if line.manual else _bold(option.font)


class ChecklistDelegate(QStyledItemDelegate):
    """Draws items as one line and findings as two: the words with the first remedy, then the message."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row, following the font and, for an item, the width that the tree gives it."""
        height = QFontMetrics(option.font).height()
        if (line := index.data(LINE)) is None:
            return QSize(160, 2 * height + 18)
        tree = self.parent()  # the option has no width yet where a tree asks
        row = QRect(0, 0, tree.viewport().width() if isinstance(tree, QTreeView) else 0, 0)
        room, font = self._title_room(option, line, row), _title_font(option, line)
        wanted = QFontMetrics(font).boundingRect(QRect(0, 0, room.width(), 0), _WRAPPED, item_words(line.item)).height()
        return QSize(160, max(height, wanted) + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        line, judged = index.data(LINE), index.data(JUDGED)
        if line:
            if line.manual:
                self._parting(painter, option, index)
            self._line(painter, option, line)
        elif judged:
            self._finding(painter, option, judged)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        now = theme.current()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(now.selected))
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), QColor(now.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(now.hover))

    def _parting(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line between the automatic items and those ticked by hand."""
        above = index.sibling(index.row() - 1, 0).data(LINE)
        if above is not None and not above.manual:
            edge = QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1)
            painter.fillRect(edge, QColor(theme.current().border))

    def _title_room(self, option: QStyleOptionViewItem, line: Line, row: QRect) -> QRect:
        """Return where the title of an item stands: between its icon and its state."""
        left = _EDGE + _fold() + _icon() + _GAP
        state = QFontMetrics(option.font).horizontalAdvance(state_words(line)) + (0 if line.manual else _icon() + 6)
        return row.adjusted(left, 0, -(_EDGE + state + _GAP), 0)

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        now, rect = theme.current(), option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        self._lead(painter, option, line, rect)
        words, colour = state_words(line), state_colour(line)
        width = QFontMetrics(option.font).horizontalAdvance(words)
        right = QRect(rect.right() - width, rect.top(), width + 1, rect.height())
        painter.setPen(QColor(colour))
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter, words)
        if not line.manual:
            _draw_icon(
                painter, state_icon(line), colour, QRect(right.left() - _icon() - 6, rect.top(), _icon(), rect.height())
            )
        painter.setFont(_title_font(option, line))
        painter.setPen(QColor(now.text))
        painter.drawText(
            self._title_room(option, line, option.rect), _WRAPPED | Qt.AlignmentFlag.AlignVCenter, item_words(line.item)
        )

    def _lead(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, rect: QRect) -> None:
        """Draw what stands left of the title."""
        now = theme.current()
        place = QRect(rect.left() + _fold(), rect.top(), _icon(), rect.height())
        if line.manual:
            _draw_icon(painter, state_icon(line), state_colour(line), place)
            return
        if line.findings:
            name = "next" if option.state & QStyle.StateFlag.State_Open else "fold"
            _draw_icon(
                painter, name, now.muted, QRect(rect.left() - 4, rect.top(), 14, rect.height()), icons.beside_words(14)
            )
        colour = next((c for item, c in now.items.items() if item == line.item), now.muted)
        _draw_icon(painter, line.item, colour, place)

    def _finding(self, painter: QPainter, option: QStyleOptionViewItem, judged: Judged) -> None:
        now, height = theme.current(), QFontMetrics(option.font).height()
        left = _EDGE + _fold() + _icon() + _GAP
        upper = QRect(option.rect.left() + left, option.rect.top() + 7, option.rect.width() - left - _EDGE, height)
        settled = judged.standing is not Standing.OPEN
        if settled:
            name = "waived" if judged.standing is Standing.WAIVED else "not-an-error"
            _draw_icon(painter, name, now.waived, upper.adjusted(-_icon() - _GAP, 0, 0, 0), icons.beside_words(16))
        self._quote(painter, option, judged, upper, settled=settled)
        painter.setFont(option.font)
        painter.setPen(QColor(now.muted))
        said = f"{STANDINGS[judged.standing].capitalize()}: {judged.why}" if settled else judged.finding.message
        _draw_words(painter, upper.translated(0, height + 3), said)

    def _quote(
        self, painter: QPainter, option: QStyleOptionViewItem, judged: Judged, room: QRect, *, settled: bool
    ) -> None:
        now, font = theme.current(), _bold(option.font)
        font.setStrikeOut(False)
        quote = " ".join(judged.finding.quote.split()) or "(here)"
        suggestion = "" if settled or not judged.finding.suggestions else judged.finding.suggestions[0]
        painter.setFont(font)
        painter.setPen(QColor(now.muted if settled else now.text))
        metrics = QFontMetrics(font)
        most = room.width() if not suggestion else max(room.width() * 3 // 5, room.width() // 2)
        shown = metrics.elidedText(quote, Qt.TextElideMode.ElideRight, most)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if suggestion:
            painter.setFont(option.font)
            painter.setPen(QColor(now.passed))
            _draw_words(painter, room.adjusted(metrics.horizontalAdvance(shown) + _GAP, 0, 0, 0), f"→ {suggestion}")


def _fold() -> int:
    return icons.beside_words(_FOLD)


def _icon() -> int:
    return icons.beside_words(_ICON)


def _draw_icon(painter: QPainter, name: str, colour: str, room: QRect, size: int = 0) -> None:
    ratio, size = painter.device().devicePixelRatioF(), size or _icon()
    painter.drawPixmap(room.left(), room.center().y() - size // 2 + 1, icons.pixmap(name, colour, size, ratio))


def _draw_words(painter: QPainter, room: QRect, words: str) -> None:
    flat = " ".join(words.split())
    shown = painter.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
