"""The frame that all dialogs share: a title, a body, one row of buttons, and the keys to dismiss it and to say yes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.actions.keys import shortcuts
from ui.actions.spec import Where
from ui.look.fonts import words_scale
from ui.look.on_screen import fitted, keep_on_screen
from ui.look.pressed import in_window
from ui.look.tips import plain_tip
from ui.look.widgets import Paragraph, button, label

_ONE_LINE = 2.5
"""How many times as high as its label a field of one line is at most.

The label stands in the middle of that, and beside the first line of a higher one.
"""
_LEAST = 96
"""Pixels of height that a body may shrink to, where it scrolls."""


class Scrolling(QScrollArea):
    """As large as the page it holds; where the screen has no room for that, it scrolls."""

    def __init__(self, page: QWidget, narrowest: int = 10_000) -> None:
        """`narrowest` is the width in pixels from which on it scrolls sideways too."""
        super().__init__()
        self.page, self._narrowest = page, narrowest
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell whoever this stands in that the page wants another size: the toolkit keeps that to itself."""
        done = super().eventFilter(watched, event)
        if watched is self.page and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

    def sizeHint(self) -> QSize:
        """Return the size at which nothing scrolls."""
        return self.page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size: its whole width as a rule, a few lines of its height."""
        least = self.page.minimumSizeHint()
        return QSize(min(least.width(), self._narrowest), min(least.height(), _LEAST))

    def height_for(self, width: int, *, least: bool) -> int:
        """Return the height at which nothing scrolls in this width; `least` lets lists shrink."""
        layout = self.page.layout()
        if layout is None:
            return 0
        for one in self.page.findChildren(QWidget):
            one.ensurePolished()  # what was put in just now is smaller before the style sheet has reached it
        if layout.hasHeightForWidth():
            height = layout.minimumHeightForWidth(width) if least else layout.totalHeightForWidth(width)
            self._lay_out(QSize(width, height))
            return max(height, layout.totalMinimumSize().height())
        return (layout.totalMinimumSize() if least else layout.totalSizeHint()).height()

    def _lay_out(self, size: QSize) -> None:
        """Let wrapped words know their width: a scroll area goes by the least heights, whatever the width is."""
        if not self.page.isVisible() and (layout := self.page.layout()) is not None:
            layout.setGeometry(QRect(QPoint(0, 0), size))
            for one in self.page.findChildren(Paragraph):
                one.updateGeometry()


class Dialog(QDialog):
    """A window-modal dialog that stays within the screen and lets go of itself when it closes."""

    def __init__(self, title: str, parent: QWidget | None, width: int = 480, height: int = 0) -> None:
        """`width` is the least one, `height` the least one at first; the screen may allow less."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        least = round(width * words_scale(self.font()))
        self.setMinimumWidth(fitted(self, QSize(least, least)).width())
        self._first_height = height
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        self._scroll = Scrolling(QWidget())
        self.body = QVBoxLayout(self._scroll.page)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        outer.addWidget(self._scroll, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def say(self, sentence: str, name: str = "") -> None:
        """Add a paragraph to the body."""
        self.body.addWidget(label(in_window(sentence), name, wrap=True))

    def answer(self, text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
        """Add a button; the primary one also answers to the key to say yes."""
        out = button(text, act, primary=primary)
        self._buttons.addWidget(out)
        if primary:
            out.setDefault(True)
            shortcuts(self, Where.DIALOG, {"say_yes": out.click})
        return out

    # -- Size --------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Take the size that the body asks for, as far as the screen has it."""
        for view in self.findChildren(QAbstractItemView):
            view.scheduleDelayedItemsLayout()  # rows that were measured before had no padding of the style sheet
        if not event.spontaneous() and not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            width = max(self.minimumWidth(), self.sizeHint().width())
            height = max(self._first_height, self._height_for(width, least=False))
            self._scroll.updateGeometry()  # wrapped words know their width by now, and ask for less
            self._outer.activate()
            self.resize(fitted(self, QSize(width, height)))
        super().showEvent(event)
        keep_on_screen(self)

    def event(self, event: QEvent) -> bool:
        """Grow with what is said in it later, as far as the screen has room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            width = max(self.width(), self._outer.totalMinimumSize().width())
            wanted = fitted(self, QSize(width, max(self.height(), self._height_for(width, least=True))))
            if wanted != wanted.boundedTo(self.size()):
                self.resize(wanted.expandedTo(self.size()))
                keep_on_screen(self)
        return done

    def _height_for(self, width: int, *, least: bool) -> int:
        """Return the height of the whole dialog at which its body does not scroll."""
        margins, between = self._outer.contentsMargins(), self._outer.spacing()
        sides, ends = margins.left() + margins.right(), margins.top() + margins.bottom()
        return self._scroll.height_for(width - sides, least=least) + between + self._buttons.sizeHint().height() + ends


def form() -> QFormLayout:
    """Return an empty form with labels above no field: two columns, 8 px apart."""
    out = QFormLayout()
    out.setHorizontalSpacing(16)
    out.setVerticalSpacing(8)
    out.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    out.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return out


def add_row(to: QFormLayout, text: str, field: QWidget, help_: str = "") -> None:
    """Add a field with its label, which is also its accessible name."""
    words = label(text)
    words.setBuddy(field)
    height = field.sizeHint().height()
    if height <= _ONE_LINE * words.sizeHint().height():
        words.setMinimumHeight(height)
    field.setAccessibleName(text.replace("&", "").rstrip(":"))
    if help_:
        field.setToolTip(plain_tip(help_))
        field.setAccessibleDescription(help_)
    to.addRow(words, field)
