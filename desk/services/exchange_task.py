"""An exchange with the desk as one value: done with databases that it opens itself, so in whichever lane it is called.

task = desk.syncing.task(where)                 # in the store lane
plan = task.look()                              # in the lane of the line; nothing is written
synced = task.go(only=ids, progress=progress)   # there too
desk.syncing.arrived(synced)                    # in the store lane again
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import KnownError, OutOfReach
from desk.packs.exchange_plan import ExchangePlan, Wish
from desk.review.people import Person
from desk.review.queue import Waiting
from desk.services.carrying import Porter, remains_of
from desk.services.exchange import ExchangeService
from desk.services.packs import PacksService
from desk.services.shared_folder import SharedFolderService
from desk.services.two_databases import Progress, Synced, TwoDatabases

if TYPE_CHECKING:
    from desk.store.connect import Store


@dataclass(frozen=True, slots=True)
class ExchangeTask:
    """From the database at `here` to the one, or the folder, at `where`; `person` signs what follows from it."""

    here: str
    where: str
    person: Person
    me: Waiting
    wish: Wish
    accepted: tuple[str, ...] = ()

    def look(self) -> ExchangePlan:
        """Return what it would come to; raises `KnownError` where there is no line, or nobody is let in."""
        if self.folder is None:
            with self._line() as (line, _):
                return line.look(self.wish)
        with self._shared() as (shared, stories, _):
            return shared.look(self.folder, stories, self.wish)

    def go(self, only: Collection[str] | None = None, progress: Progress | None = None) -> Synced:
        """Exchange what is missing, or of that the stories that were picked; raises `KnownError` as `look` does."""
        if self.folder is None:
            with self._line() as (line, both), remains_of(both[0]) as here, remains_of(both[1]) as there:
                synced = line.exchange(self.wish, only, progress)
            return replace(synced, remains=(*here, *there))
        with self._shared() as (shared, stories, store), remains_of(store) as remains:
            synced = shared.go(self.folder, stories, self.accepted, self.wish, only, progress)
        return replace(synced, remains=tuple(remains))

    @property
    def folder(self) -> Path | None:
        """Return the folder that is the desk, None where it is a database."""
        return folder_at(self.where)

    @contextmanager
    def _shared(self) -> Iterator[tuple[SharedFolderService, list[str], "Store"]]:
        """Give what exchanges by a folder, and all stories that are here: they go, as they do over a line."""
        from desk.store.connect import open_store

        with _opened(open_store(self.here)) as here:
            porter = Porter(here, self.person)
            exchange = ExchangeService(porter, nobody_new)
            packs = PacksService(porter, exchange)
            yield SharedFolderService(here, packs, exchange), list(here.standing_at.of_all()), here

    @contextmanager
    def _line(self) -> Iterator[tuple[TwoDatabases, tuple["Store", "Store"]]]:
        from desk.store.connect import open_store

        _must_be_there(self.where)
        with _opened(open_store(self.where, may_upgrade=False)) as there, _opened(open_store(self.here)) as here:
            yield TwoDatabases(here, there, self.person, self.me), (here, there)


def folder_at(where: str) -> Path | None:
    """Return the folder at an address, None where it is no folder."""
    path = None if "://" in where or not where.strip() else Path(where).expanduser()
    return path if path is not None and path.is_dir() else None


def nobody_new() -> str:
    """Look nobody up, and say nothing: whoever sent the task does so once it is done."""
    return ""


def _must_be_there(where: str) -> None:
    """Raise `KnownError` for no address, or a file that is not there: none is made of a slip of the keys."""
    from desk.store.connect import database_path

    if not where.strip():
        raise KnownError("Say first where the desk is: the address of its database, or a folder.")
    path = database_path(Path(where).expanduser() if "://" not in where else where)
    if path is not None and not path.exists():
        raise OutOfReach(
            f"There is nothing at {path}: check the name, or connect the share or the stick that it is on."
        )


@contextmanager
def _opened(store: "Store") -> Iterator["Store"]:
    try:
        yield store
    finally:
        store.close()
