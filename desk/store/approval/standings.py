"""Which stories of a page are called approved and are not, cheaply: proved once, then looked at only where it changed.

Nothing is looked at again while nobody wrote to the database (`Access.stamp`). After a write, by whomever, each story's
evidence (its row, text, seals, entries of the trail, and those of the desk) is read and hashed, and only where the hash
is another one is the approval proved anew: 0.1 ms a story instead of 1.
"""

import hashlib
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

from desk.errors import KnownError
from desk.store.approval.desk_trail import DeskRead
from desk.store.approval.standing import status_of
from desk.store.database.access import Access
from desk.store.records.story_rows import row_of
from desk.store.records.trail_entries import in_force

_OF_STORIES = (
    "SELECT id, state, sha256, kinds, format, headline, seal FROM stories WHERE id IN :ids",
    "SELECT s.id, t.body FROM stories s JOIN texts t ON t.sha256 = s.sha256 WHERE s.id IN :ids",
    "SELECT story, seals.* FROM seals WHERE story IN :ids ORDER BY number",
    "SELECT story, decisions.* FROM decisions WHERE story IN :ids ORDER BY number",
    "SELECT s.story, d.chain FROM seals s JOIN decisions d ON d.place = s.place - 1 WHERE s.story IN :ids",
    "SELECT story, sha256, digest, found FROM runs WHERE story IN :ids",
    "SELECT story, versions.* FROM versions WHERE story IN :ids ORDER BY number",
    "SELECT story, strand, place, before, chain, entry FROM strand_entries WHERE story IN :ids ORDER BY strand, place",
)
"""All that an approval is weighed against, each line with the story that it is of; rows as they are, unread."""
_OF_THE_DESK = (
    "SELECT * FROM desk_entries ORDER BY place, number",
    "SELECT strand, place, before, chain, entry FROM strand_entries WHERE story = '' ORDER BY strand, place",
    "SELECT id, since, is_home FROM strands ORDER BY id",
)
_AT_ONCE = 500
_KEPT = 5000
"""Verdicts that are kept: a hundred screens of the list."""


class Standings:
    """What was proved of the stories on the list; one for an open store."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._stamp: Hashable = None
        self._looked: set[str] = set()
        """Stories whose evidence was looked at under the stamp."""
        self._proved: dict[str, tuple[str, bool]] = {}
        """Story -> the hash of its evidence, and whether the approval does not stand."""

    def void(self, connection: Connection, stories: Collection[str]) -> frozenset[str]:
        """Return which of these stories, all of which are called approved, are not."""
        stamp = self._access.stamp(connection)
        if stamp != self._stamp:
            self._stamp, self._looked = stamp, set()
        if fresh := [story for story in stories if story not in self._looked]:
            self._look(connection, fresh)
        return frozenset(story for story in stories if self._proved[story][1])

    def _look(self, connection: Connection, stories: Sequence[str]) -> None:
        if len(self._proved) > _KEPT:
            self._proved.clear()
            self._looked.clear()
        evidence: dict[str, str] = {}
        for at in range(0, len(stories), _AT_ONCE):
            evidence |= _evidence(connection, stories[at : at + _AT_ONCE])
        desk = DeskRead(connection)
        for story, digest in evidence.items():
            if self._proved.get(story, ("", False))[0] != digest:
                self._proved[story] = digest, not _stands(desk, story)
        self._looked.update(stories)


def _stands(desk: DeskRead, story: str) -> bool:
    """Return whether the approval stands; one that cannot even be read does not."""
    try:
        status = status_of(desk, row_of(desk.connection, story), in_force(desk.connection, story))
    except KnownError:
        return False
    return status is not None and status.stands


def _evidence(connection: Connection, stories: Collection[str]) -> dict[str, str]:
    """Return for each story a hash of everything that its approval is weighed against."""
    desk = hashlib.sha256()
    for query in _OF_THE_DESK:
        _add(desk, connection.execute(text(query)))
    hashes = {story: desk.copy() for story in stories}
    for query in _OF_STORIES:
        for row in connection.execute(text(query).bindparams(bindparam("ids", expanding=True)), {"ids": list(stories)}):
            _add(hashes[row[0]], [row])
    return {story: one.hexdigest() for story, one in hashes.items()}


def _add(to: Any, rows: Iterable[Any]) -> None:
    for row in rows:
        to.update(
            repr(tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)).encode("utf-8", "surrogatepass")
        )
