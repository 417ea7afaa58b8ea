"""The queue of stories: filtered, the last changed first, in pages that cost the same at the end as at the start."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, literal, select, tuple_

from desk.store import tables
from desk.store.access import Access
from desk.store.columns import AnyRow, Instant
from desk.store.rows import QueueRow
from desk.store.search import narrowed, unindexed
from desk.store.story_rows import counts_of

_table = tables.stories
_COLUMNS = (
    _table.c.number,
    _table.c.id,
    _table.c.slug,
    _table.c.headline,
    _table.c.section,
    _table.c.state,
    _table.c.owner,
    _table.c.changed,
    _table.c.version,
    _table.c.errors,
    _table.c.warnings,
    _table.c.hints,
    _table.c.tally,
)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Filter:
    """Which stories are wanted: in one of the states, of the section, holding all the words; empty for any."""

    states: frozenset[str] = frozenset()
    section: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the queue: behind the story changed at `changed` with this local number."""

    changed: datetime
    number: int


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows in order; `next` is where the following page begins, None at the end."""

    rows: tuple[QueueRow, ...]
    next: Mark | None


class Queue:
    """The room of the queue."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def page(self, wanted: Filter = Filter(), after: Mark | None = None, size: int = 50) -> Page:
        """Return up to `size` stories behind `after`, the last changed first."""
        with self._access.reading() as connection:
            query = self._ordered(select(*_COLUMNS), wanted, connection, page=True)
            if after is not None:
                place = tuple_(_table.c.changed, _table.c.number)
                query = query.where(place < tuple_(literal(after.changed, Instant), literal(after.number)))
            rows = connection.execute(query.limit(size + 1)).all()
        more = len(rows) > size
        rows = rows[:size]
        return Page(tuple(map(_row, rows)), Mark(rows[-1].changed, rows[-1].number) if more else None)

    def ids(self, wanted: Filter = Filter()) -> list[str]:
        """Return the ids of all wanted stories in order: for a window on a long list (with `rows`)."""
        with self._access.reading() as connection:
            return list(connection.execute(self._ordered(select(_table.c.id), wanted, connection)).scalars())

    def rows(self, ids: Sequence[str]) -> list[QueueRow]:
        """Return the rows of these stories in the order given; one that is missing is left out."""
        found: dict[str, QueueRow] = {}
        with self._access.reading() as connection:
            for at in range(0, len(ids), _AT_ONCE):
                query = select(*_COLUMNS).where(_table.c.id.in_(ids[at : at + _AT_ONCE]))
                found.update((row.id, _row(row)) for row in connection.execute(query))
        return [found[story] for story in ids if story in found]

    def counts(self) -> dict[str, int]:
        """Return how many stories are in each state; states without any are left out."""
        query = select(_table.c.state, func.count()).group_by(_table.c.state)
        with self._access.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def _ordered(
        self, query: Select[Any], wanted: Filter, connection: Connection, *, page: bool = False
    ) -> Select[Any]:
        query, few = _filtered(query, wanted), False
        if wanted.text.strip():
            query, few = narrowed(query, wanted.text, connection, full_text=self._access.full_text, page=page)
        if few:
            return query.order_by(unindexed("changed").desc(), unindexed("number").desc())
        return query.order_by(_table.c.changed.desc(), _table.c.number.desc())


def _filtered(query: Select[Any], wanted: Filter) -> Select[Any]:
    if wanted.states:
        query = query.where(_table.c.state.in_(sorted(map(str, wanted.states))))
    if wanted.section:
        query = query.where(_table.c.section == wanted.section)
    return query


def _row(row: AnyRow) -> QueueRow:
    return QueueRow(
        row.id,
        row.slug,
        row.headline,
        row.section,
        row.state,
        row.owner,
        row.changed,
        row.version,
        counts_of(row),
    )
