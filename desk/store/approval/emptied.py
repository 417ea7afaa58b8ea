"""Which texts and documents were emptied by law, as the desk's entries say; within a transaction."""

from collections.abc import Mapping

from sqlalchemy import Connection, Text, select, type_coerce

from desk.review.decisions import Done
from desk.review.desk_then import Emptied
from desk.store.approval.desk_trail import desk_at
from desk.store.database import tables

_own, _elsewhere = tables.desk_entries, tables.strand_entries
_HERE = select(_own.c.number).where(_own.c.done == Done.TEXT_EMPTIED.value).limit(1)
_TOLD = type_coerce(_elsewhere.c.entry, Text).contains(Done.TEXT_EMPTIED.value, autoescape=True)
_THERE = select(_elsewhere.c.number).where(_elsewhere.c.story == "", _TOLD).limit(1)


def emptied(connection: Connection) -> Mapping[str, Emptied]:
    """Return what counts as emptied here, by digest; quickly where nothing ever was."""
    return desk_at(connection).emptied if _is_any(connection) else {}


def said_empty(connection: Connection, sha256: str) -> str:
    """Return by whom, when and why a text was emptied; empty where it was not."""
    gone = emptied(connection).get(sha256)
    return "" if gone is None else gone.said


def _is_any(connection: Connection) -> bool:
    return any(connection.execute(query).first() is not None for query in (_HERE, _THERE))
