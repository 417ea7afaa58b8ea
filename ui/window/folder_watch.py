"""Has the watched folder looked at from time to time, and says what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from desk.story import Changes, Part
from desk.text.words import plural
from ui.verbs.folder import FolderVerbs
from ui.verbs.window_parts import WindowParts
from ui.work import operations

if TYPE_CHECKING:
    from desk.facts import Unread

_LOOK_AGAIN = 3_000
"""Milliseconds between two looks: shares of a network tell of no change, so that they have to be looked at."""
_SOON = 500
"""Milliseconds after the system told of a change, which it does file by file."""
UNREAD, TROUBLE = "unread", "watched folder"
"""The keys of both notices."""


class FolderLook(QObject):
    """Looks while the settings name a folder; one look at a time."""

    def __init__(self, parts: WindowParts, verbs: FolderVerbs) -> None:
        super().__init__(parts.window)
        self._p, self._verbs = parts, verbs
        self._named = ""
        self._under_way = False
        self._told: frozenset[Unread] = frozenset()
        self._timer = QTimer(self, interval=_LOOK_AGAIN)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._soon.start)
        parts.hub.ready.connect(self._settings_changed)
        parts.hub.changed.connect(self._changed)

    def look(self) -> None:
        """Look now, unless a look is under way; of several windows the first one looks for all."""
        if not self._under_way and self._p.hub.is_ready and not self._p.hub.number:
            self._under_way = True
            operations.look_at_folder(self._p.hub, self._looked, self._failed)

    def _looked(self, _changes: Changes) -> None:
        self._under_way = False
        self._follow()

    def _failed(self, error: Exception) -> None:
        """Say nothing of a store that is out of reach: the next save does, and the next look tries again."""
        self._under_way = False

    def _changed(self, changes: Changes) -> None:
        if Part.SETTINGS in changes.parts:
            self._settings_changed()
        self._tell()

    def _settings_changed(self) -> None:
        named = self._p.hub.facts.settings.incoming_folder
        if named != self._named:
            self._named = named
            self.look()
        if named and not self._timer.isActive():
            self._timer.start()
        elif not named:
            self._timer.stop()

    def _follow(self) -> None:
        """Have the system tell of changes in the folder, as far as it can and the folder is there."""
        folder = self._p.hub.facts.watched.folder
        wanted = [str(folder)] if folder is not None and not self._p.hub.facts.watched.trouble else []
        if self._watcher.directories() != wanted:
            if self._watcher.directories():
                self._watcher.removePaths(self._watcher.directories())
            for path in wanted:
                self._watcher.addPath(path)

    def _tell(self) -> None:
        """Say what could not be read as often as there is more of it, and that the folder is out of reach."""
        state, notices = self._p.hub.facts.watched, self._p.notices
        unread = frozenset(state.unread)
        if not unread:
            notices.drop(UNREAD)
        elif unread - self._told:
            many = plural(len(unread), "file of the watched folder", "files of the watched folder")
            notices.tell_of_desk(UNREAD, f"{many} could not be read.", [("Show", self._verbs.show)])
        self._told = unread
        if not state.trouble:
            notices.drop(TROUBLE)
        elif state.trouble not in notices.sentences:
            notices.tell_of_desk(TROUBLE, state.trouble)
