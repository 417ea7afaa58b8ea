"""The desk's own entries of the trail: appended and signed within a transaction, read, and folded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from operator import is_
from typing import Any, Protocol

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from desk.errors import KnownError
from desk.exchange.bag import BagEntry
from desk.review.decisions import Decision, Done
from desk.review.desk_then import VOUCHED, DeskThen, InPlace, before_place, desk_then, signed_words
from desk.review.people import Actor, actor, kept_id
from desk.review.trail import NO_CHAIN, TrailEntry, link
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.strand_rows import Names, names_of_strands, others, sights
from desk.store.records.trail_entries import end_of

_table = tables.desk_entries
_AT_ONCE = 500
_MOST_KNOWN = 20_000
"""Entries: some ten years of a large desk, 20 MB."""
_FOLDS = 4
"""The desk of now and that of three places: a seal is weighed by the desk of its own place."""
BY_PLACE = select(_table).order_by(_table.c.place, _table.c.number)
_LINK_AT = tuple(select(table.c.chain).where(table.c.place == bindparam("at")) for table in (_table, tables.decisions))
"""The link of an entry by its place; of the desk's own first, as in `links_before`, where those win."""
_LINKS = {
    table.name: select(table.c.place, table.c.chain).where(table.c.place.in_(bindparam("at", expanding=True)))
    for table in (_table, tables.decisions)
}
_LAST_LINK = select(_table.c.chain).order_by(_table.c.place.desc()).limit(1)


class Signer(Protocol):
    """Whoever signs seals and what is done to the desk: a private key, wherever it is kept."""

    @property
    def fingerprint(self) -> str:
        """Return what names the key."""
        ...

    def sign(self, payload: str) -> str:
        """Return the signature of the payload, in base64."""
        ...


def enter(
    connection: Connection,
    done: Done,
    about: str,
    by: Actor,
    *,
    note: Mapping[str, Any] | None = None,
    reason: str = "",
    signer: Signer | None = None,
) -> None:
    """Write what was done to the desk at the end of the trail, signed where there is a key."""
    end = end_of(connection, to_change=True)
    place = end.place + 1
    given = {
        **(note or {}),
        **sights(connection, ""),
        **({} if signer is None else {"key": signer.fingerprint, VOUCHED: True}),
    }
    made = Decision(done, "", by, subject=about, reason=reason, note=given)
    if signer is not None:
        signature = signer.sign(signed_words(InPlace(made, place, end.chain)))
        made = replace(made, note={**given, "signature": signature})
    chain = link(end.chain, made, place)
    connection.execute(update(tables.trail).values(place=place, chain=chain))
    values = {"id": made.id, "done": str(done), "who": by.name, "person": kept_id(by), "about": about, "reason": reason}
    rest = {"note": dict(made.note), "made": made.when, "place": place, "chain": chain}
    connection.execute(insert(_table).values(**values, **rest))


def entry_of(row: AnyRow) -> TrailEntry:
    """Return the row as an entry of the trail; raises `KnownError` for words that are none of ours."""
    try:
        done = Done(row.done)
    except ValueError as error:
        raise KnownError(
            f"Entry {row.place} of the trail has words that are none of Copydesk's: another program wrote into it. "
            "Restore a backup (`copydesk store backups`)."
        ) from error
    who = actor(row.person, row.who)
    decision = Decision(done, "", who, subject=row.about, reason=row.reason, note=row.note, when=row.made, id=row.id)
    return TrailEntry(row.place, row.chain, decision)


def link_before(connection: Connection, place: int) -> str | None:
    """Return the link of the entry before a place, whatever it is about; None where there is no such entry."""
    for wanted in _LINK_AT:
        found = connection.execute(wanted, {"at": place - 1}).first()
        if found is not None:
            return str(found.chain)
    return NO_CHAIN if place == 1 else None


def links_before(connection: Connection, places: Sequence[int]) -> dict[int, str]:
    """Return for each place the link of the entry before it, whatever that is about; one without is left out."""
    return {1: NO_CHAIN, **_links_in(connection, tables.decisions, places), **_links_in(connection, _table, places)}


