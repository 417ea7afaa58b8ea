"""What stands in a database that Copydesk never made: triggers and rules that rewrite, views as tables, odd columns."""

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, text

from desk.store.database import word_index
from desk.store.database.guards import APPEND_ONLY, guard_of
from desk.store.database.tables import metadata

_OURS = frozenset(guard_of(table, what)[0] for table in APPEND_ONLY for what in ("UPDATE", "DELETE"))
"""Guards, which `missing_guards` reads."""
_IN_A_FILE = text("SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'trigger', 'view') ORDER BY name")
_ON_A_SERVER = (
    (
        "trigger",
        "SELECT t.tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace",
    ),
    ("rule", "SELECT rulename AS name FROM pg_rules WHERE schemaname = current_schema()"),
    ("policy", "SELECT policyname AS name FROM pg_policies WHERE schemaname = current_schema()"),
    (
        "view",
        "SELECT relname AS name FROM pg_class WHERE relkind IN ('v', 'm') "
        "AND relnamespace = current_schema()::regnamespace",
    ),
)
_COLUMNS = text(
    "SELECT table_name AS of, column_name AS name, is_generated = 'ALWAYS' AS made FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND table_name IN :tables"
).bindparams(bindparam("tables", expanding=True))


def foreign_objects(connection: Connection) -> Iterator[str]:
    """Yield one sentence for each thing that another program put into the database beside our tables, or for one."""
    server = connection.dialect.name == "postgresql"
    for sort, name in _on_a_server(connection) if server else _in_a_file(connection):
        yield f"There is a {sort} “{name}” in the database that is none of Copydesk's: another program put it there."
    for sort, name in () if server else _gone(connection):
        yield f"The {sort} “{name}” that Copydesk made is gone from the database: another program removed it."
    columns: dict[str, dict[str, bool]] = {}
    for of, name, made in _columns_on_a_server(connection) if server else _columns_in_a_file(connection):
        columns.setdefault(of, {})[name] = made
    for table in metadata.tables.values():
        wanted = {column.name: column.computed is not None for column in table.columns}
        there = columns.get(table.name, {})
        for name in sorted(name for name in {*wanted, *there} if wanted.get(name) != there.get(name)):
            yield f"The column “{name}” of “{table.name}” is not the one that Copydesk made: another program did that."


def _in_a_file(connection: Connection) -> Iterator[tuple[str, str]]:
    for row in connection.execute(_IN_A_FILE):
        ours = row.type == "table" or (row.type == "trigger" and row.name in _OURS)
        if not ours and word_index.OBJECTS.get((row.type, row.name)) != " ".join(row.sql.split()):
            yield row.type, row.name


def _gone(connection: Connection) -> list[tuple[str, str]]:
    wanted = {*word_index.OBJECTS, *(("table", name) for name in metadata.tables)}
    return sorted(wanted - {(row.type, row.name) for row in connection.execute(_IN_A_FILE)})


def _columns_in_a_file(connection: Connection) -> Iterator[tuple[str, str, bool]]:
    """Yield table, column and whether it is worked out from others.

    Asked of each table by itself: a table that somebody calls pragma_table_xinfo stands in the way of all at once.
    """
    for table in metadata.tables:
        for row in connection.execute(text(f"PRAGMA main.table_xinfo({table})")):
            yield table, row.name, row.hidden in (2, 3)


def _columns_on_a_server(connection: Connection) -> Iterator[tuple[str, str, bool]]:
    for row in connection.execute(_COLUMNS, {"tables": list(metadata.tables)}):
        yield row.of, row.name, bool(row.made)


def _on_a_server(connection: Connection) -> Iterator[tuple[str, str]]:
    guards = {f"{table}_append_only" for table in APPEND_ONLY}
    for sort, query in _ON_A_SERVER:
        for name in sorted(connection.scalars(text(query))):
            if sort != "trigger" or name not in guards:
                yield sort, name
