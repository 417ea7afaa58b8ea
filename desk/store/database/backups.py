"""Backups of a SQLite database: made with SQLite's own backup API, kept beside it in `backups/`, the oldest dropped."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from desk.errors import KnownError
from desk.paths import make_private
from desk.store.database.faults import as_known, told
from desk.store.database.sqlite import BESIDE, begins_like_ours, folder_of, look_at, touch_private
from desk.text.moments import file_stamp, from_file_stamp, now

KEPT = 10
_PAGES = 2_000
"""Pages that are copied between two looks: 8 MB."""
Told: TypeAlias = Callable[[int, int], None]
"""Hears how many pages are left, of how many."""
_NAME = re.compile(r"(?P<stamp>\d{8}T\d{12}Z)(?:-(?P<why>.*))?")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file: when it was made (UTC), why in a few words, its size in bytes."""

    path: Path
    made: datetime
    why: str
    size: int


def list_backups(database: Path) -> list[Backup]:
    """Return the backups of the database, the newest first."""
    found = (_backup(path, database.stem) for path in folder_of(database).glob(f"{database.stem}-*.db"))
    return sorted((b for b in found if b is not None), key=lambda b: b.made, reverse=True)


def _backup(path: Path, stem: str) -> Backup | None:
    match = _NAME.fullmatch(path.stem.removeprefix(f"{stem}-"))
    if match is None:
        return None
    made = from_file_stamp(match["stamp"])
    return Backup(path, made, (match["why"] or "").replace("-", " "), path.stat().st_size)


def back_up(source: sqlite3.Connection, database: Path, why: str = "", keep: int = KEPT) -> Backup:
    """Write a backup of the open database and drop the oldest beyond `keep`; raises `KnownError`."""
    backup = copy(source, database, why)
    drop_oldest(database, keep)
    return backup


def copy(source: sqlite3.Connection, database: Path, why: str = "", told: Told | None = None) -> Backup:
    """Write a backup of the open database, whatever number there are; raises `KnownError`.

    The copy has its name only once it is whole and on the disk. What `told` raises breaks it off; where it is told of,
    `source` is within a transaction.
    """
    made = now()
    words = "-".join(re.findall(r"\w+", why))
    path = folder_of(database) / f"{database.stem}-{file_stamp(made)}{'-' + words if words else ''}.db"
    try:
        make_private(path.parent)
        _copy(source, path, told)
    except OSError as error:
        raise KnownError(
            f"No backup could be written to {path.parent} ({error.strerror}): nothing was changed."
        ) from error
    return Backup(path, made, words.replace("-", " "), path.stat().st_size)


def drop_oldest(database: Path, keep: int = KEPT) -> None:
    """Delete the oldest backups of the database beyond `keep`."""
    for old in list_backups(database)[keep:]:
        old.path.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, path: Path, told_of: Told | None) -> None:
    half = path.with_suffix(".half")
    touch_private(half)
    try:
        with told(str(path.parent)), closing(sqlite3.connect(half)) as target:
            if told_of is None:
                source.backup(target)
            else:
                # A transaction sees one state only from its first reading on; without it every commit of somebody
                # else's began the copy anew.
                source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                source.backup(target, pages=_PAGES, progress=lambda _, left, whole: told_of(left, whole))
            target.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
        _flush(half)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def restore(database: Path, backup: Path) -> Path | None:
    """Put a backup in the place of the database; return where the replaced one was moved, None if there was none.

    No store may have the database open. Raises `KnownError` if one has, or if the backup is damaged itself.
    """
    _sound(backup)
    try:
        _unused(database)
        fresh = database.with_name(f"{database.name}.restoring")
        fresh.unlink(missing_ok=True)
        touch_private(fresh)
        shutil.copyfile(backup, fresh)
        _flush(fresh)
        aside = _put_aside(database)
        fresh.replace(database)
    except OSError as error:
        raise KnownError(f"The backup {backup} could not be restored ({error.strerror}).") from error
    return aside


def _sound(backup: Path) -> None:
    if not backup.is_file():
        raise KnownError(f"There is no backup {backup}: choose another one.")
    look_at(backup)
    with (
        told(str(backup)),
        closing(sqlite3.connect(f"{backup.resolve().as_uri()}?immutable=1", uri=True)) as connection,
    ):
        said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if said != "ok":
        raise KnownError(f"The backup {backup} is damaged itself ({said}): choose another one.")


def _unused(database: Path) -> None:
    """Raise `KnownError` while another connection is open: only a lone one can leave WAL mode."""
    if not begins_like_ours(database):
        return  # nobody can use it; SQLite would only delete what lies beside it
    try:
        with closing(sqlite3.connect(database, timeout=0)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise KnownError(f"{database} is in use: close every Copydesk window, then restore the backup.") from error
        if as_known(error, str(database)) is None:
            raise


def _put_aside(database: Path) -> Path | None:
    if not database.exists():
        return None
    aside = database.with_name(f"{database.name}.replaced-{file_stamp(now())}")
    database.replace(aside)
    for ending in BESIDE:
        beside = Path(f"{database}{ending}")
        if beside.exists():
            beside.replace(f"{aside}{ending}")
    return aside
