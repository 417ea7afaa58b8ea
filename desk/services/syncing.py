"""A laptop and its desk brought to the same: at once for the terminal, as a task for a lane of its own."""

from typing import TYPE_CHECKING

from desk.packs.exchange_plan import ALL, ExchangePlan, Wish
from desk.review.queue import Waiting
from desk.review.waiting import waiting
from desk.services.exchange_task import ExchangeTask
from desk.services.two_databases import Progress, Synced
from desk.story import Changes, Part

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.last_exchange import ExchangedService
    from desk.services.people import PeopleService

_CHANGED = frozenset({Part.QUEUE, Part.STORY, Part.DECISIONS, Part.PEOPLE, Part.BRIEF})


class SyncingService:
    """What a laptop and a desk exchange over a line, or by a folder."""

    def __init__(self, context: "DeskContext", people: "PeopleService", exchanged: "ExchangedService") -> None:
        self._context, self._store, self._people = context, context.store, people
        self._exchanged = exchanged

    def sync(self, where: str, wish: Wish = ALL, progress: Progress | None = None) -> tuple[Synced, Changes]:
        """Exchange what is missing with the database at an address, and return what came of it.

        Stories that are here already are exchanged in any case. It may be broken off between two stories at any time,
        and goes on from there. Raises `KnownError` where the other database cannot be opened or is this one, or while
        nobody says who works.
        """
        synced = self.task(where, wish).go(progress=progress)
        return synced, self.arrived(synced, "" if synced.broken_off else where)

    def look(self, where: str, wish: Wish = ALL) -> ExchangePlan:
        """Return what that would come to; nothing is written on either side."""
        return self.task(where, wish).look()

    def task(self, where: str, wish: Wish = ALL, accepted: tuple[str, ...] = ()) -> ExchangeTask:
        """Return all that an exchange needs to know of this desk, for a lane of its own.

        `accepted` are the numbers of copies that were compared, for a folder. Raises `KnownError` while nobody says who
        works.
        """
        return ExchangeTask(self._store.address, where, self._context.signed(), self._waiting(), wish, accepted)

    def arrived(self, synced: Synced, where: str = "") -> Changes:
        """Look up what came into the database by a task, and say what changed.

        `where` is the address that everything was exchanged with, empty where it was not everything.
        """
        in_force = self._people.arrived()
        self._store.emptying.look()
        if where:
            self._exchanged.all_exchanged(where, synced.left)
        return Changes(_CHANGED, said=" ".join(filter(None, (synced.all_said, in_force))))

    def _waiting(self) -> Waiting:
        return waiting(self._context.person, self._context.rules.table.moves)
