"""The people of a desk, with their roles per section and their PINs."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sqlalchemy import Connection, insert, select, update

from desk.errors import KnownError
from desk.review.decisions import Done
from desk.review.ids import new_id
from desk.review.people import EVERY_SECTION, NO_ONE, Actor, Person, Role, pin_fits, pin_hash, same_words
from desk.store.approval.desk_trail import Signer, enter
from desk.store.approval.identities import claim, former_ids, meet, names_of
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow, hold
from desk.text.moments import now

_people = tables.people
Roles = Mapping[str, Collection[Role]]
"""Section, or "*" for all, to roles."""
_LONGEST_NAME = 80
_LONGEST_INITIALS = 4


class People:
    """The room of people; who may change them is the caller's to ask (`session`), what fits together is asked here."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def all(self) -> list[Person]:
        """Return everybody of the desk, by name; those who have left are not among them."""
        with self._access.reading() as connection:
            return [_whole(connection, _person(row)) for row in _standing(connection)]

    def get(self, person: str) -> Person | None:
        """Return the person with this id, None where there is none or they have left."""
        with self._access.reading() as connection:
            row = connection.execute(select(_people).where(_people.c.id == person)).first()
            return None if row is None or row.withdrawn is not None else _whole(connection, _person(row))

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the names by ids, of those who have left or were never set up too; one nobody knows is left out."""
        with self._access.reading() as connection:
            return names_of(connection, ids)

    def knows(self, who: Actor) -> bool:
        """Return whether somebody belongs, or once belonged, to the desk, by id or by name: a forger knows both."""
        with self._access.reading() as connection:
            if names_of(connection, [who.id]):
                return True
            names = [*connection.scalars(select(_people.c.name)), *connection.scalars(select(tables.identities.c.name))]
        return any(same_words(name, who.name) for name in names)

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
            return _person(row)

    def pin_is(self, person: str, pin: str) -> bool:
        """Return whether this is the person's PIN; true for anything where they have none."""
        with self._access.reading() as connection:
            return pin_fits(_row(connection, person).pin, pin)


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


def _standing(connection: Connection) -> list[AnyRow]:
    wanted = select(_people).where(_people.c.withdrawn.is_(None)).order_by(_people.c.name, _people.c.id)
    return list(connection.execute(wanted))


def _row(connection: Connection, person: str) -> AnyRow:
    row = connection.execute(select(_people).where(_people.c.id == person)).first()
    if row is None or row.withdrawn is not None:
        raise KnownError("This person does not belong to the desk: choose another, or add them first.")
    return row


def _person(row: AnyRow) -> Person:
    roles = {section: frozenset(map(Role, words)) for section, words in row.roles.items()}
    everywhere = roles.pop(EVERY_SECTION, frozenset())
    return Person(row.name, everywhere, roles, row.id, row.initials, bool(row.pin))


def _whole(connection: Connection, person: Person) -> Person:
    """Return the person with every id that their work stands under."""
    return replace(person, former=person.former | former_ids(connection, person.id))


def _plain(roles: Roles) -> dict[str, list[str]]:
    return {section: sorted(Role(role).value for role in words) for section, words in roles.items() if words}


def _fitting(others: list[AnyRow], name: str, initials: str) -> tuple[str, str]:
    name, initials = " ".join(name.split()), "".join(initials.split()) or Person(" ".join(name.split())).initials
    if not name:
        raise KnownError("A person needs a name: it is what decisions are signed with.")
    if len(name) > _LONGEST_NAME or len(initials) > _LONGEST_INITIALS:
        raise KnownError(f"A name has at most {_LONGEST_NAME} characters, initials at most {_LONGEST_INITIALS}.")
    for other in others:
        if same_words(other.name, name):
            raise KnownError(f"There is a {other.name} on this desk already: add a middle name or a number.")
        if same_words(other.initials, initials):
            raise KnownError(f"“{initials}” are the initials of {other.name}: choose others.")
    return name, initials


def _keep_an_administrator(others: list[AnyRow], mine: Mapping[str, Collection[str]]) -> None:
    desks = [*(row.roles for row in others), mine]
    if not any(Role.ADMIN.value in roles.get(EVERY_SECTION, ()) for roles in desks):
        raise KnownError("A desk needs an administrator for all sections: make somebody else one first.")
