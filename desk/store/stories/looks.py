"""What each person saw last of each story: one row each, written over by the next look."""

from sqlalchemy import Connection, delete, insert, select

from desk.review.looks import Look
from desk.store.database import tables
from desk.store.database.access import Access

_table = tables.looks


class Looks:
    """The room of looks."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def keep(self, look: Look) -> None:
        """Write down what somebody has just seen."""
        with self._access.writing() as connection:
            mine = (_table.c.person == look.person) & (_table.c.story == look.story)
            connection.execute(delete(_table).where(mine))
            values = {"person": look.person, "story": look.story, "version": look.version, "sha256": look.sha256}
            connection.execute(insert(_table).values(**values, seen=list(look.seen), looked=look.when))

    def last(self, person: str, story: str) -> Look | None:
        """Return the last look of a person at a story; None if it is the first time."""
        wanted = select(_table).where(_table.c.person == person, _table.c.story == story)
        with self._access.reading() as connection:
            row = connection.execute(wanted).first()
        if row is None:
            return None
        return Look(row.person, row.story, row.version, row.sha256, tuple(row.seen), row.looked)


def seen_by(connection: Connection, person: str, story: str) -> frozenset[str]:
    """Return the fingerprints of the findings that a person (by key) saw last, within the transaction."""
    wanted = select(_table.c.seen).where(_table.c.person == person, _table.c.story == story)
    return frozenset(connection.execute(wanted).scalar() or ())
