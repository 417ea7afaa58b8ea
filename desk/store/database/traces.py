"""What a file keeps of words after they are gone from its tables: in free pages, in its log, and in its backups."""

import logging
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine, select

from desk.errors import KnownError
from desk.store.database import tables
from desk.store.database.backups import back_up, list_backups
from desk.store.database.sqlite import BESIDE, BUSY_SECONDS

_log = logging.getLogger(__name__)
_OWED = select(tables.owed.c.what)
_PATIENCE = 1000
"""Milliseconds that another program is waited for when a text is emptied; later tries wait for nobody."""


class Traces:
    """What is left of emptied texts beside the tables of a file, and is to be done yet."""

    def __init__(self, engine: Engine, database: Path) -> None:
        self._engine, self._database = engine, database
        self._anew_due = self._log_due = False
        self._digests: set[str] = set()
        """Of texts whose backups are to be thrown away."""
        self._tries = 0
        self._undone: tuple[str, ...] = ()
        self._aside: tuple[Path, ...] = ()

    @property
    def left(self) -> tuple[str, ...]:
        """Return what may have the words still, a sentence each."""
        aside = (f"{path} was put aside, and may have the words still: delete it." for path in self._aside)
        return (*self._undone, *(said for path, said in zip(self._aside, aside, strict=True) if path.exists()))

    def leave_none(self, digests: Collection[str]) -> None:
        """Write the file anew, empty its log, and throw backups away that have these texts; the rest is `left`."""
        self._anew_due = True
        self._do(digests, _PATIENCE)

    def look_again(self, digests: Collection[str]) -> None:
        """Do for a file that was opened what could not be done before it was closed; it says what it owes."""
        with self._engine.connect() as connection:
            self._anew_due = connection.execute(_OWED).first() is not None
        self._do(digests, 0)

    def try_again(self) -> None:
        """Try what could not be done once more, at the first, second, fourth, eighth … call."""
        if self._anew_due or self._log_due or self._digests:
            self._tries += 1
            if self._tries & (self._tries - 1) == 0:
                self._work(0)

    def _do(self, digests: Collection[str], wait: int) -> None:
        self._log_due, self._tries = True, 0
        self._digests.update(digests)
        self._aside = files_aside(self._database, self._digests)
        self._work(wait)
        for sentence in self.left:
            _log.warning(sentence)

    def _work(self, wait: int) -> None:
        with self._engine.connect() as connection:
            file = connection.connection.driver_connection
            assert isinstance(file, sqlite3.Connection)
            with _waiting(file, wait):
                self._undone = (*self._written_anew(file), *self._empty_log(file), *self._thrown_away(file))

    def _written_anew(self, file: sqlite3.Connection) -> Iterator[str]:
        if not self._anew_due:
            return
        try:
            file.execute("VACUUM")
            file.execute("DELETE FROM owed")
            self._anew_due, self._log_due = False, True
        except sqlite3.Error as error:
            yield f"{self._database} could not be written anew ({error}): free pages of it may have the words still."

    def _empty_log(self, file: sqlite3.Connection) -> Iterator[str]:
        if not self._log_due:
            return
        try:
            busy, why = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0], "another program reads"
        except sqlite3.Error as error:
            busy, why = 1, str(error)
        self._log_due = bool(busy)
        if busy:
            yield f"The log {self._database}-wal could not be emptied ({why}), and may have the words still."

    def _thrown_away(self, file: sqlite3.Connection) -> Iterator[str]:
        old: list[Path] = []
        for backup in list_backups(self._database) if self._digests else ():
            try:
                old += [backup.path] if _has_one(backup.path, self._digests) else []
            except (sqlite3.Error, OSError) as error:
                yield f"The backup {backup.path} cannot be read ({error}), and may have the words still: delete it."
        try:
            if old:
                back_up(file, self._database, "a text was emptied")
            for path in old:
                path.unlink(missing_ok=True)
            self._digests.clear()
        except (sqlite3.Error, KnownError, OSError) as error:
            yield f"Backups in {old[0].parent} that have the words could not be thrown away: {error}"


@contextmanager
def _waiting(file: sqlite3.Connection, milliseconds: int) -> Iterator[None]:
    file.execute(f"PRAGMA busy_timeout = {milliseconds}")
    try:
        yield
    finally:
        file.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")


def files_aside(database: Path, digests: Collection[str]) -> tuple[Path, ...]:
    """Return the files that were put aside and may have these texts; only whoever needed them may delete them."""
    logs = sorted(database.parent.glob(f"{database.name}-wal.left-*"))
    replaced = sorted(database.parent.glob(f"{database.name}.replaced-*"))
    files = [path for path in replaced if not path.name.endswith(BESIDE) and _may_have_one(path, digests)]
    return (*files, *logs)


def _may_have_one(path: Path, digests: Collection[str]) -> bool:
    try:
        return Path(f"{path}-wal").exists() or _has_one(path, digests)
    except (sqlite3.Error, OSError):
        return True


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
