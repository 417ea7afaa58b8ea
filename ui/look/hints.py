"""The one sentence at the bottom of the window: what was just done, or what a key asks for that is not there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStatusBar, QWidget

_SHOWN = 8000
"""Milliseconds that a sentence stays at most; it goes before where it holds no longer."""
_EDGES = 32
"""Pixels of the bar that are no room for words: its margins and the air between the parts."""


class Hints(QObject):
    """Says a sentence for a while."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._hint = ""

    def say(self, sentence: str) -> None:
        """Show what was done, until something else is."""
        self._hint = ""
        self._bar.showMessage(sentence, _SHOWN)

    def hint(self, sentence: str) -> None:
        """Show what can be done or is not there, as long as that is so."""
        self.say(sentence)
        self._hint = sentence

    def drop(self) -> None:
        """Say nothing any longer: the text is another by now."""
        if self._bar.currentMessage():
            self._bar.clearMessage()

    def drop_hint(self) -> None:
        """Take a hint back that was of what stood there before; what was done stays."""
        if self._hint and self._bar.currentMessage() == self._hint:
            self._bar.clearMessage()

    def has_room_for(self, sentence: str) -> bool:
        """Return whether a sentence can be read whole, beside what always stands in the bar."""
        beside = [w for w in self._bar.findChildren(QWidget) if w.isVisible()]
        room = self._bar.width() - sum(w.width() for w in beside) - _EDGES
        return self._bar.fontMetrics().horizontalAdvance(sentence) <= room
