"""The triggers that keep what is append-only so: whether each is there, and does what it must."""

from collections.abc import Iterator

from sqlalchemy import Connection, text

APPEND_ONLY = (
    *("blobs", "comments", "decisions", "desk_entries", "originals", "seals", "strand_entries", "strand_things"),
    *("texts", "versions"),
)
"""Tables of which no row is ever changed or removed."""
_IN_A_FILE = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
_ON_A_SERVER = text(
    "SELECT t.tgname AS name, p.prosrc AS sql FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
    "JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgenabled = 'O' "
    "AND c.relnamespace = current_schema()::regnamespace"
)
_ON_A_SERVERS_WAY = "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END"


def missing_guards(connection: Connection) -> Iterator[str]:
    """Yield one sentence for each trigger that is gone, switched off, or does something else."""
    server = connection.dialect.name == "postgresql"
    found = {row.name: " ".join(row.sql.split()) for row in connection.execute(_ON_A_SERVER if server else _IN_A_FILE)}
    wanted = _on_a_server() if server else _in_a_file()
    for name, does in wanted.items():
        if found.get(name) != does:
            how = "is missing" if name not in found else "does something else"
            table = name.split("_no_")[0].removesuffix("_append_only")
            yield f"The guard that keeps rows of “{table}” from being changed {how} ({name}): another program did that."


def guard_of(table: str, what: str = "UPDATE") -> tuple[str, str]:
    """Return how the guard of a table in a file is called, and the words that make it."""
    name = f"{table}_no_{what.lower()}"
    made = f"CREATE TRIGGER {name} BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    return name, made


def _in_a_file() -> dict[str, str]:
    return dict(guard_of(table, what) for table in APPEND_ONLY for what in ("UPDATE", "DELETE"))


def _on_a_server() -> dict[str, str]:
    return {f"{table}_append_only": _ON_A_SERVERS_WAY for table in APPEND_ONLY}
