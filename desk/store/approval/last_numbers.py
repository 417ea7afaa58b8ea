"""How far the stories of a database went: what a machine remembers of it, and which of that is not there any more."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Column, Connection, func, select

from desk.exchange.graph import line_up
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.records.said_so_far import digest_of_remarks

_stories, _versions = tables.stories, tables.versions
_COUNTED = {
    "stories": _stories.c.number,
    "comments": tables.comments.c.number,
    "documents": tables.originals.c.number,
    "seals": tables.seals.c.number,
}
"""Tables that only grow, in words."""
_MOST = 1000
"""Stories whose last version is remembered, those changed last: a week of a large desk, 100 kB."""
_MOST_SAID = 200
"""Comments that are remembered, those made last: a day of a large desk, 10 kB, 2 ms."""
_AT_ONCE = 500


class LastNumbers:
    """The room of how far stories went; all of it is quick, for it is asked at each opening."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def counts(self) -> dict[str, int]:
        """Return the last number of each table that only grows, by what stands in it."""
        with self._access.reading() as connection:
            return {what: _last(connection, number) for what, number in _COUNTED.items()}

    def heads(self) -> dict[str, str]:
        """Return the name of the version that each story is at, of the stories changed last."""
        at = (_versions.c.story == _stories.c.id) & (_versions.c.number == _stories.c.version)
        wanted = select(_stories.c.id, _versions.c.digest).join(_versions, at)
        with self._access.reading() as connection:
            rows = connection.execute(wanted.order_by(_stories.c.changed.desc(), _stories.c.number.desc()).limit(_MOST))
            return {row.id: row.digest for row in rows}

    def said(self) -> dict[str, str]:
        """Return the digest of each of the comments that were made last, by its id."""
        wanted = select(tables.comments).order_by(tables.comments.c.number.desc()).limit(_MOST_SAID)
        with self._access.reading() as connection:
            return {row.id: _short(row) for row in connection.execute(wanted)}

    def unsaid(self, said: Mapping[str, str]) -> bool:
        """Return whether a remembered comment is gone, or says something else."""
        wanted = select(tables.comments).where(tables.comments.c.id.in_(sorted(said)))
        with self._access.reading() as connection:
            return {row.id: _short(row) for row in connection.execute(wanted)} != said

    def behind(self, heads: Mapping[str, str]) -> str:
        """Return the first story that is not at its remembered version or at one made from it, in words; else empty."""
        ids = sorted(heads)
        with self._access.reading() as connection:
            for at in range(0, len(ids), _AT_ONCE):
                for said in _behind(connection, ids[at : at + _AT_ONCE], heads):
                    return said
        return ""


def _short(row: AnyRow) -> str:
    return digest_of_remarks([row])[:16]


def _last(connection: Connection, number: Column[int]) -> int:
    return int(connection.execute(select(func.max(number))).scalar() or 0)


def _behind(connection: Connection, ids: Sequence[str], heads: Mapping[str, str]) -> Iterator[str]:
    at = (_versions.c.story == _stories.c.id) & (_versions.c.number == _stories.c.version)
    wanted = select(_stories.c.id, _stories.c.slug, _versions.c.digest).outerjoin(_versions, at)
    there = {row.id: row for row in connection.execute(wanted.where(_stories.c.id.in_(ids)))}
    for story in ids:
        row = there.get(story)
        if row is None:
            yield "A story is gone"
        elif row.digest != heads[story] and not _leads(connection, story, heads[story], str(row.digest or "")):
            yield f"“{row.slug}” is at another version, which was not made from the one"


def _leads(connection: Connection, story: str, before: str, now: str) -> bool:
    """Return whether the version that a story is at was made from an earlier one."""
    wanted = select(_versions.c.digest, _versions.c.parents).where(_versions.c.story == story)
    parents = {str(row.digest): tuple(row.parents) for row in connection.execute(wanted)}
    return now in parents and before in line_up(parents, now)
