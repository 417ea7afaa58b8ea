"""A story that came from elsewhere laid together with what is here: all of it in one transaction, or nothing.

What is append-only is added; where one text was made from the other, the story goes on to that; where both went on,
both stay and a person says what counts. Twice is as once, and the order of what comes does not matter.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from desk.errors import KnownError
from desk.exchange.bag import Load, StoryBag, StrandPart
from desk.exchange.graph import in_order
from desk.review.people import Actor
from desk.review.seal import text_digest
from desk.store.approval.emptied import emptied
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import insert_all_new
from desk.store.exchange.new_story import add_story
from desk.store.exchange.parts import News, keep_ours, must_be_ours, news_of, write_part
from desk.store.exchange.refreshing import HeadlineOf, Refreshed, refresh
from desk.store.exchange.strands import must_be_known
from desk.store.exchange.things import add_original, add_remark, add_seal
from desk.store.records.story_rows import row_of
from desk.store.records.strand_rows import names_of_strands
from desk.store.records.version_graph import Graph, graph_of, version_values


@dataclass(frozen=True, slots=True)
class Laid:
    """What came of laying one story together: how much of it was new here, and how the story stands now."""

    story: str
    slug: str
    new_story: bool
    news: News
    now: Refreshed

    @property
    def same(self) -> bool:
        """Return whether all of it was here already."""
        return not self.new_story and not self.news.any


class Laying:
    """The room that lays together; each story is one transaction."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def lay(self, bag: StoryBag, load: Load, who: Actor, headline_of: HeadlineOf) -> Laid:
        """Take a story in; raises `KnownError` in one sentence, and then nothing was changed.

        `who` signs what follows from it: that an approval fell. Bag and texts were proved before
        (`desk.exchange.bag_bytes`).
        """
        with self._access.writing() as connection:
            return _lay(connection, bag, load, who, headline_of)

    def what_is_new(self, bag: StoryBag) -> News:
        """Return how much of a story is not here yet, whoever wrote it; raises `KnownError` where it cannot be true."""
        with self._access.reading() as connection:
            there = _is_there(connection, bag.card.id)
            if there:
                _must_be_one_story(graph_of(connection, bag.card.id), bag)
            return _news(connection, bag, of_new=not there)[0]


def _lay(connection: Connection, bag: StoryBag, load: Load, who: Actor, headline_of: HeadlineOf) -> Laid:
    must_be_known(connection, bag.strands)
    story, is_new = bag.card.id, not _is_there(connection, bag.card.id)
    if not is_new:
        _must_be_one_story(graph_of(connection, story), bag)
    news, parts = _news(connection, bag, of_new=is_new)
    if not is_new and not news.any:
        return Laid(story, bag.card.slug, False, news, Refreshed())
    gone = emptied(connection)
    _must_be_emptied(bag, load, gone)
    texts = {digest: "" if digest in gone else load.texts[digest] for digest in sorted(bag.texts)}
    insert_all_new(connection, tables.texts, [{"sha256": digest, "body": body} for digest, body in texts.items()])
    if is_new:
        add_story(connection, bag)
    else:
        keep_ours(connection, parts, story)
    _add_versions(connection, bag)
    numbers = {digest: row.number for digest, row in graph_of(connection, story).rows.items()}
    for part in parts:
        _add_things(connection, part, load, gone, numbers)
        write_part(connection, part, of_new=is_new)
    return Laid(story, bag.card.slug, is_new, news, refresh(connection, bag.card, who, headline_of))


def _is_there(connection: Connection, story: str) -> bool:
    return connection.execute(select(tables.stories.c.id).where(tables.stories.c.id == story)).first() is not None


def _news(connection: Connection, bag: StoryBag, *, of_new: bool) -> tuple[News, list[StrandPart]]:
    """Return how much is new, and the parts that bring it; raises `KnownError` where a part cannot be true."""
    names = names_of_strands(connection)
    news, parts = News(), []
    for part in bag.parts:
        if part.strand.id in names.own:
            must_be_ours(connection, part, bag.card.slug)
            continue
        found = news_of(connection, part, bag.card.slug, of_new=of_new)
        news += found
        if found.counts:
            parts.append(part)
    return news, parts


def _must_be_one_story(graph: Graph, bag: StoryBag) -> None:
    """Raise `KnownError` where a bag claims the id of a story that it has no version in common with."""
    versions = {version.id: version for part in bag.parts for version in part.versions}
    if not any(digest in graph.rows for digest in versions):
        raise KnownError(
            f"“{bag.card.slug}” claims to be a story that is here already, and has no version in common with it: it is "
            "not taken."
        )


def _add_versions(connection: Connection, bag: StoryBag) -> None:
    graph = graph_of(connection, bag.card.id)
    fresh = {v.id: v for part in bag.parts for v in part.versions if v.id not in graph.rows}
    missing = [parent for v in fresh.values() for parent in v.parents if parent not in {*fresh, *graph.rows}]
    if missing:
        raise KnownError(f"A version of “{bag.card.slug}” that others were made from is missing: have it packed again.")
    number = graph.next_number
    order = in_order({digest: version.parents for digest, version in fresh.items()})
    rows = [version_values(number + place, fresh[digest]) for place, digest in enumerate(order)]
    if rows:
        connection.execute(insert(tables.versions), rows)


def _must_be_emptied(bag: StoryBag, load: Load, gone: Collection[str]) -> None:
    """Raise `KnownError` where a text or a document travels empty, and the desk says nothing of that."""
    texts = [digest for digest in bag.texts if not load.texts[digest] and digest != text_digest("")]
    documents = [digest for digest in bag.originals if not load.originals[digest]]
    if not set(gone).issuperset((*texts, *documents)):
        raise KnownError(
            f"“{bag.card.slug}” comes with a text that somebody emptied, and nobody whose key counts here says that it "
            "had to be: it is not taken. Where “What needs a person” asks, say that it counts, then take it once more."
        )


def _add_things(
    connection: Connection, part: StrandPart, load: Load, gone: Collection[str], numbers: Mapping[str, int]
) -> None:
    if part.remarks:  # as whoever comments does, so that no entry knows of a later comment and not of an earlier one
        row_of(connection, part.story, to_change=True)
    for remark in part.remarks:
        add_remark(connection, remark, numbers)
    for seal in part.seals:
        add_seal(connection, part.story, seal)
    for original in part.originals:
        raw = b"" if original.sha256 in gone else load.originals[original.sha256]
        add_original(connection, part.story, original, raw, numbers)
