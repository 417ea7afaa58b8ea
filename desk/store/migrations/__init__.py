"""The way of a database from any older version to this one; Alembic is imported only when there is something to do."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

REVISIONS = tuple(f"{number:04}" for number in range(1, 17))
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
