"""Which files of a folder are whole and were not taken yet; files that are still being written are waited for.

Systems tell of changes on their own disks alone, and not on every one of those, so that the folder is looked at again
and again. Nothing in it is touched; what lies in folders below, and where links lead, is not looked at.
"""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk.errors import KnownError

SETTLED = 2.0
"""Seconds for which size and time of a file must have stayed as they are: a slow network writes in gusts."""
_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".filepart", ".tmp", ".temp", ".swp", ".lock", "~")
"""How programs end the names of what they are still writing, and of their own notes."""
_BEGINNINGS = (".", "~$", "~")
_NOT_FILES = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


@dataclass(frozen=True, slots=True)
class FileForm:
    """The form in which a file was seen: size in bytes and time of the last change in nanoseconds."""

    size: int
    modified: int


class FolderWatch:
    """One folder, looked at from time to time; `clock` gives seconds that only rise."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self._clock = clock
        self._waiting: dict[str, tuple[FileForm, float]] = {}
        self._taken: dict[str, FileForm] = {}

    def look(self) -> list[Path]:
        """Return the files that are whole, by name; raises `KnownError` where the folder is out of reach."""
        forms, now, whole = self._forms(), self._clock(), []
        for name, form in sorted(forms.items()):
            if self._taken.get(name) == form:
                continue
            seen, since = self._waiting.get(name, (form, now))
            if seen != form:
                since = now
            self._waiting[name] = form, since
            if now - since >= SETTLED:
                whole.append(self.folder / name)
        self._waiting = {name: seen for name, seen in self._waiting.items() if name in forms}
        self._taken = {name: form for name, form in self._taken.items() if name in forms}
        return whole

    @property
    def is_waiting(self) -> bool:
        """Return whether files are there that are not whole yet, or not taken."""
        return bool(self._waiting)

    def take(self, path: Path) -> None:
        """Take a file for done in the form in which it was seen last; once it changes, it counts anew."""
        waiting = self._waiting.pop(path.name, None)
        if waiting is not None:
            self._taken[path.name] = waiting[0]

    def again(self, path: Path) -> None:
        """Let a file count anew that was done."""
        form = self._taken.pop(path.name, None)
        if form is not None:
            self._waiting[path.name] = form, self._clock() - SETTLED

    def __contains__(self, path: Path) -> bool:
        """Return whether a file is done, or waited for, as it was at the last look."""
        return path.name in self._taken or path.name in self._waiting

    def _forms(self) -> dict[str, FileForm]:
        try:
            with os.scandir(self.folder) as entries:
                return {entry.name: form for entry in entries if (form := _form(entry)) is not None}
        except OSError as error:
            raise KnownError(
                f"The watched folder {self.folder} cannot be reached ({error.strerror or error}): its files are taken "
                "in once it is back."
            ) from error


def _form(entry: "os.DirEntry[str]") -> FileForm | None:
    """Return the form of a file that counts, None for all else."""
    name = entry.name.casefold()
    if name.startswith(_BEGINNINGS) or name.endswith(_UNFINISHED) or name in _NOT_FILES:
        return None
    try:
        if not entry.is_file(follow_symlinks=False):
            return None
        status = entry.stat(follow_symlinks=False)
    except OSError:  # it went while we looked
        return None
    return FileForm(status.st_size, status.st_mtime_ns)
