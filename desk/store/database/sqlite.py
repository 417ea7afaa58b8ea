"""SQLite: how a file is looked at before it is touched, and how each connection is set up."""

import os
import secrets
import sqlite3
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from desk.careful import careful_file
from desk.errors import KnownError
from desk.paths import data_dir, keep_private, make_private
from desk.store.database.access import WRITES
from desk.store.database.faults import damaged, no_database
from desk.store.database.footing import Footing
from desk.text.moments import file_stamp, now

APPLICATION_ID = 0x436F7079  # "Copy", in the header of every database of ours
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_ID_AT = slice(68, 72)  # https://www.sqlite.org/fileformat.html, section 1.3
BUSY_SECONDS = 30.0
"""How long whoever finds another one writing waits: a whole desk saves in a second, a backup program takes longer."""
_TURNS = 10
"""How often that is waited while others go on committing: SQLite lets whoever asks first write, not whoever waits
longest, and of eight writers on a machine with ten times the work that it can do two got no turn in half a minute."""
_BETWEEN = 0.05
BESIDE = ("-wal", "-shm")
"""What stands beside an open database."""
_SHARE, _LEAST, _MOST = 16, 500, 4000
"""Pages of 4 kB that are kept in memory: a sixteenth of the file, between 2 and 16 MB. The system keeps them too."""
_CHECK_WHOLE_BELOW = 64 << 20  # bytes; a quick check reads every page: about 0.1 s for 64 MB
_CORE_TABLES = ("stories", "decisions")


def look_at(path: Path) -> None:
    """Make sure that the path can be a database of ours, without touching what is there; raises `KnownError`.

    A missing or empty file is fine: it becomes a new database, unless there are backups of it and it lost all it had.
    """
    if path.is_dir():
        raise KnownError(f"{path} is a folder, not a database: name a file in it, such as {path / 'copydesk.db'}.")
    try:
        _make_folder(path)
        header = _header(path)
        if not path.exists():
            _keep_log(path)
    except OSError as error:
        raise KnownError(
            f"The database {path} cannot be opened ({error.strerror}): check the file and its folder, "
            "or open another database with --db."
        ) from error
    if _is_ours(header) or not path.exists():
        return
    if any(folder_of(path).glob(f"{path.stem}-*.db")):
        raise damaged(str(path), "its beginning is lost")
    if header:
        raise no_database(str(path))


def _make_folder(path: Path) -> None:
    """Make the folder of a database, and let nobody else read it, its backups and our data folder."""
    if path.parent == data_dir():
        make_private(path.parent)
    path.parent.mkdir(parents=True, exist_ok=True)
    for ours in (path, *(Path(f"{path}{ending}") for ending in BESIDE), folder_of(path)):
        keep_private(ours)
    for backup in folder_of(path).glob(f"{path.stem}-*.db"):
        keep_private(backup)


def _keep_log(path: Path) -> None:
    """Move the log of a database that has gone aside: it is no new one's, and holds what was saved last in the old."""
    log = Path(f"{path}-wal")
    if log.exists():
        log.replace(f"{log}.left-{file_stamp(now())}")
    Path(f"{path}-shm").unlink(missing_ok=True)


def folder_of(database: Path) -> Path:
    """Return the folder of a database's backups."""
    return database.parent / "backups"


def touch_private(path: Path) -> None:
    """Let a database begin as an empty file that its owner alone may read; SQLite gives its companions the same."""
    with suppress(OSError):  # it is there, or cannot be, which SQLite says
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def begins_like_ours(path: Path) -> bool:
    """Return whether the file begins as a database of ours does; raises `OSError`."""
    return _is_ours(_header(path))


def _is_ours(header: bytes) -> bool:
    return header.startswith(_MAGIC) and int.from_bytes(header[_ID_AT], "big") == APPLICATION_ID


def _header(path: Path) -> bytes:
    if not path.exists():
        return b""
    with careful_file(path, sys.maxsize) as file:
        return file.read(_HEADER)


def engine_of(path: Path, footing: Footing) -> Engine:
    """Return an engine with one connection to the file, set up for safety before speed; `footing` is told of it."""
    touch_private(path)
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False, "isolation_level": None},
        execution_options={"compiled_cache": _statements},
    )
    engine.dialect = _dialect()
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "connect", footing.stand)
    event.listen(engine, "begin", _begin)
    return engine


_statements: LRUCache[Any, Any] = LRUCache(1_000)
"""Statements in SQL, of all databases that this process opens: each is made once, in 0.5 ms, not once a database."""


@cache
def _dialect() -> Dialect:
    """Return the one dialect of all our files, by which statements are known; it learns which SQLite this is."""
    engine = create_engine("sqlite://")
    engine.connect().close()
    engine.dispose()
    return engine.dialect


def _set_up(connection: sqlite3.Connection, record: Any) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    if not pages:
        _name(connection)
    _patiently(connection, "PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # a commit is on the disk when it returns
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = {min(max(pages // _SHARE, _LEAST), _MOST)}")
    connection.execute("PRAGMA journal_size_limit = 16777216")  # a WAL that grew is cut back to 16 MB


def _name(connection: sqlite3.Connection) -> None:
    """Write into a new file whose it is, and which; before WAL, so that both are in the file itself."""
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("PRAGMA application_id").fetchone() == (
        0,
    ):  # else another one was quicker: two ids would be two databases
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {1 + secrets.randbelow(2**31 - 1)}")
    connection.execute("COMMIT")


def _patiently(connection: sqlite3.Connection, pragma: str) -> None:
    """Do what two can keep each other from, each in the other's way: they wait in turns, not both to the end."""
    until = time.monotonic() + BUSY_SECONDS
    connection.execute(f"PRAGMA busy_timeout = {secrets.randbelow(100)}")
    while True:
        try:
            connection.execute(pragma)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_BETWEEN)
        else:
            break
    connection.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")


def _begin(connection: Connection) -> None:
    if not connection.get_execution_options().get(WRITES, False):
        raw(connection).execute("BEGIN")  # touches no file, so nothing fails; SQLAlchemy's own way takes 0.1 ms more
        return
    for _ in range(_TURNS):
        before = _stamp(connection)
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            fault = error.orig
            if not isinstance(fault, sqlite3.Error) or fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            if _stamp(connection) == before:
                raise  # one and the same writes all the while
        else:
            return
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _stamp(connection: Connection) -> int:
    """Return what another program's commit changes."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def raw(connection: Connection) -> sqlite3.Connection:
    """Return Python's own connection beneath: for the backup API."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def check_quickly(connection: Connection, path: Path) -> None:
    """Raise `Damaged` if the file is; a big one is looked at in its most important tables only."""
    if path.stat().st_size <= _CHECK_WHOLE_BELOW:
        _check(connection, path, "PRAGMA quick_check(1)")
        return
    for table in _CORE_TABLES:
        _check(connection, path, f"PRAGMA quick_check('{table}')")


def check_fully(connection: Connection, path: Path) -> None:
    """Raise `Damaged` if any page, index, constraint or reference of the file is; reads all of it."""
    _check(connection, path, "PRAGMA integrity_check(1)")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise damaged(str(path), "a record refers to one that is missing")


def _check(connection: Connection, path: Path, pragma: str) -> None:
    said = connection.exec_driver_sql(pragma).scalar()
    if said != "ok":
        raise damaged(str(path), str(said))
