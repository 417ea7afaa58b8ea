"""What this machine saw of a database last, kept outside it: where the trail ended, its keys, how far stories went.

Whoever may write to the database can cut entries off the end of the trail, put the whole file back to last week,
exchange a key or let a revoked one count again, put last week's rows of stories back beside a trail of today, and
compute everything in it anew. This machine does not forget.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
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
_TRIES = 3
"""Times that it is judged anew where others keep something meanwhile; after that they have seen as much."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was there: the end of the trail, by fingerprint each key's owner, the key, and if it was revoked.

    And how far stories went: the last number of what only grows, and the version that each of the last ones was at.
    """

    place: int = 0
    chain: str = ""
    when: str = ""
    keys: dict[str, list[Any]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    """The digests of the comments that were made last, by id."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """Which database stood at a path or address when this machine had it open last; `ANY` for whatever comes next."""

    database: str
    when: str


ANY = "any"
"""Somebody put another database there on purpose: the next one is taken as it is."""


class Witness:
    """This machine's memory of one database, by the link of the trail's first entry, wherever the database stands.

    That link goes with every copy, dump and backup, and nobody can change it without chaining the whole trail anew.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store

    @property
    def path(self) -> Path:
        """Return the file that it is kept in."""
        return _folder() / f"of-{self._named[:32]}.json"

    @property
    def _named(self) -> str:
        """Return what the database goes by; a trail that has lost its first entry is none that was seen."""
        return self._store.trail.beginning() or "none"

    def fault(self) -> str:
        """Return in one sentence how the database goes behind what was seen of it here; empty where it does not."""
        standing = _standing_at(self._store.name)
        if standing is not None and standing.database == ANY:
            return ""
        seen = self._seen()
        if seen is None:
            return self._another_fault(standing) or self._roots_fault()
        try:
            fault = self._trail_fault(seen) or self._key_fault(seen) or self._stories_fault(seen)
        except KnownError as error:  # people and keys cannot even be read
            fault = str(error)
        return fault and (
            f"{fault} Another program did that, or an older copy of the database was put in its place: no approval is "
            "sure until you know which. If you know, `copydesk store accept` takes it as it is."
        )

    def faults(self) -> list[str]:
        """Return the same as a list, of one sentence or none."""
        return list(filter(None, [self.fault()]))

    def remember(self) -> None:
        """Keep what is there now, unless that goes behind what was seen: then that stays until somebody accepts it.

        Another window may have kept more since this one looked: then it is judged anew beside that.
        """
        for _ in range(_TRIES):
            with self._store.at_one_moment():  # what is kept is what was judged; and one transaction, not a dozen
                before = _read(self.path)
                if self.fault():
                    return
                seen = self._now()
                if _read(self.path) == before:
                    self._keep(seen)
                    return

    def accept(self) -> None:
        """Keep what is there now, whatever was seen before; raises `KnownError` where it cannot be written."""
        self._keep(self._now())

    def _keep(self, seen: Seen | None) -> None:
        with _kept():
            if seen is None:  # it goes by no name, and is not the one that stood here before
                _kept_at(self._store.name).unlink(missing_ok=True)
            else:
                self._write(seen)
            _kept_before(self._store.name).unlink(missing_ok=True)

    def _write(self, seen: Seen) -> None:
        before = _read(self.path)
        if before is None or replace(before, when=seen.when) != seen:
            write_private(self.path, json.dumps(asdict(seen)))
        standing = _standing_at(self._store.name)
        if standing is None or standing.database != self._named:
            write_private(_kept_at(self._store.name), json.dumps(asdict(_Standing(self._named, seen.when))))

    def _now(self) -> Seen | None:
        """Return what is there now; None where nothing was entered yet."""
        if not self._store.trail.end().place and not self._store.trail.beginning():
            return None
        end, keys = self._link_at(self._store.trail.end().place), self._store.keys.all()
        known = {key.fingerprint: [key.who.id, key.public, key.revoked is not None] for key in keys}
        reached = self._store.last_numbers
        told = reached.counts(), reached.heads(), reached.said()
        return Seen(end.place, end.chain, iso(now()), known, *told)

    def _seen(self) -> Seen | None:
        """Return what was seen of the database; what an earlier version kept under its path is of what stood there."""
        if self._store.trail.is_new():
            return None
        return _read(self.path) or _read(_kept_before(self._store.name))

    def _another_fault(self, standing: _Standing | None) -> str:
        """Return that a database of which nothing is known here stands where another one stood."""
        if standing is None or standing.database == self._named or self._store.trail.is_new():
            return ""
        return (
            f"{self._store.name} is not the database that this machine saw there on {_said(standing.when)}: another "
            "one was put in its place, or its trail was written anew from the first entry. No approval is sure until "
            "you know which. If you know, `copydesk store accept` takes it as it is."
        )

    def _roots_fault(self) -> str:
        """Return that keys of administrators pushed each other out before this machine had the database open."""
        try:
            roots = self._store.keys.roots()
        except KnownError as error:
            return str(error)
        if len(roots) < 2:
            return ""
        return (
            f"The key {roots[-1][:16]} counts as an administrator's though no other administrator's key signed it: "
            "the one before was revoked. If you know why (it was lost), `copydesk store accept` takes it as it is."
        )

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

    def _stories_fault(self, seen: Seen) -> str:
        counts, when = self._store.last_numbers.counts(), _said(seen.when)
        for what, number in seen.counts.items():
            if counts.get(what, 0) < number:
                return f"There are fewer {what} in {self._store.name} than this machine saw on {when}."
        if self._store.last_numbers.unsaid(seen.said):
            return f"Comments in {self._store.name} are not those that this machine saw on {when}."
        behind = self._store.last_numbers.behind(seen.heads)
        return behind and f"{behind} that this machine saw in {self._store.name} on {when}."

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
    """Take whatever stands at this path or address next as it is: somebody puts a database there on purpose."""
    with _kept():
        _kept_before(name).unlink(missing_ok=True)
        write_private(_kept_at(name), json.dumps(asdict(_Standing(ANY, iso(now())))))


