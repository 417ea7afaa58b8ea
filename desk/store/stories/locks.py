"""Who has which story open, so that a second window does not write over the first; what the dead left is taken over."""

from sqlalchemy import Connection, delete, select, update

from desk.review.people import Actor, actor
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow, upsert
from desk.store.database.process import Holder
from desk.store.records.story_rows import row_of
from desk.store.records.values import OpenElsewhere
from desk.store.stories.recovery import LEASE
from desk.text.moments import now

_table = tables.locks


class Locks:
    """The room of open stories; they are held by one opening of the store, and let go when it closes."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def take(self, story: str, who: Actor) -> OpenElsewhere | None:
        """Hold the story and return None, or return who holds it already (then it is not taken)."""
        with self._access.writing() as connection:
            row_of(connection, story, to_change=True)  # else two on a server both find it free
            if other := self._other(connection, story):
                return other
            when = now()
            mine = {"holder": self._access.holder, "who": who.name, "person": who.id}
            upsert(connection, _table, [{"story": story, **mine, "since": when, "renewed": when}])
            return None

    def holder(self, story: str) -> OpenElsewhere | None:
        """Return who else holds the story now; None if nobody or this store does."""
        with self._access.reading() as connection:
            return self._other(connection, story)

    def renew(self) -> None:
        """Say that this store still holds its stories; every few minutes, for the sake of other machines."""
        with self._access.writing() as connection:
            connection.execute(update(_table).where(_table.c.holder == self._access.holder).values(renewed=now()))

    def release(self, story: str) -> None:
        """Let the story go, if this store holds it."""
        with self._access.writing() as connection:
            mine = _table.c.holder == self._access.holder
            connection.execute(delete(_table).where(_table.c.story == story, mine))

    def release_all(self) -> None:
        """Let go of every story that this store holds."""
        with self._access.writing() as connection:
            connection.execute(delete(_table).where(_table.c.holder == self._access.holder))

    def _other(self, connection: Connection, story: str) -> OpenElsewhere | None:
        row = connection.execute(select(_table).where(_table.c.story == story)).first()
        if row is None or row.holder == self._access.holder or not _alive(row):
            return None
        holder = Holder.parse(row.holder)
        return OpenElsewhere(actor(row.person, row.who), row.since, "" if holder.local else holder.machine)


def _alive(row: AnyRow) -> bool:
    holder = Holder.parse(row.holder)
    return holder.alive() if holder.local else now() - row.renewed < LEASE
