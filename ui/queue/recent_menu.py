"""The menu of the stories that were opened last, filled each time it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desk.text.words import shortened
from ui.work.hub import Hub

_LONGEST = 60
_NUMBERED = 9
"""Entries that have a digit for the keyboard."""


class RecentMenu(QMenu):
    """Asks for a story; it knows their names alone."""

    story_wanted = Signal(str)
    """The id of a story."""

    def __init__(self, hub: Hub, window: QWidget) -> None:
        super().__init__("Open recent", window)
        self._hub = hub
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._tell)

    def fill(self) -> None:
        """List what is known now, the story opened last on top; the one on the screen is left out."""
        self.clear()
        here = self._hub.story.id if self._hub.story is not None else ""
        others = [one for one in self._hub.facts.recent.stories if one.id != here] if self._hub.is_ready else []
        for nth, one in enumerate(others, 1):
            words = shortened(one.slug or "(no slug)", _LONGEST).replace("&", "&&")
            self.addAction(f"&{nth}  {words}" if nth <= _NUMBERED else words).setData(one.id)
        if not others:
            self.addAction("No other story was opened here yet").setEnabled(False)

    def _tell(self, action: QAction) -> None:
        if isinstance(story := action.data(), str):
            self.story_wanted.emit(story)
