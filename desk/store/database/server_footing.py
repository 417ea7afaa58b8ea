"""Whether a server's database is still the one that was opened: asked at the beginning of each write.

A database that is dropped and made again, or put back from a dump, has the same address: what an open window goes on
writing to it belongs to another past. Its own number and that of a table are others then; where only the rows were put
back, the trail does not lead on from where it was seen last.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from desk.store.database.faults import Gone

_WHICH = text(
    "SELECT d.oid AS base, to_regclass('trail')::oid AS tables FROM pg_database d WHERE d.datname = current_database()"
)
_END = text("SELECT place, chain FROM trail")
_LINK = text(
    "SELECT chain FROM decisions WHERE place = :place UNION ALL SELECT chain FROM desk_entries WHERE place = :place"
)


@dataclass(frozen=True, slots=True)
class _Footprint:
    """Which database it was, and where its trail ended."""

    base: int
    tables: int | None
    place: int
    chain: str


class ServerFooting:
    """What stood at an address when it was opened, and how far its trail went when it was seen last."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen: _Footprint | None = None

    def stand(self, connection: Connection) -> None:
        """Take note of the database as it is now."""
        self._seen = self.now(connection)

    def look(self, connection: Connection) -> None:
        """Raise `Gone` unless the database is the one that was opened, and its trail leads on."""
        seen = self._seen
        if seen is None:
            return
        which = connection.execute(_WHICH).one()
        if (which.base, which.tables) != (seen.base, seen.tables):
            raise Gone(self._name, "was dropped and made again, or put back from a dump,")
        if connection.execute(_LINK, {"place": seen.place}).scalar() != (seen.chain if seen.place else None):
            raise Gone(self._name, "was put back to an older state")

    def now(self, connection: Connection) -> _Footprint | None:
        """Return the database as it is; None where it has no tables of ours yet."""
        which = connection.execute(_WHICH).one()
        if which.tables is None:
            return None
        end = connection.execute(_END).first()
        return None if end is None else _Footprint(which.base, which.tables, end.place, end.chain)

    def saw(self, seen: _Footprint | None) -> None:
        """Take note of what was written, once it is."""
        self._seen = seen or self._seen