@contextmanager
def _kept() -> Iterator[None]:
    """Tell in one sentence where something cannot be kept."""
    try:
        yield
    except OSError as error:
        raise KnownError(
            f"What was seen of the database could not be kept in {_folder()} ({error.strerror}): make room there."
        ) from error


def _read(path: Path) -> Seen | None:
    plain = _plain(path)
    try:
        keys = {str(name): list(told) for name, told in plain["keys"].items()}
        counts = {str(what): int(number) for what, number in plain.get("counts", {}).items()}
        heads = {str(story): str(digest) for story, digest in plain.get("heads", {}).items()}
        said = {str(remark): str(digest) for remark, digest in plain.get("said", {}).items()}
        return Seen(int(plain["place"]), str(plain["chain"]), str(plain["when"]), keys, counts, heads, said)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # damaged: it begins anew, as on a machine that never saw the database


def _standing_at(name: str) -> _Standing | None:
    plain = _plain(_kept_at(name))
    try:
        return _Standing(str(plain["database"]), str(plain["when"]))
    except (KeyError, TypeError):
        return None


def _plain(path: Path) -> Any:
    """Return what a file of ours holds; None where there is none, or it is damaged."""
    try:
        return None if path.stat().st_size > _MOST_BYTES else json.loads(careful_bytes(path))
    except (OSError, ValueError, RecursionError):
        return None


def _folder() -> Path:
    return data_dir() / "seen"


def _kept_at(name: str) -> Path:
    """Return the file for which database stood at a path or address."""
    return _folder() / f"at-{_digest(name)}.json"


def _kept_before(name: str) -> Path:
    """Return the file in which earlier versions kept what was seen of the database at a path or address."""
    return _folder() / f"{_digest(name)}.json"


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _said(when: str) -> str:
    try:
        return date_and_time(from_iso(when))
    except (ValueError, OverflowError):
        return "another day"
