"""Opening a store: looked at, checked, backed up and migrated where it is old, refused where it is newer.

    store = open_store(data_dir() / "copydesk.db")        # or open_store("sqlite:///..."), a path, or a server's URL
    story = store.stories.create(NewStory(slug="flood", text=text), rosa.actor)
    store.decisions.add(on_finding(Done.WAIVED, finding, story.id, rosa.actor, reason="as quoted"))
    store.close()

Values in and out are frozen (`rows.py`, `desk.review`). Every call is one transaction, on the disk when it returns, and
raises `KnownError` with one sentence. A store belongs to the thread that opened it (the store lane, or the command
line); a call from another one is a `BugError`. Other processes may use the same file: SQLite lets one write at a time.
"""

from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from desk.errors import KnownError
from desk.paths import data_dir
from desk.store.approval.audit import Audit
from desk.store.approval.decisions import Decisions
from desk.store.approval.keys import Keys
from desk.store.approval.last_numbers import LastNumbers
from desk.store.approval.people import People
from desk.store.approval.reviews import Reviews
from desk.store.approval.seals import Seals
from desk.store.approval.trail import Trail
from desk.store.database import backups, sqlite
from desk.store.database.access import Access
from desk.store.database.faults import Gone, Newer, Older
from desk.store.database.footing import Footing
from desk.store.database.process import Holder
from desk.store.exchange.desk_parts import DeskParts
from desk.store.exchange.holders import Holders
from desk.store.exchange.laying import Laying
from desk.store.exchange.opposite_rows import OppositeRows
from desk.store.exchange.packing import Packing
from desk.store.exchange.papers import Papers
from desk.store.exchange.proposed import ProposedRows
from desk.store.exchange.standing_at import StandingAt
from desk.store.exchange.strands import Strands
from desk.store.exchange.twins import TwinRows
from desk.store.migrations import HEAD, REVISIONS, revision_of
from desk.store.names.book import NameBook
from desk.store.names.dictionary import Dictionary
from desk.store.names.proposals import Proposals
from desk.store.queue.queue import Queue
from desk.store.queue.views import QueueViews
from desk.store.records.values import ToldOfUpgrade
from desk.store.stories.apart import ApartTexts
from desk.store.stories.comments import Comments
from desk.store.stories.emptying import Emptying
from desk.store.stories.last_texts import LastTexts
from desk.store.stories.locks import Locks
from desk.store.stories.looks import Looks
from desk.store.stories.originals import Originals
from desk.store.stories.readings import Readings
from desk.store.stories.recovery import Recovery
from desk.store.stories.runs import Runs
from desk.store.stories.stories import Stories
from desk.store.upgrading import upgrade

FILE_NAME = "copydesk.db"
_CONNECT = {
    "psycopg": {
        "connect_timeout": 10,
        "application_name": "copydesk",
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 25_000,
    }
}
"""A line that was cut is found out within half a minute (seconds; the last in milliseconds), not after two hours."""


