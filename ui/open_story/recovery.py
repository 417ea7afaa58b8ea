"""Keeps a recovery copy of what is being typed, at most two seconds behind, in the store lane."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from desk.errors import KnownError
from desk.story import Changes
from ui.open_story.checker import Text
from ui.work import operations
from ui.work.hub import Hub

BEHIND = 1000
"""Milliseconds from the first unsaved edit to its copy; a second more is left for the store lane to be busy."""
BEHIND_A_KEY = 700
"""Milliseconds from which on the copy is written right behind a key: the next one is farthest then."""


class RecoveryCopy(QObject):
    """Writes the copy while the text differs from the saved version; one write in flight."""

    def __init__(self, hub: Hub, text: Text) -> None:
        super().__init__(hub)
        self._hub, self._text = hub, text
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._keep)
        self._began = 0.0
        self._writing = False
        self._dirty = False
        self._told = False

    def edited(self) -> None:
        """Take note that the text has changed; never restarts a running second, so steady typing is kept as well."""
        self._dirty = True
        if self._writing:
            return
        if not self._timer.isActive():
            self._wait()
        elif perf_counter() - self._began >= BEHIND_A_KEY / 1000:
            self._timer.start(0)  # once the key is painted

    def settled(self) -> None:
        """Take note that there is nothing to keep: the text is saved, or no longer open."""
        self._dirty = False
        self._timer.stop()

    def _keep(self) -> None:
        story = self._hub.story
        if story is None or story.read_only or not self._dirty or not self._hub.is_ready:
            return
        self._dirty, self._writing = False, True
        operations.keep_recovery(self._hub, story.id, self._text.draft(), self._kept, self._failed)

    def _kept(self, _: Changes) -> None:
        self._told = False
        self._next()

    def _failed(self, error: KnownError) -> None:
        """Say it once, not each second, until a copy succeeds again; and keep trying."""
        if not self._told:
            self._hub.fail(error)
        self._told = self._dirty = True
        self._next()

    def _next(self) -> None:
        self._writing = False
        if self._dirty:
            self._wait()

    def _wait(self) -> None:
        self._began = perf_counter()
        self._timer.start(BEHIND)
