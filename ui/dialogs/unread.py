"""What of the watched folder could not be read: each file with its reason, and ways to go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.facts import Unread, WatchState
from desk.story import Changes
from ui.look.dialog_frame import Dialog
from ui.look.widgets import empty, label, reading_area
from ui.work.hub import Hub

_NO_FOLDER = "No folder is watched: name one in the settings, under Desk."
_ALL_READ = "Every file of {0} could be read."


def intro(state: WatchState) -> str:
    """Return how it stands with the folder, in one or two sentences."""
    if state.folder is None:
        return _NO_FOLDER
    if state.trouble:
        return state.trouble
    if not state.unread:
        return _ALL_READ.format(state.folder)
    return (
        f"These files of {state.folder} could not be read, and no story was made of them. One that changes is read "
        "again by itself."
    )


class UnreadDialog(Dialog):
    """The list follows what is read meanwhile."""

    again_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None) -> None:
        super().__init__("Files that could not be read", parent, 620)
        self._hub = hub
        self.about = label("", wrap=True)
        page = QWidget()
        self.lines = QVBoxLayout(page)
        self.lines.setContentsMargins(12, 10, 12, 10)
        self.lines.setSpacing(12)
        scroll = reading_area(page, "Files that could not be read")
        scroll.setMinimumHeight(180)
        self.body.addWidget(self.about)
        self.body.addWidget(scroll, 1)
        self.folder = self.answer("Open folder", self.folder_wanted.emit)
        self.again = self.answer("Try again", self.again_wanted.emit)
        self.answer("Close", self.accept, primary=True)
        hub.changed.connect(self._changed)
        self._show(hub.facts.watched)

    def _changed(self, _changes: Changes) -> None:
        self._show(self._hub.facts.watched)

    def _show(self, state: WatchState) -> None:
        self.about.setText(intro(state))
        self.folder.setEnabled(state.folder is not None)
        self.again.setEnabled(bool(state.unread))
        empty(self.lines)
        for unread in state.unread:
            self.lines.addLayout(_line(unread))
        self.lines.addStretch(1)


def _line(unread: Unread) -> QVBoxLayout:
    out = QVBoxLayout()
    out.setSpacing(2)
    why = label(unread.why, "muted", wrap=True)
    why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    out.addWidget(label(unread.path.name, "paneTitle", wrap=True))
    out.addWidget(why)
    return out
