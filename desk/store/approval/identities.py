"""Whose work stands under which id: accounts that work without set-up, and names in records of before ids were kept."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from desk.review.people import id_of_name
from desk.store.approval.desk_trail import names_by_trail
from desk.store.database import tables
from desk.store.database.prepared import rows_with

_table, _people = tables.identities, tables.people
_NAMES = select(_people.c.id, _people.c.name)
_CALLED_NOW = select(_table.c.id, _table.c.person, _table.c.name, _people.c.name.label("now")).outerjoin(
    _people, _people.c.id == _table.c.person
)
_FORMER = select(_table.c.id).where(_table.c.person == bindparam("who"), _table.c.id != bindparam("who"))
"""Made once: the list of stories asks them for every page."""


def former_ids(connection: Connection, person: str) -> frozenset[str]:
    """Return the other ids that a person's work stands under."""
    return frozenset(connection.execute(_FORMER, {"who": person}).scalars())


def people_behind(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Return for each id whose work stands under it; itself where nobody's else, or where several people share it."""
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(_table.c.id, _table.c.person).where(_table.c.id.in_(sorted(ids)))):
        found.setdefault(row.id, set()).add(row.person)
    return {each: _only(found.get(each, {each}), each) for each in ids}


def names_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of these people as they are called now; an id that nothing is known of is left out."""
    wanted = sorted({each for each in ids if each})
    if not wanted:
        return {}
    by_trail = names_by_trail(connection)  # the table is a copy, which another program may have written to
    names = {one: str(name) for one, name in rows_with(connection, _NAMES, _people.c.id, wanted)}
    names |= {each: by_trail[each] for each in wanted if each in by_trail}
    others = [each for each in wanted if each not in names]
    return names | _former_names(connection, others, by_trail) if others else names


def _former_names(connection: Connection, ids: Sequence[str], by_trail: Mapping[str, str]) -> dict[str, str]:
    """Return what whoever these ids belong to is called now; the old name where nobody, or more than one, has it."""
    found: dict[str, list[str]] = {}
    old: dict[str, str] = {}
    for one, person, name, now in rows_with(connection, _CALLED_NOW, _table.c.id, ids):
        old[one] = name
        found.setdefault(one, []).append(by_trail.get(person) or now or name)
    return {each: names[0] if len(names) == 1 else old[each] for each, names in found.items()}


def claim(connection: Connection, person: str, name: str) -> None:
    """Give a person what stands in old records under their name alone, unless that is somebody's already."""
    old = id_of_name(name)
    unclaimed = (_table.c.id == old) & (_table.c.person == old)
    if connection.execute(select(_table.c.name).where(unclaimed)).first() is not None:
        connection.execute(delete(_table).where(unclaimed))
        connection.execute(insert(_table).values(id=old, person=person, name=name))


def meet(connection: Connection, account: str, name: str) -> None:
    """Know an account that works without set-up, by its name of now.

    It claims what is in old records under its name the first time only: another name in the settings gives it no more.
    """
    mine = (_table.c.id == account) & (_table.c.person == account)
    known = connection.execute(select(_table.c.name).where(mine)).first()
    if known is None:
        connection.execute(insert(_table).values(id=account, person=account, name=name))
        claim(connection, account, name)
    elif known.name != name:
        connection.execute(update(_table).where(mine).values(name=name))


def _only(people: set[str], otherwise: str) -> str:
    return next(iter(people)) if len(people) == 1 else otherwise
