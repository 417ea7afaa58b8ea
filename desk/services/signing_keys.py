"""Signing keys: made at the first approval, kept in the system's keyring, carried to another machine, revoked."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desk.careful import careful_bytes
from desk.errors import KnownError
from desk.keychain import forget_secret, keep_secret, read_secret, write_private
from desk.review.people import Person, Role
from desk.story import Changes, Part
from desk.text.moments import date_alone

if TYPE_CHECKING:  # `cryptography` takes a while to load, and most sessions approve nothing
    from desk.review.signing import SigningKey
    from desk.services.context import DeskContext
    from desk.store.approval.keys import PublicKey


class SigningKeysService:
    """The signing keys of a desk, for the store lane."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store
        self._untold: tuple[str, ...] = ()

    def signer(self, person: Person) -> "SigningKey":
        """Return the person's key, made now if they never had one; raises `KnownError` if it is not on this machine."""
        from desk.review.signing import SigningKey

        known = self._store.keys.of(person)
        here = [(public, secret) for public in known if (secret := read_secret(public.fingerprint))]
        for public, secret in here:
            if not public.waits:
                return SigningKey.kept(secret)
        if here:
            raise KnownError(self._waits(here[0][0]))
        if known:
            raise KnownError(
                f"The signing key of {person.name} ({known[0].fingerprint[:16]}) is not on this machine: import it "
                "(`copydesk key import FILE`), make one for this machine (`copydesk key new`), or revoke a lost one "
                "(`copydesk key revoke`)."
            )
        key, where = self._new_key(person)
        self._untold = (where,)
        made = self._store.keys.get(key.fingerprint)
        if made is not None and made.waits:
            raise KnownError(" ".join([*self.untold(), self._waits(made)]))
        return key

    def lacking(self, person: Person) -> str:
        """Return why the person could approve nothing on this machine; empty where they could, or need no key yet."""
        known = self._store.keys.of(person)
        if not known or any(read_secret(public.fingerprint) for public in known):
            return ""
        return (
            f"The signing key of {person.name} is on another machine: bring it along (`copydesk key export`, then "
            "`copydesk key import`) to approve here."
        )

    def _waits(self, key: "PublicKey") -> str:
        able = ", ".join(p.name for p in self._context.people if p.may({Role.ADMIN}) and not p.did(key.who))
        how = (
            f"tell this number to {able}, who confirms it (Edit ▸ People of the desk…, or `copydesk key confirm`)."
            if able
            else "revoke your lost one first (`copydesk key revoke`), for no other administrator can confirm it."
        )
        return f"The signing key {key.fingerprint[:16]} of {key.who} does not count yet: {how}"

    def waiting(self) -> "list[PublicKey]":
        """Return the keys that an administrator has yet to confirm."""
        return [key for key in self._store.keys.all() if key.waits and key.revoked is None]

    def told_of_people(self) -> "dict[str, str]":
        """Return what should be known of people's keys, by person: which wait, and which count by themselves."""
        keys = [key for key in self._store.keys.all() if key.revoked is None]
        alone = {key.who.id: key.said_by_itself for key in keys if key.by_itself}
        waiting = {
            key.who.id: f"The signing key {key.fingerprint[:16]} waits until an administrator confirms that it is "
            "theirs."
            for key in keys
            if key.waits
        }
        return {**alone, **waiting}

    def confirm(self, fingerprint: str) -> Changes:
        """Let somebody's key count from now on; signed with the key of the administrator who is working."""
        person = self._context.signed()
        if not person.may({Role.ADMIN}):
            raise KnownError("Only an administrator confirms a key.")
        key = self._store.keys.confirm(self._whole(fingerprint), person, self.signer(person))
        said = f"Key {key.fingerprint[:16]} of {key.who} counts from now on."
        return Changes(frozenset({Part.STORY, Part.PEOPLE}), said=said, to_read=self.untold())

    def untold(self) -> tuple[str, ...]:
        """Return once where a key that was made at a first approval is kept, a sentence; empty for nothing new."""
        told, self._untold = self._untold, ()
        return told

    def all(self) -> "list[PublicKey]":
        """Return every key that the desk knows, revoked ones too."""
        return self._store.keys.all()

    def new(self) -> Changes:
        """Make another key for who is working, for this machine."""
        key, where = self._new_key(self._context.signed())
        made = self._store.keys.get(key.fingerprint)
        waits = self._waits(made) if made is not None and made.waits else ""
        parts = frozenset({Part.PEOPLE})
        return Changes(parts, said=f"Key {key.fingerprint[:16]} was made. {where} {waits}".rstrip())

    def export(self, path: Path, passphrase: str) -> Changes:
        """Write the key of who is working to a file, locked with a passphrase."""
        key = self.signer(self._context.signed())
        pem = key.to_pem(passphrase).decode("ascii")
        try:
            write_private(path, pem)
        except OSError as error:
            raise KnownError(f"The key was not written to {path}: {error.strerror}.") from error
        return Changes(frozenset(), said=f"Key {key.fingerprint[:16]} is in {path}, locked with the passphrase.")

    def take_in(self, path: Path, passphrase: str) -> Changes:
        """Take the key of who is working from an exported file; raises `KnownError` for a revoked or foreign one."""
        from desk.review.signing import SigningKey

        person = self._context.signed()
        try:
            key = SigningKey.from_pem(careful_bytes(path), passphrase)
        except OSError as error:
            raise KnownError(f"{path} cannot be read: {error.strerror}.") from error
        known = self._store.keys.get(key.fingerprint)
        if known is not None and known.revoked is not None:
            raise KnownError(
                f"This key was revoked on {date_alone(known.revoked)}: make a new one (`copydesk key new`)."
            )
        if known is not None and known.who != person.actor:
            raise KnownError(f"This is the key of {known.who}, and {person.name} is working.")
        where = keep_secret(key.fingerprint, key.secret)
        self._store.keys.add(person, key.fingerprint, key.public)
        return Changes(frozenset(), said=f"Key {key.fingerprint[:16]} is here. {where}")

    def revoke(self, fingerprint: str, why: str) -> Changes:
        """Revoke a key, one's own or, as an administrator, anybody's: what it signs later counts for nothing."""
        person = self._context.signed()
        key = self._store.keys.get(self._whole(fingerprint))
        own = key is not None and person.did(key.who)
        if not own and not person.may({Role.ADMIN}):
            raise KnownError("Only an administrator revokes the key of somebody else.")
        revoked = self._store.keys.revoke(self._whole(fingerprint), person.actor, why)
        forget_secret(revoked.fingerprint)
        parts = frozenset({Part.STORY, Part.PEOPLE})
        return Changes(parts, said=f"Key {revoked.fingerprint[:16]} of {revoked.who} is revoked.")

    def _whole(self, beginning: str) -> str:
        known = [key.fingerprint for key in self._store.keys.all()]
        fits = [fingerprint for fingerprint in known if beginning and fingerprint.startswith(beginning)]
        return fits[0] if len(fits) == 1 else beginning

    def _new_key(self, person: Person) -> "tuple[SigningKey, str]":
        from desk.review.signing import SigningKey

        self._store.about_to_change()
        key, before = SigningKey.new(), self._at_hand(person)
        was_sound = not self._context.witness.fault()
        where = keep_secret(key.fingerprint, key.secret)
        self._store.keys.add(person, key.fingerprint, key.public, before)
        if was_sound:  # it was made here: this machine knows of it
            with suppress(KnownError):
                self._context.witness.accept()
        return key, where

    def _at_hand(self, person: Person) -> "SigningKey | None":
        """Return a key of the person that counts and is on this machine; None where there is none."""
        from desk.review.signing import SigningKey

        kept = (read_secret(public.fingerprint) for public in self._store.keys.of(person) if not public.waits)
        secret = next(filter(None, kept), "")
        return SigningKey.kept(secret) if secret else None
