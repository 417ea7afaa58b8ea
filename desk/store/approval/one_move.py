"""One story in the middle of a move: what the move is judged by, and what it writes, within one transaction."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from desk.checks.check import Item
from desk.errors import KnownError
from desk.review.decisions import DONE_BY, FOUND, Decision, Done, InForce
from desk.review.embargo import embargo_words
from desk.review.gate import Case, Passed, obstacles, pass_gate
from desk.review.gate_case import case_of
from desk.review.ids import new_id
from desk.review.obstacles import Grade
from desk.review.people import Person, actor, kept_id
from desk.review.rules import RULES_BY, Rules, Weight, rules_digest
from desk.review.seal import Content, Seal, kinds_plain, parsed, payload_of
from desk.review.states import Action, Facts, Move, Read, Stand, moved, refusal
from desk.store.approval.desk_trail import Signer
from desk.store.approval.seal_rows import waiver_lines
from desk.store.approval.version_digest import versions_up_to
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.codec import kinds_from_plain
from desk.store.records.story_rows import row_of, story_of
from desk.store.records.trail_entries import append, end_of, in_force
from desk.store.records.values import Ask, CheckRun, Option, Story
from desk.store.records.version_graph import texts_apart
from desk.store.stories.looks import seen_by
from desk.store.stories.runs import last_run
from desk.text.links import links_from
from desk.text.moments import micros, now


class Moving:
    """One story within one transaction, with everything that a move is judged by."""

    def __init__(self, connection: Connection, story: str, rules: Rules, *, to_change: bool = False) -> None:
        self.connection, self.rules = connection, rules
        self.row: AnyRow = row_of(connection, story, to_change=to_change)
        self.force: InForce = in_force(connection, story)
        self.run: CheckRun | None = last_run(connection, story)
        self.facts: Facts = _facts(connection, self.row)

    def options(self, person: Person, seen: Collection[str]) -> tuple[Option, ...]:
        """Return where the person can move the story, each with what stands in the way."""
        stand, case = self.force.stand, self.case(person, seen)
        return tuple(
            Option(move, move.target or stand.held_from, obstacles(move, case, person))
            for move in self.rules.table.moves_out(stand.state)
            if not refusal(stand, move, person, self.rules.table, self.facts)
        )

    def case(self, person: Person, seen: Collection[str]) -> Case:
        """Return what the gate judges."""
        runs, sha256 = ({}, "") if self.run is None else (self.run.runs, self.run.sha256)
        known = {*seen, *seen_by(self.connection, person.ids, self.row.id)}
        section = self.row.section
        return case_of(
            runs,
            sha256,
            self.force,
            self.rules,
            self.row.sha256,
            section=section,
            person=person,
            seen=known,
            embargo=embargo_words(self.row.embargo, self.row.details.get("embargo", "")),
            apart=texts_apart(self.connection, self.row.id) > 0,
        )

    def asked(self, ask: Ask) -> tuple[Move, Stand, tuple[Passed, ...]]:
        """Return the move, where it leads and what was passed; raises `KnownError` where table or gate forbid it."""
        stand = moved(self.force.stand, ask.wanted.action, ask.person, ask.wanted.note, self.rules.table, self.facts)
        move = self.rules.table.move(ask.wanted.action, self.force.stand.state)
        assert move is not None
        return move, stand, pass_gate(move, self.case(ask.person, ask.seen), ask.person, ask.wanted.passed)

    def must_be(self, content: Content) -> None:
        """Raise `KnownError` unless the story is, at this moment, what is to be approved."""
        kinds = kinds_plain(kinds_from_plain(self.row.kinds))
        is_ = (self.row.sha256, kinds, self.row.format, links_from(self.row.links))
        if is_ != (content.sha256, content.kinds, content.format, content.links):
            raise KnownError(f"“{self.row.slug}” was changed meanwhile: read the new text, then approve that.")

    def record(self, ask: Ask, move: Move, stand: Stand, passed: Collection[Passed]) -> None:
        """Write what was passed, then the move: each an entry of the trail."""
        person, section = ask.person, self.row.section
        sha256 = self.row.sha256
        for one in passed:
            roles = self.rules.policy.errors_by if one.obstacle.grade is Grade.ERROR else move.roles
            acknowledged = Decision(
                Done.ACKNOWLEDGED,
                self.row.id,
                person.actor,
                item=one.obstacle.item,
                reason=one.reason,
                role=person.acting_as(roles, section),
                note=_noted(one),
                sha256=sha256,
            )
            append(self.connection, acknowledged)
        decision = Decision(
            DONE_BY.get(move.action, Done.MOVED),
            self.row.id,
            person.actor,
            reason=ask.wanted.note.strip(),
            state=stand.state,
            role=person.acting_as(move.roles, section),
            note={**_note(ask, move), RULES_BY: rules_digest(self.rules), **self._found()},
            sha256=sha256,
        )
        append(self.connection, decision)

    def _found(self) -> dict[str, str]:
        """Return what a move notes of what the checks had found in its very text; nothing where they had not run."""
        return {FOUND: self.run.digest} if self.run is not None and self.run.sha256 == self.row.sha256 else {}

    def sealed(self, ask: Ask, content: Content, signer: Signer, passed: Collection[Passed]) -> Seal:
        """Return the signed seal; the end of the trail is the approval that was just recorded."""
        if self.run is None:
            raise KnownError(f"“{self.row.slug}” was never checked: check it first.")
        end, person = end_of(self.connection), ask.person
        runs = self.run.runs.values()
        payload = payload_of(
            {"id": self.row.id, "slug": self.row.slug, "section": self.row.section, "version": str(self.row.version)},
            content,
            versions=versions_up_to(self.connection, self.row.id, self.row.version),
            run={
                "digest": self.run.digest,
                "rules": self.run.rules,
                "engine": self.run.engine,
                "unchecked": [str(run.item) for run in runs if run.unchecked],
                "off": self._off(),
            },
            waivers=waiver_lines(self.force, self.run),
            passed=[{"item": p.obstacle.item, "why": str(p.obstacle.why), "reason": p.reason} for p in passed],
            who={"name": person.name, "id": kept_id(person.actor), "role": self.role(person)},
            trail=(end.place, end.chain),
            key=signer.fingerprint,
            when=now(),
            id_=new_id(),
        )
        return parsed(payload, signer.sign(payload))

    def role(self, person: Person) -> str:
        """Return as what the person approves."""
        approve = self.rules.table.move(Action.APPROVE, self.force.stand.state)
        return person.acting_as(approve.roles if approve else (), self.row.section)

    def _off(self) -> list[str]:
        policy, items = self.rules.policy, [*map(str, Item), *self.rules.manual_items]
        return [item for item in items if policy.weight(item, self.row.section) is Weight.OFF]

    def written(self, ask: Ask, stand: Stand, *, seal: str, headline: str | None = None) -> Story:
        """Write the new state and return the story."""
        values: dict[str, Any] = {"state": str(stand.state), "changed": now(), "seal": seal}
        values["hold_until"] = ask.wanted.until if ask.wanted.action == Action.HOLD else None
        values["hands"] = self._hands(ask)
        if headline is not None:
            values["headline"] = headline
        connection, table = self.connection, tables.stories
        connection.execute(update(table).where(table.c.id == self.row.id).values(values))
        return story_of(row_of(connection, self.row.id))

    def _hands(self, ask: Ask) -> str:
        if ask.wanted.to:
            return ask.wanted.to
        if ask.wanted.action == Action.RETURN:
            old = self.force.stand
            return old.rim.id or self.row.owner_id
        return self.row.hands if ask.wanted.action in {Action.HOLD, Action.RESUME} else ""


def _facts(connection: Connection, row: AnyRow) -> Facts:
    versions = tables.versions
    mine = versions.c.story == row.id, versions.c.number == row.version
    writer = connection.execute(select(versions.c.person, versions.c.who).where(*mine)).one()
    return Facts(row.section, actor(row.owner_id, row.owner), actor(writer.person, writer.who))


def _noted(passed: Passed) -> dict[str, Any]:
    """Return what is kept of an obstacle that was passed: its kind and the findings that it stood for."""
    obstacle = passed.obstacle
    findings = [place.fingerprint for place in obstacle.places if place.fingerprint]
    kept = {"why": str(obstacle.why), "grade": str(obstacle.grade), "findings": findings, "about": obstacle.about}
    return {name: value for name, value in kept.items() if value != ""}


def _note(ask: Ask, move: Move) -> Mapping[str, Any]:
    """Return what is kept of a move besides its state; what says nothing is left out."""
    told = {
        "move": move.action,
        "read": "" if move.read is Read.NONE else str(move.read),
        "to": ask.wanted.to,
        "to_name": ask.to_name,
        "until": None if ask.wanted.until is None else micros(ask.wanted.until),
        **ask.wanted.picked,
    }
    return {key: value for key, value in told.items() if value}
