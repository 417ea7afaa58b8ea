"""Who has a story in hand and whom it is lent to: entered, and told of what is here and what comes together."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from desk.exchange.holding import Holding, Known, holding
from desk.exchange.opposites import decided_apart
from desk.exchange.order import Placed
from desk.packs.loan import WhoHasIt, loan_words
from desk.review.decisions import Decision, Done
from desk.review.people import Actor
from desk.store.approval.identities import names_of
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.records.story_rows import row_of
from desk.store.records.trail_entries import append, strands_on
from desk.text.words import listed

_table = tables.stories


class Holders:
    """The room of who has what."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def enter(self, stories: Sequence[str], done: Done, who: Actor, note: Mapping[str, Any], reason: str = "") -> None:
        """Enter that stories are lent or back, all of them or none."""
        with self._access.together(), self._access.writing() as connection:
            for story in stories:
                sha256 = row_of(connection, story, to_change=True).sha256
                append(connection, Decision(done, story, who, reason=reason, note=note, sha256=sha256))
                lent = _holding(connection, story, strands_on(connection, story)).columns["lent"]
                connection.execute(update(_table).where(_table.c.id == story).values(lent=lent))

    def known(self, story: str) -> Known:
        """Return the decisions on a story by the strand that they were made in; none on one that is not here."""
        with self._access.reading() as connection:
            return strands_on(connection, story)

    def with_these(self, story: str, others: Known) -> WhoHasIt:
        """Return who will have a story once these decisions are here too, people by the names they have here."""
        with self._access.reading() as connection:
            known = _both(strands_on(connection, story), others)
            held = _holding(connection, story, known)
            several = held.hands if len(held.hands) > 1 else ()
            names = {**_names_in(known), **names_of(connection, several)}
        return WhoHasIt(listed(names.get(one, one) for one in several), loan_words(held.columns["lent"]))


def _holding(connection: Connection, story: str, known: Known) -> Holding:
    owner = connection.execute(select(_table.c.owner_id).where(_table.c.id == story)).scalar() or ""
    return holding(*known, decided_apart(*known).without, owner=owner)


def _names_in(known: Known) -> dict[str, str]:
    decisions = [decision for entries in known[0].values() for _, decision in entries]
    given = {str(one.note["to"]): str(one.note.get("to_name", "")) for one in decisions if "to" in one.note}
    return {**given, **{one.who.id: one.who.name for one in decisions}}


def _both(mine: Known, theirs: Known) -> Known:
    """Return what two databases know: of each strand what reaches further, for it only ever grows."""
    former = {**theirs[1], **mine[1]}
    found: dict[str, Sequence[Placed]] = dict(mine[0])
    for strand, entries in theirs[0].items():
        if _end(entries) > _end(found.get(strand, ())):
            found[strand] = entries
    return found, former


def _end(entries: Sequence[Placed]) -> int:
    return entries[-1][0] if entries else 0
