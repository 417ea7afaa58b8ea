"""Whether the file of a database is still the one that was opened: asked before and after each write.

A program that has a file open goes on writing to it when it has been deleted, or when another one was put in its
place: SQLite reports each commit as done, and nothing of it is ever seen again.
"""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from desk.store.database.faults import Gone

_HEADER = 100
_COUNTER, _ID, _OURS = slice(24, 28), slice(60, 64), slice(68, 72)
"""Where the header counts changes and keeps its two ids: https://www.sqlite.org/fileformat.html, section 1.3."""
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class _Place:
    """Which file stands under a name."""

    device: int
    inode: int


class Footing:
    """What stood under the names of a database when it was opened.

    The header is read through a handle that stays open as long as the database: to close one would take SQLite's own
    locks away (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    """

    def __init__(self, path: Path) -> None:
        self._path, self._log = path, Path(f"{path}-wal")
        self._place: _Place | None = None
        self._log_place: _Place | None = None
        self._handle = -1
        self._written: tuple[int, int] = 0, 0
        """Size in bytes and time of change when the header was read last."""
        self._header = b""

    def stand(self, connection: sqlite3.Connection, record: object) -> None:
        """Take note of the files that a new connection has opened; a second one must find those of the first."""
        self._log_place = None
        if self._place is not None:
            self.look()
            return
        self._place = _place_of(self._path)
        self._handle = os.open(self._path, _READ)
        self._header, self._written = self._read(), self._when_written()

    def look(self) -> None:
        """Raise `Gone` unless the database and its log are the files that were opened, with what they held."""
        if self._place is None:
            return
        here = _place_of(self._path)
        if here is None:
            raise Gone(self._path, "was deleted or moved away")
        if here != self._place:
            raise Gone(self._path, "was replaced by another file")
        self._look_at_log()
        self._look_inside()

    def _look_at_log(self) -> None:
        """What was saved last stands in the log alone; it is there from the first transaction to the last."""
        here = _place_of(self._log)
        if self._log_place is None:
            self._log_place = here
        elif here != self._log_place:
            raise Gone(self._log, "was deleted or replaced")

    def _look_inside(self) -> None:
        """See a file that somebody copied over ours: it has another id, or counts fewer changes than we have seen."""
        written = self._when_written()
        if written == self._written:
            return
        header = self._read()
        same = header[_ID] == self._header[_ID] and header[_OURS] == self._header[_OURS]
        if not same or _count(header) < _count(self._header):
            raise Gone(self._path, "was overwritten by another one")
        self._header, self._written = header, written

    def _when_written(self) -> tuple[int, int]:
        status = os.fstat(self._handle)
        return status.st_size, status.st_mtime_ns

    def _read(self) -> bytes:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, _HEADER)

    def leave(self) -> None:
        """Let go of the handle; the database is closed."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        self._place = None


def _count(header: bytes) -> int:
    return int.from_bytes(header[_COUNTER], "big")


def _place_of(path: Path) -> _Place | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return _Place(status.st_dev, status.st_ino)
