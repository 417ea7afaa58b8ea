"""What each person saw last of each story: one row each, written over by the next look."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, desc, select

from desk.review.looks import Look
from desk.review.people import Actor
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import upsert

_table = tables.looks
_MINE = _table.c.person.in_(bindparam("ids", expanding=True)), _table.c.story == bindparam("story")
_LAST = select(_table).where(*_MINE).order_by(desc(_table.c.looked)).limit(1)
_SEEN = select(_table.c.seen).where(*_MINE).order_by(desc(_table.c.looked)).limit(1)


class Looks:
    """The room of looks."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def keep(self, look: Look) -> None:
        """Write down what somebody has just seen."""
        with self._access.writing() as connection:
            values = {"person": look.who.id, "story": look.story, "version": look.version, "sha256": look.sha256}
            upsert(connection, _table, [{**values, "seen": list(look.seen), "looked": look.when}])

    def last(self, ids: Collection[str], story: str) -> Look | None:
        """Return the last look at a story of the person with these ids; None if it is the first time."""
        with self._access.reading() as connection:
            row = connection.execute(_LAST, {"ids": sorted(ids), "story": story}).first()
        if row is None:
            return None
        return Look(Actor(row.person), row.story, row.version, row.sha256, tuple(row.seen), row.looked)


def seen_by(connection: Connection, ids: Collection[str], story: str) -> frozenset[str]:
    """Return the fingerprints of the findings that the person with these ids saw last, within the transaction."""
    return frozenset(connection.execute(_SEEN, {"ids": sorted(ids), "story": story}).scalar() or ())
