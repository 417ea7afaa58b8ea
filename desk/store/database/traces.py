"""What a file keeps of words after they are gone from its tables: in free pages, in its log, and in its backups."""

import logging
import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from desk.errors import KnownError
from desk.store.database.backups import back_up, list_backups

_log = logging.getLogger(__name__)


def leave_no_trace(engine: Engine, database: Path, digests: Collection[str]) -> None:
    """Write the file anew and empty its log; throw backups away that have these texts, once there is one without.

    What cannot be done now, since another program reads, is said in the log: nothing of it undoes the emptying.
    """
    with engine.connect() as connection:
        file = connection.connection.driver_connection
        assert isinstance(file, sqlite3.Connection)
        try:
            file.execute("VACUUM")
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            _forget_backups(file, database, digests)
        except (sqlite3.Error, KnownError, OSError) as error:
            _log.warning("something of an emptied text may be left beside %s: %s", database, error)


def _forget_backups(file: sqlite3.Connection, database: Path, digests: Collection[str]) -> None:
    old = [backup.path for backup in list_backups(database) if _has_one(backup.path, digests)]
    if old:
        back_up(file, database, "a text was emptied")
    for path in old:
        path.unlink(missing_ok=True)


def _has_one(backup: Path, digests: Collection[str]) -> bool:
    """Return whether a backup, of whatever version, has one of these texts or documents in words."""
    with closing(sqlite3.connect(f"{backup.resolve().as_uri()}?immutable=1", uri=True)) as file:
        tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return any(
            file.execute(f"SELECT 1 FROM {table} WHERE sha256 = ? AND length(body) > 0", (digest,)).fetchone()
            for table in ("texts", "blobs")
            if table in tables
            for digest in digests
        )
