"""Readings of blocks that were dear to make (grammar), by item, key and block digest; the oldest are dropped."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Text, bindparam, delete, func, select, type_coerce

from desk.checks.check import Item
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import upsert
from desk.text.moments import now
from desk.text.plain import OF_ANOTHER_FORM, word

_table = tables.readings
_KNOWN = select(_table.c.digest, type_coerce(_table.c.reading, Text).label("reading")).where(
    _table.c.item == bindparam("of"),
    _table.c.key == bindparam("by"),
    _table.c.digest.in_(bindparam("digests", expanding=True)),
)
CAPACITY = 200_000
"""Readings kept: some 5,000 stories of 40 blocks; about 100 MB of grammar findings at worst."""
_AT_ONCE = 500
"""Digests a query: far below every database's limit of parameters."""
_Reading = TypeVar("_Reading")


class Readings:
    """The room of readings; a reading is any value that JSON can hold."""

    def __init__(self, access: Access, capacity: int = CAPACITY) -> None:
        self._access = access
        self._capacity = capacity

    def fill(self, item: Item, key: str, readings: Mapping[str, Any]) -> None:
        """Keep readings by block digest, as used now; drops those not used for longest once there are too many."""
        when = now()
        rows = [
            {"item": item.value, "key": _short(key), "digest": digest, "reading": reading, "used": when}
            for digest, reading in readings.items()
        ]
        with self._access.writing() as connection:
            upsert(connection, _table, rows)
            count = connection.execute(select(func.count()).select_from(_table)).scalar_one()
            if count > self._capacity:
                # A tenth more than needed, so that a full cache is not trimmed with each save.
                surplus = count - self._capacity + self._capacity // 10
                oldest = select(_table.c.used).order_by(_table.c.used).offset(surplus - 1).limit(1).scalar_subquery()
                connection.execute(delete(_table).where(_table.c.used <= oldest, _table.c.used < when))

    def known(
        self, item: Item, key: str, digests: Iterable[str], form: Callable[[Any], _Reading]
    ) -> dict[str, _Reading]:
        """Return the readings there are for these blocks, by block digest.

        `form` makes a reading of plain values, and raises `TypeError`, `ValueError`, `LookupError` or `AttributeError`
        where they are none: what another program wrote there is left out, for it is made anew.
        """
        wanted = list(dict.fromkeys(digests))
        found: dict[str, _Reading] = {}
        with self._access.reading() as connection:
            for at in range(0, len(wanted), _AT_ONCE):
                asked = {"of": item.value, "by": _short(key), "digests": wanted[at : at + _AT_ONCE]}
                for row in connection.execute(_KNOWN, asked):
                    with suppress(*OF_ANOTHER_FORM):
                        found[row.digest] = form(json.loads(word(row.reading)))
        return found


def _short(key: str) -> str:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
