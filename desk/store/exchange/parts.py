"""One strand's part of a story against what is known of that strand: how much is new, and whether it can be true."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from desk.errors import KnownError
from desk.exchange.bag import StrandPart
from desk.exchange.bag_plain import entry_plain
from desk.store.database import tables
from desk.store.database.columns import insert_all_new, upsert
from desk.store.exchange.packing import ORIGINAL, REMARK, SEAL, VERSION, named_original, originals_of
from desk.store.records.strand_rows import names_of_strands
from desk.store.records.version_graph import graph_of

_AT_ONCE = 500
_entries, _heads, _things = tables.strand_entries, tables.strand_heads, tables.strand_things


@dataclass(frozen=True, slots=True)
class News:
    """How much of a story is not here yet; `counts` is False for a part that is older than what is here."""

    versions: int = 0
    entries: int = 0
    remarks: int = 0
    seals: int = 0
    originals: int = 0
    counts: bool = False

    def __add__(self, other: "News") -> "News":
        """Return both together."""
        return News(
            self.versions + other.versions,
            self.entries + other.entries,
            self.remarks + other.remarks,
            self.seals + other.seals,
            self.originals + other.originals,
            self.counts or other.counts,
        )

    @property
    def any(self) -> bool:
        """Return whether anything is new."""
        return bool(self.versions or self.entries or self.remarks or self.seals or self.originals)


def things_of(part: StrandPart) -> dict[str, list[str]]:
    """Return the names of all that a part holds, by sort."""
    return {
        VERSION: [version.id for version in part.versions],
        REMARK: [one.remark.id for one in part.remarks],
        SEAL: [seal.id for seal in part.seals],
        ORIGINAL: [named_original(original) for original in part.originals],
    }


def news_of(connection: Connection, part: StrandPart, slug: str, *, of_new: bool = False) -> News:
    """Return what a part brings; raises `KnownError` where its strand has written something else before.

    Of two parts of one strand, one must go on from the other: by its trail, and by all that it holds, for a saved text
    is no entry of the trail. An older one brings nothing. `of_new` is for a story that is not here: nothing is known.
    """
    known = {} if of_new else _known_entries(connection, part)
    told = {bagged.entry.place: bagged.entry.chain for bagged in part.entries}
    mine = _heads.c.strand == part.strand.id, _heads.c.story == part.story
    last = 0 if of_new else connection.execute(select(_heads.c.place).where(*mine)).scalar() or 0
    things = things_of(part)
    here = set[tuple[str, str]]() if of_new else _known_things(connection, part)
    brought = {(sort, thing) for sort, of in things.items() for thing in of}
    goes_on = brought >= here and told.items() >= known.items() and part.place >= last
    is_older = brought <= here and told.items() <= known.items() and part.place <= last
    if not (goes_on or is_older) or _taken_elsewhere(connection, part):
        raise KnownError(
            f"{part.strand.name or 'A copy'} has written two different trails of “{slug}” under one key: a copy of its "
            "database was used beside it, or put in its place. It is not taken."
        )
    if not goes_on:
        return News()
    fresh = brought - here
    count = {sort: sum(1 for each, _ in fresh if each == sort) for sort in things}
    new_entries = len(told) - len(known)
    return News(count[VERSION], new_entries, count[REMARK], count[SEAL], count[ORIGINAL], counts=True)


def must_be_ours(connection: Connection, part: StrandPart, slug: str) -> None:
    """Raise `KnownError` where what comes back under our own name is not here: this database was put back to before."""
    table = tables.decisions if part.story else tables.desk_entries
    wanted = select(table.c.place, table.c.chain)
    rows = connection.execute(wanted.where(table.c.story == part.story) if part.story else wanted)
    mine = {row.place: row.chain for row in rows}
    versions = set(connection.scalars(select(tables.versions.c.digest).where(tables.versions.c.story == part.story)))
    remarks = set(connection.scalars(select(tables.comments.c.id).where(tables.comments.c.story == part.story)))
    there = all(mine.get(bagged.entry.place) == bagged.entry.chain for bagged in part.entries)
    _must_say_the_same(connection, part, slug)
    things = things_of(part)
    if not there or not versions.issuperset(things[VERSION]) or not remarks.issuperset(things[REMARK]):
        raise KnownError(
            f"“{slug}” comes back with what this database wrote itself and does not have any more: it was put back "
            "to an older state. Restore its newest backup (`copydesk store backups`), then take it in."
        )


def _must_say_the_same(connection: Connection, part: StrandPart, slug: str) -> None:
    """Raise `KnownError` where a comment of ours comes back as we signed it, and stands here with other words."""
    wanted = select(tables.comments.c.id, tables.comments.c.words).where(tables.comments.c.story == part.story)
    here = {row.id: row.words for row in connection.execute(wanted)}
    if any(here.get(one.remark.id, one.remark.words) != one.remark.words for one in part.remarks):
        raise KnownError(
            f"A comment on “{slug}” comes back otherwise than it stands here: another program changed it in this "
            "database. Restore a backup (`copydesk store backups`), then take it in."
        )


def keep_ours(connection: Connection, parts: Iterable[StrandPart], story: str) -> None:
    """Note what others bring that we made as well, before it is written: it stays part of what we sign.

    Two copies make one version where both set the same copy map, and one document where both read the same file.
    """
    me, graph = names_of_strands(connection).me, graph_of(connection, story)
    lines = connection.execute(select(_things.c.sort, _things.c.thing).where(_things.c.story == story))
    brought = {(row.sort, row.thing) for row in lines}
    here = {(VERSION, digest) for digest in graph.rows}
    here |= {(ORIGINAL, named_original(original)) for original in originals_of(connection, story, graph)}
    coming = {(sort, thing) for part in parts for sort, of in things_of(part).items() for thing in of}
    ours = sorted((coming & here) - brought) if me else ()
    insert_all_new(
        connection, _things, [{"strand": me, "story": story, "sort": sort, "thing": thing} for sort, thing in ours]
    )


def write_part(connection: Connection, part: StrandPart, *, of_new: bool = False) -> None:
    """Write what a part brings of its strand's trail, what is its own, and what was signed of it."""
    known = {} if of_new else _known_entries(connection, part)
    strand = {"strand": part.strand.id, "story": part.story}
    rows = [
        {
            **strand,
            "place": bagged.entry.place,
            "before": bagged.before,
            "chain": bagged.entry.chain,
            "entry": entry_plain(bagged),
        }
        for bagged in part.entries
        if bagged.entry.place not in known
    ]
    if rows:
        connection.execute(insert(_entries), rows)
    things = ({**strand, "sort": sort, "thing": thing} for sort, of in things_of(part).items() for thing in of)
    insert_all_new(connection, _things, list(things))
    head = {**strand, "place": part.place, "chain": part.chain, "signature": part.signature, "name": part.strand.name}
    upsert(connection, _heads, [head])


def _known_entries(connection: Connection, part: StrandPart) -> dict[int, str]:
    mine = _entries.c.strand == part.strand.id, _entries.c.story == part.story
    rows = connection.execute(select(_entries.c.place, _entries.c.chain).where(*mine))
    return {row.place: row.chain for row in rows}


def _known_things(connection: Connection, part: StrandPart) -> set[tuple[str, str]]:
    mine = _things.c.strand == part.strand.id, _things.c.story == part.story
    return {(row.sort, row.thing) for row in connection.execute(select(_things.c.sort, _things.c.thing).where(*mine))}


def _taken_elsewhere(connection: Connection, part: StrandPart) -> bool:
    """Return whether a place of the strand is one of another story already."""
    places = [bagged.entry.place for bagged in part.entries]
    others = _entries.c.strand == part.strand.id, _entries.c.story != part.story
    for at in range(0, len(places), _AT_ONCE):
        wanted = select(_entries.c.place).where(*others, _entries.c.place.in_(places[at : at + _AT_ONCE]))
        if connection.execute(wanted.limit(1)).first() is not None:
            return True
    return False
