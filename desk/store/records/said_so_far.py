"""What was said on a story so far, as one digest: each entry of its trail notes it, and the check compares it."""

import hashlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, select

from desk.review.seal import canonical
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.text.moments import micros

SAID = "said"
"""In the note of an entry: the local number of the last comment on the story, and the digest of all up to it."""
_table = tables.comments
_SAID_ON = select(_table).where(_table.c.story == bindparam("story")).order_by(_table.c.number)


def said_so_far(connection: Connection, story: str) -> dict[str, Any]:
    """Return what a new entry on a story notes of its comments; nothing where there are none."""
    rows = _rows(connection, story)
    return {SAID: {"last": rows[-1].number, "digest": digest_of_remarks(rows)}} if rows else {}


def is_as_noted(connection: Connection, story: str, noted: Any) -> bool:
    """Return whether the comments of a story, up to the last one that an entry knew, are still those it knew."""
    plain = noted if isinstance(noted, dict) else {}
    last = plain.get("last")
    rows = [row for row in _rows(connection, story) if not isinstance(last, int) or row.number <= last]
    return bool(digest_of_remarks(rows) == plain.get("digest"))


def digest_of_remarks(rows: Iterable[AnyRow]) -> str:
    """Return the digest of remarks with everything that was said, by whom, where and when."""
    plain = [
        [row.id, row.story, row.thread, row.sort, row.person, row.who, row.words, row.anchor, micros(row.made)]
        for row in rows
    ]
    return hashlib.sha256(canonical(plain).encode("ascii")).hexdigest()


def _rows(connection: Connection, story: str) -> list[AnyRow]:
    return list(connection.execute(_SAID_ON, {"story": story}))
