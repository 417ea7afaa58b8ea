"""The desk's name book: agreed spellings with who agreed and when; what is replaced or withdrawn stays on record."""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, select, update

from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from desk.review.ids import new_id
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow, hold
from desk.store.records.values import Agreed, Imported
from desk.text.moments import now

_table = tables.name_book


class NameBook:
    """The room of the name book; changes are signed by a keeper."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def entries(self) -> tuple[BookEntry, ...]:
        """Return every entry in force, for `House.name_book`."""
        return tuple(agreed.entry for agreed in self.lines())

    def lines(self, sought: str = "", kind: NameKind | None = None) -> list[Agreed]:
        """Return the entries in force by spelling; only those with `sought` in one of their forms or the note."""
        query = _in_force()
        if words := folded(sought):
            query = query.where(_table.c.sought.contains(words, autoescape=True))
        if kind is not None:
            query = query.where(_table.c.kind == kind.value)
        return self._listed(query.order_by(_table.c.key, _table.c.kind))

    def history(self, spelling: str) -> list[Agreed]:
        """Return every entry ever made for this spelling, the newest first, with who withdrew it and when."""
        return self._listed(select(_table).where(_table.c.key == folded(spelling)).order_by(_table.c.number.desc()))

    def agree(self, entry: BookEntry, keeper: str) -> Agreed:
        """Enter an agreed spelling, in the place of the one with the same letters and kind; raises `KnownError`."""
        with self._access.writing() as connection:
            hold(connection, _table)
            return put(connection, entry, keeper)

    def change(self, line: str, entry: BookEntry, keeper: str) -> Agreed:
        """Put another entry in the place of the one with this id."""
        with self._access.writing() as connection:
            hold(connection, _table)
            _withdraw(connection, line, keeper)
            return put(connection, entry, keeper)

    def withdraw(self, line: str, keeper: str) -> None:
        """Take the entry with this id out of force."""
        with self._access.writing() as connection:
            hold(connection, _table)
            _withdraw(connection, line, keeper)

    def take_in(self, entries: Iterable[BookEntry], keeper: str) -> Imported:
        """Enter many, all or none; returns how many were new, changed, and there already."""
        added = changed = same = 0
        waiting: dict[tuple[str, str], BookEntry] = {}
        with self._access.writing() as connection:
            hold(connection, _table)
            before = {(row.key, row.kind): _agreed_of(row).entry for row in connection.execute(_in_force())}
            for entry in map(tidy, entries):
                place = folded(entry.spelling), entry.kind.value
                if before.get(place) == entry:
                    same += 1
                    continue
                changed, added = (changed + 1, added) if place in before else (changed, added + 1)
                if place in waiting:  # told twice in one list: the later line takes the place of the earlier
                    _put_all(connection, waiting.values(), keeper)
                    waiting.clear()
                before[place] = waiting[place] = entry
            _put_all(connection, waiting.values(), keeper)
        return Imported(added, changed, same)

    def _listed(self, query: Select[Any]) -> list[Agreed]:
        with self._access.reading() as connection:
            return [_agreed_of(row) for row in connection.execute(query)]


def folded(text: str) -> str:
    """Return what two spellings share that differ in case, spaces or the coding of accents only."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def tidy(entry: BookEntry) -> BookEntry:
    """Return the entry with spaces tidied, its variants sorted, each once, and without the spelling itself.

    Raises `KnownError` if no spelling is left.
    """
    spelling, note = (" ".join(text.split()) for text in (entry.spelling, entry.note))
    if not spelling:
        raise KnownError("An entry of the name book needs a spelling.")
    variants = {" ".join(form.split()) for form in entry.variants} - {"", spelling}
    return replace(entry, spelling=spelling, variants=tuple(sorted(variants)), note=note)


def put(connection: Connection, entry: BookEntry, keeper: str) -> Agreed:
    """Enter the spelling within the transaction; one of the same letters and kind is withdrawn."""
    (agreed,) = _put_all(connection, [tidy(entry)], keeper)
    return agreed


_OUT = (
    update(_table)
    .where(_table.c.withdrawn.is_(None), _table.c.key == bindparam("of_key"), _table.c.kind == bindparam("of_kind"))
    .values(withdrawn=bindparam("at"), withdrawn_by=bindparam("by"))
)


def _put_all(connection: Connection, entries: Collection[BookEntry], keeper: str) -> list[Agreed]:
    """Enter tidied spellings, no two of the same letters and kind; 20,000 in 1 s where one by one took 11."""
    if not entries:
        return []
    if not keeper.strip():
        raise KnownError("The name book is kept by somebody: say who you are in the settings first.")
    when = now()
    rows = [_row_of(entry, keeper, when) for entry in entries]
    before = [{"of_key": row["key"], "of_kind": row["kind"], "at": when, "by": keeper} for row in rows]
    connection.execute(_OUT, before)
    connection.execute(insert(_table), rows)
    return [Agreed(str(row["id"]), entry, keeper, when) for row, entry in zip(rows, entries, strict=True)]


def _row_of(entry: BookEntry, keeper: str, when: datetime) -> dict[str, Any]:
    return {
        "id": new_id(),
        "key": folded(entry.spelling),
        "kind": entry.kind.value,
        "spelling": entry.spelling,
        "variants": list(entry.variants),
        "note": entry.note,
        "sought": "\n".join(folded(text) for text in (entry.spelling, *entry.variants, entry.note)),
        "keeper": keeper,
        "agreed": when,
        "withdrawn_by": "",
    }


def in_book(connection: Connection, spelling: str, kind: NameKind) -> bool:
    """Return whether the spelling is agreed on, within the transaction."""
    mine = _table.c.key == folded(spelling), _table.c.kind == kind.value
    row = connection.execute(_in_force().where(*mine)).first()
    return row is not None and row.spelling == spelling


def _in_force() -> Select[Any]:
    return select(_table).where(_table.c.withdrawn.is_(None))


def _withdraw(connection: Connection, line: str, keeper: str) -> None:
    if not _take_out(connection, keeper, _table.c.id == line):
        raise KnownError("This entry is not in the name book any more: look at the list again.")


def _take_out(connection: Connection, keeper: str, *which: Any) -> int:
    out = update(_table).where(_table.c.withdrawn.is_(None), *which).values(withdrawn=now(), withdrawn_by=keeper)
    return connection.execute(out).rowcount


def _agreed_of(row: AnyRow) -> Agreed:
    entry = BookEntry(row.spelling, NameKind(row.kind), tuple(row.variants), row.note)
    return Agreed(row.id, entry, row.keeper, row.agreed, row.withdrawn_by, row.withdrawn)
