"""What there is of some stories, each table asked once for all: one at a time cost a dozen questions a story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, Text, select, type_coerce

from desk.store.approval.desk_trail import links_before
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.strand_rows import Names, names_of_strands
from desk.store.records.version_graph import Graph

AS_WRITTEN = ("made", "waivers", "acknowledged")
"""Columns of a seal that are read as they were written as well, named `raw_…`: one of before seals were signed."""


@dataclass(frozen=True, slots=True)
class GatheredStory:
    """The rows of one story; of the desk's own entries where it is named by nothing."""

    story: str
    names: Names
    card: AnyRow | None = None
    graph: Graph = Graph({})  # noqa: RUF009 - frozen
    things: Sequence[AnyRow] = ()
    remarks: Sequence[AnyRow] = ()
    seals: Sequence[AnyRow] = ()
    originals: Sequence[AnyRow] = ()
    entries: Sequence[AnyRow] = ()
    """What was decided here, by place."""
    before: Mapping[int, str] = field(default_factory=dict)
    """For each place of these the link before it."""
    heads: Sequence[AnyRow] = ()
    """How far other strands are known, by strand, each with its key."""
    elsewhere: Mapping[str, Sequence[AnyRow]] = field(default_factory=dict)
    """What was decided elsewhere, by strand, each by place."""


def gathered(connection: Connection, stories: Sequence[str]) -> list[GatheredStory]:
    """Return what there is of these stories, in their order; some dozens at a time, for all of it is in memory."""
    names, mine = names_of_strands(connection), _Rows(connection, stories)
    cards = mine.by_story(select(tables.stories), tables.stories.c.id)
    found = {name: mine.of(query) for name, query in _QUERIES.items()}
    own = found["entries"]
    before = links_before(connection, [row.place for rows in own.values() for row in rows])
    return [
        GatheredStory(
            story,
            names,
            card=next(iter(cards.get(story, ())), None),
            graph=Graph({row.digest: row for row in found["versions"].get(story, ())}),
            before=before,
            elsewhere=_by_strand(found["elsewhere"].get(story, ())),
            **{name: found[name].get(story, ()) for name in _AS_THEY_ARE},
        )
        for story in stories
    ]


def gathered_of_desk(connection: Connection) -> GatheredStory:
    """Return the desk's own entries, and those that others sent."""
    entries = connection.execute(select(tables.desk_entries).order_by(tables.desk_entries.c.place)).all()
    mine = _Rows(connection, [""])
    return GatheredStory(
        "",
        names_of_strands(connection),
        entries=entries,
        before=links_before(connection, [row.place for row in entries]),
        heads=mine.of(_QUERIES["heads"]).get("", ()),
        elsewhere=_by_strand(mine.of(_QUERIES["elsewhere"]).get("", ())),
    )


class _Rows:
    def __init__(self, connection: Connection, stories: Sequence[str]) -> None:
        self._connection, self._stories = connection, list(stories)

    def of(self, query: Select[Any]) -> dict[str, list[AnyRow]]:
        """Return the rows of a query by the story that their first column names."""
        return self.by_story(query, query.selected_columns.story)

    def by_story(self, query: Select[Any], column: Any) -> dict[str, list[AnyRow]]:
        found: dict[str, list[AnyRow]] = {}
        for row in self._connection.execute(query.where(column.in_(self._stories))):
            found.setdefault(getattr(row, column.name), []).append(row)
        return found


def _by_strand(rows: Sequence[AnyRow]) -> dict[str, list[AnyRow]]:
    found: dict[str, list[AnyRow]] = {}
    for row in rows:
        found.setdefault(row.strand, []).append(row)
    return found


_seals, _originals, _heads = tables.seals, tables.originals, tables.strand_heads
_AS_THEY_ARE = ("things", "remarks", "seals", "originals", "entries", "heads")
_QUERIES: Mapping[str, Select[Any]] = {
    "things": select(tables.strand_things),
    "versions": select(tables.versions).order_by(tables.versions.c.number),
    "remarks": select(tables.comments).order_by(tables.comments.c.number),
    "seals": select(_seals, *(type_coerce(_seals.c[name], Text).label(f"raw_{name}") for name in AS_WRITTEN)),
    "originals": (
        select(_originals, tables.blobs.c.size)
        .join(tables.blobs, tables.blobs.c.sha256 == _originals.c.sha256)
        .order_by(_originals.c.number)
    ),
    "entries": select(tables.decisions).order_by(tables.decisions.c.place),
    "heads": (
        select(_heads, tables.strands.c.public_key)
        .join(tables.strands, tables.strands.c.id == _heads.c.strand)
        .order_by(_heads.c.strand)
    ),
    "elsewhere": select(tables.strand_entries).order_by(tables.strand_entries.c.strand, tables.strand_entries.c.place),
}