class Store:
    """One open database, one room a table or two; made by `open_store`. `path` is None for a server's database."""

    def __init__(self, url: URL, path: Path | None) -> None:
        self.path = path
        self.address = str(path) if path is not None else url.render_as_string(hide_password=False)
        """Where another part of this program opens it once more; with the password."""
        footing = None if path is None else Footing(path)
        engine = _server_engine(url) if path is None or footing is None else sqlite.engine_of(path, footing)
        self._access = Access(engine, str(url if path is None else path), Holder.here().token, footing)
        self.stories = Stories(self._access)
        self.last_texts = LastTexts(self._access)
        self.decisions = Decisions(self._access)
        self.reviews = Reviews(self._access)
        self.comments = Comments(self._access)
        self.runs = Runs(self._access)
        self.trail = Trail(self._access)
        self.audit = Audit(self._access)
        self.last_numbers = LastNumbers(self._access)
        self.seals = Seals(self._access)
        self.people = People(self._access)
        self.keys = Keys(self._access)
        self.looks = Looks(self._access)
        self.originals = Originals(self._access)
        self.readings = Readings(self._access)
        self.emptying = Emptying(self._access)
        self.recovery = Recovery(self._access)
        self.locks = Locks(self._access)
        self.apart_texts = ApartTexts(self._access)
        self.queue = Queue(self._access)
        self.queue_views = QueueViews(self._access)
        self.dictionary = Dictionary(self._access)
        self.book = NameBook(self._access)
        self.proposals = Proposals(self._access)
        self.strands = Strands(self._access)
        self.packing = Packing(self._access)
        self.laying = Laying(self._access)
        self.holders = Holders(self._access)
        self.opposites = OppositeRows(self._access, self.reviews)
        self.papers = Papers(self._access)
        self.proposed = ProposedRows(self._access)
        self.twins = TwinRows(self._access, self.reviews)
        self.desk_parts = DeskParts(self._access)
        self.standing_at = StandingAt(self._access)

    @property
    def name(self) -> str:
        """Return what sentences call the database: its path, or its address without the password."""
        return self._access.name

    def asking(self) -> AbstractContextManager[None]:
        """Let the store be asked only: `with store.asking():`, in which whoever writes raises `BugError`."""
        return self._access.asking()

    def at_one_moment(self) -> AbstractContextManager[None]:
        """Let several answers be of one state of the database: `with store.at_one_moment():`, which only asks."""
        return self._access.at_one_moment()

    def together(self) -> AbstractContextManager[None]:
        """Let what belongs together be one transaction: `with store.together():`, all of it or nothing."""
        return self._access.together()

    def about_to_change(self) -> None:
        """Raise `BugError` while the store is only asked; for what changes beside it: settings, keys, drafts."""
        self._access.about_to_change()

    def bring_up_to_date(self, *, may_upgrade: bool = True, told: ToldOfUpgrade | None = None) -> None:
        """Check the file quickly and migrate an older one, with a backup before; raises `Damaged`, `Newer` or `Older`.

        Without `may_upgrade` an older one stays as it is: others may still work with it in the version it is of. `told`
        hears how far it is, and has it broken off by raising `Cancelled`.
        """
        with self._access.reading() as connection:
            if self.path is not None:
                sqlite.check_quickly(connection, self.path)
            revision = revision_of(connection)
        if revision == HEAD:
            return
        if revision and revision not in REVISIONS:
            raise Newer(
                f"The database {self.name} was written by a newer Copydesk (its revision is {revision}, this version "
                f"knows {HEAD}): update Copydesk, or open another database with --db."
            )
        if revision and not may_upgrade:
            raise Older(
                f"The database {self.name} is of an older Copydesk (its revision is {revision}, this version writes "
                f"{HEAD}): open it once in its own place with this version, which brings it up to date."
            )
        upgrade(self._access, self.path, revision, told)

    def stand(self) -> None:
        """Take note of which database this is: each write asks whether it still is."""
        self._access.stand()
        if self.path is not None:
            self.emptying.finish()

    def check(self) -> None:
        """Read the whole database and raise `Damaged` if anything is wrong; a server looks after its own."""
        if self.path is not None:
            with self._access.reading() as connection:
                sqlite.check_fully(connection, self.path)

    def back_up(self, why: str = "by hand", keep: int = backups.KEPT) -> backups.Backup:
        """Write a backup now and return it; raises `KnownError`."""
        if self.path is None:
            raise KnownError("The database is a server's: its own tools make the backups.")
        with self._access.reading() as connection:
            return backups.back_up(sqlite.raw(connection), self.path, why, keep)

    def close(self) -> None:
        """Let go of all stories and of the database; the file is whole without its companions then."""
        try:
            with suppress(Gone):  # whoever wrote was told; nobody finds these locks in the file that is there now
                self.recovery.let_go()
                self.locks.release_all()
        finally:
            self.dispose()

    def dispose(self) -> None:
        """Let go of the database alone; for one that could not be opened."""
        self._access.close()


def open_store(where: str | Path = "", *, may_upgrade: bool = True, told: ToldOfUpgrade | None = None) -> Store:
    """Return the store at a path or database URL; by default `copydesk.db` in the data folder, made if it is missing.

    An older one is brought up to date, of which `told` hears (`upgrading`), or refused without `may_upgrade`. Raises
    `KnownError` (`faults.Damaged`, `faults.Newer` among them) with a sentence that says how to mend it.
    """
    url = _url(where)
    path = _file(url)
    if path is not None:
        sqlite.look_at(path)
    store = Store(url, path)
    try:
        store.bring_up_to_date(may_upgrade=may_upgrade, told=told)
        store.stand()
    except BaseException:
        store.dispose()
        raise
    return store


def _server_engine(url: URL) -> Engine:
    ours = url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url
    try:
        engine = create_engine(ours, pool_pre_ping=True, connect_args=_CONNECT.get(ours.get_driver_name(), {}))
        event.listen(engine, "connect", _compile_nothing)
        return engine
    except ModuleNotFoundError as error:  # a desk on one laptop needs no driver
        raise KnownError(
            f"For the database {url} the driver “{error.name}” must be installed first: pip install copydesk[server]."
        ) from error


def _compile_nothing(connection: DBAPIConnection, _record: object) -> None:
    """Let a server never compile a question before it answers: that took 0.7 s of questions that take milliseconds."""
    with closing(connection.cursor()) as cursor:
        cursor.execute("SET jit = off")
    connection.commit()


def called(where: str) -> str:
    """Return what sentences call the database at an address: without its password."""
    url = _url(where)
    path = _file(url)
    return str(url if path is None else path)


def database_path(where: str | Path = "") -> Path | None:
    """Return the file that `open_store` would open, for `list_backups` and `restore`; None for a server's database."""
    return _file(_url(where))


def _file(url: URL) -> Path | None:
    is_file = url.get_backend_name() == "sqlite" and url.database
    return Path(url.database).expanduser().absolute() if is_file and url.database else None


def _url(where: str | Path) -> URL:
    if not where:
        where = data_dir() / FILE_NAME
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where.replace("postgres://", "postgresql://", 1) if where.startswith("postgres://") else where)
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise KnownError(
            f"“{where}” is no database address: give a file, or a URL such as sqlite:////path/to/file."
        ) from error
    if url.drivername.startswith("sqlite") and not url.database:
        raise KnownError("A database in memory would be lost at the end: name a file.")
    return url
