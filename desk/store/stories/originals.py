"""The documents that stories came in, byte by byte: each kept once by its SHA-256, however often it is opened."""

import hashlib

from sqlalchemy import Connection, desc, insert, select

from desk.errors import BugError, KnownError
from desk.readers.draft import MOST_BYTES
from desk.store.approval.emptied import said_empty
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import insert_new
from desk.store.records.values import KeptOriginal, Original
from desk.text.moments import now

_table = tables.originals


class Originals:
    """The room of originals; each call is one transaction."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def keep(self, story: str, version: int, original: Original) -> None:
        """Keep the document that a version was read from; raises `KnownError` for one that is too large to be read."""
        with self._access.writing() as connection:
            keep_original(connection, story, version, original)

    def last(self, story: str) -> KeptOriginal | None:
        """Return what a story was read from last, without its bytes; None where it came in no document."""
        wanted = (
            select(_table, tables.blobs.c.size)
            .join(tables.blobs, tables.blobs.c.sha256 == _table.c.sha256)
            .where(_table.c.story == story)
            .order_by(desc(_table.c.number))
            .limit(1)
        )
        with self._access.reading() as connection:
            row = connection.execute(wanted).first()
        if row is None:
            return None
        return KeptOriginal(row.version, row.name, row.format, row.sha256, row.size, row.made)

    def content(self, original: KeptOriginal) -> bytes:
        """Return the bytes of a document; raises `KnownError` where they are not those that were kept."""
        wanted = select(tables.blobs.c.body).where(tables.blobs.c.sha256 == original.sha256)
        with self._access.reading() as connection:
            raw = connection.execute(wanted).scalar()
            gone = said_empty(connection, original.sha256) if raw == b"" else ""
        if gone:
            raise KnownError(f"The document {original.name} was {gone}.")
        if raw is None:
            raise BugError(f"the document {original.sha256} is kept nowhere")
        if hashlib.sha256(raw).hexdigest() != original.sha256:
            raise KnownError(f"The kept document {original.name} was altered in the database: restore a backup.")
        return bytes(raw)


def keep_original(connection: Connection, story: str, version: int, original: Original) -> None:
    """Keep a document within the transaction; the same bytes twice are kept once, each link by itself."""
    size = len(original.raw)
    if size > MOST_BYTES:
        raise KnownError(
            f"{original.name} is too large to be kept with its story ({size / 1e6:.0f} MB; the limit is "
            f"{MOST_BYTES / 1e6:.0f} MB): ask for it without its pictures."
        )
    digest = hashlib.sha256(original.raw).hexdigest()
    insert_new(connection, tables.blobs, {"sha256": digest, "size": size, "body": original.raw})
    link = {"story": story, "version": version, "sha256": digest, "name": original.name, "format": original.format}
    connection.execute(insert(_table).values(**link, made=now()))
