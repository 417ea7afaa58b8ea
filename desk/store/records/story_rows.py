"""One story's row: found, locked, and made a value; the text behind its digest."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, select

from desk.errors import KnownError
from desk.review.people import actor
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.codec import kinds_from_plain
from desk.store.records.values import OpenCounts, Story
from desk.text.links import links_from

_table = tables.stories
_ROW = select(_table).where(_table.c.id == bindparam("story"))
_ROW_TO_CHANGE = _ROW.with_for_update()
_TEXT = select(tables.texts.c.body).where(tables.texts.c.sha256 == bindparam("sha256"))
"""Made once: nearly every verb asks them, and a fifth of its time went into making questions."""


def row_of(connection: Connection, story: str, *, to_change: bool = False) -> AnyRow:
    """Return the story's row; raises `KnownError` if there is none. `to_change` keeps others off it on a server."""
    row = connection.execute(_ROW_TO_CHANGE if to_change else _ROW, {"story": story}).first()
    if row is None:
        raise KnownError("This story is not in the database: it may have been opened from another one.")
    return row


def story_of(row: AnyRow) -> Story:
    """Return the row as a value."""
    return Story(
        id=row.id,
        slug=row.slug,
        headline=row.headline,
        section=row.section,
        variant=row.variant,
        state=row.state,
        owner=actor(row.owner_id, row.owner),
        path=Path(row.path) if row.path else None,
        source_sha256=row.source_sha256,
        format=row.format,
        encoding=row.encoding,
        created=row.created,
        changed=row.changed,
        place=row.place,
        version=row.version,
        sha256=row.sha256,
        by_hand=kinds_from_plain(row.kinds),
        roles=tuple((digest, role) for digest, role in row.roles),
        links=links_from(row.links),
        embargo=row.embargo,
        details=row.details,
        open=counts_of(row),
        deadline=row.deadline,
        hold_until=row.hold_until,
        hands=row.hands,
        hands_too=tuple(row.hands_too.split()),
        waived=row.waived,
        unchecked=row.unchecked,
        seal=row.seal,
        apart=row.apart,
        opposites=row.opposites,
        lent=row.lent,
    )


def counts_of(row: Any) -> OpenCounts:
    """Return the open findings that the row speaks of."""
    return OpenCounts(row.errors, row.warnings, row.hints, row.tally["open"], tuple(row.tally["unchecked"]))


def text_of(connection: Connection, sha256: str) -> str:
    """Return the text with this digest."""
    return str(connection.execute(_TEXT, {"sha256": sha256}).scalar_one())
