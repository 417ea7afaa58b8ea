"""The entry of the trail that a seal speaks of, made here or elsewhere, and the desk that stood behind it."""

from dataclasses import dataclass

from sqlalchemy import Connection, desc, select

from desk.exchange.order import desk_seen_by
from desk.review.decisions import Done
from desk.review.desk_then import DeskThen, KeyThen
from desk.review.seal import Seal
from desk.review.trail import TrailEntry
from desk.store.approval.desk_trail import DeskRead, link_before
from desk.store.database import tables
from desk.store.records.strand_rows import bagged
from desk.store.records.trail_entries import chains_in_order, decision_of
from desk.text.moments import date_alone

_own, _elsewhere = tables.decisions, tables.strand_entries
SEALS = "seals"
"""In the note of a revocation: the seals by the key that had come from elsewhere before it."""


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """The entry that a seal speaks of, None where the trail has another one there, and its strand if not our own."""

    entry: TrailEntry | None
    strand: str = ""


def entry_of_seal(connection: Connection, seal: Seal) -> SealedEntry:
    """Return the entry that a seal speaks of, proved by its link."""
    row = connection.execute(select(_own).where(_own.c.place == seal.place)).first()
    if row is None or row.chain != seal.chain:
        return _found_elsewhere(connection, seal)
    before = link_before(connection, row.place)
    entry = TrailEntry(row.place, row.chain, decision_of(row), row.number, row.spelt)
    return SealedEntry(entry if before is not None and entry.follows(before) else None)


def is_from_elsewhere(connection: Connection, seal: Seal) -> bool:
    """Return whether a seal was given in another database."""
    row = connection.execute(select(_own.c.chain).where(_own.c.place == seal.place)).first()
    return (row is None or row.chain != seal.chain) and _found_elsewhere(connection, seal).entry is not None


def _found_elsewhere(connection: Connection, seal: Seal) -> SealedEntry:
    mine = _elsewhere.c.story == seal.story, _elsewhere.c.place == seal.place, _elsewhere.c.chain == seal.chain
    row = connection.execute(select(_elsewhere).where(*mine).order_by(_elsewhere.c.number)).first()
    return SealedEntry(None) if row is None else SealedEntry(bagged(row).entry, row.strand)


def desk_behind(desk: DeskRead, seal: Seal, sealed: SealedEntry) -> tuple[DeskThen, int]:
    """Return people and keys as whoever gave a seal knew them, and the place of that in the desk's own strand.

    A desk is one strand: on a laptop it is its desk's, at the desk its own. What a laptop wrote of people counts
    nowhere else.
    """
    entry, home = sealed.entry, desk.names.home
    if entry is None or not sealed.strand:
        known = 0 if entry is None or not home else _place_of(entry, (home,))
        return desk.at(seal.place, known), known + 1 if known else seal.place
    if home:
        place = entry.place if sealed.strand == home else _place_of(entry, (home,)) + 1
        return desk.of(home, place), place
    place = _place_of(entry, desk.names.own) + 1
    return desk.at(place), place


def _place_of(entry: TrailEntry, strands: tuple[str, ...]) -> int:
    seen = desk_seen_by(entry.decision)
    return max((seen.get(strand, 0) for strand in strands), default=0)


def revoked_unseen(desk: DeskRead, seal: Seal, sealed: SealedEntry, key: KeyThen | None) -> str:
    """Return why a seal from elsewhere asks for somebody: its key was revoked by who did not know of the seal."""
    if key is None or key.revoked is None or seal.id in key.known_seals or sealed.strand == desk.names.home:
        return ""  # given where people and keys are changed: there the place says which was first
    on = "" if key.revoked_at is None else f" on {date_alone(key.revoked_at)}"
    return (
        f"The key of {key.who} was revoked{on} by {key.revoked_by} ({key.why}) before this approval came in from "
        "elsewhere: nobody can say which was first. Approve it again if it is to count."
    )


def last_approval(connection: Connection, story: str) -> str:
    """Return the link of the last approval of a story in the one order; empty where it was never approved."""
    if chains := chains_in_order(connection, story, Done.APPROVED):
        return chains[-1]
    wanted = select(_own.c.chain).where(_own.c.story == story, _own.c.done == Done.APPROVED.value)
    return str(connection.execute(wanted.order_by(desc(_own.c.place)).limit(1)).scalar() or "")
