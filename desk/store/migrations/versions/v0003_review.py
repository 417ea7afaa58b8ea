"""People with their keys, comments, looks, views of the queue; decisions chained; seals signed; deadlines and hands."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from desk.store.migrations.many_rows import change_each

revision = "0003"
down_revision = "0002"

APPEND_ONLY = ("texts", "versions", "decisions", "seals", "comments")
_NEW_IN_SQLITE = ("comments",)
_NO_CHAIN = "0" * 64
_ESCAPED = "\ue000json:"
_ESCAPED_PLAIN = '"\\ue000json:'
"""How an escaped text begins in JSON."""
_PLAIN = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_CHAINED_FIELDS = (
    *("id", "story", "done", "who", "person", "role", "reason", "scope", "fingerprint", "rule"),
    *("subject", "item", "state", "answer", "undoes", "sha256", "note", "made", "place"),
)
_READ = ("number", *_CHAINED_FIELDS)
_AT_ONCE = 5000
"""Rows read at a time."""


def upgrade() -> None:
    """Make the tables and columns, chain what was decided before, and keep what is append-only so."""
    _people()
    _signing_keys()
    _stories()
    _seals()
    _runs()
    _comments()
    _looks()
    _queue_views()
    _trail()
    _decisions()
    if op.get_context().dialect.name == "postgresql":
        _refuse_on_a_server()
        _search_on_a_server()
    else:
        for table in _NEW_IN_SQLITE:
            _refuse(table, "UPDATE")
            _refuse(table, "DELETE")


def _refuse(table: str, what: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _refuse_on_a_server() -> None:
    op.execute(
        "CREATE FUNCTION copydesk_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION copydesk_append_only()"
        )


def _search_on_a_server() -> None:
    """Make an index of the words of all texts; one that is no text to the server, or endless, has those it can read."""
    op.execute("""
        CREATE FUNCTION copydesk_words(body bytea) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT AS $$
        BEGIN
            RETURN to_tsvector('simple', left(convert_from(body, 'UTF8'), 300000));
        EXCEPTION WHEN OTHERS THEN
            RETURN to_tsvector('simple', left(encode(body, 'escape'), 300000));
        END $$
    """)
    op.execute("CREATE INDEX ix_texts_words ON texts USING gin (copydesk_words(body))")


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("initials", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("pin", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )


def _signing_keys() -> None:
    op.create_table(
        "signing_keys",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("revoked", sa.BigInteger(), nullable=True),
        sa.Column("revoked_by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_signing_keys")),
    )
    op.create_index("ix_signing_keys_person", "signing_keys", ["person", "who"], unique=False)


def _added(table: str, column: "sa.Column[Any]") -> None:
    """Add a column that has a value in every old row; on a server the default is only for those rows."""
    op.add_column(table, column)
    if op.get_context().dialect.name == "postgresql" and column.server_default is not None:
        op.alter_column(table, column.name, server_default=None)


def _stories() -> None:
    _added("stories", sa.Column("deadline", sa.BigInteger(), nullable=True))
    _added("stories", sa.Column("hold_until", sa.BigInteger(), nullable=True))
    _added("stories", sa.Column("hands", sa.Text(), nullable=False, server_default=""))
    _added("stories", sa.Column("waived", sa.Integer(), nullable=False, server_default="0"))
    _added("stories", sa.Column("unchecked", sa.Integer(), nullable=False, server_default="0"))
    _added("stories", sa.Column("seal", sa.String(length=32), nullable=False, server_default=""))
    op.create_index("ix_stories_deadline", "stories", ["deadline", "number"], unique=False)
    op.create_index("ix_stories_state_deadline", "stories", ["state", "deadline", "number"], unique=False)
    op.create_index("ix_stories_hands", "stories", ["hands", "deadline", "number"], unique=False)
    connection = _connection()
    if connection is None:
        return
    sqlite = connection.dialect.name == "sqlite"
    unchecked = "json_array_length(tally, '$.unchecked')" if sqlite else "json_array_length(tally::json -> 'unchecked')"
    connection.exec_driver_sql(f"UPDATE stories SET unchecked = {unchecked}")
    connection.execute(
        sa.text(
            "UPDATE stories SET seal = COALESCE((SELECT seals.id FROM seals WHERE seals.story = stories.id "
            "ORDER BY seals.number DESC LIMIT 1), '') WHERE state = 'Approved'"
        )
    )


def _seals() -> None:
    for name in ("headline", "rules", "engine", "key", "signature", "payload"):
        _added("seals", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    _added("seals", sa.Column("map_digest", sa.String(length=64), nullable=False, server_default=""))
    _added("seals", sa.Column("furniture_digest", sa.String(length=64), nullable=False, server_default=""))
    _added("seals", sa.Column("kinds", sa.Text(), nullable=False, server_default="[]"))
    _added("seals", sa.Column("person", sa.String(length=32), nullable=False, server_default=""))
    _added("seals", sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_seals_sha256", "seals", ["sha256"], unique=False)


def _runs() -> None:
    for name in ("rules", "engine"):
        _added("runs", sa.Column(name, sa.Text(), nullable=False, server_default=""))


def _comments() -> None:
    op.create_table(
        "comments",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("thread", sa.String(length=32), nullable=False),
        sa.Column("sort", sa.String(length=64), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name=op.f("fk_comments_story")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_comments")),
        sa.UniqueConstraint("id", name=op.f("uq_comments_id")),
    )
    op.create_index("ix_comments_story", "comments", ["story", "number"], unique=False)


def _looks() -> None:
    op.create_table(
        "looks",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("story", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("looked", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name=op.f("fk_looks_story")),
        sa.PrimaryKeyConstraint("person", "story", name=op.f("pk_looks")),
    )


def _queue_views() -> None:
    op.create_table(
        "queue_views",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filter", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_views")),
        sa.UniqueConstraint("person", "name", name=op.f("uq_queue_views_person")),
    )


def _trail() -> None:
    op.create_table(
        "trail",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trail")),
    )
    op.execute(f"INSERT INTO trail (id, place, chain) VALUES (1, 0, '{_NO_CHAIN}')")


def _decisions() -> None:
    sqlite = op.get_context().dialect.name == "sqlite"
    if sqlite:
        op.execute("DROP TRIGGER decisions_no_update")
    _added("decisions", sa.Column("place", sa.Integer(), nullable=False, server_default="0"))
    _added("decisions", sa.Column("chain", sa.String(length=64), nullable=False, server_default=""))
    _added("decisions", sa.Column("person", sa.String(length=32), nullable=False, server_default=""))
    _added("decisions", sa.Column("role", sa.Text(), nullable=False, server_default=""))
    _added("decisions", sa.Column("note", sa.Text(), nullable=False, server_default="{}"))
    connection = _connection()
    if connection is not None:
        _chain(connection)
    op.create_index("ix_decisions_place", "decisions", ["place"], unique=True)
    if sqlite:
        _refuse("decisions", "UPDATE")


def _chain(connection: sa.Connection) -> None:
    """Give every decision its place and its link: SHA-256 over the link before and the entry as sorted JSON."""
    chain, place = _NO_CHAIN, 0
    for rows in _in_parts(connection):
        links = []
        for row in rows:
            place += 1
            entry = dict(zip(_READ, row, strict=True))
            number = entry.pop("number")
            entry |= {"place": place, "answer": _loaded(entry["answer"]), "note": _loaded(entry["note"])}
            plain = _PLAIN(entry)
            if _ESCAPED_PLAIN in plain:
                plain = _PLAIN({name: _read(value) for name, value in entry.items()})
            chain = hashlib.sha256(f"{chain}\n{plain}".encode("ascii")).hexdigest()
            links.append({"place": place, "chain": chain, "number": number})
        change_each(connection, "UPDATE decisions SET place = :place, chain = :chain WHERE number = :number", links)
    connection.execute(sa.text("UPDATE trail SET place = :place, chain = :chain"), {"place": place, "chain": chain})


def _in_parts(connection: sa.Connection) -> Iterator[Sequence[sa.Row[Any]]]:
    """Yield all decisions, some at a time: a trail may have millions."""
    wanted = sa.text(f"SELECT {', '.join(_READ)} FROM decisions WHERE number > :last ORDER BY number LIMIT :most")
    last = 0
    while rows := connection.execute(wanted, {"last": last, "most": _AT_ONCE}).all():
        yield rows
        last = rows[-1].number


def _loaded(plain: str) -> Any:
    """Return what JSON says; most entries have no answer and no note."""
    return None if plain == "null" else json.loads(plain) if plain != "{}" else {}


def _read(value: Any) -> Any:
    """Return a value as the store reads it: short texts that no database takes are escaped in their column."""
    escaped = isinstance(value, str) and value.startswith(_ESCAPED)
    return json.loads(value[len(_ESCAPED) :]) if escaped else value


def _connection() -> sa.Connection | None:
    """Return the database at hand; None while the statements are only written out."""
    return None if op.get_context().as_sql else op.get_bind()
