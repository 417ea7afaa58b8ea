"""The words the desk has agreed on: never spelling errors."""

from sqlalchemy import delete, select

from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import insert_new
from desk.text.moments import now

_table = tables.dictionary


class Dictionary:
    """The room of the desk's own words."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def words(self) -> frozenset[str]:
        """Return every word."""
        with self._access.reading() as connection:
            return frozenset(connection.execute(select(_table.c.word)).scalars())

    def add(self, word: str, who: str) -> None:
        """Add a word; nothing changes if it is there."""
        with self._access.writing() as connection:
            insert_new(connection, _table, {"word": " ".join(word.split()), "who": who, "added": now()})

    def remove(self, word: str) -> None:
        """Take a word out; nothing changes if it is not there."""
        with self._access.writing() as connection:
            connection.execute(delete(_table).where(_table.c.word == " ".join(word.split())))
