"""What other strands wrote of a story, within a transaction: their entries, and how this database is called."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from desk.errors import KnownError
from desk.exchange.bag import BagEntry
from desk.exchange.bag_plain import entry_from
from desk.exchange.order import DESK, SEEN
from desk.store.database import tables
from desk.store.database.columns import AnyRow

_entries, _heads, _strands = tables.strand_entries, tables.strand_heads, tables.strands
_NAMES = select(_strands.c.id, _strands.c.since, _strands.c.is_home).order_by(_strands.c.since, _strands.c.known)
_OTHERS = select(_entries).where(_entries.c.story == bindparam("story")).order_by(_entries.c.strand, _entries.c.place)
_SIGHTS = select(_heads.c.strand, _heads.c.story, _heads.c.place).where(
    _heads.c.story.in_(bindparam("stories", expanding=True))
)
"""Made once: nearly every verb asks them."""
OWN = ""
"""How our own strand is called while it has no name yet: nobody else has anything of it then."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that this database writes under, the one of now last, and whose people and keys count."""

    own: tuple[str, ...] = ()
    home: str = ""

    @property
    def me(self) -> str:
        """Return the name of now; empty while there is none."""
        return self.own[-1] if self.own else OWN

    @property
    def former(self) -> Mapping[str, str]:
        """Return each earlier name with the one of now."""
        return dict.fromkeys(self.own[:-1], self.me)


def names_of_strands(connection: Connection) -> Names:
    """Return what this database is called."""
    rows = connection.execute(_NAMES).all()
    own = tuple(row.id for row in rows if row.since is not None)
    return Names(own, next((row.id for row in rows if row.is_home), ""))


def others(connection: Connection, story: str) -> dict[str, list[BagEntry]]:
    """Return the entries on a story (the desk where it is empty) that other strands wrote, each by place."""
    found: dict[str, list[BagEntry]] = {}
    for row in connection.execute(_OTHERS, {"story": story}):
        found.setdefault(row.strand, []).append(bagged(row))
    return found


def bagged(row: AnyRow) -> BagEntry:
    """Return a row as an entry; raises `KnownError` for one that another program wrote into."""
    try:
        entry = entry_from(row.entry)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise KnownError(
            f"Entry {row.place} of a trail that came from elsewhere has words that are none of Copydesk's: another "
            "program wrote into it. Restore a backup (`copydesk store backups`)."
        ) from error
    if (entry.before, entry.entry.chain, entry.entry.place) != (row.before, row.chain, row.place) or not entry.holds:
        raise KnownError(f"Entry {row.place} of a trail that came from elsewhere was altered: restore a backup.")
    return entry


def sights(connection: Connection, story: str) -> dict[str, dict[str, int]]:
    """Return what a new entry on a story has seen of other strands, as its note keeps it; nothing where all is ours."""
    found: dict[str, dict[str, int]] = {}
    for row in connection.execute(_SIGHTS, {"stories": [story, ""]}):
        found.setdefault(SEEN if row.story and row.story == story else DESK, {})[row.strand] = row.place
    return found
