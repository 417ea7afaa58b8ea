"""What people decided differently in two places, and what a person says to it: entries like any other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, desc, select

from desk.errors import KnownError
from desk.exchange.opposites import DESCRIBED, About, Opposite, said_of_it, to_take_back
from desk.review.decisions import DROPPED, Decision, Done, undo_of
from desk.review.ids import new_id
from desk.review.people import Person
from desk.review.rules import Rules
from desk.review.states import Action
from desk.store.approval.people import belonging
from desk.store.approval.reviews import Reviews
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.exchange.refreshing import restate
from desk.store.records.story_rows import row_of, story_of
from desk.store.records.strand_rows import others
from desk.store.records.trail_entries import append, decided_apart_on, decisions_on
from desk.store.records.values import Story
from desk.text.moments import from_micros, now

_table = tables.stories
_KEPT = frozenset({"deadline", "paragraph", "slug", "variant", "fact", "words"})
"""Of the note of a decision, what is decided once more; what it had seen is its own."""


class OppositeRows:
    """The room of what was decided differently; each call is one transaction."""

    def __init__(self, access: Access, reviews: Reviews) -> None:
        self._access, self._reviews = access, reviews

    def of_story(self, story: str) -> tuple[Opposite, ...]:
        """Return what of a story nobody answered yet."""
        with self._access.reading() as connection:
            return decided_apart_on(connection, story).opposites

    def copies(self, story: str) -> dict[str, str]:
        """Return for each decision on a story that was made on another copy what people call that copy."""
        with self._access.reading() as connection:
            names = {row.id: row.name for row in connection.execute(select(tables.strands))}
            found = others(connection, story).items()
            return {e.entry.decision.id: names.get(strand, "") for strand, entries in found for e in entries}

    def waiting(self) -> list[Story]:
        """Return the stories of which anything waits, the last changed first."""
        wanted = select(_table).where(_table.c.opposites > 0).order_by(desc(_table.c.changed))
        with self._access.reading() as connection:
            return [story_of(row) for row in connection.execute(wanted)]

    def answer(self, story: str, name: str, side: int, person: Person) -> Story:
        """Let one side count, and return the story; raises `KnownError` where that is not for this person to say.

        `name` is that of the question: where anybody decided again meanwhile, it is another one.
        """
        with self._access.together(), self._access.writing() as connection:
            row, mover = row_of(connection, story, to_change=True), belonging(connection, person)
            one = next((each for each in decided_apart_on(connection, story).opposites if each.name == name), None)
            if one is None:
                raise KnownError(f"Somebody decided again on “{row.slug}” meanwhile: look at what needs you once more.")
            chosen = one.sides[side]
            if one.about is About.EMBARGO:
                until = chosen.note.get(str(About.EMBARGO))
                self._reviews.set_embargo(story, None if until is None else from_micros(until), person)
            elif one.about is About.SECTION:
                self._reviews.reassign(story, said_of_it(chosen, one.about), person, again=True)
            for decision in _entries(connection, one, side, mover, row, self._reviews.rules):
                append(connection, decision)
            restate(connection, story, mover.actor)
            return story_of(row_of(connection, story))


def _entries(
    connection: Connection, one: Opposite, side: int, mover: Person, row: AnyRow, rules: Rules
) -> Iterable[Decision]:
    """Return the entries that say what counts."""
    chosen = one.sides[side]
    if one.about in (About.EMBARGO, About.SECTION):
        return ()  # their own rooms enter them, by their own rules
    if one.about is About.HANDS:
        return (_in_hands_of(chosen, mover, row),)
    if one.about is About.MOVE:
        return (_settled(one, side, mover, row, rules),)
    settling = chosen if one.about is About.DEADLINE or one.about in DESCRIBED else one.settling[side]
    if settling is not None:
        return (_anew(settling, mover, row),)
    decisions = decisions_on(connection, row.id)
    return _taken_back(one, decisions, mover)


def _anew(chosen: Decision, mover: Person, row: AnyRow) -> Decision:
    """Return the same decision once more, by whoever knows both."""
    note = {name: value for name, value in chosen.note.items() if name in _KEPT}
    return replace(
        chosen, who=mover.actor, role=mover.acting_as((), row.section), note=note, when=now(), id=new_id(), undoes=""
    )


def _in_hands_of(chosen: Decision, mover: Person, row: AnyRow) -> Decision:
    """Return the entry by which whoever knows of all says in whose hands a story is."""
    to, name = str(chosen.note.get("to", chosen.who.id)), str(chosen.note.get("to_name", chosen.who.name))
    note = {} if to == mover.actor.id else {"to": to, "to_name": name}
    return Decision(
        Done.TAKEN,
        row.id,
        mover.actor,
        reason=f"it is in the hands of {name}" if note else "",
        note=note,
        sha256=row.sha256,
    )


def _taken_back(one: Opposite, decisions: Sequence[Decision], mover: Person) -> Iterable[Decision]:
    return tuple(replace(undo_of(each, mover.actor), note={}) for each in to_take_back(one, decisions))


def _settled(one: Opposite, side: int, mover: Person, row: AnyRow, rules: Rules) -> Decision:
    """Return the entry that says which move counts; it is for those alone who could have made that move."""
    chosen = one.sides[side]
    action = str(chosen.note.get("move", Action.APPROVE if chosen.done is Done.APPROVED else ""))
    move = next((move for move in rules.table.moves if move.action == action), None)
    roles = frozenset() if move is None else move.roles
    if mover.set_up and not mover.may(roles, row.section):
        who = " or ".join(sorted(role.words for role in roles))
        raise KnownError(
            f"“{move.words if move else action}” is for the {who}: {mover.name} cannot say that it counts."
        )
    note = {"move": action, "done": str(chosen.done), DROPPED: sorted(one.dropped[side])}
    return Decision(
        Done.SETTLED,
        row.id,
        mover.actor,
        state=chosen.state,
        role=mover.acting_as(roles, row.section),
        note=note,
        sha256=row.sha256,
    )
