"""The people of a desk, with their roles per section and their PINs.

Who belongs to it and what they may do is what the trail says; the table is a copy for quick looks, and has the PINs.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from sqlalchemy import Connection, insert, select, update

from desk.errors import KnownError
from desk.review.decisions import Done
from desk.review.ids import new_id
from desk.review.people import EVERY_SECTION, NO_ONE, Actor, Person, Role, looks_like, pin_fits, pin_hash
from desk.store.approval.desk_trail import Signer, desk_at, enter
from desk.store.approval.identities import claim, former_ids, meet, names_of
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import hold
from desk.store.records.strand_rows import names_of_strands
from desk.store.records.trail_entries import end_of
from desk.text.moments import now

_people = tables.people
Roles = Mapping[str, Collection[Role]]
"""Section, or "*" for all, to roles."""
_LONGEST_NAME = 80
_LONGEST_INITIALS = 4
_ROLES = frozenset(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class _Belonging:
    """One person who belongs to the desk, by the trail; `pin` is what the table keeps of it."""

    id: str
    name: str
    initials: str
    roles: Mapping[str, Collection[str]]
    pin: str
    pin_is_sound: bool
    """Whether the trail speaks of this PIN; where people come from another desk, a PIN stays where it was set."""


class People:
    """The room of people; who may change them is the caller's to ask (`session`), what fits together is asked here."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def all(self) -> list[Person]:
        """Return everybody of the desk, by name; those who have left are not among them.

        Where nobody can say any more who belongs to it (an entry was altered), all of the table, with no role.
        """
        with self._access.reading() as connection:
            try:
                people = [_person(one) for one in _standing(connection)]
            except KnownError:
                people = list(_without_roles(connection))
            return [_whole(connection, person) for person in people]

    def get(self, person: str) -> Person | None:
        """Return the person with this id, None where there is none or they have left."""
        with self._access.reading() as connection:
            found = next((one for one in _standing(connection) if one.id == person), None)
            return None if found is None else _whole(connection, _person(found))

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the names by ids, of those who have left or were never set up too; one nobody knows is left out."""
        with self._access.reading() as connection:
            return names_of(connection, ids)

    def knows(self, who: Actor) -> bool:
        """Return whether somebody belongs, or once belonged, to the desk, by id or by how their name looks.

        A forger knows both.
        """
        with self._access.reading() as connection:
            if names_of(connection, [who.id]):
                return True
            names = [*connection.scalars(select(_people.c.name)), *connection.scalars(select(tables.identities.c.name))]
        return any(looks_like(name, who.name) for name in names)

    def meet(self, account: str, name: str) -> frozenset[str]:
        """Know an account that works without set-up, and return the other ids that its work stands under."""
        with self._access.reading() as connection:
            known = names_of(connection, [account]).get(account) == name
        if not known:
            with self._access.writing() as connection:
                hold(connection, tables.identities)
                meet(connection, account, name)
        with self._access.reading() as connection:
            return former_ids(connection, account)

    def add(
        self,
        name: str,
        initials: str,
        roles: Roles,
        pin: str = "",
        account: str = "",
        *,
        by: Actor = NO_ONE,
        signer: Signer | None = None,
    ) -> Person:
        """Add somebody and return them; raises `KnownError` if name or initials are taken or empty.

        `account` is the id that the person worked under without set-up: what they did before stays theirs. Whoever is
        first on a desk is an administrator, whatever `roles` say: somebody must let the others in. `by` adds them, and
        signs that with `signer`.
        """
        with self._access.writing() as connection:
            hold(connection, _people)
            others = _standing(connection)
            if not others:
                roles = {**roles, EVERY_SECTION: {*roles.get(EVERY_SECTION, ()), Role.ADMIN}}
            name, initials = _fitting(others, name, initials)
            person = account or new_id()
            values, kept = {"name": name, "initials": initials, "roles": _plain(roles)}, pin_hash(pin)
            told = {**values, "pin": pin_digest(kept)}
            enter(connection, Done.PERSON_ADDED, person, by, note=told, signer=signer)
            connection.execute(insert(_people).values(id=person, **values, pin=kept, created=now(), withdrawn=None))
            claim(connection, person, name)
            _must_count(connection)
            return _whole(connection, _person(_row(connection, person)))

    def change(
        self,
        person: str,
        *,
        name: str | None = None,
        initials: str | None = None,
        roles: Roles | None = None,
        pin: str | None = None,
        by: Actor = NO_ONE,
        signer: Signer | None = None,
    ) -> Person:
        """Change what is given and return the person; raises `KnownError`, also if no administrator would be left."""
        with self._access.writing() as connection:
            hold(connection, _people)
            row = _row(connection, person)
            others = [other for other in _standing(connection) if other.id != person]
            values: dict[str, object] = {}
            if name is not None or initials is not None:
                given = (row.name if name is None else name, row.initials if initials is None else initials)
                values["name"], values["initials"] = _fitting(others, *given)
            if roles is not None:
                values["roles"] = _plain(roles)
                _keep_an_administrator(others, _plain(roles))
            if pin is not None:
                values["pin"] = pin_hash(pin)
            if values:
                told = {**values, **({"pin": pin_digest(str(values["pin"]))} if "pin" in values else {})}
                done = Done.PIN_CHANGED if set(values) == {"pin"} else Done.PERSON_CHANGED
                enter(connection, done, person, by, note=told, signer=signer)
                connection.execute(update(_people).where(_people.c.id == person).values(values))
                _must_count(connection)
            return _whole(connection, _person(_row(connection, person)))

    def withdraw(self, person: str, *, by: Actor = NO_ONE, signer: Signer | None = None) -> Person:
        """Let somebody leave the desk; what they decided stays. Raises `KnownError` for the last administrator."""
        with self._access.writing() as connection:
            hold(connection, _people)
            row = _row(connection, person)
            others = [other for other in _standing(connection) if other.id != person]
            _keep_an_administrator(others, {})
            enter(connection, Done.PERSON_LEFT, person, by, signer=signer)
            connection.execute(update(_people).where(_people.c.id == person).values(withdrawn=now()))
            _must_count(connection)
            return _person(row)

    def pin_is(self, person: str, pin: str) -> bool:
        """Return whether this is the person's PIN; true for anything where they have none.

        Raises `KnownError` where another program changed or wiped it.
        """
        with self._access.reading() as connection:
            found = _row(connection, person)
        if not found.pin_is_sound:
            raise KnownError(
                f"The PIN of {found.name} was changed by another program: no entry of the trail says so. An "
                "administrator gives them a new one."
            )
        return pin_fits(found.pin, pin)


def pin_digest(kept: str) -> str:
    """Return what the trail has of a PIN: a digest of its salted hash; empty for none."""
    return hashlib.sha256(kept.encode("ascii")).hexdigest() if kept else ""


def known(connection: Connection, person: Person) -> Person | None:
    """Return the person with the roles that the desk gave; where nobody is set up, as they are. None for a stranger."""
    standing = {row.id: row for row in _standing(connection)}
    if not standing:
        return _whole(connection, person)
    return _whole(connection, _person(standing[person.id])) if person.id in standing else None


def belonging(connection: Connection, person: Person) -> Person:
    """Return the person as `known` does; raises `KnownError` for a stranger."""
    found = known(connection, person)
    if found is None:
        raise KnownError(f"{person.name} does not belong to this desk: say who is working, or have yourself added.")
    return found


def _standing(connection: Connection) -> list[_Belonging]:
    """Return who belongs to the desk, by name; raises `KnownError` where an entry of the desk was altered."""
    desk, away = desk_at(connection), names_of_strands(connection).home != ""
    pins = {row.id: str(row.pin) for row in connection.execute(select(_people.c.id, _people.c.pin))}
    people = []
    for id_, one in desk.people.items():
        pin = pins.get(id_, "")
        if one.here:
            sound = away or pin_digest(pin) == one.pin
            people.append(_Belonging(id_, one.name, one.initials, one.roles, pin, sound))
    return sorted(people, key=attrgetter("name", "id"))


def _without_roles(connection: Connection) -> Iterator[Person]:
    wanted = select(_people).where(_people.c.withdrawn.is_(None)).order_by(_people.c.name, _people.c.id)
    for row in connection.execute(wanted):
        yield Person(row.name, frozenset(), {}, row.id, row.initials, bool(row.pin))


def _row(connection: Connection, person: str) -> _Belonging:
    found = next((one for one in _standing(connection) if one.id == person), None)
    if found is None:
        raise KnownError("This person does not belong to the desk: choose another, or add them first.")
    return found


def _must_count(connection: Connection) -> None:
    """Raise `KnownError` where the last entry, on somebody of the desk, counts for nothing."""
    if end_of(connection).place in desk_at(connection).unsigned:
        raise KnownError(
            "People of a desk are changed with the key of an administrator that counts: have it confirmed "
            "(`copydesk key confirm`), or let another administrator do it."
        )


def _person(one: _Belonging) -> Person:
    roles = {section: frozenset(map(Role, _ROLES.intersection(words))) for section, words in one.roles.items()}
    everywhere = roles.pop(EVERY_SECTION, frozenset())
    return Person(one.name, everywhere, roles, one.id, one.initials, bool(one.pin) or not one.pin_is_sound)


def _whole(connection: Connection, person: Person) -> Person:
    """Return the person with every id that their work stands under."""
    return replace(person, former=person.former | former_ids(connection, person.id))


def _plain(roles: Roles) -> dict[str, list[str]]:
    return {section: sorted(Role(role).value for role in words) for section, words in roles.items() if words}


def _fitting(others: list[_Belonging], name: str, initials: str) -> tuple[str, str]:
    name, initials = " ".join(name.split()), "".join(initials.split()) or Person(" ".join(name.split())).initials
    if not name:
        raise KnownError("A person needs a name: it is what decisions are signed with.")
    if len(name) > _LONGEST_NAME or len(initials) > _LONGEST_INITIALS:
        raise KnownError(f"A name has at most {_LONGEST_NAME} characters, initials at most {_LONGEST_INITIALS}.")
    for other in others:
        if looks_like(other.name, name):
            raise KnownError(f"There is a {other.name} on this desk already: add a middle name or a number.")
        if looks_like(other.initials, initials):
            raise KnownError(f"“{initials}” are the initials of {other.name}: choose others.")
    return name, initials


def _keep_an_administrator(others: list[_Belonging], mine: Mapping[str, Collection[str]]) -> None:
    desks = [*(row.roles for row in others), mine]
    if not any(Role.ADMIN.value in roles.get(EVERY_SECTION, ()) for roles in desks):
        raise KnownError("A desk needs an administrator for all sections: make somebody else one first.")
