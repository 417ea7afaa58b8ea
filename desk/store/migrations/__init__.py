"""The way of a database from any older version to this one; Alembic is imported only when there is something to do."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012", "0013")
"""Every revision in order; the last is what this version writes. A test compares it with the scripts."""
HEAD = REVISIONS[-1]
_SCRIPTS = Path(__file__).parent


def revision_of(connection: Connection) -> str:
    """Return the revision that the database is in, empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def migrate(connection: Connection, to: str = HEAD) -> None:
    """Bring the database to a revision, within the transaction that the connection is in: all of it or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
