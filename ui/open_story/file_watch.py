"""Notices when somebody else changes the file that the open story was made from."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from desk.errors import KnownError
from ui.work.hub import Hub

_SETTLE = 300
"""Milliseconds of quiet after a change: programs write a file in several steps."""


class FileWatch(QObject):
    """Watches one file; a change counts if its words are others than at the last look."""

    changed = Signal(object)
    """The path: its words are others than before."""
    back = Signal(object)
    """The path: its words are again those that stood in it when it was first looked at."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._hub = hub
        self._path: Path | None = None
        self._digest = self._first = ""
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE)
        self._timer.timeout.connect(self._look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._timer.start)

    def watch(self, path: Path | None) -> None:
        """Watch this file from now on, or none."""
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        self._timer.stop()
        self._path, self._digest, self._first = path, "", ""
        if path is not None:
            self._watcher.addPath(str(path))
            self._ask(path, tell=False)

    def _look(self) -> None:
        if self._path is not None:
            self._watcher.addPath(str(self._path))  # a file that was replaced is no longer watched
            self._ask(self._path, tell=True)

    def _ask(self, path: Path, *, tell: bool) -> None:
        self._hub.ask(
            lambda desk: desk.examiner.file_digest(path),
            lambda digest: self._known(path, digest, tell=tell),
            self._gone,
        )

    def _known(self, path: Path, digest: str, *, tell: bool) -> None:
        if path != self._path:
            return
        other = bool(self._digest) and digest != self._digest
        self._digest, self._first = digest, self._first or digest
        if tell and other:
            (self.back if digest == self._first else self.changed).emit(path)

    def _gone(self, _error: KnownError) -> None:
        """Say nothing: the story is in the store, the file is only where it came from."""
