"""The trail as the database keeps it: read in order, and checked link by link."""

import heapq
from collections.abc import Callable
from datetime import datetime
from operator import attrgetter

from sqlalchemy import select

from desk.errors import KnownError
from desk.exchange.clocks import behind, steps_back
from desk.review.decisions import Decision, Done
from desk.review.people import actor
from desk.review.trail import End, TrailEntry, faults
from desk.store.approval.desk_trail import BY_PLACE, entry_of, link_before, links_before
from desk.store.approval.seal_rows import SEAL_COLUMNS, seal_of
from desk.store.approval.sealed_entries import is_from_elsewhere
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.records.strand_rows import others
from desk.store.records.trail_entries import decision_of, decisions_on, end_of, strands_on

_table = tables.decisions
_AT_ONCE = 500
_by_place = select(_table).order_by(_table.c.place, _table.c.number)
_sealed = select(*SEAL_COLUMNS).where(tables.seals.c.payload != "")


class Trail:
    """The room of the trail; entries are written by whatever makes a decision, here they are only read."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def of_story(self, story: str) -> list[TrailEntry]:
        """Return every entry of one story, oldest first."""
        wanted = select(_table).where(_table.c.story == story).order_by(_table.c.number)
        with self._access.reading() as connection:
            return [_entry(row) for row in connection.execute(wanted)]

    def told_of(self, story: str) -> list[TrailEntry]:
        """Return every entry of one story, those of other databases among them, in the order that all of them come to.

        Places count in the trail that an entry stands in.
        """
        entries = {entry.decision.id: entry for entry in self.of_story(story)}
        with self._access.reading() as connection:
            elsewhere = [bagged.entry for each in others(connection, story).values() for bagged in each]
            told = {entry.decision.id: entry for entry in elsewhere} | entries
            return [told[decision.id] for decision in decisions_on(connection, story)]

    def end(self) -> End:
        """Return where the trail ends."""
        with self._access.reading() as connection:
            return end_of(connection)

    def at(self, place: int) -> End | None:
        """Return the link at a place; None where the trail has no such entry."""
        with self._access.reading() as connection:
            chain = link_before(connection, place + 1) if place else None
        return None if chain is None else End(place, chain)

    def beginning(self) -> str:
        """Return the link of the first entry, which no other database has; empty where nothing was entered yet."""
        first = self.at(1)
        return "" if first is None else first.chain

    def is_new(self) -> bool:
        """Return whether nothing was entered yet, in a database without stories."""
        with self._access.reading() as connection:
            if end_of(connection).place or connection.execute(select(tables.stories.c.id).limit(1)).first():
                return False
        return not self.beginning()

    def clocks_behind(self, story: str) -> dict[str, datetime]:
        """Return the entries on a story that are dated before something their author had seen, with that moment."""
        with self._access.reading() as connection:
            return behind(*strands_on(connection, story))

    def steps_back(self) -> list[str]:
        """Return one sentence for each place at which the clock of this trail went back: to be known, and no fault."""
        table = tables.desk_entries
        with self._access.reading() as connection:
            desk = [(row.place, row.made) for row in connection.execute(select(table.c.place, table.c.made))]
            wanted = select(_table.c.place, _table.c.made).order_by(_table.c.place)
            with connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}) as rows:
                every = heapq.merge(((row.place, row.made) for row in rows), sorted(desk))
                return list(steps_back(every))

    def faults(self) -> list[str]:
        """Return one sentence for each entry of the whole trail that was altered, removed, reordered or inserted."""
        try:
            return self._faults()
        except KnownError as error:  # a value that none of ours can be: the trail cannot be walked
            return [str(error)]

    def _faults(self) -> list[str]:
        with self._access.reading() as connection:
            seals = [s for s in map(seal_of, connection.execute(_sealed)) if not is_from_elsewhere(connection, s)]
            anchors = {seal.place: seal.chain for seal in seals if seal.payload}
            desk = [_or_none_of_ours(entry_of, row, "") for row in connection.execute(BY_PLACE).all()]
            with connection.execute(_by_place, execution_options={"yield_per": _AT_ONCE}) as rows:
                stories = (_or_none_of_ours(_entry, row, row.story) for row in rows)
                every = heapq.merge(stories, desk, key=attrgetter("place"))
                return list(faults(every, end_of(connection), anchors))

    def faults_of(self, story: str) -> list[str]:
        """Return the same for the entries of one story, each against the one before it: for a report, at once."""
        entries = self.of_story(story)
        with self._access.reading() as connection:
            chains = links_before(connection, [entry.place for entry in entries])
        return [
            f"Entry {e.place} of the trail, or the one before it, is not as it was written."
            for e in entries
            if e.place not in chains or not e.follows(chains[e.place])
        ]


def _entry(row: AnyRow) -> TrailEntry:
    return TrailEntry(row.place, row.chain, decision_of(row), row.number, row.spelt)


def _or_none_of_ours(read: Callable[[AnyRow], TrailEntry], row: AnyRow, story: str) -> TrailEntry:
    """Return the entry; one with words that are none as one that follows from nothing."""
    try:
        return read(row)
    except KnownError:
        altered = Decision(Done.MOVED, story, actor(row.person, row.who), when=row.made)
        return TrailEntry(row.place, row.chain, altered)
