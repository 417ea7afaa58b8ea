"""Who did something is an id: of versions, of stories' owners, and of whatever stood under a name alone.

What is append-only stays as it was written, for trail and seals are hashed: a row with a name and no id speaks of the
id that the name makes (`desk.review.people.id_of_name`). `identities` says whose that is: of everybody who bears the
name now or signed with it once, mostly one person. Where it is several, a rule on one's own copy counts it against each
of them, so that no database of before lets through what it refused.
"""

import json
import uuid
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_OF_NAMES = uuid.UUID("8f0c3f5e-6d0b-4c5e-9f43-2b1f6f0d7a11")
_ESCAPED = "\ue000json:"
_OWNER = ("owner_id", "due", "number", "state", "section", "hands")
_SIGNED_WITH_BOTH = ("decisions", "comments")


def upgrade() -> None:
    """Add the columns and the table, then say who is meant by each name."""
    for table in ("versions", "locks"):
        _added(table, sa.Column("person", sa.String(length=32), nullable=False, server_default=""))
    _added("stories", sa.Column("owner_id", sa.String(length=32), nullable=False, server_default=""))
    op.drop_index("ix_stories_owner", table_name="stories")
    op.create_table(
        "identities",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", "person", name=op.f("pk_identities")),
    )
    op.create_index("ix_identities_person", "identities", ["person"], unique=False)
    if not op.get_context().as_sql:
        _name_people(op.get_bind())
    op.create_index("ix_stories_owner", "stories", list(_OWNER), unique=False)  # of owners who have their ids by now


def _added(table: str, column: "sa.Column[Any]") -> None:
    """Add a column that has a value in every old row; on a server the default is only for those rows."""
    op.add_column(table, column)
    if op.get_context().dialect.name == "postgresql":
        op.alter_column(table, column.name, server_default=None)


def _name_people(connection: sa.Connection) -> None:
    people = {row.id: _read(row.name) for row in connection.execute(sa.text("SELECT id, name FROM people"))}
    bearers = _bearers(connection, people)
    names = {name for name in _alone(connection) if name}
    names |= _owners(connection)
    for table, column in (("stories", "hands"), ("looks", "person"), ("queue_views", "person")):
        names |= _keys(connection, table, column, people)
    names |= _views(connection, bearers)
    lines = [
        {"id": _id_of(name), "person": person, "name": name}
        for name in {_id_of(name): name for name in sorted(names)}.values()
        for person in sorted(bearers.get(_id_of(name)) or {_id_of(name)})
    ]
    for line in lines:
        connection.execute(
            sa.text("INSERT INTO identities (id, person, name) VALUES (:id, :person, :name)"), _fit(line)
        )


def _bearers(connection: sa.Connection, people: dict[str, str]) -> dict[str, set[str]]:
    """Return for the id of each name the people who bear it, those who have left and those renamed since included."""
    found: dict[str, set[str]] = defaultdict(set)
    for person, name in people.items():
        found[_id_of(name)].add(person)
    for table in _SIGNED_WITH_BOTH:
        for row in connection.execute(sa.text(f"SELECT DISTINCT who, person FROM {table} WHERE person <> ''")):
            found[_id_of(_read(row.who))].add(row.person)
    return found


def _alone(connection: sa.Connection) -> Iterator[str]:
    """Yield the names that stand without an id in what is append-only."""
    for table in ("versions", *_SIGNED_WITH_BOTH):
        for row in connection.execute(sa.text(f"SELECT DISTINCT who FROM {table} WHERE person = ''")):
            yield _read(row.who)


def _owners(connection: sa.Connection) -> set[str]:
    names = {row.owner for row in connection.execute(sa.text("SELECT DISTINCT owner FROM stories"))} - {""}
    for name in names:
        given = {"id": _id_of(_read(name)), "owner": name}
        connection.execute(sa.text("UPDATE stories SET owner_id = :id WHERE owner = :owner"), given)
    return {_read(name) for name in names}


def _keys(connection: sa.Connection, table: str, column: str, people: dict[str, str]) -> set[str]:
    """Put ids where names stood for those who work without set-up; return the names."""
    rows = connection.execute(sa.text(f"SELECT DISTINCT {column} AS word FROM {table}"))
    kept = {row.word for row in rows} - {"", *people}
    ids = {word: _id_of(_read(word)) for word in kept}
    for word, id_ in ids.items():
        given = {"id": id_, "word": word}
        connection.execute(sa.text(f"UPDATE {table} SET {column} = :id WHERE {column} = :word"), given)
    return {_read(word) for word in kept}


def _views(connection: sa.Connection, bearers: dict[str, set[str]]) -> set[str]:
    """Let saved views ask for a person by id; return the names that they asked for."""
    names = set()
    for row in connection.execute(sa.text("SELECT id, filter FROM queue_views")).all():
        wanted = json.loads(row.filter)
        if not isinstance(wanted, dict) or not isinstance(name := wanted.get("person"), str) or not name:
            continue
        names.add(name)
        known = bearers.get(_id_of(name), set())
        wanted["person"] = next(iter(known)) if len(known) == 1 else _id_of(name)
        given = {"id": row.id, "filter": json.dumps(wanted, separators=(",", ":"))}
        connection.execute(sa.text("UPDATE queue_views SET filter = :filter WHERE id = :id"), given)
    return names


def _id_of(name: str) -> str:
    """Return the id of whom nothing is known but a name, as it was when this was written."""
    folded = " ".join(name.split()).casefold()
    return uuid.uuid5(_OF_NAMES, folded.encode("utf-8", "surrogatepass").hex()).hex if folded else ""


def _read(value: str) -> str:
    """Return a short text as the store reads it: one that no database takes is escaped in its column."""
    return str(json.loads(value[len(_ESCAPED) :])) if value.startswith(_ESCAPED) else value


def _fit(line: dict[str, str]) -> dict[str, str]:
    """Return the line with its name as the store writes it."""
    try:
        line["name"].encode("utf-8")
        unfit = "\0" in line["name"]
    except UnicodeEncodeError:
        unfit = True
    return {**line, "name": _ESCAPED + json.dumps(line["name"])} if unfit else line
