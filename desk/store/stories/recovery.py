"""Recovery copies: what stands in the editor, kept apart from versions while it is typed, offered after a crash."""

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, delete, desc, select, update

from desk.review.ids import new_id
from desk.review.seal import text_digest
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow, upsert
from desk.store.database.process import Holder
from desk.store.records.codec import kinds_from_plain, kinds_to_plain
from desk.store.records.story_rows import story_of
from desk.store.records.values import Pending, RecoveryCopy
from desk.text.links import links_from, links_plain
from desk.text.moments import now

_table = tables.recovery
LEASE = timedelta(minutes=10)
"""How long another machine's window counts as alive after it last wrote: nobody can look at its processes from here."""


class Recovery:
    """The room of recovery copies, one a story or unsaved draft."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def save(self, copy: RecoveryCopy) -> datetime:
        """Keep the copy in the place of the last one, on the disk when this returns; returns when that was.

        Where another living window keeps one under the same id, this one has an id of its own: two may hold a story
        whose machines lost sight of each other.
        """
        return self._keep(copy, self._access.holder, now())

    def leave(self, copy: RecoveryCopy) -> None:
        """Keep a copy that no window holds, to be offered to whoever opens the database next."""
        self._keep(copy, "", copy.when or now())

    def _keep(self, copy: RecoveryCopy, holder: str, when: datetime) -> datetime:
        row = {
            "id": copy.id,
            "slug": copy.slug,
            "body": copy.text,
            "kinds": kinds_to_plain(copy.by_hand),
            "place": copy.place,
            "format": copy.format,
            "path": "" if copy.path is None else str(copy.path),
            "holder": holder,
            "kept": when,
            "links": links_plain(copy.links),
        }
        with self._access.writing() as connection:
            if self._is_anothers(connection, copy.id):
                row["id"] = _own_id(copy.id, holder)
            upsert(connection, _table, [row])
        return when

    def discard(self, copy: str) -> None:
        """Drop the copy with this id, if there is one; saving the story does so by itself."""
        with self._access.writing() as connection:
            drop_copies(connection, copy, self._access.holder)

    def drop_own(self, story: str) -> None:
        """Drop what this window kept of a story; what another one types into it stays."""
        of_it = _table.c.id.in_([story, _own_id(story, self._access.holder)])
        with self._access.writing() as connection:
            connection.execute(delete(_table).where(of_it, _table.c.holder == self._access.holder))

    def _is_anothers(self, connection: Connection, copy: str) -> bool:
        row = connection.execute(select(_table.c.holder).where(_table.c.id == copy).with_for_update()).first()
        if row is None or row.holder in {"", self._access.holder}:
            return False
        holder = Holder.parse(row.holder)
        return not holder.local or holder.alive()  # what a dead one left is shown before it is typed over

    def of(self, copy: str) -> RecoveryCopy | None:
        """Return the copy with this id, whoever wrote it; None if there is none."""
        with self._access.reading() as connection:
            row = connection.execute(select(_table).where(_table.c.id == copy)).first()
        return None if row is None else _copy(row)

    def pending(self) -> list[Pending]:
        """Return what dead windows left behind and no saved version holds, the newest first.

        A copy that a living window wrote is that window's own affair. To take one over: open it in the editor and save
        it (then it is gone), or `discard` it.
        """
        with self._access.reading() as connection:
            rows = connection.execute(select(_table).order_by(desc(_table.c.kept))).all()
            open_ = set(
                connection.execute(
                    select(tables.locks.c.holder).where(tables.locks.c.renewed > now() - LEASE)
                ).scalars()
            )
            left = [row for row in rows if not self._in_use(row, open_)]
            stories = {
                row.id: story_of(row)
                for row in connection.execute(
                    select(tables.stories).where(tables.stories.c.id.in_([row.id for row in left]))
                )
            }
        found = [Pending(_copy(row), stories.get(row.id)) for row in left]
        return [pending for pending in found if _differs(pending)]

    def let_go(self) -> None:
        """Leave this store's copies to whoever opens the database next."""
        with self._access.writing() as connection:
            connection.execute(update(_table).where(_table.c.holder == self._access.holder).values(holder=""))

    def _in_use(self, row: AnyRow, open_: Collection[str]) -> bool:
        """Return whether the window that wrote it lives; `open_` holds who said lately that they have a story open."""
        if row.holder in {"", self._access.holder}:
            return bool(row.holder)
        holder = Holder.parse(row.holder)
        return holder.alive() if holder.local else row.holder in open_ or now() - row.kept < LEASE


def drop_copies(connection: Connection, copy: str, holder: str) -> None:
    """Drop the copy with this id, and the one that this holder kept beside another's."""
    connection.execute(delete(_table).where(_table.c.id.in_([copy, _own_id(copy, holder)])))


def _own_id(copy: str, holder: str) -> str:
    return hashlib.sha256(f"{copy} {holder}".encode()).hexdigest()[: len(new_id())]


def _differs(pending: Pending) -> bool:
    if pending.story is None:
        return bool(pending.copy.text.strip())
    same_text = text_digest(pending.copy.text) == pending.story.sha256
    beside = (pending.copy.by_hand, pending.copy.links)
    return not (same_text and beside == (pending.story.by_hand, pending.story.links))


def _copy(row: AnyRow) -> RecoveryCopy:
    return RecoveryCopy(
        id=row.id,
        slug=row.slug,
        text=row.body,
        by_hand=kinds_from_plain(row.kinds),
        place=row.place,
        format=row.format,
        path=Path(row.path) if row.path else None,
        when=row.kept,
        links=links_from(row.links),
    )
