"""Values that no column of ours takes: SQLite lets another program write bytes for a number, as no server does.

Whoever reads such a row fails in the strangest places. The check of the database looks for them, and so does whatever
failed.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import BigInteger, Column, Connection, Integer, LargeBinary, text
from sqlalchemy.types import TypeDecorator

from desk.store.database.columns import AnyJson, Instant, Json
from desk.store.database.tables import metadata
from desk.text.moments import micros

_NO_SHAPE = "('integer', 'real', 'text')"
"""What no JSON of ours is: it is a list, an object, or nothing."""
_FIRST, _LAST = (micros(moment.replace(tzinfo=UTC)) for moment in (datetime.min, datetime.max))
_LOST = (
    ("stories", "SELECT 1 FROM stories s LEFT JOIN texts t USING (sha256) WHERE t.sha256 IS NULL LIMIT 1"),
    (
        "stories",
        "SELECT 1 FROM stories s LEFT JOIN versions v ON v.story = s.id AND v.number = s.version "
        "WHERE v.story IS NULL LIMIT 1",
    ),
)
"""Rows that speak of others that are not there."""


def foreign_values(connection: Connection) -> Iterator[str]:
    """Yield one sentence for each column with a value of another kind, and for rows that lost what they speak of."""
    if connection.dialect.name == "sqlite":
        for table in metadata.tables.values():
            columns = [column for column in table.columns if column.computed is None]
            wanted = ", ".join(f"max({_is_odd(column)})" for column in columns)
            found = connection.execute(text(f"SELECT {wanted} FROM {table.name}")).one()
            for column in (column for column, odd in zip(columns, found, strict=True) if odd):
                yield _said(column.name, table.name)
    else:
        for table in metadata.tables.values():
            for column in (column for column in table.columns if isinstance(column.type, Instant)):
                found_one = text(f"SELECT 1 FROM {table.name} WHERE {_is_no_moment(column)} LIMIT 1")
                if connection.execute(found_one).first() is not None:
                    yield _said(column.name, table.name)
    for name, query in _LOST:
        if connection.execute(text(query)).first() is not None:
            yield (
                f"A row of “{name}” speaks of a text or a version that is not there: another program wrote into the "
                "database. Restore a backup (`copydesk store backups`)."
            )


def _said(column: str, table: str) -> str:
    return (
        f"There is a value in “{column}” of “{table}” that cannot be one: another program wrote it. Restore a backup "
        "(`copydesk store backups`)."
    )


def _is_no_moment(column: Column[object]) -> str:
    """Return the SQL that is true where a number of the column is in no year that a calendar has."""
    return f'("{column.name}" < {_FIRST} OR "{column.name}" > {_LAST})'


def _is_odd(column: Column[object]) -> str:
    """Return the SQL that is 1 where a value of the column is of another kind."""
    name = f'"{column.name}"'
    odd = f"typeof({name}) <> '{_kind(column)}'"
    if isinstance(column.type, AnyJson):
        shape = f"json_type({name}) IN {_NO_SHAPE}" if isinstance(column.type, Json) else "0"
        odd = f"CASE WHEN typeof({name}) <> 'text' OR NOT json_valid({name}) THEN 1 ELSE {shape} END"
    if isinstance(column.type, Instant):
        odd = f"{odd} OR {_is_no_moment(column)}"
    return f"{name} IS NOT NULL AND ({odd})" if column.nullable else odd


def _kind(column: Column[object]) -> str:
    """Return how SQLite calls the kind of value that the column holds."""
    of = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(of, LargeBinary):
        return "blob"
    return "integer" if isinstance(of, Integer | BigInteger) else "text"
