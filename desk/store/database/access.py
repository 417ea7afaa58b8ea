"""How the rooms of the store reach the database: one transaction at a time, every fault in one sentence.

The store belongs to the thread that opened it (the store lane, or the command line): a call from another one is a bug
of ours and raises at once. Transactions do not nest, so code inside one uses the connection it was given. While the
store is only asked (`asking`), whoever writes raises as well.
"""

from collections.abc import Collection, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import NoResultFound

from desk.errors import BugError, KnownError
from desk.store.database.faults import told
from desk.store.database.footing import Footing
from desk.store.database.server_footing import ServerFooting

if TYPE_CHECKING:
    from desk.store.database.traces import Traces

WRITES = "copydesk_writes"
"""The execution option that makes a transaction take SQLite's write lock at once (`BEGIN IMMEDIATE`)."""
EMPTIED = "copydesk_emptied"
"""Where a transaction leaves the digests of what it emptied: nothing of that may stay once it is committed."""
AFTERWARDS = "copydesk_afterwards"
"""Where a transaction leaves what is to be called once it is committed: for files that lie beside the database."""

_SEEN_AT_SERVER = "SELECT CAST(pg_current_snapshot() AS text)"

WHILE_READING = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, NoResultFound)
"""What reading rows ends in that another program wrote into, and what a bug of ours ends in as well."""


class Access:
    """The way to one database; `name` is what sentences call it."""

    def __init__(self, engine: Engine, name: str, holder: str, footing: Footing | None = None) -> None:
        """`footing` is the file that the engine has open, None for a server's database."""
        self.engine = engine
        self.name = name
        self.holder = holder
        self._footing = footing
        self._server = ServerFooting(name) if engine.dialect.name == "postgresql" else None
        self._traces: Traces | None = None
        self._owner = get_ident()
        self._in_use = False
        self._joined: Connection | None = None
        """The one transaction that others join for a while."""
        self._asked_only = False
        self._written = 0

    @property
    def full_text(self) -> bool:
        """Return whether the database has our full-text index."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the database."""
        if self._joined is not None:
            self._must_be_here()
            yield self._joined
            return
        with self._transaction(writes=False) as connection:
            yield connection

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Let all that is asked within see one unchanging state of the database; whoever writes raises `BugError`."""
        if self._joined is not None:  # the transaction of whoever called sees one state as well
            yield
            return
        with self.asking(), self._transaction(writes=False) as connection:
            self._joined = connection
            try:
                yield
            finally:
                self._joined = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose work is committed at the end, on the disk; on any error nothing of it is kept.

        Raises `Gone` where the file is not the one any more that was opened; it may have become so during the work.
        """
        self.about_to_change()
        self._written += 1
        if self._joined is not None:
            self._must_be_here()
            yield self._joined
            return
        self._look()
        with self._transaction(writes=True) as connection:
            for left in (EMPTIED, AFTERWARDS):  # of one that was rolled back: a file has one connection for all
                connection.info.pop(left, None)
            if self._server is not None:
                self._server.look(connection)
            yield connection
            seen = None if self._server is None else self._server.now(connection)
            emptied, afterwards = connection.info.pop(EMPTIED, ()), connection.info.pop(AFTERWARDS, ())
        if self._server is not None:
            self._server.saw(seen)
        for each in afterwards:
            each()
        self._look()
        self._leave_no_trace(emptied)

    def _leave_no_trace(self, emptied: Collection[str]) -> None:
        """Let a file keep nothing of texts that were emptied, and try again what could not be done before."""
        if emptied and (traces := self._of_file()) is not None:
            with self.alone():
                traces.leave_none(emptied)
        elif self._traces is not None:
            with self.alone():
                self._traces.try_again()

    def look_for_traces(self, emptied: Collection[str]) -> None:
        """Do for a file that was opened what could not be done when these texts were emptied."""
        if emptied and (traces := self._of_file()) is not None:
            with self.alone():
                traces.look_again(emptied)

    @property
    def traces_left(self) -> tuple[str, ...]:
        """Return what may have words of emptied texts still, a sentence each."""
        return () if self._traces is None else self._traces.left

    def files_aside(self, emptied: Collection[str]) -> tuple[Path, ...]:
        """Return the files that were put aside beside this one and may have words of these texts."""
        if self._footing is None or not emptied:
            return ()
        from desk.store.database.traces import files_aside

        return files_aside(Path(str(self.engine.url.database)), emptied)

    def _of_file(self) -> "Traces | None":
        if self._traces is None and self._footing is not None:
            from desk.store.database.traces import Traces

            self._traces = Traces(self.engine, Path(str(self.engine.url.database)))
        return self._traces

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of all that is asked and written within: all of it is kept, or nothing.

        For changes of several rooms that belong together. What a room raises goes on out of here: one that is caught
        within would leave half of its change.
        """
        if self._joined is not None:
            yield
            return
        with self.writing() as connection:
            self._joined = connection
            try:
                yield
            finally:
                self._joined = None
                self._written += 1  # what was read within may have been taken back

    def stamp(self, connection: Connection) -> Hashable:
        """Return what changes with every write to the database, by us or another program.

        What a server's transaction sees is the same where the same others are done before it, and none began since.
        """
        whose = connection.info.setdefault("copydesk_stamp", object())  # the count below is a connection's own
        count = "PRAGMA data_version" if connection.dialect.name == "sqlite" else _SEEN_AT_SERVER
        return whose, self._written, str(connection.exec_driver_sql(count).scalar_one())

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Let nothing change for a while: whoever writes raises `BugError`."""
        self._must_be_here()
        before, self._asked_only = self._asked_only, True
        try:
            yield
        finally:
            self._asked_only = before

    def about_to_change(self) -> None:
        """Raise `BugError` where the store is only asked; for what is kept elsewhere but changes with it."""
        if self._asked_only:
            raise BugError("a question changes something: make it an operation that says what changed")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep all transactions away for a while: for work on the file itself."""
        self._must_be_here()
        if self._in_use:
            raise BugError("a transaction of the store was nested in another")
        self._in_use = True
        try:
            yield
        finally:
            self._in_use = False

    def stand(self) -> None:
        """Take note of a server's database as it is now, up to date and about to be used."""
        if self._server is not None:
            with self.reading() as connection:
                self._server.stand(connection)

    def _look(self) -> None:
        if self._footing is not None:
            self._footing.look()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()
        if self._footing is not None:
            self._footing.leave()

    def _must_be_here(self) -> None:
        if get_ident() != self._owner:
            raise BugError("the store was called off the lane that opened it")

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        with self.alone(), told(self.name), self.engine.connect() as connection:
            connection.execution_options(**{WRITES: writes})
            if not writes and connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            with self._blamed(connection), connection.begin():
                yield connection

    @contextmanager
    def _blamed(self, connection: Connection) -> Iterator[None]:
        """Say in a sentence what another program wrote, where that is why something failed; else the bug is ours."""
        try:
            yield
        except WHILE_READING as error:
            from desk.store.database.foreign_values import foreign_values

            with connection.begin():
                why = next(foreign_values(connection), "")
            if why:
                raise KnownError(why) from error
            raise
