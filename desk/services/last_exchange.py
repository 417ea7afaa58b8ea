"""When everything was last exchanged with the desk, and how many stories have something since; kept on this machine."""

import hashlib
import json
import logging
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.careful import careful_text
from desk.facts import Exchanged
from desk.keychain import write_private
from desk.paths import data_dir
from desk.text.moments import from_micros, micros, now
from desk.text.plain import OF_ANOTHER_FORM

if TYPE_CHECKING:
    from desk.services.context import DeskContext

_log = logging.getLogger(__name__)
_LATEST = 1 << 53


class ExchangedService:
    """What is known of the last exchange with the desk that the settings name; losing the file loses no work."""

    def __init__(self, context: "DeskContext") -> None:
        self._context = context
        self._known: dict[str, tuple[datetime, int]] | None = None

    @property
    def path(self) -> Path:
        """Return the file that it is kept in: by what goes with the database, wherever that stands."""
        return self._paths[0]

    @property
    def _paths(self) -> list[Path]:
        """Return the files that it may be kept in: by the first entry of the trail, before there is one by our strand.

        Earlier versions kept it by the path or address, which comes last.
        """
        store = self._context.store
        named = hashlib.sha256(store.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        known = (store.trail.beginning()[:32], *(strand[:32] for strand in store.strands.names().own[:1]))
        return [data_dir() / "exchanged" / f"{name}.json" for name in (*(f"of-{n}" for n in known if n), named)]

    def state(self) -> Exchanged:
        """Return how it stands with the desk that the settings name; nothing where they name none."""
        where, store = self._context.settings.desk_at, self._context.store
        if not where:
            return Exchanged()
        last, left = self._all().get(_named(where), (None, 0))
        return Exchanged(where, last, left + store.queue.changed_since(last))

    def has(self, changed: datetime) -> bool | None:
        """Return whether the desk has a story changed last at this moment; None where the settings name no desk."""
        where = self._context.settings.desk_at
        if not where:
            return None
        last = self._all().get(_named(where), (None, 0))[0]
        return last is not None and changed <= last

    def all_exchanged(self, where: str, left: int) -> None:
        """Take note that everything was exchanged with the desk at an address just now, but for some stories."""
        self._known = self._all() | {_named(where): (now(), left)}
        plain = {name: [micros(when), count] for name, (when, count) in self._known.items()}
        try:
            write_private(self.path, json.dumps(plain))
        except OSError as error:
            _log.warning("the exchange was not noted: %s", error)

    def _all(self) -> dict[str, tuple[datetime, int]]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read(self) -> dict[str, tuple[datetime, int]]:
        """Return what is kept, by addresses; nothing where the file makes no sense."""
        path = next(filter(Path.exists, self._paths), self.path)
        try:
            plain = json.loads(careful_text(path))
            return {name: (from_micros(_sound(when)), _sound(left)) for name, (when, left) in plain.items()}
        except (OSError, *OF_ANOTHER_FORM):
            return {}


def _named(where: str) -> str:
    """Return the name that an address is kept under: it may hold a password."""
    return hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()


def _sound(count: object) -> int:
    if type(count) is int and 0 <= count < _LATEST:
        return count
    raise ValueError(count)
