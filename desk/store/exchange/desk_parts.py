"""People and keys that came from another database: they count where it is this one's desk, else they are proposals."""

from collections.abc import Iterable

from sqlalchemy import Connection, update

from desk.exchange.bag import DeskBag, StrandPart
from desk.store.approval.desk_copies import copy_desk
from desk.store.approval.desk_trail import DeskRead, desk_at
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.exchange.parts import must_be_ours, news_of, write_part
from desk.store.exchange.strands import must_be_known
from desk.store.records.strand_rows import names_of_strands
from desk.store.stories.emptying import carry_out

_NEVER = 1 << 31


class DeskParts:
    """The room of what other databases say of people and keys."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def take(self, bag: DeskBag) -> tuple[str, ...]:
        """Keep it, in one transaction; returns in a sentence each what a desk must decide about.

        Where nobody is set up here, the desk that set people up becomes this database's desk: its people and keys count
        from now on, and what is said of them here is a proposal to it.
        """
        with self._access.writing() as connection:
            must_be_known(connection, tuple(part.strand for part in bag.parts))
            names, fresh = names_of_strands(connection), False
            for part in bag.parts:
                if part.strand.id in names.own:
                    must_be_ours(connection, part, "The desk")
                elif (news := news_of(connection, part, "the desk")).counts:
                    write_part(connection, part)
                    fresh = fresh or news.any
            home = names.home or _adopted(connection, bag.parts)
            if fresh or home != names.home:  # a fifth of what an exchange of two stories took, for nothing new
                carry_out(connection)
                if home:
                    copy_desk(connection, desk_at(connection))
            return tuple(_proposals(connection, [p for p in bag.parts if p.strand.id not in (home, *names.own)]))


def _adopted(connection: Connection, parts: Iterable[StrandPart]) -> str:
    """Return whose people and keys count here from now on; empty where this desk has people of its own."""
    desk = DeskRead(connection)
    if desk.at().is_set_up:
        return ""
    found = [part.strand.id for part in parts if desk.of(part.strand.id, _NEVER).is_set_up]
    if len(found) != 1:
        return ""
    connection.execute(update(tables.strands).where(tables.strands.c.id == found[0]).values(is_home=1))
    return found[0]


def _proposals(connection: Connection, parts: Iterable[StrandPart]) -> Iterable[str]:
    """Yield what other databases say of people and keys that this desk does not know."""
    read = DeskRead(connection)
    desk = read.at()
    for part in parts:
        theirs, where = read.of(part.strand.id, _NEVER), part.strand.name or "a copy"
        for key in theirs.keys.values():
            if key.fingerprint not in desk.keys:
                yield f"{key.who} has made a key on {where} ({key.fingerprint[:16]}) that this desk does not know."
        for id_, person in theirs.people.items():
            if id_ not in desk.people:
                yield f"{person.name} was added on {where}, and does not belong to this desk."
