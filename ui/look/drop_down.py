"""A drop-down that shows every entry there is room for on the screen, below its field or above it."""

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.look import icons
from ui.look.on_screen import room_for

_MOST = 40
"""Entries shown at once where the screen has room; Qt's own 10 hide four of fourteen countries."""


class _Entries(QStyledItemDelegate):
    """Draws an entry without words as the field shows itself where it is empty."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """Return the words of an entry, or those of the field where it has none."""
        words, field = super().displayText(value, locale), self.parent()
        line = field.lineEdit() if isinstance(field, QComboBox) else None
        return words if words or line is None else line.placeholderText()


def _whole_parts(words: str, metrics: QFontMetrics, room: int) -> str:
    """Return as many parts of “v1 · Anna Berg · 10:40” as there is room for, and never less than the first."""
    while metrics.horizontalAdvance(words) > room and _PART in words:
        words = words.rpartition(_PART)[0]
    return words


_PART = " · "


class DropDown(QComboBox):
    """A combo box whose list is as high as its entries with all that the style sheet puts around them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Entries(self))  # Qt's own for combo boxes takes no padding from a style sheet
        self.setMaxVisibleItems(_MOST)

    @property
    def shown(self) -> str:
        """Return the words of the field as they are shown: its whole parts, an ellipsis where the first has no room."""
        return self._option().currentText

    def fit(self, least: int, most: int) -> None:
        """Be as wide as the words of the field where there is room, and never narrower than `least` letters.

        More than `most` letters are given no room however wide the window is.
        """
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(least)
        self.setMinimumWidth(self.minimumSizeHint().width())
        self.setMinimumContentsLength(min(max(least, len(self.currentText())), most))

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        words = _whole_parts(option.currentText, option.fontMetrics, room)
        option.currentText = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        return option

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field; Qt under a style sheet cuts long words off in the middle of a letter."""
        painter, option = QStylePainter(self), self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """Open the list, then give it the height that Qt counts without borders and padding."""
        super().showPopup()
        popup = self.view().window()
        popup.setGeometry(self._place(popup))
        self.view().scrollTo(self.view().currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def _place(self, popup: QWidget) -> QRect:
        """Return where the list goes: below the field, above it where there is more room, never off the screen."""
        view, room = self.view(), room_for(self)
        around = max(0, popup.height() - view.viewport().height())
        height = self._height() + around
        width = max(self.width(), view.sizeHintForColumn(self.modelColumn()) + popup.width() - view.viewport().width())
        above, below = self.mapToGlobal(QPoint(0, 0)).y(), self.mapToGlobal(QPoint(0, self.height())).y()
        free_below, free_above = room.bottom() + 1 - below, above - room.top()
        goes_up = height > free_below and free_above > free_below
        height = min(height, free_above if goes_up else free_below)
        if height < self._height() + around:
            width += view.verticalScrollBar().sizeHint().width()
        width = min(width, room.width())
        left = min(max(self.mapToGlobal(QPoint(0, 0)).x(), room.left()), room.right() + 1 - width)
        return QRect(left, above - height if goes_up else below, width, height)

    def _height(self) -> int:
        shown = min(self.count(), self.maxVisibleItems())
        return sum(self.view().sizeHintForRow(row) for row in range(shown))


class MenuField(QPushButton):
    """A field that opens a menu, to stand beside drop-downs and look like them; it is as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setObjectName("menuField")
        self.setProperty("menu", True)
        self.setMenu(QMenu(self))
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_FIELD)

    def say(self, words: str) -> None:
        """Show these words; they are drawn here, for Qt would put them on the very border."""
        self._words = words
        self.update()

    @property
    def shown(self) -> str:
        """Return the words of the field as they are shown: with an ellipsis where there is no room for all."""
        return self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self._words_room().width())

    def _words_room(self) -> QRect:
        return self.rect().adjusted(_WORDS_FROM, 0, -icons.beside_words(_ARROW_ROOM), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then its words: where a style sheet has an arrow for the menu Qt gives those no padding."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        role = QPalette.ColorRole.ButtonText
        painter.drawItemText(self._words_room(), left, option.palette, self.isEnabled(), self.shown, role)


_LEAST_FIELD, _WORDS_FROM, _ARROW_ROOM = 88, 9, 26
"""Pixels: the least width of such a field, border and padding as drop-downs have them, and the arrow."""