def _links_in(connection: Connection, table: Table, places: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at in range(0, len(places), _AT_ONCE):
        befores = [place - 1 for place in places[at : at + _AT_ONCE]]
        rows = connection.execute(_LINKS[table.name], {"at": befores})
        found.update((row.place + 1, str(row.chain)) for row in rows)
    return found


class DeskRead:
    """People and keys as one transaction finds them: read once, however often it asks, so it must not change them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def names(self) -> Names:
        """Return what this database is called."""
        return names_of_strands(self.connection)

    @cached_property
    def _own(self) -> tuple[InPlace, ...]:
        return tuple(_placed(self.connection))

    @cached_property
    def _others(self) -> Mapping[str, Sequence[BagEntry]]:
        return others(self.connection, "")

    def at(self, place: int | None = None, home_place: int | None = None) -> DeskThen:
        """Return the desk as it was right before a place of the trail; as it is now where none is given.

        Where people and keys are those of another database (a laptop's desk), these come first, up to `home_place`.
        Raises `KnownError` where an entry of the desk was altered: then nobody can say who belonged to it.
        """
        if not self.names.home:
            return _folded(self._own, place)
        mine = (entry for entry in self._own if place is None or entry.place < place)
        return desk_then([*self._elsewhere(self.names.home, home_place), *mine])

    def of(self, strand: str, place: int) -> DeskThen:
        """Return people and keys by what another strand wrote, right before a place of it."""
        return desk_then(self._elsewhere(strand, place - 1))

    def _elsewhere(self, strand: str, up_to: int | None) -> Iterator[InPlace]:
        for bagged in self._others.get(strand, ()):
            entry = bagged.entry
            found = entry.decision.done is Done.DESK_AS_FOUND and up_to
            if up_to is None or entry.place <= up_to or found:
                yield InPlace(entry.decision, entry.place, bagged.before)


def desk_at(connection: Connection) -> DeskThen:
    """Return the desk as it is now; raises `KnownError` where an entry of it was altered."""
    return DeskRead(connection).at()


def names_by_trail(connection: Connection) -> Mapping[str, str]:
    """Return how everybody is called who belongs or belonged to the desk, by id; quickly, for every page of the list.

    Nothing where an entry of the desk was altered: then nobody can say.
    """
    last = connection.execute(_LAST_LINK).scalar()
    stamp = str(last), repr(sights(connection, ""))
    if _memory.names is None or _memory.names[0] != stamp:
        try:
            people = desk_at(connection).people
        except KnownError:
            return {}
        _memory.names = stamp, {id_: person.name for id_, person in people.items()}
    return _memory.names[1]


def _placed(connection: Connection) -> Iterator[InPlace]:
    rows = connection.execute(BY_PLACE).all()
    own = {row.place + 1: str(row.chain) for row in rows}
    elsewhere = _links_in(connection, tables.decisions, [row.place for row in rows if row.place not in own])
    befores = {1: NO_CHAIN, **elsewhere, **own}  # as `links_before`, without asking again for what was just read
    for row in rows:
        before = befores.get(row.place)
        known = _memory.rows.get(row.chain)
        if known is None or known[0] != repr(row) or known[1].before != before:  # not ==: True is 1 there
            known = _memory.know(row, _chained(row, before))
        yield known[1]


def _chained(row: AnyRow, before: str | None) -> InPlace:
    entry = entry_of(row)
    if before is None or not entry.follows(before):
        raise KnownError(
            f"Entry {row.place} of the trail, on the people and keys of the desk, is not as it was written: "
            "`copydesk store check` says more."
        )
    return InPlace(entry.decision, entry.place, before)


class _Memory:
    """Entries that were found to be chained, each with its row as it was, and what the last ones came to.

    Who may do what is asked several times at every step; 300 entries cost 20 ms each time. A row with another value
    anywhere is another row, and is looked at anew.
    """

    def __init__(self) -> None:
        self.rows: dict[str, tuple[str, InPlace]] = {}
        """By the link of the entry."""
        self.names: tuple[tuple[str, str], dict[str, str]] | None = None
        """What people are called, by the last link that says so."""
        self.folds: tuple[tuple[tuple[InPlace, ...], DeskThen], ...] = ()

    def know(self, row: AnyRow, entry: InPlace) -> tuple[str, InPlace]:
        """Keep one entry and return it with its row."""
        if len(self.rows) >= _MOST_KNOWN:
            self.rows = {}
        found = self.rows[row.chain] = repr(row), entry
        return found


_memory = _Memory()


def _folded(entries: tuple[InPlace, ...], place: int | None) -> DeskThen:
    """Return what the entries before a place come to, which nobody may change; of the same ones it is one value."""
    line = entries if place is None else entries[: before_place(entries, place)]
    for known, desk in _memory.folds:
        if len(known) == len(line) and all(map(is_, known, line)):
            return desk
    made = desk_then(line)
    _memory.folds = ((line, made), *_memory.folds[: _FOLDS - 1])
    return made
