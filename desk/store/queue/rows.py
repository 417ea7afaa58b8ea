"""The rows of the list: stories by their numbers or ids, with what stands beside them, made values."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from desk.review.states import State
from desk.store.approval.identities import names_of
from desk.store.approval.standings import Standings
from desk.store.database import tables
from desk.store.database.prepared import rows_with
from desk.store.records.story_rows import counts_of
from desk.store.records.values import QueueRecord
from desk.text.words import listed

_table = tables.stories


class StoryLine(NamedTuple):
    """What the list needs of a story's row; the fields are the columns."""

    number: int
    id: str
    slug: str
    headline: str
    section: str
    state: str
    owner: str
    owner_id: str
    hands: str
    hands_too: str
    deadline: datetime | None
    hold_until: datetime | None
    embargo: datetime | None
    details: Mapping[str, str]
    due: int
    lent: Mapping[str, Any]
    changed: datetime
    version: int
    errors: int
    warnings: int
    hints: int
    waived: int
    unchecked: int
    tally: Mapping[str, Any]
    seal: str
    sha256: str
    apart: int
    opposites: int


_LINES = select(*(_table.c[name] for name in StoryLine._fields))
_CHECKED = select(tables.runs.c.story, tables.runs.c.sha256)


def lines_by(connection: Connection, name: str, values: Sequence[Any]) -> dict[Any, StoryLine]:
    """Return the rows whose column of this name has one of the values, by it."""
    lines = map(StoryLine._make, rows_with(connection, _LINES, _table.c[name], values))
    return {getattr(line, name): line for line in lines}


def records_of(connection: Connection, lines: Sequence[StoryLine], standings: Standings) -> list[QueueRecord]:
    """Return these rows as values, with names as people are called now and approvals as they are proved."""
    names = names_of(connection, {who for line in lines for who in (*_in_hand_of(line), line.owner_id)})
    void = standings.void(connection, [line.id for line in lines if line.state == State.APPROVED])
    checked: dict[str, str] = dict(rows_with(connection, _CHECKED, tables.runs.c.story, [line.id for line in lines]))
    return [_record(line, names, void, checked) for line in lines]


def _in_hand_of(line: StoryLine) -> list[str]:
    return [*filter(None, (line.hands, *line.hands_too.split()))] if line.hands or line.hands_too else []


def _record(
    line: StoryLine, names: Mapping[str, str], void: Collection[str], checked: Mapping[str, str]
) -> QueueRecord:
    return QueueRecord(
        id=line.id,
        slug=line.slug,
        headline=line.headline,
        section=line.section,
        state=line.state,
        owner=names.get(line.owner_id, line.owner),
        changed=line.changed,
        version=line.version,
        open=counts_of(line),
        hands=listed(names.get(who, who) for who in _in_hand_of(line)),
        deadline=line.deadline,
        hold_until=line.hold_until,
        embargo=line.embargo,
        embargo_said=line.details.get("embargo", ""),
        waived=line.waived,
        unchecked=line.unchecked,
        checked=checked.get(line.id) == line.sha256,
        lent=line.lent,
        void=line.id in void,
        apart=line.apart,
        opposites=line.opposites,
    )
