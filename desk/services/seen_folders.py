"""Which folders on shares and sticks a database exchanged by: a bare folder at such a path is no new desk.

A mount point is there without its stick. Kept on this machine, where the paths count; losing the file loses no work.
"""

import hashlib
import json
import logging
from pathlib import Path

from desk.careful import careful_text
from desk.keychain import write_private
from desk.paths import data_dir

_log = logging.getLogger(__name__)
_MOST = 1000
"""Folders that are remembered, the last seen ones."""


class SeenFolders:
    """The folders of one database, by the id of its strand."""

    def __init__(self, strand: str) -> None:
        self._path = data_dir() / "exchanged" / f"folders-of-{strand[:32]}.json"

    def has(self, folder: Path) -> bool:
        """Return whether something was exchanged by a folder at this path before."""
        return _named(folder) in self._all()

    def add(self, folder: Path) -> None:
        """Take note that something was exchanged by this folder."""
        known = self._all()
        name = _named(folder)
        if known[-1:] == [name]:
            return
        last = [*(each for each in known if each != name), name]
        try:
            write_private(self._path, json.dumps(last[-_MOST:]))
        except OSError as error:
            _log.warning("the folder was not noted: %s", error)

    def _all(self) -> list[str]:
        """Return what is kept; nothing where the file makes no sense."""
        try:
            plain = json.loads(careful_text(self._path))
        except (OSError, ValueError, RecursionError):
            return []
        return [name for name in plain if isinstance(name, str)] if isinstance(plain, list) else []


def _named(folder: Path) -> str:
    return hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
