"""The words that went where the cursor stands, struck through, in a slip below its line: no text can show them."""

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QLabel

from desk.text.words import shortened
from ui.editor import tints
from ui.editor.change_bars import ChangeBars
from ui.editor.text_edit import TextEdit
from ui.look.widgets import label

_LONGEST = 400
_BELOW, _AROUND = 6, 24
"""Pixels between the line and the slip, and beside it."""


class WordsOut(QObject):
    """Shows and hides the slip."""

    def __init__(self, edit: TextEdit, bars: ChangeBars) -> None:
        super().__init__(edit)
        self._edit, self._bars = edit, bars
        self.slip: QLabel = label("", "wordsOut", wrap=True)
        self.slip.setParent(edit.viewport())
        self.slip.hide()
        edit.moved.connect(self._moved)
        edit.updateRequest.connect(self._scrolled)

    def look(self) -> None:
        """Show the slip where words went at the cursor, if words are shown at all."""
        mark = self._bars.at(self._edit.point) if self._bars.words_shown else None
        words = mark.step.removed.strip() if mark is not None and mark.step is not None else ""
        self.slip.setVisible(bool(words))
        if words:
            self._say(words)

    def _say(self, words: str) -> None:
        font = self._edit.font()
        font.setStrikeOut(True)
        self.slip.setFont(font)
        now, colours = tints.current(), self._edit.colours
        self.slip.setStyleSheet(
            f"#wordsOut {{ background: {now.removed}; color: {colours.ink}; border: 1px solid {colours.faint};"
            " border-radius: 4px; padding: 3px 7px; }"
        )
        self.slip.setText(shortened(words, _LONGEST))
        self.slip.setAccessibleName(f"Words out: {words}")
        room = self._edit.viewport().width() - 2 * _AROUND
        self.slip.setFixedWidth(min(room, self.slip.fontMetrics().horizontalAdvance(self.slip.text()) + 24))
        self.slip.adjustSize()
        self.slip.move(self._place(self._edit.cursorRect()))
        self.slip.raise_()

    def _place(self, cursor: QRect) -> QPoint:
        left = min(cursor.left(), self._edit.viewport().width() - self.slip.width() - _AROUND)
        below = cursor.bottom() + _BELOW
        fits = below + self.slip.height() < self._edit.viewport().height()
        return QPoint(max(_AROUND, left), below if fits else cursor.top() - _BELOW - self.slip.height())

    def _moved(self, _point: int) -> None:
        if self._bars.words_shown or self.slip.isVisible():
            self.look()

    def _scrolled(self, _rect: QRect, dy: int) -> None:
        if dy and self.slip.isVisible():
            self.slip.move(self._place(self._edit.cursorRect()))
