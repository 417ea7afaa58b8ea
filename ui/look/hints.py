"""The one sentence at the bottom of the window: what was just done, or what a key asks for that is not there.

One that the line has no room for stands above the text: none is cut off, however narrow the window is or becomes.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStatusBar, QWidget

from ui.look.announcing import announce
from ui.look.notices import Notices

_SHOWN = 8000
"""Milliseconds that a sentence stays at most; it goes before where it holds no longer."""
_EDGES = 32
"""Pixels of the bar that are no room for words: its margins and the air between the parts."""
_DONE, _HINT = "said", "hint"
"""The keys of the notices that stand for a sentence: of what was done, and of what can be done or is not there."""


class Hints(QObject):
    """Says a sentence for a while."""

    def __init__(self, bar: QStatusBar, notices: Notices) -> None:
        super().__init__(bar)
        self._bar, self._notices = bar, notices
        self._sentence = self._hint = ""
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look whether what is said still has room: the window was made narrower, or something came into the line."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._move_up()
        return super().eventFilter(watched, event)

    @property
    def sentence(self) -> str:
        """Return what was said last."""
        return self._sentence

    def say(self, sentence: str) -> None:
        """Show what was done, until something else is."""
        self._show(sentence, "")

    def hint(self, sentence: str) -> None:
        """Show what can be done or is not there, as long as that is so."""
        self._show(sentence, sentence)

    def _show(self, sentence: str, hint: str) -> None:
        self._notices.drop(_DONE, _HINT)
        self._sentence, self._hint = sentence, hint
        self._bar.showMessage(sentence, _SHOWN)
        self._move_up()
        if self._bar.currentMessage() == sentence:  # else the bar of notices says it
            announce(self._bar, sentence)

    def _move_up(self) -> None:
        """Leave what others say in the bar: the help of an entry goes with the menu."""
        sentence = self._sentence
        if sentence and self._bar.currentMessage() == sentence and not self.has_room_for(sentence):
            self._bar.clearMessage()
            self._notices.tell_of_desk(_HINT if self._hint else _DONE, sentence)

    def drop(self) -> None:
        """Say nothing any longer: the text is another by now, and Ctrl+Z would take something else back."""
        self._notices.drop(_DONE, _HINT)
        if self._bar.currentMessage():
            self._bar.clearMessage()

    def drop_hint(self) -> None:
        """Take a hint back that was of what stood there before; what was done stays."""
        self._notices.drop(_HINT)
        if self._hint and self._bar.currentMessage() == self._hint:
            self._bar.clearMessage()

    def has_room_for(self, sentence: str) -> bool:
        """Return whether a sentence can be read whole, beside what always stands in the bar."""
        beside = [w for w in self._bar.findChildren(QWidget) if w.isVisible()]
        room = self._bar.width() - sum(w.width() for w in beside) - _EDGES
        return self._bar.fontMetrics().horizontalAdvance(sentence) <= room
