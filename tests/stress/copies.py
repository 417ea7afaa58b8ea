"""Databases that work apart on one story and exchange what they have, in any order and twice: a state machine."""

import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import KnownError
from desk.exchange.bag_bytes import from_bytes, to_bytes
from desk.exchange.graph import heads
from desk.merging.values import MergeText
from desk.review.comments import Anchor, answered, opened, reopened, resolved
from desk.review.decisions import Decision, Done, Scope
from desk.review.move_request import MoveRequest
from desk.review.people import NO_ONE, Person
from desk.review.seal import content_of, text_digest
from desk.review.states import Action
from desk.store.records.values import Ask
from desk.text.blocks import Kind, Manuscript
from desk.text.moments import now
from tests.stress.one_copy import (
    CHIEF,
    FIRST,
    NAMES,
    ON_A_SERVER,
    Copy,
    clock_of,
    headline_of,
    opened_copy,
)

DECIDED = {
    Done.TICKED: {"item": "Facts"},
    Done.UNTICKED: {"item": "Facts"},
    Done.NOT_AN_ERROR: {"scope": Scope.STORY, "rule": "x", "subject": "y"},
    Done.WAIVED: {"fingerprint": "f", "rule": "z", "reason": "so"},
    Done.FIXED: {"fingerprint": "f", "rule": "z"},
    Done.ANSWERED: {"answer": NameAnswer("Ann Lee", "Anne Lee", Verdict.SAME)},
}
KINDS = ({}, {0: Kind.FURNITURE}, {0: Kind.PAID})
DESCRIBED = (
    *({"slug": slug} for slug in ("flood", "harrow-quay", "water")),
    *({"variant": english} for english in ("", "en-GB")),
    *({"details": facts} for facts in ({}, {"byline": "Ada Holm"}, {"byline": "A. Holm", "urgency": "3"})),
)
LOANS = ({"to": "Rosa"}, {"to": "Rosa", "laptop": "hers"}, {"to": "Tam", "laptop": "his", "until": 1}, {})
_ROUNDS = 12
_BEFORE_A_REVOCATION = 5
"""Saves, so that something was approved before."""


