"""One draft that was filed twice, on two copies: found by the digest of its file, and made one story where asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from desk.errors import KnownError
from desk.exchange.bag import BagVersion
from desk.review.decisions import Decision, Done
from desk.review.move_request import MoveRequest
from desk.review.people import Person
from desk.review.states import Action, State
from desk.store.approval.people import belonging
from desk.store.approval.reviews import Reviews
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.exchange.packing import VERSION, card_of
from desk.store.exchange.refreshing import HeadlineOf, refresh
from desk.store.records.story_rows import row_of, story_of
from desk.store.records.trail_entries import append, decisions_on
from desk.store.records.values import Ask, Story
from desk.store.records.version_graph import Graph, add_version, graph_of, version_of

_table = tables.stories
_SAID = frozenset({Done.ONE_STORY, Done.TWO_STORIES})


@dataclass(frozen=True, slots=True)
class Twins:
    """Two stories of one file that were filed on two copies, with what people call these copies; empty for this one."""

    stories: tuple[Story, Story]
    copies: tuple[str, str]


class TwinRows:
    """The room of what was filed twice; each call is one transaction."""

    def __init__(self, access: Access, reviews: Reviews) -> None:
        self._access, self._reviews = access, reviews

    def waiting(self) -> list[Twins]:
        """Return the pairs that nobody has said anything of yet."""
        with self._access.reading() as connection:
            return [twins for rows in _of_one_file(connection) for twins in _pairs(connection, rows)]

    def of_story(self, story: str) -> list[Twins]:
        """Return those of them that a story belongs to, by the digest of its file alone."""
        with self._access.reading() as connection:
            digest = row_of(connection, story).source_sha256
            pairs = _pairs(connection, _alive(connection, digest)) if digest else ()
            return [twins for twins in pairs if story in {one.id for one in twins.stories}]

    def keep_two(self, one: str, other: str, person: Person) -> None:
        """Enter that these are two stories: nobody is asked again."""
        with self._access.together(), self._access.writing() as connection:
            _enter(connection, Done.TWO_STORIES, one, other, belonging(connection, person))

    def make_one(self, stays: str, goes: str, person: Person, headline_of: HeadlineOf) -> Story:
        """Put the text of one story beside that of the other, which stays, and spike the one; returns what stays.

        Raises `KnownError` where whoever works may not spike it. Its comments and decisions stay where they are.
        """
        with self._access.together(), self._access.writing() as connection:
            mover, gone = belonging(connection, person), row_of(connection, goes, to_change=True)
            kept = row_of(connection, stays, to_change=True)
            note = f"one story with “{kept.slug}”, filed twice"
            self._reviews.move(Ask(MoveRequest(story=goes, action=Action.SPIKE, note=note), person))
            _put_beside(connection, graph_of(connection, stays), gone)
            _enter(connection, Done.ONE_STORY, stays, goes, mover)
            refresh(connection, card_of(connection, stays), mover.actor, headline_of)
            return story_of(row_of(connection, stays))


def _of_one_file(connection: Connection) -> Iterable[Sequence[AnyRow]]:
    """Yield the stories of each file that more than one was made from."""
    source = _table.c.source_sha256
    several = select(source).where(source != "").group_by(source).having(func.count() > 1)
    for digest in sorted(connection.scalars(several)):
        yield _alive(connection, digest)


def _alive(connection: Connection, digest: str) -> Sequence[AnyRow]:
    """Return the stories of a file that are not spiked."""
    of_file = _table.c.source_sha256 == digest
    return connection.execute(select(_table).where(of_file, _table.c.state != State.SPIKED).order_by(_table.c.id)).all()


def _pairs(connection: Connection, rows: Sequence[AnyRow]) -> Iterable[Twins]:
    if len(rows) < 2:
        return
    makers = {row.id: _makers(connection, row.id) for row in rows}
    names = {row.id: row.name for row in connection.execute(select(tables.strands))}
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            mine, theirs = makers[one.id], makers[other.id]
            if mine & theirs or _is_said(connection, one.id, other.id):
                continue
            copies = tuple(", ".join(sorted(names.get(strand, "") for strand in of)) for of in (mine, theirs))
            yield Twins((story_of(one), story_of(other)), (copies[0], copies[1]))


def _makers(connection: Connection, story: str) -> frozenset[str]:
    """Return the copies that brought the first version of a story; an empty name for this one."""
    things = tables.strand_things
    first = _first(graph_of(connection, story))
    brought = select(things.c.strand).where(things.c.story == story, things.c.sort == VERSION, things.c.thing == first)
    return frozenset(connection.scalars(brought)) or frozenset({""})


def _first(graph: Graph) -> str:
    return next((digest for digest, row in graph.rows.items() if not row.parents), "")


def _is_said(connection: Connection, one: str, other: str) -> bool:
    return any(
        decision.done in _SAID and decision.note.get("other") == that
        for this, that in ((one, other), (other, one))
        for decision in decisions_on(connection, this)
    )


def _enter(connection: Connection, done: Done, story: str, other: str, mover: Person) -> None:
    row, named = row_of(connection, story), row_of(connection, other)
    role = mover.acting_as((), row.section)
    append(
        connection,
        Decision(
            done, story, mover.actor, reason=f"“{named.slug}”", role=role, note={"other": other}, sha256=row.sha256
        ),
    )


def _put_beside(connection: Connection, graph: Graph, gone: AnyRow) -> None:
    """Add the text of a story to another's versions, made from its first one; the same in every copy that does so."""
    theirs = graph_of(connection, gone.id)
    last = version_of(theirs.rows[theirs.numbered(gone.version)])
    if any(row.sha256 == last.sha256 for row in graph.rows.values()):
        return
    first = _first(graph)
    if not first:
        raise KnownError("The first version of the story is missing: restore a backup (`copydesk store backups`).")
    story = graph.rows[first].story
    why = f"filed as “{gone.slug}” as well"
    version = BagVersion(story, last.sha256, (first,), last.who, why, last.when, last.kinds, last.links)
    add_version(connection, graph.next_number, version)
