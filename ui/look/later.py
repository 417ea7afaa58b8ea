"""The place of a page that is not seen when a window opens: the page is made when it is first shown or asked for."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

Page = TypeVar("Page", bound=QWidget)


class Later(QWidget, Generic[Page]):
    """Empty until its page is needed; a window with everything in it takes a third longer to stand."""

    def __init__(self, make: Callable[[], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._page: Page | None = None
        self._waiting: list[Callable[[Page], object]] = []

    @property
    def made(self) -> Page | None:
        """Return the page, None as long as nobody needed it."""
        return self._page

    def get(self) -> Page:
        """Return the page, and make it where it is not there yet."""
        if self._page is None:
            self._page = page = self._make()
            box = QVBoxLayout(self)
            box.setContentsMargins(0, 0, 0, 0)
            box.addWidget(page)
            page.show()  # a layout would do so later, and whoever asks may give it the keyboard at once
            _goes_behind(self, page)
            for told in self._waiting:
                told(page)
            self._waiting.clear()
        return self._page

    def when_made(self, told: Callable[[Page], object]) -> None:
        """Call this with the page: now, or once it is made."""
        if self._page is None:
            self._waiting.append(told)
        else:
            told(self._page)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page before it is seen."""
        self.get()
        super().showEvent(event)


def _goes_behind(place: QWidget, page: QWidget) -> None:
    """Let Tab come to a page where it stands: what is made last is otherwise behind all that the window has."""
    stops = [one for one in _in_order(page) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    place.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # what never has the keyboard counts for nothing in that order
    for before, behind in pairwise((place, *stops)):
        QWidget.setTabOrder(before, behind)
    place.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """Return a widget and all it holds as they stand there; its children themselves come as they are painted."""
    yield widget
    for held in _held(widget):
        if not held.isWindow():
            yield from _in_order(held)


def _held(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QSplitter):
        return [one for nth in range(widget.count()) for one in (widget.handle(nth), widget.widget(nth)) if one]
    if isinstance(widget, QStackedWidget):
        return [one for nth in range(widget.count()) if (one := widget.widget(nth))]
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    return laid + [one for one in widget.children() if isinstance(one, QWidget) and one not in laid]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for nth in range(layout.count()):
        item = layout.itemAt(nth)
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None and (below := item.layout()) is not None:
            yield from _laid(below)
