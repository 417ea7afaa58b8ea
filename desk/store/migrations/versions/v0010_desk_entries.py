"""People, roles, PINs and keys stand in the trail; what a desk had of them before is one entry, as it was found."""

import hashlib
import json
import time
import uuid
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ESCAPED = "\ue000json:"


def upgrade() -> None:
    """Make the table, and enter the desk as it is."""
    op.create_table(
        "desk_entries",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("done", sa.String(length=64), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_desk_entries")),
        sa.UniqueConstraint("id", name=op.f("uq_desk_entries_id")),
    )
    op.create_index("ix_desk_entries_place", "desk_entries", ["place"], unique=True)
    if not op.get_context().as_sql:
        _enter(op.get_bind())
    _keep("desk_entries")


def _enter(connection: sa.Connection) -> None:
    """Enter people and keys as they are, if there are any: the end of the trail, chained to what is before."""
    note = {"people": dict(_people(connection)), "keys": dict(_keys(connection))}
    if not note["people"] and not note["keys"]:
        return
    end = connection.execute(sa.text("SELECT place, chain FROM trail")).one()
    place, made, id_ = end.place + 1, time.time_ns() // 1000, uuid.uuid4().hex
    empty = ("story", "who", "person", "role", "reason", "fingerprint", "rule", "subject", "item", "state")
    entry: dict[str, Any] = {
        **dict.fromkeys((*empty, "undoes", "sha256"), ""),
        "answer": None,
        "scope": "here",
        "note": note,
    }
    entry |= {"id": id_, "done": "desk-as-it-was-found", "made": made, "place": place}
    plain = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    chain = hashlib.sha256(f"{end.chain}\n{plain}".encode("ascii")).hexdigest()
    values = {"id": id_, "note": json.dumps(note, separators=(",", ":")), "made": made, "place": place, "chain": chain}
    connection.execute(
        sa.text(
            "INSERT INTO desk_entries (id, done, who, person, about, reason, note, made, place, chain) "
            "VALUES (:id, 'desk-as-it-was-found', '', '', '', '', :note, :made, :place, :chain)"
        ),
        values,
    )
    connection.execute(sa.text("UPDATE trail SET place = :place, chain = :chain"), {"place": place, "chain": chain})


def _people(connection: sa.Connection) -> list[tuple[str, dict[str, Any]]]:
    rows = connection.execute(sa.text("SELECT id, name, initials, roles, pin, withdrawn FROM people ORDER BY id"))
    return [
        (
            row.id,
            {
                "name": _read(row.name),
                "initials": _read(row.initials),
                "roles": json.loads(row.roles),
                "pin": hashlib.sha256(row.pin.encode()).hexdigest() if row.pin else "",
                "here": row.withdrawn is None,
            },
        )
        for row in rows
    ]


def _keys(connection: sa.Connection) -> list[tuple[str, dict[str, Any]]]:
    rows = connection.execute(sa.text("SELECT * FROM signing_keys ORDER BY fingerprint"))
    return [
        (
            row.fingerprint,
            {
                "person": row.person,
                "who": _read(row.who),
                "public": row.public_key,
                "created": row.created,
                "revoked": row.revoked,
                "by": _read(row.revoked_by),
                "why": _read(row.why),
            },
        )
        for row in rows
    ]


def _read(value: str) -> str:
    """Return a short text as the store reads it: one that no database takes is escaped in its column."""
    return str(json.loads(value[len(_ESCAPED) :])) if value.startswith(_ESCAPED) else value


def _keep(table: str) -> None:
    """Let nobody change or remove a row of a table."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION copydesk_append_only()"
        )
        return
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
