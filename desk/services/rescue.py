"""What can be done about a database that cannot be opened: its backups, and putting one in its place."""

from collections.abc import Sequence
from pathlib import Path

from desk.errors import KnownError
from desk.services.witness import forget
from desk.store.connect import database_path
from desk.store.database.backups import Backup, list_backups, restore
from desk.store.database.faults import Damaged

__all__ = ["Backup", "Rescue"]


class Rescue:
    """The backups of one database, for the store lane; no store may have it open."""

    def __init__(self, where: str) -> None:
        """`where` is a path or a database URL; empty for the usual place."""
        self._where = where

    def backups_for(self, fault: KnownError) -> Sequence[Backup]:
        """Return the backups that would mend the fault, the newest first; none where it is not the file's damage."""
        if not isinstance(fault, Damaged):  # an address that makes no sense names no file either
            return ()
        path = database_path(self._where)
        return list_backups(path) if path is not None else ()

    def restore(self, backup: Path) -> Path | None:
        """Put a backup in the place of the database; return where that one is kept now, None if it had vanished."""
        path = database_path(self._where)
        if path is None:
            raise KnownError("The database is a server's: its own tools make and restore backups.")
        aside = restore(path, backup)
        forget(str(path))
        return aside
