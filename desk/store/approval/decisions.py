"""The append-only list of what people decided, and the open counts that follow from it."""

from collections import Counter

from sqlalchemy import Connection, Text, func, select, type_coerce

from desk.errors import KnownError
from desk.review.decisions import MOVES_ALONE, Decision, Done, InForce, Scope, undo_of
from desk.review.habits import RuleHabit
from desk.review.people import Person
from desk.store.approval.void_and_restore import settle
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.records.story_rows import row_of
from desk.store.records.strand_rows import bagged
from desk.store.records.trail_entries import append, decision_of, decisions_on, in_force, recount, recount_all_told_of

_table = tables.decisions


class Decisions:
    """The room of decisions; each call is one transaction. Nothing is ever changed or deleted here."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def add(self, *made: Decision) -> InForce:
        """Append decisions on one story, all or none, and return what is in force for it now.

        Moves have their own room (`reviews`); they are refused here.
        """
        if any(decision.state is not None or decision.done in MOVES_ALONE for decision in made):
            raise ValueError("a move is made through `store.reviews`")
        with self._access.writing() as connection:
            row_of(connection, made[0].story, to_change=True)  # first the story, then the trail: nobody waits in a ring
            for decision in made:
                append(connection, decision)
            settle(connection, made[-1].story, made[-1].who)
            for decision in made:
                _recount_the_desk(connection, decision)
            return recount(connection, made[0].story)

    def undo(self, decision: str, who: Person) -> Decision:
        """Take back the decision with this id, and return the decision that does so."""
        with self._access.writing() as connection:
            made = _made(connection, decision)
            row_of(connection, made.story, to_change=True)
            undo = undo_of(made, who.actor)
            append(connection, undo)
            settle(connection, undo.story, who.actor)
            _recount_the_desk(connection, undo)
            recount(connection, undo.story)
        return undo

    def in_force(self, story: str) -> InForce:
        """Return what is in force for one story: its own decisions and the desk's."""
        with self._access.reading() as connection:
            return in_force(connection, story)

    def of_story(self, story: str) -> list[Decision]:
        """Return every decision made on one story, undone ones too, oldest first."""
        with self._access.reading() as connection:
            return decisions_on(connection, story)

    def habits(self, item: str) -> list[RuleHabit]:
        """Return for each rule of an item how often it was let stand and how often mended, over all stories."""
        undone = select(_table.c.undoes).where(_table.c.done == Done.UNDONE.value)
        kinds = [done.value for done in (Done.FIXED, Done.WAIVED, Done.NOT_AN_ERROR)]
        wanted = (
            select(_table.c.rule, _table.c.done, func.count())
            .where(_table.c.item == item, _table.c.done.in_(kinds), _table.c.id.not_in(undone))
            .group_by(_table.c.rule, _table.c.done)
        )
        counts: Counter[tuple[str, bool]] = Counter()
        with self._access.reading() as connection:
            for rule, done, times in connection.execute(wanted):
                counts[rule, done == Done.FIXED.value] += times
        return [RuleHabit(rule, counts[rule, False], counts[rule, True]) for rule in sorted({r for r, _ in counts})]


def _made(connection: Connection, decision: str) -> Decision:
    """Return the decision with this id, made here or elsewhere; raises `KnownError` where there is none."""
    row = connection.execute(select(_table).where(_table.c.id == decision)).first()
    if row is not None:
        return decision_of(row)
    there = tables.strand_entries
    said = type_coerce(there.c.entry, Text).contains(f'"id":"{decision}"', autoescape=True)
    for row in connection.execute(select(there).where(said)):
        found = bagged(row).entry.decision
        if found.id == decision:
            return found
    raise KnownError("This decision is not in the database: it may belong to another one.")


def _recount_the_desk(connection: Connection, decision: Decision) -> None:
    if decision.scope is Scope.DESK:
        recount_all_told_of(connection, decision.rule)
