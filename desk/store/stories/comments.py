"""Comments on stories: remarks are appended, never changed; what they come to is folded in `desk.review.comments`."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, insert, select

from desk.errors import KnownError
from desk.exchange.remarks import in_thread_order
from desk.review.comments import CommentThread, Remark, Sort, anchor_from, fold
from desk.review.people import actor, kept_id
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.records.story_rows import row_of

_table = tables.comments


class Comments:
    """The room of comments; each call is one transaction."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, remark: Remark) -> tuple[CommentThread, ...]:
        """Append a remark and return the story's threads; raises `KnownError` where its thread stands otherwise by now.

        Two people may settle one comment at the same time: the second is told, and nothing is written twice.
        """
        with self._access.writing() as connection:
            row_of(connection, remark.story, to_change=True)
            threads = _threads(connection, remark.story)
            _agrees(threads, remark)
            thread = next((each for each in threads if each.id == remark.thread), None)
            after = "" if thread is None else thread.remarks[-1].id
            connection.execute(insert(_table).values({**_row(remark), "after": after}))
            return _threads(connection, remark.story)

    def threads(self, story: str) -> tuple[CommentThread, ...]:
        """Return the comments on a story with everything said on them, the oldest first."""
        with self._access.reading() as connection:
            return _threads(connection, story)

    def thread(self, story: str, thread: str) -> CommentThread:
        """Return one comment; raises `KnownError` if there is none."""
        found = next((each for each in self.threads(story) if each.id == thread), None)
        if found is None:
            raise KnownError("This comment is not in the database: it may belong to another one.")
        return found


def _agrees(threads: tuple[CommentThread, ...], remark: Remark) -> None:
    if remark.sort is Sort.OPENED:
        return
    thread = next((each for each in threads if each.id == remark.thread), None)
    if thread is None:
        raise KnownError("This comment is not in the database: it may belong to another one.")
    if thread.resolved != (remark.sort is Sort.REOPENED):
        last = thread.remarks[-1].who.name or "Somebody"
        raise KnownError(f"{last} {thread.remarks[-1].sort} this comment meanwhile: read it again first.")


def _threads(connection: Connection, story: str) -> tuple[CommentThread, ...]:
    return fold(in_thread_order(said_on(connection, story)))


def said_on(connection: Connection, story: str) -> list[tuple[Remark, str]]:
    """Return every remark on a story in the order it came here, each with the one that its author had seen last."""
    wanted = select(_table).where(_table.c.story == story).order_by(_table.c.number)
    return said_in(connection.execute(wanted))


def said_in(rows: Iterable[AnyRow]) -> list[tuple[Remark, str]]:
    """Return the remarks of rows in the order they came here, each with the one that its author had seen last."""
    last: dict[str, str] = {}
    out = []
    for row in rows:
        opens = row.sort == Sort.OPENED.value  # an answer from elsewhere may have come before what it answers
        out.append((remark_of(row), "" if opens else row.after or last.get(row.thread, "")))
        last[row.thread] = row.id
    return out


def add_from_elsewhere(connection: Connection, remark: Remark, after: str) -> None:
    """Append a remark that was made in another database, as it was made."""
    connection.execute(insert(_table).values({**_row(remark), "after": after}))


def remark_of(row: AnyRow) -> Remark:
    """Return a row as a value; raises `KnownError` for one that another program wrote words into that are none."""
    try:
        sort = Sort(row.sort)
    except ValueError as error:
        raise KnownError(
            "A comment has words that are none of Copydesk's: another program wrote into it. Restore a backup "
            "(`copydesk store backups`)."
        ) from error
    return Remark(
        story=row.story,
        sort=sort,
        who=actor(row.person, row.who),
        words=row.words,
        thread=row.thread,
        anchor=anchor_from(row.anchor),
        version=row.version,
        when=row.made,
        id=row.id,
    )


def add_to_new(connection: Connection, story: str, remarks: Iterable[Remark]) -> None:
    """Append the remarks that a new story came with, in their order."""
    if rows := [_row(replace(remark, story=story)) for remark in remarks]:
        connection.execute(insert(_table), rows)


def _row(remark: Remark) -> dict[str, object]:
    return {
        "id": remark.id,
        "story": remark.story,
        "thread": remark.thread,
        "sort": remark.sort.value,
        "who": remark.who.name,
        "person": kept_id(remark.who),
        "words": remark.words,
        "anchor": {} if remark.anchor is None else remark.anchor.plain(),
        "version": remark.version,
        "made": remark.when,
    }
