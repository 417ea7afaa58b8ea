"""Panes side by side whose edges move by mouse and by key: Tab comes to an edge, and arrows push it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.look import theme

_STEPS = {"edge_on": 16, "edge_back": -16, "edge_far_on": 96, "edge_far_back": -96}
"""Pixels that each key pushes an edge, right or down."""


class Edge(QSplitterHandle):
    """A hair line between two panes; with the keyboard on it, it is as wide as what the mouse can take hold of."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter, name: str) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Push the edge as far as the panes beside it give way."""
        by = _STEPS.get(pressed(event, Where.EDGE), 0)
        if not by:
            super().keyPressEvent(event)
            return
        line = self.geometry().marginsRemoved(self.contentsMargins())  # the edge is wider than its line
        at = line.left() if self.orientation() is Qt.Orientation.Horizontal else line.top()
        self.moveSplitter(self.closestLegalPosition(at + by))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show all of it."""
        super().focusInEvent(event)
        self.clearMask()
        self.raise_()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be a hair line again."""
        super().focusOutEvent(event)
        self.setMask(QRegion(self.contentsRect()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, or the whole edge where the keyboard is on it."""
        if self.hasFocus():
            QPainter(self).fillRect(self.rect(), QColor(theme.current().accent))
        else:
            super().paintEvent(event)


class Split(QSplitter):
    """Panes with edges between them, each edge with a name of its own."""

    def __init__(self, orientation: Qt.Orientation, *edges: str) -> None:
        """`edges` are the names, from the first on."""
        super().__init__(orientation)
        self._names: Iterator[str] = iter(("", *edges))  # Qt makes an edge before the first pane and never shows it
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:
        """Return the next edge."""
        return Edge(self.orientation(), self, next(self._names))
