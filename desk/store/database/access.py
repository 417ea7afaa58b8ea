"""How the rooms of the store reach the database: one transaction at a time, every fault in one sentence.

The store belongs to one worker (the store lane) or to the command line. A lock makes a call from another thread wait
instead of breaking; transactions do not nest, so code inside one uses the connection it was given.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine

from desk.errors import BugError
from desk.store.database.faults import told

WRITES = "copydesk_writes"
"""The execution option that makes a transaction take SQLite's write lock at once (`BEGIN IMMEDIATE`)."""

_PATIENCE = 60.0
"""Seconds to wait for another thread's transaction; more means that one of ours never ended."""


class Access:
    """The way to one database; `name` is what sentences call it."""

    def __init__(self, engine: Engine, name: str, holder: str) -> None:
        self.engine = engine
        self.name = name
        self.holder = holder
        self._lock = Lock()

    @property
    def full_text(self) -> bool:
        """Return whether the database has our full-text index."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the database."""
        with self._transaction(writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose work is committed at the end, on the disk; on any error nothing of it is kept."""
        with self._transaction(writes=True) as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep all transactions away for a while: for work on the file itself."""
        if not self._lock.acquire(timeout=_PATIENCE):
            raise BugError("a transaction of the store did not end, or was nested in another")
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with self.alone(), told(self.name), self.engine.connect() as connection:
            connection.execution_options(**{WRITES: writes})
            if not writes and connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection
