"""Small widgets that several panes share, each with its accessible name from the start."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.look import icons
from ui.look.tips import plain_tip

_NUMBER = 96
"""Pixels of a field for a number."""
_BUTTON_EDGES = 36
"""Pixels of a button that are not words: padding and border on both sides, and some for a bold font."""
_LINK_EDGES = 14
"""The same of a link."""


def label(text: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that never takes text for markup; `name` is its role in the style sheet."""
    out = Paragraph(text) if wrap else QLabel(text)
    out.setObjectName(name)
    out.setTextFormat(Qt.TextFormat.PlainText)
    return out


class Paragraph(QLabel):
    """Words of several lines: as high as they are in the width they have.

    The toolkit asks for the height of a narrow column, which stood as empty room around every short sentence.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # without it a pane too low cuts the words off instead of scrolling
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size in the width it was given; before that what the toolkit asks for."""
        hint = super().sizeHint()
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            hint.setHeight(self.heightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class ShortLabel(QLabel):
    """A label of one line that ends in an ellipsis where there is no room, with the whole text as its tool tip."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show this text."""
        self._whole = " ".join(text.split())
        self.setToolTip(plain_tip(self._whole))
        self.setAccessibleName(self._whole)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        """Shorten anew."""
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def _fit(self) -> None:
        room = max(self.width() - 2, 16)
        super().setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class RestingScrollBar(QScrollBar):
    """A scroll bar that keeps its place and shows nothing where there is nothing to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle only where it can be moved."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class Button(QPushButton):
    """A push button that does one thing."""

    def __init__(self, text: str, act: Callable[[], object]) -> None:
        super().__init__(text)
        self._act = act
        self.clicked.connect(self._do)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by its key on every system: with some only Space does, and a dialog would press its first button."""
        self.click() if pressed(event, Where.BUTTON) == "press" else super().keyPressEvent(event)

    def _do(self) -> None:
        self._act()


class Tool(QToolButton):
    """A tool button that does one thing."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._act = act
        self.clicked.connect(self._do)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by its key, as a button with words."""
        self.click() if pressed(event, Where.BUTTON) == "press" else super().keyPressEvent(event)

    def _do(self) -> None:
        self._act()


class ShortButton(Button):
    """A button whose words end in an ellipsis where there is no room."""

    def __init__(self, text: str, act: Callable[[], object]) -> None:
        super().__init__("", act)
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - (_LINK_EDGES if self.property("link") else _BUTTON_EDGES), 24)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


def button(
    text: str,
    act: Callable[[], object],
    *,
    primary: bool = False,
    link: bool = False,
    icon: str = "",
    short: bool = False,
) -> QPushButton:
    """Return a push button that calls `act`."""
    out = ShortButton(text, act) if short else Button(text, act)
    out.setAccessibleName(text.replace("&", ""))
    out.setProperty("primary", primary)
    out.setProperty("link", link)
    out.setAutoDefault(False)
    if icon:
        out.setIcon(icons.icon(icon))
        out.setProperty("icon_name", icon)
    return out


def tool(icon: str, name: str, act: Callable[[], object], tip: str = "") -> QToolButton:
    """Return a flat button with an icon alone; `name` is what it is called."""
    out = Tool(act)
    out.setIcon(icons.icon(icon))
    out.setProperty("icon_name", icon)
    out.setAccessibleName(name)
    out.setToolTip(plain_tip(tip or name))
    return out


def tint(parent: QWidget) -> None:
    """Draw the icons of all buttons below `parent` anew in the colours of the theme."""
    for one in parent.findChildren(QAbstractButton):
        if name := one.property("icon_name"):
            one.setIcon(icons.icon(name))


def number_field(low: int, high: int, value: int) -> QSpinBox:
    """Return a field for a number."""
    out = QSpinBox()
    out.setMinimumWidth(_NUMBER)
    out.setRange(low, high)
    out.setValue(value)
    out.lineEdit().setTextMargins(6, 0, 6, 0)
    return out


def wrapped_list(name: str) -> QListWidget:
    """Return a list that breaks its lines and never scrolls sideways; `name` is what it is called."""
    out = QListWidget()
    out.setAccessibleName(name)
    out.setWordWrap(True)
    out.setResizeMode(QListWidget.ResizeMode.Adjust)
    out.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return out


def row(*widgets: QWidget | None, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a row of widgets; `None` is a stretch."""
    out = QHBoxLayout()
    out.setSpacing(spacing)
    out.setContentsMargins(*margins)
    for widget in widgets:
        if widget is None:
            out.addStretch(1)
        else:
            out.addWidget(widget)
    return out


def reading_area(page: QWidget, name: str) -> QScrollArea:
    """Return a frame in a dialog that scrolls a page downwards; `name` is what it is called."""
    out = QScrollArea()
    out.setProperty("framed", True)
    out.setWidgetResizable(True)
    out.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    out.setWidget(page)
    out.setAccessibleName(name)
    return out


def header(*widgets: QWidget | None) -> QFrame:
    """Return the head of a pane, 48 px high in the standard font."""
    out = QFrame()
    out.setObjectName("paneHeader")
    out.setLayout(row(*widgets, margins=(12, 6, 8, 6)))
    out.setMinimumHeight(48)
    return out


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (below := item.layout()) is not None:
            empty(below)
