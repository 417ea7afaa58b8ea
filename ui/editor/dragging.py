"""Words dragged with the mouse: within the story they move as one step to undo, to elsewhere they are always copied.

The toolkit's own drag would take the words out of the story when another program takes them as moved, without a word.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desk.checks.check import Edit
from desk.text.spans import Span
from ui.editor.sheet import Sheet


class Dragging:
    """Knows where a drag may begin, and what a drop of one's own words comes to."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._from: QPoint | None = None

    def pressed(self, event: QMouseEvent, selected: Span) -> None:
        """Take note of a press on the selected words: a drag may begin there."""
        point = event.position().toPoint()
        begins = event.button() is Qt.MouseButton.LeftButton and len(selected) > 0
        self._from = point if begins and self._sheet.is_over(selected, point) else None

    def begins(self, event: QMouseEvent) -> bool:
        """Return whether the mouse has gone far enough from there; True once for each press."""
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        far = (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance()
        self._from = None if far else self._from
        return far

    def drag(self) -> None:
        """Let the selected words be dragged until they are dropped; nothing is taken out here, whoever takes them."""
        drag = QDrag(self._sheet.viewport())
        drag.setMimeData(self._sheet.createMimeDataFromSelection())
        can = Qt.DropAction.CopyAction
        if not self._sheet.isReadOnly():
            can |= Qt.DropAction.MoveAction
        drag.exec(can, Qt.DropAction.CopyAction if self._sheet.isReadOnly() else Qt.DropAction.MoveAction)

    def is_own(self, event: QDropEvent) -> bool:
        """Return whether the words that are dropped come from this very text."""
        return event.source() is self._sheet.viewport()


def dropped(text: str, words: Span, to: int, *, moved: bool) -> tuple[Edit, ...]:
    """Return the edits that bring words of a text to another place of it; none where they would stay."""
    if words.start <= to <= words.end and moved:
        return ()
    put = Edit(Span(to, to), words.of(text))
    return (Edit(words, ""), put) if moved else (put,)
