"""What this machine saw of a database last, kept outside it: where the trail ended, and which keys there were.

Whoever may write to the database can cut entries off the end of the trail, put the whole file back to last week,
exchange a key or let a revoked one count again, and compute everything in it anew. This machine does not forget.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.careful import careful_bytes
from desk.errors import KnownError
from desk.keychain import write_private
from desk.paths import data_dir
from desk.review.trail import End
from desk.text.moments import date_and_time, from_iso, iso, now

if TYPE_CHECKING:
    from desk.store.connect import Store

_MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What was there: the end of the trail, and by fingerprint each key's owner, the key, and if it was revoked."""

    place: int = 0
    chain: str = ""
    when: str = ""
    keys: dict[str, list[Any]] = field(default_factory=dict)


class Witness:
    """This machine's memory of one database."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    @property
    def path(self) -> Path:
        """Return the file that it is kept in."""
        return _kept_in(self._store.name)

    def fault(self) -> str:
        """Return in one sentence how the database goes behind what was seen of it here; empty where it does not."""
        seen = self._read()
        if seen is None:
            return ""
        try:
            fault = self._trail_fault(seen) or self._key_fault(seen)
        except KnownError as error:  # people and keys cannot even be read
            fault = str(error)
        return fault and (
            f"{fault} Another program did that, or an older copy of the database was put in its place: no approval is "
            "sure until you know which. If you know, `copydesk store accept` takes it as it is."
        )

    def remember(self) -> None:
        """Keep what is there now, unless that goes behind what was seen: then that stays until somebody accepts it."""
        if not self.fault():
            self.accept()

    def accept(self) -> None:
        """Keep what is there now, whatever was seen before; raises `KnownError` where it cannot be written."""
        end, keys = self._link_at(self._store.trail.end().place), self._store.keys.all()
        known = {key.fingerprint: [key.who.id, key.public, key.revoked is not None] for key in keys}
        seen, before = Seen(end.place, end.chain, iso(now()), known), self._read()
        if before is not None and (before.place, before.chain, before.keys) == (seen.place, seen.chain, seen.keys):
            return
        try:
            write_private(self.path, json.dumps(asdict(seen)))
        except OSError as error:
            raise KnownError(
                f"What was seen of the database could not be kept in {self.path} ({error.strerror}): make room there."
            ) from error

    def _read(self) -> Seen | None:
        try:
            if self.path.stat().st_size > _MOST_BYTES:
                return None
            plain = json.loads(careful_bytes(self.path))
            keys = {str(name): list(told) for name, told in plain["keys"].items()}
            return Seen(int(plain["place"]), str(plain["chain"]), str(plain["when"]), keys)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None  # damaged: it begins anew, as on a machine that never saw the database

    def _trail_fault(self, seen: Seen) -> str:
        end = self._store.trail.end()
        if end.place < seen.place:
            return (
                f"The trail of {self._store.name} ends with entry {end.place}, and on {_said(seen.when)} this machine "
                f"saw entry {seen.place}."
            )
        if self._link_at(seen.place) != End(seen.place, seen.chain):
            return (
                f"Entry {seen.place} of the trail of {self._store.name} is not the one that this machine saw on "
                f"{_said(seen.when)}."
            )
        return ""

    def _link_at(self, place: int) -> End:
        return self._store.trail.at(place) or End(place, "")

    def _key_fault(self, seen: Seen) -> str:
        now_there = {key.fingerprint: key for key in self._store.keys.all()}
        for name, (who, public, revoked) in seen.keys.items():
            key = now_there.get(name)
            if key is None:
                return f"The key {name[:16]} that this machine saw is gone from the database."
            if [key.who.id, key.public] != [who, public]:
                return f"The key {name[:16]} is not the one that this machine saw, or is another person's now."
            if revoked and key.revoked is None:
                return f"The key {name[:16]} of {key.who} was revoked, and counts again in the database."
        fresh = [name for name in self._store.keys.roots() if name not in seen.keys]
        if seen.keys and fresh:
            return f"The key {fresh[0][:16]} counts as an administrator's, and no other administrator's key signed it."
        return ""


def forget(name: str) -> None:
    """Forget what was seen of the database with this path or address: somebody put another in its place on purpose."""
    _kept_in(name).unlink(missing_ok=True)


def _kept_in(name: str) -> Path:
    """Return the file for a database: one for each path or address, so that no file elsewhere can pass for it."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return data_dir() / "seen" / f"{digest[:32]}.json"


def _said(when: str) -> str:
    try:
        return date_and_time(from_iso(when))
    except (ValueError, OverflowError):
        return "another day"
