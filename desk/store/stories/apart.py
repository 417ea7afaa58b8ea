"""Texts of one story that were saved apart: whose copy each came from, and the version that lays two together."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, desc, select, update

from desk.errors import KnownError
from desk.exchange.bag import BagVersion
from desk.merging.values import MergeText
from desk.review.people import Actor
from desk.review.seal import kinds_plain, text_digest
from desk.store.approval.void_and_restore import settle
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow, insert_new
from desk.store.records.codec import kinds_to_plain
from desk.store.records.story_rows import row_of, story_of
from desk.store.records.values import Story
from desk.store.records.version_graph import Graph, add_version, graph_of
from desk.store.stories.recovery import drop_copies
from desk.text.links import links_plain
from desk.text.moments import now

_table, _things, _strands = tables.stories, tables.strand_things, tables.strands


class ApartTexts:
    """The room of texts apart."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def copies(self, story: str) -> Mapping[str, str]:
        """Return for each version that another copy brought, by digest, what people call that copy."""
        wanted = select(_things.c.thing, _strands.c.name).join(_strands, _strands.c.id == _things.c.strand)
        with self._access.reading() as connection:
            elsewhere = _things.c.story == story, _strands.c.since.is_(None)
            rows = connection.execute(wanted.where(*elsewhere).order_by(_strands.c.id))
            return {row.thing: row.name for row in rows}

    def waiting(self) -> list[Story]:
        """Return the stories whose texts are apart, the last changed first."""
        wanted = select(_table).where(_table.c.apart > 0).order_by(desc(_table.c.changed))
        with self._access.reading() as connection:
            return [story_of(row) for row in connection.execute(wanted)]

    def lay_together(
        self, story: str, parents: Sequence[str], text: MergeText, who: Actor, why: str, *, headline: str
    ) -> Story:
        """Save a text as the version made from these; raises `KnownError` where one of them is a last one no more.

        The first of them must be the text that the story has here. An approval falls with it, as with any edit.
        """
        with self._access.writing() as connection:
            old = row_of(connection, story, to_change=True)
            graph = graph_of(connection, story)
            _must_be_last(graph, old, parents)
            drop_copies(connection, story, self._access.holder)
            _save(connection, old, graph, parents, text, who, why)
            connection.execute(update(_table).where(_table.c.id == story).values(headline=headline))
            settle(connection, story, who)
            return story_of(row_of(connection, story))


def _must_be_last(graph: Graph, row: AnyRow, parents: Sequence[str]) -> None:
    if not set(parents) <= set(graph.tops()) or graph.numbered(row.version) not in parents:
        raise KnownError(
            f"Somebody saved “{row.slug}” or laid it together meanwhile: look at what needs you once more."
        )


def _save(
    connection: Connection,
    row: AnyRow,
    graph: Graph,
    parents: Sequence[str],
    text: MergeText,
    who: Actor,
    why: str,
) -> None:
    digest, when, number = text_digest(text.text), now(), graph.next_number
    insert_new(connection, tables.texts, {"sha256": digest, "body": text.text})
    made_from = {twin for parent in parents for twin in graph.twins(parent)}
    version = BagVersion(row.id, digest, tuple(sorted(made_from)), who, why, when, kinds_plain(text.kinds), text.links)
    add_version(connection, number, version)
    values = {
        "sha256": digest,
        "version": number,
        "apart": graph_of(connection, row.id).texts_apart(),
        "kinds": kinds_to_plain(text.kinds),
        "links": links_plain(text.links),
        "changed": when,
    }
    connection.execute(update(_table).where(_table.c.id == row.id).values(values))
