"""Slugs where words stood: states, what was done and how far it reaches, roles, reasons of the gate, saved views.

What was chained stays as it was: an entry of the trail keeps the words it was chained with in `spelt`, and its link, so
that the links after it and the seals that speak of it go on to hold (`desk.review.trail` says how). Payloads of seals
were signed letter by letter, and are not touched at all.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from alembic import op

from desk.store.migrations.many_rows import change_each

revision = "0005"
down_revision = "0004"

_AT_ONCE = 5000
_CHAINED = ("done", "scope", "state", "role")
_TO_MEND = (
    "UPDATE decisions SET done = :done, scope = :scope, state = :state, role = :role, note = :note, spelt = :spelt "
    "WHERE number = :number"
)


def upgrade() -> None:
    """Add the column for chained words, and put slugs in the place of words."""
    server = op.get_context().dialect.name == "postgresql"
    op.add_column("decisions", sa.Column("spelt", sa.Text(), nullable=False, server_default="{}"))
    if server:
        op.alter_column("decisions", "spelt", server_default=None)
    op.drop_index("ix_decisions_desk", table_name="decisions")
    _unlock(server)
    if not op.get_context().as_sql:
        connection = op.get_bind()
        _decisions(connection)
        _states(connection)
        _rewrite(connection, "people", "roles", _roles)
        _rewrite(connection, "queue_views", "filter", _view)
    _lock(server)
    desk = sa.text("scope = 'on-this-desk'")
    op.create_index("ix_decisions_desk", "decisions", ["number"], sqlite_where=desk, postgresql_where=desk)


def _unlock(server: bool) -> None:
    op.execute(
        "ALTER TABLE decisions DISABLE TRIGGER decisions_append_only" if server else "DROP TRIGGER decisions_no_update"
    )


def _lock(server: bool) -> None:
    op.execute(
        "ALTER TABLE decisions ENABLE TRIGGER decisions_append_only"
        if server
        else "CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions "
        "BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END"
    )


def _decisions(connection: sa.Connection) -> None:
    for rows in _in_parts(connection):
        change_each(connection, _TO_MEND, [values for row in rows if (values := _entry(row))])


def _in_parts(connection: sa.Connection) -> Iterator[Iterator[sa.RowMapping]]:
    """Yield all decisions with a word that is no slug, or with a note, some at a time: a trail may have millions."""
    wanted = sa.text(
        "SELECT number, done, scope, state, role, note FROM decisions WHERE number > :last ORDER BY number LIMIT :most"
    )
    last = 0
    while rows := connection.execute(wanted, {"last": last, "most": _AT_ONCE}).mappings().all():
        yield (row for row in rows if row["note"] != "{}" or any(_slug(row[name]) != row[name] for name in _CHAINED))
        last = rows[-1]["number"]


def _entry(row: sa.RowMapping) -> dict[str, Any]:
    """Return the row with slugs, and the words they were; nothing where it stays as it is."""
    note = json.loads(row["note"]) if row["note"] != "{}" else {}
    words = {name: row[name] for name in _CHAINED} | ({"why": note["why"]} if "why" in note else {})
    spelt = {name: given for name, given in words.items() if _slug(given) != given}
    if not spelt:
        return {}
    slugs = {name: _slug(given) for name, given in words.items()}
    why = slugs.pop("why", None)
    kept = row["note"] if why is None else _json({**note, "why": why})
    return {**slugs, "note": kept, "spelt": _json(spelt), "number": row["number"]}


def _states(connection: sa.Connection) -> None:
    states = connection.execute(sa.text("SELECT DISTINCT state FROM stories")).scalars().all()
    spelt = [state for state in states if _slug(state) != state]
    if not spelt:
        return
    indexes = _indexes_taken_away(connection)
    for state in spelt:
        values = {"old": state, "new": _slug(state)}
        connection.execute(sa.text("UPDATE stories SET state = :new WHERE state = :old"), values)
    for index in indexes:
        connection.exec_driver_sql(index)


def _indexes_taken_away(connection: sa.Connection) -> list[str]:
    """Drop the indexes of a file that have the state, and return how they are made: six take longer to change."""
    if connection.dialect.name != "sqlite":
        return []
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'stories' AND sql LIKE '%state%'"
    indexes = connection.exec_driver_sql(wanted).all()
    for name, _ in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    return [sql for _, sql in indexes]


def _rewrite(connection: sa.Connection, table: str, column: str, changed: Callable[[Any], Any]) -> None:
    for id_, plain in connection.execute(sa.text(f"SELECT id, {column} FROM {table}")).all():
        values = {"id": id_, "new": _json(changed(json.loads(plain)))}
        connection.execute(sa.text(f"UPDATE {table} SET {column} = :new WHERE id = :id"), values)


def _roles(by_section: dict[str, list[str]]) -> dict[str, list[str]]:
    return {section: [_slug(role) for role in roles] for section, roles in by_section.items()}


def _view(wanted: Any) -> Any:
    """Return a saved view with slugs; one that cannot be read stays as it is, and says so when it is shown."""
    if not isinstance(wanted, dict):
        return wanted
    states, order = wanted.get("states"), wanted.get("order")
    return {
        **wanted,
        **({"states": sorted(_slug(str(state)) for state in states)} if isinstance(states, list) else {}),
        **({"order": _slug(order)} if isinstance(order, str) else {}),
    }


@lru_cache(maxsize=256)
def _slug(words: str) -> str:
    """Return words as a slug: `desk.review.words.to_slug` as it was when this was written (a test compares them)."""
    kept = "".join(sign if _is_kept(sign) else " " for sign in words.lower())
    return "-".join(kept.split()) or words


def _is_kept(sign: str) -> bool:
    return sign == "_" or sign.isalnum() or unicodedata.category(sign).startswith("M")


def _json(plain: Any) -> str:
    return json.dumps(plain, separators=(",", ":"))
