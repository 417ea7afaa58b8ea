"""Which folders on shares and sticks a database exchanged by, and whether one is what it was the last time.

A mount point is there without its stick, another stick lies at the same path, and a copied one has what its original
has. So each folder has a file that says which one it is, written once by whoever comes first, and each copy leaves in
its own place there which time it was. Kept on this machine, where the paths count; losing the file loses no work.
"""

import hashlib
import json
import logging
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.careful import careful_text
from desk.keychain import write_private
from desk.paths import data_dir
from desk.text.moments import date_alone, from_iso, iso, now
from desk.text.plain import OF_ANOTHER_FORM
from desk.writers.text import staged, write_bytes

NAMED = "copydesk-folder.json"
"""The file that says which folder it is."""
VISIT = "visit.json"
"""In the place of a copy: which time it was there last."""
_log = logging.getLogger(__name__)
_MOST = 1000
"""Folders that are remembered, the last seen ones."""
_ID = 16
"""Bytes of what names a folder, or a visit."""


@dataclass(frozen=True, slots=True)
class KnownFolder:
    """A folder as it was the last time; those that were noted before folders had ids have a name alone."""

    name: str
    """The digest of the path."""
    path: str = ""
    id: str = ""
    visits: tuple[str, ...] = ()
    """The last two times: of a stick that is pulled out too soon the last one may be lost."""
    when: datetime | None = None

    @property
    def day(self) -> str:
        """Return when it was seen last."""
        return "the last time" if self.when is None else date_alone(self.when)


@dataclass(frozen=True, slots=True)
class FolderDoubt:
    """Why a folder may not be the one that is meant, in a sentence with the number that says it is."""

    said: str
    number: str
    is_copy: bool
    """Whether it has the id of another one, and gets one of its own when it is meant."""

    @property
    def refusal(self) -> str:
        """Return it with how it is answered, where it was not asked."""
        return f"{self.said} {how_to_accept(self.number)}"


class SeenFolders:
    """The folders of one database, by the id of its strand."""

    def __init__(self, strand: str) -> None:
        self._strand = strand
        self._path = data_dir() / "exchanged" / f"folders-of-{strand[:32]}.json"

    def has(self, folder: Path) -> bool:
        """Return whether something was exchanged by a folder at this path before."""
        return bool(self._at(folder))

    def folders(self) -> list[KnownFolder]:
        """Return the folders by which something was exchanged, as far as their paths are known."""
        return [known for known in self._all() if known.path]

    def is_another(self, folder: Path) -> bool:
        """Return whether something was exchanged by a folder at this path that was not this one."""
        id_, here = id_of(folder), self._at(folder)
        return bool(here) and (not id_ or all(known.id != id_ for known in here))

    def _at(self, folder: Path) -> list[KnownFolder]:
        """Return the folders that were at this path: sticks change there, each one known once it was meant."""
        return [known for known in self._all() if known.name == _named(folder)]

    def doubt(self, folder: Path) -> FolderDoubt | None:
        """Return why a folder that is there may not be the one that is meant; None where nothing speaks against it."""
        id_, known, here = id_of(folder), self._all(), self._at(folder)
        number = _number(id_ or hashlib.sha256(_named(folder).encode()).hexdigest())
        if any(each.id for each in here) and all(each.id != id_ for each in here):
            how = "is another folder than" if id_ else "does not say any more whether it is"
            why = f"{folder} {how} the one that this copy exchanged by at this path on {here[-1].day}"
            return FolderDoubt(f"{why}. Its number is {number}: is it meant?", number, is_copy=False)
        same = [each for each in known if id_ and each.id == id_]
        for each in same:
            if each.name != _named(folder) and _is_there_too(Path(each.path), folder, id_):
                why = f"{folder} is a copy of {each.path}: both say that they are one folder"
                return FolderDoubt(f"{why}. The number is {number}: is this one meant?", number, is_copy=True)
        if same and same[-1].visits and _visit(folder / self._strand) not in same[-1].visits:
            why = f"{folder} is as it was before {same[-1].day}, when this copy exchanged by it last: a copy of the "
            why += "folder, or one that was put back"
            return FolderDoubt(f"{why}. Its number is {number}: is it meant?", number, is_copy=True)
        return None

    def add(self, folder: Path, *, anew: bool = False, counts: bool = True) -> None:
        """Take note that something was exchanged by this folder, here and in it.

        `anew` gives it an id of its own, as a copy needs; where several machines write into one place, visits do not
        count.
        """
        id_, mine = _identified(folder, anew=anew), folder / self._strand
        last = [each for each in self._all() if each.id == id_ and each.visits] if id_ else []
        counted = counts and bool(id_) and mine.is_dir()
        visits = (secrets.token_hex(_ID), *(last[-1].visits[:1] if last else ())) if counted else ()
        this = KnownFolder(_named(folder), str(folder.absolute()), id_, visits, now())
        self._keep([*(each for each in self._all() if each.name != this.name or each.id not in ("", id_)), this])
        if visits:
            with suppress(OSError):
                write_bytes(mine / VISIT, json.dumps({"visit": visits[0]}).encode())

    def _keep(self, known: Iterable[KnownFolder]) -> None:
        plain = [
            [each.name, each.path, each.id, list(each.visits), iso(each.when) if each.when else ""] for each in known
        ]
        try:
            write_private(self._path, json.dumps(plain[-_MOST:]))
        except OSError as error:
            _log.warning("the folder was not noted: %s", error)

    def _all(self) -> list[KnownFolder]:
        """Return what is kept; nothing where the file makes no sense."""
        try:
            plain = json.loads(careful_text(self._path))
            return [_known(each) for each in plain] if isinstance(plain, list) else []
        except (OSError, *OF_ANOTHER_FORM):
            return []