class Copies(RuleBasedStateMachine):
    """Whatever is done in whichever copy: in the end all of them have the same, and all that was ever saved."""

    patterns = folder = story = server = None
    on_server = ""
    """The name of the pattern on the server."""
    stress = False
    made = 0

    @initialize(many=st.integers(2, len(NAMES)), server=st.booleans())
    def open(self, many, server):
        Copies.made += 1
        here = self.folder / str(Copies.made)
        shutil.copytree(self.patterns, here)
        self.places = [str(here / f"{at}.db") for at in range(many)]
        if self.on_server and (self.stress or server):
            self.places[ON_A_SERVER] = self.server.database(self.on_server)
        self.copies = [opened_copy(place, at) for at, place in enumerate(self.places)]
        self.people = self.copies[0].store.people.all()
        self.loads, self.texts, self.count = [], {FIRST}, 0

    which_one = st.integers(0, 59)
    """Of the copies that there are: sixty can be divided by two to five."""
    at = which_one
    person = st.integers(0, 2)

    def one(self, at) -> Copy:
        return self.copies[at % len(self.copies)]

    def person_at(self, at, number) -> Person:
        """Return one of the people, who are the same everywhere; each room looks up whether they belong here."""
        return self.people[number]

    # -- Work in one copy ----------------------------------------------------------------------------------------------

    @rule(at=at, who=person, back=st.booleans())
    def save(self, at, who, back):
        copy, story = self.one(at), self.story
        self.count += 1
        text = FIRST if back else f"{copy.store.stories.text(story)}\nSaid {self.count}.\n"
        with clock_of(copy):
            copy.store.stories.save(story, text, self.person_at(at, who).actor, headline=headline_of(text))
        self.texts.add(text)

    @rule(at=at, kind=st.sampled_from(KINDS), who=st.integers(-1, 2))
    def set_kinds(self, at, kind, who):
        by = NO_ONE if who < 0 else self.person_at(at, who).actor
        with clock_of(self.one(at)):
            self.one(at).store.stories.remember(self.story, by_hand=kind, who=by)

    @rule(at=at, who=person, given=st.sampled_from(DESCRIBED))
    def describe(self, at, who, given):
        with clock_of(self.one(at)):
            self.one(at).store.stories.describe(self.story, **given, who=self.person_at(at, who).actor)

    @rule(at=at, who=person, section=st.sampled_from(["", "Metro", "Sport"]))
    def reassign(self, at, who, section):
        try:
            self.one(at).store.reviews.reassign(self.story, section, self.person_at(at, who))
        except KnownError as error:
            assert "gave the first read" in str(error)  # noqa: PT017 - only that is a rule of the desk

    @rule(at=at, who=person)
    def comment(self, at, who):
        anchor = Anchor(0, 5, "Flood")
        remark = opened(self.story, self.person_at(at, who).actor, "Is it?", anchor, 1)
        self.one(at).store.comments.add(remark)

    @rule(at=at, who=person, which=st.integers(0, 5), how=st.sampled_from([answered, resolved, reopened]))
    def say(self, at, who, which, how):
        comments, actor = self.one(at).store.comments, self.person_at(at, who).actor
        threads = comments.threads(self.story)
        if threads:
            thread = threads[which % len(threads)]
            if thread.resolved is (how is reopened):
                comments.add(how(thread, actor, "Yes."))

    @rule(at=at, who=person, done=st.sampled_from([*DECIDED]))
    def decide(self, at, who, done):
        with clock_of(self.one(at)):
            made = Decision(done, self.story, self.person_at(at, who).actor, **DECIDED[done])
            self.one(at).store.decisions.add(made)

    @rule(at=at, who=person, which=st.integers(0, 9), side=st.integers(0, 3))
    def answer(self, at, who, which, side):
        opposites = self.one(at).store.opposites
        if found := opposites.of_story(self.story):
            one = found[which % len(found)]
            try:
                opposites.answer(self.story, one.name, side % len(one.sides), self.person_at(at, who))
            except KnownError as error:
                rules = ("cannot say that it counts", "gave the first read")
                assert any(rule in str(error) for rule in rules)  # noqa: PT017 - only these are rules of the desk

    @rule(at=at, who=person)
    def undo(self, at, who):
        decisions = self.one(at).store.decisions
        listed = decisions.in_force(self.story).listed
        if listed:
            decisions.undo(listed[0].id, self.person_at(at, who))

    @rule(at=at, who=person, loan=st.sampled_from(LOANS), back=st.booleans())
    def lend(self, at, who, loan, back):
        done = Done.GIVEN_BACK if back else Done.LENT
        self.one(at).store.holders.enter([self.story], done, self.person_at(at, who).actor, loan)

    @rule(at=at, who=person)
    def take_in_hand(self, at, who):
        self.one(at).store.stories.take(self.story, self.person_at(at, who))

    @rule(at=at, days=st.integers(0, 3), who=person)
    def set_deadline(self, at, days, who):
        when = now() + timedelta(days=days)
        self.one(at).store.stories.set_deadline(self.story, when, self.person_at(at, who).actor)

    @rule(at=at, who=person, which=st.integers(0, 9))
    def move(self, at, who, which):
        with clock_of(self.one(at)):
            self.move_on(self.one(at).store, self.person_at(at, who), which)

    def move_on(self, store, person, which):
        row = store.stories.get(self.story)
        store.runs.save(self.story, row.sha256, [ItemRun(item, ()) for item in Item], rules="r", engine="e")
        options = store.reviews.options(self.story, person)
        if options:
            self.make(store, person, options[which % len(options)])

    def make(self, store, person, option):
        passed = {obstacle.key: "as I see it" for obstacle in option.obstacles}
        wanted = MoveRequest(story=self.story, action=option.move.action, note="so", passed=passed)
        row, text = store.stories.get(self.story), store.stories.text(self.story)
        try:
            if option.move.action != Action.APPROVE:
                store.reviews.move(Ask(wanted, person))
            elif person.name == "Odile Brandt":
                content = content_of(Manuscript.of(text), headline_of(text), row.by_hand, row.format, row.links)
                store.reviews.approve(Ask(wanted, person), content, CHIEF)
        except KnownError:
            pass  # the gate: nothing was done

    @rule(at=at, who=person)
    def lay_together(self, at, who):
        store = self.one(at).store
        versions = {v.digest: v for v in store.stories.versions(self.story)}
        tops = heads({digest: v.parents for digest, v in versions.items()})
        here = next(v for v in versions.values() if v.number == store.stories.get(self.story).version)
        others = [top for top in tops if top != here.digest]
        if store.stories.get(self.story).apart:
            text = store.stories.text(self.story) + store.stories.text_with(versions[others[0]].sha256)
            actor = self.person_at(at, who).actor
            store.apart_texts.lay_together(
                self.story,
                [here.digest, others[0]],
                MergeText(text),
                actor,
                "laid together",
                headline=headline_of(text),
            )
            self.texts.add(text)

    @precondition(lambda self: self.count > _BEFORE_A_REVOCATION)
    @rule()
    def revoke(self):
        keys = self.copies[0].store.keys
        if keys.get(CHIEF.fingerprint).revoked is None:
            keys.revoke(CHIEF.fingerprint, self.person_at(0, 0).actor, "lost on a train")

    # -- Exchange ------------------------------------------------------------------------------------------------------

    @rule(at=at)
    def pack(self, at):
        copy = self.one(at)
        self.loads.append(copy.store.packing.pack([self.story], copy.strand, copy.key))

    @precondition(lambda self: self.loads)
    @rule(at=at, which=st.integers(0, 20))
    def take(self, at, which):
        self.lay(at, self.loads[which % len(self.loads)])

    @rule(at=at, to=at)
    def carry(self, at, to):
        if self.one(at) is not self.one(to):
            copy = self.one(at)
            self.lay(to, copy.store.packing.pack([self.story], copy.strand, copy.key))

    def lay(self, to, load):
        store = self.one(to).store
        store.desk_parts.take(load.desk)
        return store.laying.lay(load.bags[0], load, self.person_at(to, 0).actor, headline_of)

    @precondition(lambda self: self.loads)
    @rule(to=at, which=st.integers(0, 20))
    def kill(self, to, which):
        before = self.told(to)
        with patch("desk.store.exchange.laying.refresh", side_effect=KeyboardInterrupt):
            try:
                self.lay(to, self.loads[which % len(self.loads)])
            except KeyboardInterrupt:
                assert self.told(to) == before

    @precondition(lambda self: self.loads and self.stress)
    @rule(to=at, which=st.integers(0, 20), after=st.floats(0, 0.06))
    def kill_a_process(self, to, which, after):
        """Kill a process of its own that takes something in: all of it is there afterwards, or nothing."""
        before, load = self.told(to), self.loads[which % len(self.loads)]
        child = os.fork()
        if not child:
            try:
                taking = opened_copy(self.places[to % len(self.places)], to % len(self.places))
                taking.store.desk_parts.take(load.desk)
                taking.store.laying.lay(load.bags[0], load, self.person_at(to, 0).actor, headline_of)
            finally:
                os._exit(0)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert self.told(to) == before or self.lay(to, load).same

    @precondition(lambda self: self.loads)
    @rule(which=st.integers(0, 20), place=st.floats(0, 1, exclude_max=True), by=st.integers(1, 255))
    def damage(self, which, place, by):
        raw = bytearray(to_bytes(self.loads[which % len(self.loads)].bags[0]))
        raw[int(place * len(raw))] ^= by
        try:
            from_bytes(bytes(raw))
        except KnownError:
            return
        raise AssertionError("an altered byte was not seen")

    # -- What must hold ------------------------------------------------------------------------------------------------

    def told(self, at):
        """Return all that every copy must come to."""
        store, story = self.one(at).store, self.story
        force = store.decisions.in_force(story)
        versions = {v.digest: v.parents for v in store.stories.versions(story)}
        row, status = store.stories.get(story), store.seals.status(story)
        return {
            "heads": heads(versions),
            "versions": versions,
            "order": [decision.id for decision in store.decisions.of_story(story)],
            "state": row.state,
            "apart": row.apart,
            "kinds": None if row.apart else row.by_hand,
            "hands": (row.hands, row.hands_too),
            "lent": row.lent,
            "deadline": row.deadline,
            "described": (row.slug, row.section, row.variant, row.details),
            "asked": [one.name for one in store.opposites.of_story(story)],
            "counted": row.opposites,
            "settled": (sorted(force.places), sorted(force.keys), sorted(force.ticked), force.answers),
            "approval": None if status is None else (status.stands, status.id),
            "comments": {
                (thread.id, thread.resolved, tuple(r.id for r in thread.remarks))
                for thread in store.comments.threads(story)
            },
        }

    def teardown(self):
        try:
            self.exchange_all()
            told = [self.told(at) for at in range(len(self.copies))]
            assert all(each == told[0] for each in told)
            assert told[0]["apart"] or len({c.store.stories.text(self.story) for c in self.copies}) == 1
            for copy in self.copies:
                self.whole(copy.store)
            if self.stress or Copies.made == 1:
                self.altered(random.Random(self.count))
        finally:
            for copy in self.copies:
                copy.store.close()

    def altered(self, chance):
        """Change one letter or digit of one row behind the back of a copy: it is named."""
        at = chance.choice([at for at in range(len(self.copies)) if self.copies[at].store.path is not None])
        store = self.copies[at].store
        with closing(sqlite3.connect(store.path)) as connection:
            table, column, key = chance.choice(
                [each for each in ALTERED if connection.execute(f"SELECT 1 FROM {each[0]} LIMIT 1").fetchone()]
            )
            keys = [row[0] for row in connection.execute(f"SELECT {key} FROM {table} WHERE length({column}) > 0")]
            if not keys:
                return
            row = chance.choice(keys)
            (told,) = connection.execute(f"SELECT {column} FROM {table} WHERE {key} = ?", (row,)).fetchone()
            other = told + 1 if isinstance(told, int) else _with_another_letter(told, chance)
            connection.execute(f"DROP TRIGGER {table}_no_update")
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (other, row))
            guard = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            connection.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {guard}")
            connection.commit()
        faults = [*store.audit.faults(), *store.trail.faults(), *store.packing.faults()]
        assert faults, f"{table}.{column} was changed from {told!r} to {other!r}, and nobody saw it"

    def exchange_all(self):
        """Hand everything round until nothing is new: that an approval fell by it is written, and goes round too."""
        places = range(len(self.copies))  # as many rounds as it takes: in each all hand on to the next
        for _ in range(_ROUNDS):
            same = [self.carry_whole(at, (at + 1) % len(places)) for at in places]
            if all(same):
                return
        raise AssertionError("it never ends")

    def carry_whole(self, at, to):
        """Carry from one to another; returns whether nothing was new."""
        copy = self.one(at)
        load = copy.store.packing.pack([self.story], copy.strand, copy.key)
        load = replace(load, bags=(from_bytes(to_bytes(load.bags[0])),))
        return self.lay(to, load).same

    def whole(self, store):
        """Every text that was ever saved is there, all is as it was written, each seal verifies or says why not."""
        for text in self.texts:
            assert store.stories.text_with(text_digest(text)) == text
        assert (store.audit.faults(), store.trail.faults(), store.packing.faults()) == ([], [], [])
        status = store.seals.status(self.story)
        assert status is None or status.stands or status.why_void


ALTERED = (
    ("texts", "body", "sha256"),
    *(("versions", column, "digest") for column in ("why", "who", "sha256", "made", "kinds")),
    *(("decisions", column, "number") for column in ("done", "reason", "who", "made", "note", "chain")),
    *(("strand_entries", column, "number") for column in ("entry", "chain", "before")),
    *(("seals", column, "number") for column in ("payload", "signature")),
)
"""Table, column, and what names a row."""


def _with_another_letter(told, chance):
    """Return words with one letter or digit exchanged."""
    raw = told.decode() if isinstance(told, bytes) else told
    places = [place for place, sign in enumerate(raw) if sign.isalnum()] or [0]
    place = chance.choice(places)
    other = raw[:place] + ("b" if raw[place] != "b" else "c") + raw[place + 1 :]
    return other.encode() if isinstance(told, bytes) else other
