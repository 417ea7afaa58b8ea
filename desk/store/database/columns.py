"""Column types that keep values exactly, on SQLite as on PostgreSQL, and how a row is put where one may be."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import BigInteger, Connection, Dialect, LargeBinary, Row, Table, Text, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeDecorator

from desk.errors import KnownError
from desk.text.moments import from_micros, micros

_FOREIGN = (
    "Another program wrote values into the database that cannot be read: restore a backup (`copydesk store backups`)."
)
_STATEMENTS = 64  # a table and the columns put there each: there are 20
AnyRow: TypeAlias = Row[*tuple[Any, ...]]


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, kept as whole microseconds since 1970: exact, and sorts the same in every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return the microseconds; a moment without a zone is a mistake of ours and raises `TypeError`."""
        return None if value is None else micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return the moment with its zone, UTC; what is none is a `KnownError`."""
        try:
            return None if value is None else from_micros(value)
        except (TypeError, OverflowError) as error:
            raise KnownError(_FOREIGN) from error


class Exact(TypeDecorator[str]):
    """A text of any length and content as UTF-8 bytes: NUL and lone surrogates come back as they were."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Return the bytes."""
        return None if value is None else value.encode("utf-8", "surrogatepass")

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Return the text; what is none, a value of another type say, is a `KnownError`."""
        try:
            return None if value is None else value.decode("utf-8", "surrogatepass")
        except (AttributeError, UnicodeDecodeError) as error:
            raise KnownError(_FOREIGN) from error


_ESCAPED = "\ue000json:"
_UNFIT = re.compile(f"[\0\ud800-\udfff]|^{_ESCAPED}")


class Words(TypeDecorator[str]):
    """A short text, searchable as it stands; one with NUL or lone surrogates, which no database takes, is escaped."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the text, or where it must be its JSON behind a mark of the private use area."""
        return _ESCAPED + json.dumps(value) if value is not None and _UNFIT.search(value) else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the text as it was given; what is none, bytes say, is a `KnownError`."""
        try:
            escaped = value is not None and value.startswith(_ESCAPED)
            return str(json.loads(value[len(_ESCAPED) :])) if value is not None and escaped else value
        except (AttributeError, TypeError, ValueError, RecursionError) as error:
            raise KnownError(_FOREIGN) from error


class AnyJson(TypeDecorator[Any]):
    """Plain lists, dictionaries, texts and numbers as JSON in ASCII: any text survives it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Return the JSON."""
        return json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the values; None for a missing column of an outer join. What is no JSON is a `KnownError`."""
        try:
            return None if value is None else json.loads(value)
        except (ValueError, TypeError, RecursionError) as error:
            raise KnownError(_FOREIGN) from error


class Json(AnyJson):
    """The same where it is a list or a dictionary, or nothing: all but what a check keeps of a block."""

    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the values; what is neither is a `KnownError`."""
        if value == "{}":  # as most are: 0.1 microseconds, not 2
            return {}
        plain = super().process_result_value(value, dialect)
        if plain is None or isinstance(plain, list | dict):
            return plain
        raise KnownError(_FOREIGN)


def hold(connection: Connection, table: Table) -> None:
    """Let nobody else write to a table until the end of the transaction; SQLite lets one write at a time anyway.

    For tables that change a few times a day, where what is to be written depends on what is not there yet.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE"))  # reading goes on


def insert_new(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert the row; where the primary key is taken, what is there stays."""
    connection.execute(_new(connection.dialect.name, table), row)


def insert_all_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows in one go; where the primary key is taken, what is there stays."""
    if rows:
        connection.execute(_new(connection.dialect.name, table), rows)


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows; where the primary key is taken, the other columns given are put in its place."""
    if rows:
        connection.execute(_put(connection.dialect.name, table, tuple(rows[0])), rows)


def _insert(dialect: str, table: Table) -> Any:
    """Return an insert; the dialect of servers takes 3 MB and 20 ms that a laptop needs not."""
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert

        return insert(table)
    return sqlite.insert(table)


@lru_cache(_STATEMENTS)
def _new(dialect: str, table: Table) -> Any:
    return _insert(dialect, table).on_conflict_do_nothing()


@lru_cache(_STATEMENTS)
def _put(dialect: str, table: Table, columns: tuple[str, ...]) -> Any:
    """Return the statement, which holds a copy of the table that holds itself: garbage of 100 objects a time."""
    put, keys = _insert(dialect, table), [column.name for column in table.primary_key]
    rest = {name: put.excluded[name] for name in columns if name not in keys}
    return put.on_conflict_do_update(index_elements=keys, set_=rest)
