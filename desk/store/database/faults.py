"""What can be wrong with a database, each as one sentence that says how to mend it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, OperationalError

from desk.errors import BugError, KnownError
from desk.store.database.out_of_reach import server_fault


class Damaged(KnownError):  # noqa: N818 - reads as the state it is
    """The database file is damaged; a backup can be restored (`backups.restore`)."""


class Gone(KnownError):  # noqa: N818
    """The file of the database is not the one any more that was opened: what is written to it is lost."""

    def __init__(self, path: Path | str, what: str) -> None:
        super().__init__(
            f"{path} {what} while Copydesk had it open: nothing can be saved in it any more. Put it back, or close "
            "Copydesk and open it again."
        )


class Newer(KnownError):  # noqa: N818
    """The database was written by a newer Copydesk."""


class Older(KnownError):  # noqa: N818
    """The database is of an older Copydesk, and whoever asks may not bring it up to date."""


_MENDED_BY_USER = {
    sqlite3.SQLITE_BUSY: "Another program has been writing to the database {0} for half a minute without a pause: "
    "wait until it is done, then try again.",
    sqlite3.SQLITE_LOCKED: "Another program keeps the database {0} to itself: wait until it is done, then try again.",
    sqlite3.SQLITE_READONLY: "The database {0} cannot be written: allow writing to the file and its folder, "
    "or open another database with --db.",
    sqlite3.SQLITE_PERM: "The database {0} may not be used: allow reading and writing to the file and its folder.",
    sqlite3.SQLITE_FULL: "The disk is full, so {0} could not be written: make room and try again; "
    "what was saved before is safe.",
    sqlite3.SQLITE_IOERR: "The disk failed while {0} was used ({1}): check the disk, then try again.",
    sqlite3.SQLITE_CANTOPEN: "The database {0} cannot be opened: check that its folder exists and may be written, "
    "or open another database with --db.",
    sqlite3.SQLITE_NOMEM: "There is not enough memory to use {0}: close other programs and try again.",
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT}


def damaged(name: str, detail: str) -> Damaged:
    """Return the error for a damaged file."""
    return Damaged(
        f"The database {name} is damaged ({detail}): restore one of its backups "
        "(`copydesk store backups` lists them), or move it away to start with an empty one."
    )


def no_database(name: str) -> KnownError:
    """Return the error for a file that is something else."""
    return KnownError(f"The file {name} is not a Copydesk database: open another one with --db, or move it away.")


def as_known(error: sqlite3.Error, name: str) -> KnownError | None:
    """Return the sentence for what SQLite says, or None where the mistake is ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest its details
    if code in _DAMAGE:
        return damaged(name, str(error))
    if code == sqlite3.SQLITE_NOTADB:
        return no_database(name)
    sentence = _MENDED_BY_USER.get(code)
    return KnownError(sentence.format(name, error)) if sentence else None


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn what the database `name` complains about into `KnownError`, and our own mistakes into `BugError`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise _translated(error, name) from error


def _translated(error: DBAPIError | sqlite3.Error, name: str) -> Exception:
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return as_known(cause, name) or BugError(f"the store was used wrongly: {cause!r}")
    if isinstance(error, OperationalError):
        said = " ".join(str(cause).split())  # drivers like to answer in paragraphs
        return server_fault(name, said)
    return BugError(f"the store was used wrongly: {cause!r}")
