"""Versions are named by a digest and know those they were made from; what other databases wrote has tables of its own.

The trail stays as it is, entry by entry and link by link: it is what this database writes, its own strand.
"""

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op

from desk.store.migrations.many_rows import change_each

revision = "0012"
down_revision = "0011"

_ESCAPED = "\ue000json:"
_PLAIN = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_AT_ONCE = 5000
"""Rows read at a time: a desk has hundreds of thousands."""
_ROWS = sa.text(
    "SELECT story, number, sha256, kinds, links, person, who, why, made FROM versions "
    "WHERE (story, number) > (:story, :number) ORDER BY story, number LIMIT :most"
)
_NAME = "UPDATE versions SET digest = :digest, parents = :parents WHERE story = :story AND number = :number"


def upgrade() -> None:
    """Add columns and tables, and name the versions there are: each was made from the one before."""
    _add("versions", "digest", sa.String(64), "")
    _add("versions", "parents", sa.Text(), "[]")
    _add("comments", "after", sa.String(32), "")
    _add("stories", "apart", sa.Integer(), "0")
    _add("stories", "lent", sa.Text(), "{}")
    _make_tables()
    if not op.get_context().as_sql:
        _unguarded(True)
        _name_versions(op.get_bind())
        _unguarded(False)
    named = sa.text("digest <> ''")
    op.create_index(
        "ix_versions_digest", "versions", ["digest"], unique=True, sqlite_where=named, postgresql_where=named
    )
    for table in ("strand_entries", "strand_things"):
        _keep(table)


def _add(table: str, name: str, sort: Any, default: str) -> None:
    op.add_column(table, sa.Column(name, sort, nullable=False, server_default=default))
    if op.get_context().dialect.name == "postgresql":
        op.alter_column(table, name, server_default=None)


def _make_tables() -> None:
    op.create_table(
        "strands",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.Integer()),
        sa.Column("is_home", sa.Integer(), nullable=False),
        sa.Column("known", sa.BigInteger(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_strands")),
    )
    op.create_table(
        "strand_heads",
        sa.Column("strand", sa.String(length=32), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("strand", "story", name=op.f("pk_strand_heads")),
    )
    op.create_index("ix_strand_heads_story", "strand_heads", ["story"])
    op.create_table(
        "strand_entries",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("strand", sa.String(length=32), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_strand_entries")),
    )
    op.create_index("ix_strand_entries_place", "strand_entries", ["strand", "place"], unique=True)
    op.create_index("ix_strand_entries_story", "strand_entries", ["story", "strand", "place"])
    op.create_table(
        "strand_things",
        sa.Column("strand", sa.String(length=32), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("sort", sa.String(length=64), nullable=False),
        sa.Column("thing", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("strand", "story", "sort", "thing", name=op.f("pk_strand_things")),
    )
    op.create_index("ix_strand_things_story", "strand_things", ["story"])


def _name_versions(connection: sa.Connection) -> None:
    """Name every version by its digest, each made from the one before it in its story."""
    last = ""
    before = ""
    for rows in _chunks(connection):
        named = []
        for story, of in groupby(rows, key=lambda row: str(row.story)):
            before = before if story == last else ""
            last = story
            for row in of:
                parents = [before] if before else []
                before = _digest(row, parents)
                plain = json.dumps(parents) if parents else "[]"
                named.append({"digest": before, "parents": plain, "story": story, "number": row.number})
        change_each(connection, _NAME, named)


def _chunks(connection: sa.Connection) -> Iterator[list[Any]]:
    at = {"story": "", "number": 0}
    while rows := list(connection.execute(_ROWS, {**at, "most": _AT_ONCE})):
        yield rows
        at = {"story": rows[-1].story, "number": rows[-1].number}


def _digest(row: Any, parents: list[str]) -> str:
    kinds, links = ([] if plain == "[]" else json.loads(plain) for plain in (row.kinds, row.links))
    plain = [row.story, row.sha256, kinds, links, parents]
    whole = _PLAIN([*plain, row.person, _read(row.who), _read(row.why), row.made])
    return hashlib.sha256(f"copydesk version\n{whole}".encode("ascii")).hexdigest()


def _read(value: str) -> str:
    """Return a short text as the store reads it: one that no database takes is escaped in its column."""
    return str(json.loads(value[len(_ESCAPED) :])) if value.startswith(_ESCAPED) else value


def _unguarded(off: bool) -> None:
    """Take the guard of versions away for the one change that this step makes, or put it back."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE versions {'DISABLE' if off else 'ENABLE'} TRIGGER versions_append_only")
    elif off:
        op.execute("DROP TRIGGER versions_no_update")
    else:
        op.execute(_guard("versions", "UPDATE"))


def _guard(table: str, what: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _keep(table: str) -> None:
    """Let nobody change or remove a row of a table."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION copydesk_append_only()"
        )
        return
    for what in ("UPDATE", "DELETE"):
        op.execute(_guard(table, what))
