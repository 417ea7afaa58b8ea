"""How far each story is in a database, as one digest a story: two that have the same have nothing to exchange."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, select

from desk.exchange.bag import BagVersion
from desk.packs.loan import loan_words
from desk.store.approval.emptied import emptied
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.exchange.packing import mapped_by_hand, version_by_hand
from desk.store.records.story_rows import row_of
from desk.store.records.version_graph import graph_of

_AT_ONCE = 2000
_ASKED = 500
"""Stories named in one question: a statement takes so many names and not thousands."""
Named: TypeAlias = tuple[str, str, str]
"""A story, the sort of a thing, and its name."""
_THINGS: tuple[tuple[str, Select[Any]], ...] = (
    ("version", select(tables.versions.c.story, tables.versions.c.digest.label("thing"))),
    ("entry", select(tables.decisions.c.story, tables.decisions.c.chain.label("thing"))),
    ("entry", select(tables.strand_entries.c.story, tables.strand_entries.c.chain.label("thing"))),
    ("remark", select(tables.comments.c.story, tables.comments.c.id.label("thing"))),
    ("seal", select(tables.seals.c.story, tables.seals.c.id.label("thing"))),
    ("original", select(tables.originals.c.story, tables.originals.c.sha256.label("thing"))),
)


@dataclass(frozen=True, slots=True)
class ThereIs:
    """What a database has of one story: what people call it, and the names of all there is of it, by sort."""

    slug: str
    headline: str
    lent: str = ""
    apart: bool = False
    in_hand: bool = False
    things: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)


class StandingAt:
    """The room that says how far stories are."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def of_all(self, only: Sequence[str] | None = None) -> dict[str, str]:
        """Return for each story a digest of the names of all there is of it; of some hundreds where they are given.

        The names are added up: it does not matter what came first, and a hundred thousand stories fit into memory.
        """
        sums: dict[str, int] = {}
        with self._access.reading() as connection:
            by_hand = _by_hand(connection, only)
            for story, _, thing in chain(by_hand, _emptied(connection, only), _rows(connection, only)):
                if story:
                    named = hashlib.blake2b(thing.encode("ascii"), digest_size=16).digest()
                    sums[story] = sums.get(story, 0) + int.from_bytes(named, "big")
        return {story: format(total, "x") for story, total in sums.items()}

    def by_hand(self, story: str) -> BagVersion | None:
        """Return the version that packing makes of kinds set by hand since the last one; None where none were."""
        with self._access.reading() as connection:
            return version_by_hand(row_of(connection, story), graph_of(connection, story))

    def there_is(self, stories: Sequence[str]) -> dict[str, ThereIs]:
        """Return what there is of these stories; those that are not here are left out."""
        found: dict[str, ThereIs] = {}
        with self._access.reading() as connection:
            for at in range(0, len(stories), _ASKED):
                found |= _there_is(connection, stories[at : at + _ASKED])
        return found


def _there_is(connection: Connection, stories: Sequence[str]) -> dict[str, ThereIs]:
    things: dict[str, dict[str, set[str]]] = {}
    for story, sort, thing in chain(_by_hand(connection, stories), _rows(connection, stories)):
        things.setdefault(story, {}).setdefault(sort, set()).add(thing)
    table = tables.stories
    wanted = select(table.c.id, table.c.slug, table.c.headline, table.c.lent, table.c.apart, table.c.hands).where(
        table.c.id.in_(stories)
    )
    return {
        row.id: ThereIs(
            row.slug,
            row.headline,
            loan_words(row.lent),
            row.apart > 0,
            row.hands != "",
            {sort: frozenset(names) for sort, names in things.get(row.id, {}).items()},
        )
        for row in connection.execute(wanted)
    }


def _by_hand(connection: Connection, only: Sequence[str] | None) -> Iterator[Named]:
    """Yield the versions that packing makes of kinds set by hand: they are to travel, and are none before."""
    for story in mapped_by_hand(connection, only):
        made = version_by_hand(row_of(connection, story), graph_of(connection, story))
        if made is not None:
            yield story, "version", made.id


def _emptied(connection: Connection, only: Sequence[str] | None) -> list[Named]:
    """Return the texts that were emptied here: where they have their words still, there is something to exchange."""
    versions, gone = tables.versions, emptied(connection)
    wanted = select(versions.c.story, versions.c.sha256.label("thing")).where(versions.c.sha256.in_(sorted(gone)))
    wanted = wanted if only is None else wanted.where(versions.c.story.in_(only))
    rows = connection.execute(wanted.distinct()) if gone else ()
    return [(row.story, "emptied", row.thing) for row in rows]


def _rows(connection: Connection, only: Sequence[str] | None) -> Iterator[Named]:
    for sort, all_ in _THINGS:
        query = all_ if only is None else all_.where(all_.selected_columns.story.in_(only))
        with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows:
            yield from ((row.story, sort, row.thing) for row in rows)
