"""Public keys: who signs with which, since when, and which were revoked. Private ones never come near the database.

The trail says so; the table of keys is a copy of it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from desk.errors import KnownError
from desk.review.decisions import Done
from desk.review.desk_then import DeskThen, KeyThen
from desk.review.people import Actor, Person
from desk.store.approval.desk_trail import Signer, desk_at, enter
from desk.store.database import tables
from desk.store.database.access import Access
from desk.text.moments import date_alone, now

_keys = tables.signing_keys
_UNKNOWN = "The desk knows no key with this fingerprint: `copydesk key list` names them."


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
    waits: bool = False
    """Whether an administrator has yet to confirm it: until then it signs nothing."""
    by_itself: bool = False
    """Whether it counts as an administrator's though no other's signed it: the last one that did was revoked before."""

    @property
    def said_by_itself(self) -> str:
        """Return that it counts by itself, in one sentence."""
        return (
            f"The key {self.fingerprint[:16]} of {self.who} counts as an administrator's since "
            f"{date_alone(self.created)}, though no administrator's key signed it: the one before had been revoked."
        )


class Keys:
    """The room of public keys: who signs with which, since when, and which were revoked."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, person: Person, fingerprint: str, public: str, signer: Signer | None = None) -> PublicKey:
        """Enter a person's new public key and return it; one that is there already stays as it is.

        It waits for an administrator where the desk has one with a key, unless `signer` is another key of theirs.
        """
        with self._access.writing() as connection:
            known = _key_of(connection, fingerprint)
            if known is None:
                enter(connection, Done.KEY_ENTERED, fingerprint, person.actor, note={"public": public}, signer=signer)
                values = {
                    "fingerprint": fingerprint,
                    "person": person.actor.id,
                    "who": person.name,
                    "public_key": public,
                }
                rest = {"created": now(), "revoked": None, "revoked_by": "", "why": ""}
                connection.execute(insert(_keys).values(**values, **rest))
            return known or _must_be_there(connection, fingerprint)

    def of(self, person: Person) -> list[PublicKey]:
        """Return a person's keys that were not revoked, the newest first."""
        mine = person.actor  # no key of a former id: a seal names the id that its key is of
        return [key for key in reversed(self.all()) if key.who == mine and key.revoked is None]

    def all(self) -> list[PublicKey]:
        """Return every key, revoked ones too, the oldest first."""
        with self._access.reading() as connection:
            desk = desk_at(connection)
            keys = [_public_key(key, desk) for key in desk.keys.values()]
            return sorted(keys, key=lambda key: key.created)

    def get(self, fingerprint: str) -> PublicKey | None:
        """Return the key with this fingerprint, None where the desk knows none."""
        with self._access.reading() as connection:
            return _key_of(connection, fingerprint)

    def roots(self) -> list[str]:
        """Return the keys of administrators that count without anybody's signature: one where all is well."""
        with self._access.reading() as connection:
            return desk_at(connection).roots

    def by_themselves(self) -> list[str]:
        """Return one sentence for each key of an administrator, not the desk's first, that no other's key signed."""
        return [key.said_by_itself for key in self.all() if key.by_itself]

    def confirm(self, fingerprint: str, by: Person, signer: Signer) -> PublicKey:
        """Let a key count from now on, signed by an administrator's; raises `KnownError` where that cannot be."""
        with self._access.writing() as connection:
            if _must_be_there(connection, fingerprint).waits:
                enter(connection, Done.KEY_CONFIRMED, fingerprint, by.actor, signer=signer)
            key = _must_be_there(connection, fingerprint)
            if key.waits:
                raise KnownError(
                    f"{by.name} cannot confirm it: only a key of an administrator that counts itself does."
                )
            return key

    def revoke(self, fingerprint: str, by: Actor, why: str, signer: Signer | None = None) -> PublicKey:
        """Revoke a key: what it signs from now on counts for nothing; raises `KnownError` without a reason."""
        if not why.strip():
            raise KnownError("Revoking a key needs a reason: lost, stolen, or its owner has left.")
        with self._access.writing() as connection:
            if _must_be_there(connection, fingerprint).revoked is None:
                reason = why.strip()
                note = {"seals": known} if (known := _from_elsewhere(connection, fingerprint)) else {}
                enter(connection, Done.KEY_REVOKED, fingerprint, by, note=note, reason=reason, signer=signer)
                values = {"revoked": now(), "revoked_by": by.name, "why": reason}
                connection.execute(update(_keys).where(_keys.c.fingerprint == fingerprint).values(values))
            return _must_be_there(connection, fingerprint)


def _public_key(key: KeyThen, desk: DeskThen) -> PublicKey:
    revoked = key.revoked_at, key.revoked_by, key.why
    by_itself = key.fingerprint in desk.roots[1:]
    told = key.fingerprint, key.who, key.public, key.created
    return PublicKey(*told, *revoked, waits=key.since is None, by_itself=by_itself)


def _from_elsewhere(connection: Connection, fingerprint: str) -> list[str]:
    """Return the seals by a key that came from other databases: its revocation says that it knew of them."""
    seals, things = tables.seals, tables.strand_things
    wanted = select(seals.c.id).join(things, (things.c.story == seals.c.story) & (things.c.thing == seals.c.id))
    return sorted({*connection.scalars(wanted.where(seals.c.key == fingerprint))})


def _key_of(connection: Connection, fingerprint: str) -> PublicKey | None:
    desk = desk_at(connection)
    key = desk.keys.get(fingerprint)
    return None if key is None else _public_key(key, desk)


def _must_be_there(connection: Connection, fingerprint: str) -> PublicKey:
    key = _key_of(connection, fingerprint)
    if key is None:
        raise KnownError(_UNKNOWN)
    return key
