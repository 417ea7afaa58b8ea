"""Bringing an older database up to date: a copy first, then one transaction, of which somebody hears meanwhile.

Whoever hears of it raises `Cancelled` to have it broken off: the database stays as it was.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, text

from desk.errors import Cancelled
from desk.store.database import backups, sqlite
from desk.store.database.access import Access
from desk.store.database.faults import Older
from desk.store.migrations import HEAD, migrate, revision_of, to_nobody
from desk.store.records.values import ToldOfUpgrade, Upgrading
from desk.store.statement_watch import cancelled_where

_MIGRATING = 0x436F7079
"""Any number that nobody else locks in this database."""
_EVERY = 0.1
"""Seconds between two words on how far it is."""
_STEPS_OF_SQLITE = 10_000
"""Instructions of SQLite between two looks at whether to go on: some milliseconds."""

_STEPS = Upgrading("The database is brought up to date.")


def upgrade(access: Access, path: Path | None, revision: str, told: ToldOfUpgrade | None) -> None:
    """Bring a database of this revision (empty for a new one) to that of this version; raises `Older` if broken off."""
    progress = _Progress(told if revision and told else to_nobody)
    try:
        if revision:
            progress.tell(
                f"The database {access.name} is of an older Copydesk (revision {revision}) and is brought up to date "
                f"(to {HEAD}); many stories take a while."
            )
        with (
            _copied_first(access, path if revision else None, progress),
            access.writing() as connection,
            progress.looked_at(connection),
        ):
            if connection.dialect.name == "postgresql":
                _have_to_oneself(connection, progress)
            if revision_of(connection) != HEAD:
                migrate(connection, counted=progress.of_stories, stepped=progress.of_steps)
    except Exception as error:  # SQLite makes its own of what is raised within one of its statements
        if progress.broken_off:
            raise Older(
                f"The database {access.name} was not brought up to date, as you wished, and is as it was (its revision "
                f"is {revision}, this version writes {HEAD}): open it again when there is time."
            ) from error
        raise


@contextmanager
def _copied_first(access: Access, path: Path | None, progress: "_Progress") -> Iterator[None]:
    """Copy the file; the copy stays where the work is done, and only then the oldest goes for it."""
    if path is None:
        yield
        return
    with access.reading() as connection:
        copy = backups.copy(sqlite.raw(connection), path, f"before {HEAD}", told=progress.of_copy)
    progress.copied = True
    try:
        yield
    except BaseException:  # the file is as it was; ten tries in vain would leave none of the user's own backups
        with suppress(OSError):
            copy.path.unlink()
        raise
    with suppress(OSError):  # it goes the next time
        backups.drop_oldest(path)


def _have_to_oneself(connection: Connection, progress: "_Progress") -> None:
    """Let nobody else migrate a server's database: of two who open it at once the second waits, and finds it done."""
    key = {"key": _MIGRATING}
    if not connection.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), key).scalar_one():
        progress.tell("Somebody else is bringing the database up to date: it is waited for.")
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), key)


class _Progress:
    """How far it is, and whether whoever heard it wants no more."""

    def __init__(self, told: ToldOfUpgrade) -> None:
        self._told = told
        self._at = Upgrading("")
        self._next = 0.0
        self.broken_off = self.copied = False

    def tell(self, words: str) -> None:
        """Say what begins; raises `Cancelled`."""
        self._at, self._next = Upgrading(words), 0.0
        self._tell()

    def of_copy(self, left: int, whole: int) -> None:
        """Say how much of the copy is made; raises `Cancelled`."""
        self._at = Upgrading("A copy of the database is made first.", whole - left, whole, "pages")
        self._tell()

    def of_steps(self) -> None:
        """Say that one more step is done; raises `Cancelled`."""
        self._at = _STEPS
        self._tell()

    def of_stories(self, done: int, whole: int) -> None:
        """Take note of how many stories have their words in the index; it is told from within the statement."""
        self._at = Upgrading("The words of the stories go into the index of the search.", done, whole, "stories")

    @contextmanager
    def looked_at(self, connection: Connection) -> Iterator[None]:
        """Tell of it, and break off, even within a statement; raises `Cancelled`."""
        self._at = _STEPS
        if connection.dialect.name == "sqlite":
            file = sqlite.raw(connection)
            file.set_progress_handler(self._look, _STEPS_OF_SQLITE)
            try:
                yield
            finally:
                file.set_progress_handler(None, 0)
        else:
            with cancelled_where(self._look, connection):
                yield
        if self.broken_off:  # between two statements: nothing was cancelled
            raise Cancelled

    def _look(self) -> int:
        """Return 1 where the database is to stop; an error here would be lost in it."""
        with suppress(Cancelled):
            self._tell()
        return int(self.broken_off)

    def _tell(self) -> None:
        if self.broken_off:
            raise Cancelled
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _EVERY
        try:
            self._told(replace(self._at, copied=self.copied))
        except Cancelled:
            self.broken_off = True
            raise
