"""Moves of a story from state to state, each asked of the table and the gate, each with its entries in one transaction.

No state is reached in any other way. An approval writes decision and seal together: a kill in between leaves neither.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import update

from desk.errors import KnownError
from desk.review.decisions import Decision, Done
from desk.review.embargo import embargo_words, lifts, moment_or_none
from desk.review.people import Person, Role
from desk.review.rules import RULES, Rules
from desk.review.seal import Content
from desk.review.states import Action, closed_ways, moved
from desk.store.approval.desk_trail import Signer
from desk.store.approval.one_move import Moving
from desk.store.approval.people import belonging, known
from desk.store.approval.seal_rows import write_seal
from desk.store.approval.void_and_restore import put_right
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.records.story_rows import row_of, story_of
from desk.store.records.trail_entries import append, in_force
from desk.store.records.values import Ask, Option, Story
from desk.text.moments import micros, now

_MAY_REASSIGN = frozenset({Role.CHIEF, Role.ADMIN})


class Reviews:
    """The room of review; `rules` are the desk's table, policy and manual items, ours until they are set."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self.rules: Rules = RULES

    def options(self, story: str, person: Person, seen: Collection[str] = ()) -> tuple[Option, ...]:
        """Return where the person can move the story from here, each with what stands in the way of it."""
        with self._access.reading() as connection:
            mover = known(connection, person)
            return () if mover is None else Moving(connection, story, self.rules).options(mover, seen)

    def why_not(self, story: str, actions: Collection[str], person: Person) -> dict[str, str]:
        """Return for each move which rule forbids it to a person, and who could make it; empty where none does."""
        out = dict.fromkeys(map(str, actions), "")
        with self._access.reading() as connection:
            here = Moving(connection, story, self.rules)
            for action in out:
                try:
                    moved(here.force.stand, action, person, "any reason", self.rules.table, here.facts)
                except KnownError as error:
                    out[action] = str(error)
        return out

    def closed_ways(self, story: str, person: Person) -> tuple[str, ...]:
        """Return why the person cannot move the story on from here, and who could."""
        with self._access.reading() as connection:
            here = Moving(connection, story, self.rules)
            return closed_ways(here.force.stand, person, self.rules.table, here.facts)

    def move(self, ask: Ask) -> Story:
        """Make a move other than an approval; raises `KnownError` naming the rule or the obstacles against it."""
        if ask.wanted.action == Action.APPROVE:
            raise ValueError("an approval needs a seal: use `approve`")
        with self._access.writing() as connection:
            ask = replace(ask, person=belonging(connection, ask.person))
            story = Moving(connection, ask.wanted.story, self.rules, to_change=True)
            move, stand, passed = story.asked(ask)
            story.record(ask, move, stand, passed)
            return story.written(ask, stand, seal="")

    def approve(self, ask: Ask, content: Content, signer: Signer) -> Story:
        """Approve the exact text that `content` describes, and seal it; `KnownError` if the story has another one."""
        with self._access.writing() as connection:
            ask = replace(ask, person=belonging(connection, ask.person))
            story = Moving(connection, ask.wanted.story, self.rules, to_change=True)
            story.must_be(content)
            move, stand, passed = story.asked(ask)
            story.record(ask, move, stand, passed)
            seal = story.sealed(ask, content, signer, passed)
            write_seal(connection, seal, story.run)
            return story.written(ask, stand, seal=seal.id, headline=content.headline)

    def reassign(self, story: str, section: str, person: Person, *, again: bool = False) -> Story:
        """Put a story into another section, on record; raises `KnownError` where that would walk round its chief.

        `again` enters it where the story is there already: two were said, and this one counts.
        Roles are a section's: once a first read was given, only its own chief or an administrator hands it on.
        """
        with self._access.writing() as connection:
            row, mover = row_of(connection, story, to_change=True), belonging(connection, person)
            if row.section == section and not again:
                return story_of(row)
            stand = in_force(connection, story).stand
            if stand.rim.id and mover.set_up and not mover.may(_MAY_REASSIGN, row.section):
                raise KnownError(
                    f"{stand.rim} gave the first read: only a section chief of {row.section or 'the desk'} or an "
                    f"administrator puts “{row.slug}” into another section now, and {mover.name} is neither."
                )
            told = f"{row.section or 'no section'} → {section or 'no section'}"
            role = mover.acting_as(_MAY_REASSIGN, row.section) if stand.rim.id else mover.acting_as((), row.section)
            append(
                connection,
                Decision(
                    Done.REASSIGNED,
                    story,
                    mover.actor,
                    reason=told,
                    role=role,
                    note={"section": section},
                    sha256=row.sha256,
                ),
            )
            table = tables.stories
            connection.execute(update(table).where(table.c.id == story).values(section=section, changed=now()))
            return story_of(row_of(connection, story))

    def set_embargo(self, story: str, until: datetime | None, person: Person) -> Story:
        """Set or clear the moment before which a story must not be published, on record.

        Raises `KnownError` where that would walk round those who may approve it while an embargo holds.
        """
        with self._access.writing() as connection:
            row, mover = row_of(connection, story, to_change=True), belonging(connection, person)
            roles = self.rules.policy.errors_by | {Role.ADMIN}
            said = str(row.details.get("embargo", ""))
            if lifts(row.embargo, said, until) and mover.set_up and not mover.may(roles, row.section):
                who = "".join(f"a {role.words} or " for role in sorted(roles - {Role.ADMIN}))
                raise KnownError(
                    f"{embargo_words(row.embargo, said)}: only {who}an administrator lifts that or sets an earlier "
                    f"moment, and {mover.name} is neither."
                )
            role = mover.acting_as(roles, row.section)
            told = f"{moment_or_none(row.embargo) or said or 'none'} → {moment_or_none(until) or 'none'}"
            append(
                connection,
                Decision(
                    Done.EMBARGOED,
                    story,
                    mover.actor,
                    reason=told,
                    role=role,
                    note={"embargo": None if until is None else micros(until)},
                    sha256=row.sha256,
                ),
            )
            details = {name: words for name, words in row.details.items() if name != "embargo"}
            table, values = tables.stories, {"embargo": until, "details": details, "changed": now()}
            connection.execute(update(table).where(table.c.id == story).values(values))
            return story_of(row_of(connection, story))

    def look_after(self, story: str) -> str:
        """Put right what another program wrote behind our back; returns one sentence, empty where all was in order."""
        with self._access.writing() as connection:
            return put_right(connection, story)