def how_to_accept(number: str) -> str:
    """Return where somebody says yes to what has this number, in the window and at the terminal."""
    return (
        f"If so, tick it in Exchange with the desk…, in the menu Story, or say --accept “{number}” to copydesk share."
    )


def id_of(folder: Path) -> str:
    """Return which folder it says it is, empty where it says nothing; anybody may have written it."""
    return _word(folder / NAMED, "id")


def _visit(mine: Path) -> str:
    return _word(mine / VISIT, "visit")


def _word(path: Path, name: str) -> str:
    try:
        plain: Any = json.loads(careful_text(path))
    except (OSError, ValueError, RecursionError):
        return ""
    said = plain.get(name) if isinstance(plain, dict) else None
    return said if isinstance(said, str) and len(said) == 2 * _ID and said.isalnum() else ""


def _identified(folder: Path, *, anew: bool) -> str:
    """Return which folder it is, having written so into it where it said nothing; empty where it cannot be written."""
    if not anew and (id_ := id_of(folder)):
        return id_
    said = json.dumps({"id": secrets.token_hex(_ID), "made": iso(now())})
    try:
        _let_say(folder, staged(folder / f"{NAMED}.{secrets.token_hex(4)}", said.encode()), anew=anew)
    except OSError as error:
        _log.info("the folder was not named: %s", error)
    return id_of(folder)


def _let_say(folder: Path, temporary: Path, *, anew: bool) -> None:
    """Let a staged file say which folder it is; unless `anew`, not where another one says so already."""
    try:
        if not anew:
            with suppress(OSError):  # one is there, perhaps half a one, or there are no links, as on FAT
                os.link(temporary, folder / NAMED)  # of two who come at once the first says it
            if id_of(folder):
                return
        temporary.replace(folder / NAMED)  # the name itself: what a link of that name leads to is left alone
    finally:
        temporary.unlink(missing_ok=True)


def _is_there_too(other: Path, folder: Path, id_: str) -> bool:
    """Return whether a folder with this id is at another path at the same time, and is not this very one."""
    try:
        return id_of(other) == id_ and not other.samefile(folder)
    except OSError:
        return False


def _known(plain: Any) -> KnownFolder:
    if isinstance(plain, str):
        return KnownFolder(plain)
    name, path, id_, visits, when = plain
    return KnownFolder(str(name), str(path), str(id_), tuple(map(str, visits)), from_iso(when) if when else None)


def _number(id_: str) -> str:
    return " ".join(id_[at : at + 4] for at in range(0, 16, 4))


def _named(folder: Path) -> str:
    return hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
