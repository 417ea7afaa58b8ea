"""The trail as the database keeps it: read in order, and checked link by link."""

import json
from collections.abc import Iterator

from sqlalchemy import select

from desk.review.trail import End, Entry, faults
from desk.store import tables
from desk.store.access import Access
from desk.store.columns import AnyRow
from desk.store.decisions import decision_of, end_of

_table = tables.decisions


class Trail:
    """The room of the trail; entries are written by whatever makes a decision, here they are only read."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def of_story(self, story: str) -> list[Entry]:
        """Return every entry of one story, oldest first."""
        wanted = select(_table).where(_table.c.story == story).order_by(_table.c.number)
        with self._access.reading() as connection:
            return [_entry(row) for row in connection.execute(wanted)]

    def end(self) -> End:
        """Return where the trail ends."""
        with self._access.reading() as connection:
            return end_of(connection)

    def faults(self) -> Iterator[str]:
        """Yield one sentence for each entry of the whole trail that was altered, removed, reordered or inserted."""
        seals = select(tables.seals.c.place, tables.seals.c.payload).where(tables.seals.c.place > 0)
        with self._access.reading() as connection:
            entries = [_entry(row) for row in connection.execute(select(_table).order_by(_table.c.number))]
            end = end_of(connection)
            anchors = {row.place: _anchor(row.payload) for row in connection.execute(seals)}
        yield from faults(entries, end, anchors)


def _entry(row: AnyRow) -> Entry:
    return Entry(row.place, row.chain, decision_of(row))


def _anchor(payload: str) -> str:
    return str(json.loads(payload)["trail"]["chain"])
