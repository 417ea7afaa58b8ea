"""How far each story is in a database, as one digest a story: two that have the same have nothing to exchange."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, select

from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow

_AT_ONCE = 2000
_THINGS: tuple[Select[Any], ...] = (
    select(tables.versions.c.story, tables.versions.c.digest.label("thing")),
    select(tables.decisions.c.story, tables.decisions.c.chain.label("thing")),
    select(tables.strand_entries.c.story, tables.strand_entries.c.chain.label("thing")),
    select(tables.comments.c.story, tables.comments.c.id.label("thing")),
    select(tables.seals.c.story, tables.seals.c.id.label("thing")),
    select(tables.originals.c.story, tables.originals.c.sha256.label("thing")),
)


class StandingAt:
    """The room that says how far stories are."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def of_all(self, only: Sequence[str] | None = None) -> dict[str, str]:
        """Return for each story a digest of the names of all there is of it; of some hundreds where they are given.

        The names are added up: it does not matter what came first, and a hundred thousand stories fit into memory.
        """
        sums: dict[str, int] = {}
        for row in self._rows(only):
            if row.story:
                named = hashlib.blake2b(row.thing.encode("ascii"), digest_size=16).digest()
                sums[row.story] = sums.get(row.story, 0) + int.from_bytes(named, "big")
        return {story: format(total, "x") for story, total in sums.items()}

    def _rows(self, only: Sequence[str] | None) -> Iterator[AnyRow]:
        with self._access.reading() as connection:
            for all_ in _THINGS:
                query = all_ if only is None else all_.where(all_.selected_columns.story.in_(only))
                with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as rows:
                    yield from rows
