"""Public keys: who signs with which, since when, and which were revoked. Private ones never come near the database."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from desk.errors import KnownError
from desk.review.people import Actor, Person, actor
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.text.moments import now

_keys = tables.signing_keys


@dataclass(frozen=True, slots=True)
class PublicKey:
    """One public key (base64) with its owner; `revoked` is None while it counts."""

    fingerprint: str
    who: Actor
    public: str
    created: datetime
    revoked: datetime | None
    revoked_by: str
    why: str


class Keys:
    """The room of public keys: who signs with which, since when, and which were revoked."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, person: Person, fingerprint: str, public: str) -> None:
        """Enter a person's new public key; one that is there already stays as it is."""
        with self._access.writing() as connection:
            if key_of(connection, fingerprint) is None:
                values = {
                    "fingerprint": fingerprint,
                    "person": person.actor.id,
                    "who": person.name,
                    "public_key": public,
                }
                rest = {"created": now(), "revoked": None, "revoked_by": "", "why": ""}
                connection.execute(insert(_keys).values(**values, **rest))

    def of(self, person: Person) -> list[PublicKey]:
        """Return a person's keys that were not revoked, the newest first."""
        mine = _keys.c.person == person.actor.id  # no key of a former id: a seal names the id that its key is of
        wanted = select(_keys).where(mine, _keys.c.revoked.is_(None)).order_by(_keys.c.created.desc())
        with self._access.reading() as connection:
            return [_public_key(row) for row in connection.execute(wanted)]

    def all(self) -> list[PublicKey]:
        """Return every key, revoked ones too, the oldest first."""
        with self._access.reading() as connection:
            rows = connection.execute(select(_keys).order_by(_keys.c.created))
            return [_public_key(row) for row in rows]

    def get(self, fingerprint: str) -> PublicKey | None:
        """Return the key with this fingerprint, None where the desk knows none."""
        with self._access.reading() as connection:
            return key_of(connection, fingerprint)

    def revoke(self, fingerprint: str, by: str, why: str) -> PublicKey:
        """Revoke a key: what it signs from now on counts for nothing; raises `KnownError` without a reason."""
        if not why.strip():
            raise KnownError("Revoking a key needs a reason: lost, stolen, or its owner has left.")
        with self._access.writing() as connection:
            key = key_of(connection, fingerprint)
            if key is None:
                raise KnownError("The desk knows no key with this fingerprint: `copydesk key list` names them.")
            if key.revoked is None:
                values = {"revoked": now(), "revoked_by": by, "why": why.strip()}
                connection.execute(update(_keys).where(_keys.c.fingerprint == fingerprint).values(values))
            found = key_of(connection, fingerprint)
            assert found is not None
            return found


def _public_key(row: AnyRow) -> PublicKey:
    """Return the row as a value."""
    return PublicKey(
        row.fingerprint, actor(row.person, row.who), row.public_key, row.created, row.revoked, row.revoked_by, row.why
    )


def key_of(connection: Connection, fingerprint: str) -> PublicKey | None:
    """Return the key with this fingerprint, within the transaction."""
    row = connection.execute(select(_keys).where(_keys.c.fingerprint == fingerprint)).first()
    return None if row is None else _public_key(row)
