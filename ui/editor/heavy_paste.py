"""A paste that is read in a process of its own while the text can be typed in, and where it belongs."""

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from desk.text.links import Links


class PastePlace:
    """Where a paste goes, and what it replaces; it follows edits, and what is typed at it stands behind it."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._start, self._end = (QTextCursor(cursor) for _ in range(2))
        self._start.setPosition(cursor.selectionStart())
        self._end.setPosition(cursor.selectionEnd())
        for edge in (self._start, self._end):
            edge.setKeepPositionOnInsert(True)  # of the position alone: the anchor of a cursor moves on

    def cursor(self) -> QTextCursor:
        """Return a cursor that has selected what is replaced by now."""
        cursor = QTextCursor(self._start.document())
        cursor.setPosition(self._start.position())
        cursor.setPosition(self._end.position(), QTextCursor.MoveMode.KeepAnchor)
        return cursor


@dataclass(frozen=True, slots=True, eq=False)
class HeavyPaste:
    """What the clipboard offered, the place that it goes to, and what stood around that when it was pasted.

    `loaded` numbers the text that it was pasted into.
    """

    html: str
    plain: str
    links: Links
    place: PastePlace
    around: tuple[str, str]
    loaded: int
