"""The versions of one story as a graph within a transaction: which are the last ones, and which stand apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Text, bindparam, insert, select, type_coerce

from desk.exchange.bag import BagVersion
from desk.exchange.graph import Parents, heads
from desk.review.people import Actor, initials_of
from desk.review.seal import canonical
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.text.links import links_from, links_plain

_table = tables.versions
_AS_WRITTEN = select(_table.c.digest, _table.c.number, type_coerce(_table.c.parents, Text).label("of")).where(
    _table.c.story == bindparam("story")
)
MAPPED = "copy map set by hand"
"""Why there is a version with the text of the one before: kinds are set without one while nobody takes it along."""


@dataclass(frozen=True, slots=True)
class Graph:
    """The versions of a story by their digests, in the order of their local numbers."""

    rows: Mapping[str, AnyRow]

    @property
    def parents(self) -> Parents:
        """Return for each version those it was made from."""
        return {digest: tuple(row.parents) for digest, row in self.rows.items()}

    @property
    def next_number(self) -> int:
        """Return the number of the next version here."""
        return max((row.number for row in self.rows.values()), default=0) + 1

    def numbered(self, number: int) -> str:
        """Return the digest of the version with this local number; empty where there is none."""
        return next((digest for digest, row in self.rows.items() if row.number == number), "")

    def tops(self) -> tuple[str, ...]:
        """Return the versions that no other was made from."""
        return heads(self.parents)

    def twins(self, digest: str) -> list[str]:
        """Return a version with the other last ones that say the very same: the next is made from all of them."""
        same = [top for top in self.tops() if top != digest and _says(self.rows[top]) == _says(self.rows[digest])]
        return sorted([digest, *same]) if digest else same

    def texts_apart(self) -> int:
        """Return how many different texts stand last, besides one: 0 where nobody worked apart."""
        return max(0, len({_says(self.rows[top]) for top in self.tops()}) - 1)


_OF_STORY = select(_table).where(_table.c.story == bindparam("story")).order_by(_table.c.number)


def graph_of(connection: Connection, story: str) -> Graph:
    """Return the versions of a story."""
    rows = connection.execute(_OF_STORY, {"story": story})
    return Graph({row.digest: row for row in rows})


def texts_apart(connection: Connection, story: str) -> int:
    """Return how many different texts of a story stand last, besides one; quickly where it is one alone."""
    return graph_of(connection, story).texts_apart() if _tops(connection, story)[0] != 1 else 0


def next_place(connection: Connection, story: str, number: int) -> tuple[int, tuple[str, ...]]:
    """Return number and parents of the version that is to follow the one with a local number."""
    count, last, most = _tops(connection, story)
    if count == 1 and last.number == number:
        return most + 1, (last.digest,)
    graph = graph_of(connection, story)
    return graph.next_number, tuple(graph.twins(graph.numbered(number)))


def _tops(connection: Connection, story: str) -> tuple[int, AnyRow, int]:
    """Return how many versions no other was made from, one of them, and the highest number.

    Parents are searched as they are written: reading them as lists cost a third of a save of a story with 90 versions.
    """
    rows = connection.execute(_AS_WRITTEN, {"story": story}).all()
    behind = "".join(row.of for row in rows)
    tops = [row for row in rows if row.digest not in behind]
    return len(tops), tops[-1] if tops else rows[-1], max(row.number for row in rows)


def version_of(row: AnyRow) -> BagVersion:
    """Return a row as it travels."""
    return BagVersion(
        row.story,
        row.sha256,
        tuple(row.parents),
        Actor(row.person, row.who, initials_of(row.who)),
        row.why,
        row.made,
        tuple((start, kind) for start, kind in row.kinds),
        links_from(row.links),
    )


def add_version(connection: Connection, number: int, version: BagVersion) -> str:
    """Write a version under a local number, and return the digest that names it."""
    values = version_values(number, version)
    connection.execute(insert(_table), values)
    return str(values["digest"])


def version_values(number: int, version: BagVersion) -> dict[str, Any]:
    """Return a version as the row of a local number."""
    return {
        "story": version.story,
        "number": number,
        "sha256": version.sha256,
        "kinds": [list(pair) for pair in version.kinds],
        "links": links_plain(version.links),
        "who": version.who.name,
        "person": version.who.id,
        "why": version.why,
        "made": version.when,
        "digest": version.id,
        "parents": list(version.parents),
    }


def _says(row: AnyRow) -> str:
    return canonical([row.sha256, row.kinds, row.links])
