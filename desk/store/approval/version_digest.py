"""The versions that led to a text, as one digest: texts, links, by whom, when and why; a seal is bound to it."""

import hashlib
from collections.abc import Mapping

from sqlalchemy import Connection, select

from desk.review.seal import canonical
from desk.store.database import tables
from desk.text.moments import micros

_table = tables.versions


def versions_up_to(connection: Connection, story: str, number: int) -> Mapping[str, int | str]:
    """Return how many versions of a story there are up to this one, and the digest of them."""
    wanted = select(_table).where(_table.c.story == story, _table.c.number <= number).order_by(_table.c.number)
    plain = [
        [row.number, row.sha256, row.who, row.person, row.why, micros(row.made), *([row.links] if row.links else [])]
        for row in connection.execute(wanted)
    ]
    return {"count": len(plain), "sha256": hashlib.sha256(canonical(plain).encode("ascii")).hexdigest()}
