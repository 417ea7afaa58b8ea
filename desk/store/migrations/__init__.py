"""The way of a database from any older version to this one; Alembic is imported only when there is something to do."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, inspect, text

REVISIONS = tuple(f"{number:04}" for number in range(1, 18))
"""Every revision in order; the last is what this version writes. A test compares it with the scripts."""
HEAD = REVISIONS[-1]
_FILLS = "0017"
"""The last step that makes the index of words of a file anew: what others put into it before is thrown away there."""
_SCRIPTS = Path(__file__).parent


def to_nobody(*_: object) -> None:
    """Tell nobody."""


def revision_of(connection: Connection) -> str:
    """Return the revision that the database is in, empty for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def migrate(
    connection: Connection,
    to: str = HEAD,
    counted: Callable[[int, int], None] = to_nobody,
    stepped: Callable[[], None] = to_nobody,
) -> None:
    """Bring the database to a revision, within the transaction that the connection is in: all of it or nothing.

    `counted` hears how many stories of how many have their words in the index of a file, `stepped` of every step done.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes |= {"connection": connection, "counted": counted, "stepped": stepped}
    config.attributes["filled_later"] = to >= _FILLS
    command.upgrade(config, to)
