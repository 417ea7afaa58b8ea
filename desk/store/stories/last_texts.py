"""The texts of the stories that were changed last, many at once: for what a whole desk does, not for one story."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, desc, select

from desk.checking.desk_use import Approved
from desk.review.states import State
from desk.store.approval.identities import people_behind
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.records.codec import kinds_from_plain
from desk.store.records.values import StoryText

_table, _bodies = tables.stories, tables.texts
_TEXTS: Select[Any] = select(
    *(_table.c[name] for name in ("id", "slug", "variant", "sha256", "format", "kinds", "roles")), _bodies.c.body
).join(_bodies, _bodies.c.sha256 == _table.c.sha256)


class LastTexts:
    """The room of last texts: it only reads."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def all(self, most: int, states: Sequence[str] = ()) -> list[StoryText]:
        """Return the texts of the `most` stories changed last (in these states), the last first: 20 ms for 500."""
        wanted = _TEXTS
        if states:
            wanted = wanted.where(_table.c.state.in_(states))
        wanted = wanted.order_by(desc(_table.c.changed), desc(_table.c.number)).limit(most)
        with self._access.reading() as connection:
            return [_text_of(row) for row in connection.execute(wanted)]

    def of(self, stories: Sequence[str]) -> list[StoryText]:
        """Return the texts of these stories, in no order."""
        with self._access.reading() as connection:
            return [_text_of(row) for row in connection.execute(_TEXTS.where(_table.c.id.in_(stories)))]

    def approved(self, most: int) -> list[Approved]:
        """Return by whom and when the texts of the `most` stories changed last were approved; no text itself: 8 ms."""
        with self._access.reading() as connection:
            rows = connection.execute(_approved(most)).all()
            behind = people_behind(connection, {one for row in rows for one in (row.person, row.writer)} - {""})
        found: dict[str, Approved] = {}
        for row in rows:
            one = found.get(row.id) or Approved(row.id, row.sha256, row.made.date(), behind.get(row.person, ""))
            found[row.id] = replace(one, writers=one.writers | {behind.get(row.writer, "")})
        return [*found.values()]


@cache  # each desk that opens asks it, and it takes a millisecond to put together
def _approved(most: int) -> Select[Any]:
    seals, versions = tables.seals, tables.versions
    last = (
        select(_table.c.id, _table.c.sha256, _table.c.seal)
        .where(_table.c.state == State.APPROVED)
        .order_by(desc(_table.c.changed), desc(_table.c.number))
        .limit(most)
        .subquery()
    )
    return (
        select(last.c.id, last.c.sha256, seals.c.made, seals.c.person, versions.c.person.label("writer"))
        .join(seals, seals.c.id == last.c.seal)
        .join(versions, (versions.c.story == last.c.id) & (versions.c.sha256 == last.c.sha256))
        .where(seals.c.sha256 == last.c.sha256)
    )


def _text_of(row: Row[Any]) -> StoryText:
    return StoryText(
        row.id,
        row.slug,
        row.variant,
        row.sha256,
        text=row.body,
        format=row.format,
        by_hand=kinds_from_plain(row.kinds),
        roles=tuple((digest, role) for digest, role in row.roles),
    )
