"""Which databases are known here, by their keys: this one under its own, and those that things are taken from."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from desk.errors import KnownError
from desk.exchange.bag import Strand
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.records.strand_rows import Names, names_of_strands
from desk.store.records.trail_entries import end_of
from desk.text.moments import now

_table = tables.strands


@dataclass(frozen=True, slots=True)
class KnownStrand:
    """A database that is known here: `own` for this one under a name of its own, `home` for the one of the desk."""

    strand: Strand
    own: bool
    home: bool
    known: datetime


class Strands:
    """The room of known databases; each call is one transaction."""

    def __init__(self, access: Access) -> None:
        self._access = access

    @property
    def is_shared(self) -> bool:
        """Return whether many machines write for this database: then it keeps its key itself."""
        return not self._access.full_text

    def all(self) -> list[KnownStrand]:
        """Return every known database, the first known first."""
        with self._access.reading() as connection:
            rows = connection.execute(select(_table).order_by(_table.c.known, _table.c.id)).all()
        return [KnownStrand(_strand(row), row.since is not None, bool(row.is_home), row.known) for row in rows]

    def names(self) -> Names:
        """Return what this database is called, and whose people and keys count in it."""
        with self._access.reading() as connection:
            return names_of_strands(connection)

    def me(self) -> tuple[Strand, str] | None:
        """Return the name that this database writes under, with its private key where it keeps that itself."""
        with self._access.reading() as connection:
            me = names_of_strands(connection).me
            row = connection.execute(select(_table).where(_table.c.id == me)).first() if me else None
        return None if row is None else (_strand(row), row.secret)

    def found(self, strand: Strand, secret: str = "") -> None:
        """Let this database write under a name from now on; `secret` is kept in it, for a server's alone."""
        with self._access.writing() as connection:
            place = end_of(connection, to_change=True).place
            _put(connection, strand, since=place, secret=secret)

    def accept(self, strand: Strand) -> None:
        """Take things from a database from now on."""
        with self._access.writing() as connection:
            if connection.execute(select(_table.c.id).where(_table.c.id == strand.id)).first() is None:
                _put(connection, strand)

    def call(self, strand: str, name: str) -> None:
        """Give a known database another name."""
        with self._access.writing() as connection:
            connection.execute(update(_table).where(_table.c.id == strand).values(name=name))


def must_be_known(connection: Connection, strands: tuple[Strand, ...]) -> None:
    """Raise `KnownError` for one that nobody accepted here."""
    known = set(connection.scalars(select(_table.c.id)))
    for strand in strands:
        if strand.id not in known:
            raise KnownError(
                f"This comes from {strand.name or 'a copy'} ({strand.id[:16]}), which is not known here: have its "
                "number read out to you, and accept it if it is the same."
            )


def _put(connection: Connection, strand: Strand, *, since: int | None = None, secret: str = "") -> None:
    values = {"id": strand.id, "public_key": strand.public, "name": strand.name, "since": since, "is_home": 0}
    connection.execute(insert(_table).values(**values, known=now(), secret=secret))


def _strand(row: AnyRow) -> Strand:
    return Strand(row.id, row.public_key, row.name)
