"""Questions put into SQL once: SQLAlchemy goes through all of a question each time, which takes a long one 1 ms."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import ARRAY, ColumnElement, Connection, Dialect, Integer, Select, Text, any_, bindparam

Plain: TypeAlias = tuple[Any, ...]
_AT_ONCE = 500
"""Values in one question of SQLite: each number of values is a question of its own, of 10 kB.

A list is filled up with its last value to 1, 2, 4, … 500 values, so that there are ten questions, not 500.
"""


class SqlQuestion:
    """A question in the SQL of one dialect; lists of values in it have a fixed length, for nothing is expanded."""

    def __init__(self, query: Select[Any], dialect: Dialect) -> None:
        compiled = query.compile(dialect=dialect)
        self._sql = str(compiled)
        self._order: Sequence[str] | None = compiled.positiontup
        self._fixed = {
            name: _kept(dialect, bind.type, bind.value) for name, bind in compiled.binds.items() if not bind.required
        }
        readers = [
            column.type.dialect_impl(dialect).result_processor(dialect, None) for column in query.selected_columns
        ]
        self._readers: list[tuple[int, Callable[[Any], Any]]] = [
            (at, read) for at, read in enumerate(readers) if read is not None
        ]

    def ask(self, connection: Connection, **given: Any) -> list[Plain]:
        """Return the rows; `given` are values of its parameters as the database keeps them (a moment in microseconds).

        What cannot be read raises `KnownError`, as with any other question.
        """
        values = {**self._fixed, **given}
        filled = values if self._order is None else tuple([values[name] for name in self._order])
        rows = connection.exec_driver_sql(self._sql, filled).all()
        return [self._read(row) for row in rows] if self._readers else [tuple(row) for row in rows]

    def _read(self, row: Any) -> Plain:
        values = list(row)
        for at, read in self._readers:
            values[at] = read(values[at])
        return tuple(values)


def _kept(dialect: Dialect, sort: Any, value: Any) -> Any:
    """Return a value as the database keeps it."""
    made = sort.dialect_impl(dialect).bind_processor(dialect)
    return value if made is None else made(value)


def rows_with(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Sequence[Any]
) -> list[Plain]:
    """Return the rows of a question that was made once, whose column has one of the values."""
    if connection.dialect.name == "postgresql":
        question = _for_any(query, column, connection.dialect)
        return question.ask(connection, values=list(values)) if values else []
    rows: list[Plain] = []
    for at in range(0, len(values), _AT_ONCE):
        part = values[at : at + _AT_ONCE]
        places = min(_AT_ONCE, 1 << (len(part) - 1).bit_length())
        given = {f"value{nth}": part[min(nth, len(part) - 1)] for nth in range(places)}
        rows += _for_so_many(query, column, places, connection.dialect).ask(connection, **given)
    return rows


@lru_cache(maxsize=64)
def _for_so_many(query: Select[Any], column: ColumnElement[Any], count: int, dialect: Dialect) -> SqlQuestion:
    places = [bindparam(f"value{nth}", type_=column.type) for nth in range(count)]
    return SqlQuestion(query.where(column.in_(places)), dialect)


@lru_cache(maxsize=64)
def _for_any(query: Select[Any], column: ColumnElement[Any], dialect: Dialect) -> SqlQuestion:
    """Return the same for a server's list: its driver reads a question of many parameters anew each time, in 1 ms."""
    sort = Integer if isinstance(column.type, Integer) else Text
    return SqlQuestion(query.where(column == any_(bindparam("values", type_=ARRAY(sort)))), dialect)
