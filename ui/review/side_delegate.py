"""Draws the rows beside the text, each as high as its words need: nothing that a chief must read is cut off."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import icons, theme
from ui.review.rows import Row, Sort

_EDGE, _ICON, _GAP, _PAD = 14, 18, 8, 7
_ABOVE_TITLE = 8
_WRAP = int(Qt.TextFlag.TextWordWrap)
_HIGHEST = 4000
Index = QModelIndex | QPersistentModelIndex


def colour(name: str) -> str:
    """Return a colour of the theme by the name that a row gives; `items.grammar` is that of an item."""
    now = theme.current()
    if name.startswith("items."):
        return next((tint for item, tint in now.items.items() if item == name.removeprefix("items.")), now.text)
    return str(getattr(now, name)) if name else now.text


def _icon() -> int:
    return icons.beside_words(_ICON)


def _bold(font: QFont) -> QFont:
    out = QFont(font)
    out.setWeight(QFont.Weight.DemiBold)
    return out


class SideDelegate(QStyledItemDelegate):
    """Titles as one line with a count; rows as words in question, message, and who decided why."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row in the width there is."""
        row, width = _row(index), self._view.viewport().width()
        line = QFontMetrics(option.font).height()
        if row.sort is Sort.SECTION:
            return QSize(width, line + 2 * _PAD + (_ABOVE_TITLE if index.row() else 0))
        height = sum(box.height() for _, _, box in self._texts(option, row, width)) + 2 * _PAD - 2
        return QSize(width, max(height, line + 2 * _PAD - 2))

    def _texts(self, option: QStyleOptionViewItem, row: Row, width: int) -> list[tuple[str, QFont, QRect]]:
        """Return the texts of a row with their fonts and boxes (from the top left of the room for words)."""
        room = max(40, width - 2 * _EDGE - _icon() - _GAP)
        bold = row.sort not in (Sort.NOTHING, Sort.NOTE, Sort.MANUAL)
        fonts = (_bold(option.font) if bold else option.font, option.font, option.font)
        out = []
        top = 0
        for text, font in zip((row.title, row.detail, row.foot), fonts, strict=True):
            if text:
                box = QFontMetrics(font).boundingRect(QRect(0, 0, room, _HIGHEST), _WRAP, text)
                out.append((text, font, QRect(0, top, room, box.height())))
                top += box.height()
        return out

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = _row(index)
        painter.save()
        if row.sort is Sort.SECTION:
            self._title(painter, option, row, first=not index.row())
        else:
            self._ground(painter, option, row)
            self._words(painter, option, row)
        painter.restore()

    def _title(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, *, first: bool) -> None:
        now, rect = theme.current(), option.rect.adjusted(0, 0 if first else _ABOVE_TITLE, 0, 0)
        if not first:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(now.border))
        inner = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        painter.setFont(_bold(option.font))
        painter.setPen(QColor(now.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row.title)
        painter.setPen(QColor(now.attention if row.count else now.muted))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(row.count or "none"))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        now = theme.current()
        if not row.can_be_chosen:
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(now.selected))
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), QColor(now.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(now.hover))

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        now, origin = theme.current(), option.rect.topLeft() + QPoint(_EDGE + _icon() + _GAP, _PAD - 1)
        if row.icon:
            ratio = painter.device().devicePixelRatioF()
            image = icons.pixmap(row.icon, colour(row.colour), _icon(), ratio)
            painter.drawPixmap(option.rect.left() + _EDGE, origin.y(), image)
        settled = row.sort is Sort.NOTE and row.colour == "passed"
        for nth, (text, font, box) in enumerate(self._texts(option, row, option.rect.width())):
            faint = row.sort is Sort.NOTHING or settled or (nth and text != row.foot)
            painter.setFont(font)
            painter.setPen(QColor(now.muted if faint else self._ink(row, text)))
            painter.drawText(box.translated(origin), _WRAP, text)

    def _ink(self, row: Row, text: str) -> str:
        if text != row.foot:
            return theme.current().text
        inks = {Sort.SETTLED: "waived", Sort.FINDING: "waived", Sort.UNCHECKED: "waived", Sort.MANUAL: row.colour}
        return colour(row.foot_colour or inks.get(row.sort, "muted"))


def _row(index: Index) -> Row:
    row = index.data(Qt.ItemDataRole.UserRole)
    return row if isinstance(row, Row) else Row(Sort.NOTHING, "")
