"""Three databases that work apart on one story and exchange what they have, in any order and twice: a state machine."""

import shutil
from dataclasses import dataclass, replace
from datetime import timedelta
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.errors import KnownError
from desk.exchange.bag import Strand
from desk.exchange.bag_bytes import from_bytes, strand_of, to_bytes
from desk.exchange.graph import heads
from desk.merging.values import MergeText
from desk.review.comments import Anchor, answered, opened, reopened, resolved
from desk.review.decisions import Decision, Done, Scope
from desk.review.move_request import MoveRequest
from desk.review.people import Actor, Person, Role
from desk.review.seal import content_of, text_digest
from desk.review.signing import SigningKey
from desk.review.states import Action
from desk.store.connect import Store, open_store
from desk.store.records.values import Ask, NewStory
from desk.text.blocks import Kind, Manuscript
from desk.text.moments import now

FIRST = "Flood reaches Harrow Quay\n\nThe water rose.\n"
NAMES = ("the desk", "laptop of Rosa", "laptop of Tam")
CLOCKS = (timedelta(), timedelta(days=-11), timedelta(days=11))
KEYS = tuple(SigningKey.new() for _ in NAMES)
"""Of the databases."""
CHIEF = SigningKey.new()
"""The chief's own, which they have on every machine."""


@dataclass
class Copy:
    """One database, open."""

    store: Store
    strand: Strand
    key: SigningKey
    clock: timedelta


def headline_of(text, *_):
    return text.partition("\n")[0]


def make_patterns(folder):
    """Make the three databases with the story in each, once; returns its id."""
    copies = [_opened(folder / f"{at}.db", at) for at in range(len(NAMES))]
    desk = copies[0].store
    chief = desk.people.add("Odile Brandt", "OB", {"*": list(Role)}, by=Actor("a" * 32, "Odile Brandt"))
    for name, initials in (("Rosa Marquez", "RM"), ("Tam Reyes", "TR")):
        desk.people.add(name, initials, {"*": [Role.EDITOR, Role.CHIEF]})
    desk.keys.add(chief, CHIEF.fingerprint, CHIEF.public)
    story = desk.stories.create(NewStory(slug="flood", text=FIRST), chief.actor).id
    for copy in copies:
        copy.store.strands.found(copy.strand)
        for other in copies:
            copy.store.strands.accept(other.strand)
    load = desk.packing.pack([story], copies[0].strand, copies[0].key)
    for copy in copies[1:]:
        copy.store.desk_parts.take(load.desk)
        copy.store.laying.lay(load.bags[0], load, chief.actor, headline_of)
    for copy in copies:
        copy.store.close()
    return story


def _opened(path, at):
    return Copy(open_store(path), strand_of(KEYS[at], NAMES[at]), KEYS[at], CLOCKS[at])


_ROUNDS = 8
_BEFORE_A_REVOCATION = 5
"""Saves, so that something was approved before."""


class Copies(RuleBasedStateMachine):
    """Whatever is done in whichever copy: in the end all of them have the same, and all that was ever saved."""

    patterns = folder = story = None
    made = 0

    @initialize()
    def open(self):
        Copies.made += 1
        here = self.folder / str(Copies.made)
        shutil.copytree(self.patterns, here)
        self.copies = [_opened(here / f"{at}.db", at) for at in range(len(NAMES))]
        self.loads, self.texts, self.count = [], {FIRST}, 0

    at = st.integers(0, len(NAMES) - 1)
    person = st.integers(0, 2)

    def person_at(self, at, number) -> Person:
        return self.copies[at].store.people.all()[number]

    # -- Work in one copy ----------------------------------------------------------------------------------------------

    @rule(at=at, who=person, back=st.booleans())
    def save(self, at, who, back):
        copy, story = self.copies[at], self.story
        self.count += 1
        text = FIRST if back else f"{copy.store.stories.text(story)}\nSaid {self.count}.\n"
        with patch("desk.store.stories.stories.now", lambda: now() + copy.clock):
            copy.store.stories.save(story, text, self.person_at(at, who).actor, headline=headline_of(text))
        self.texts.add(text)

    @rule(at=at, kind=st.sampled_from([{}, {0: Kind.FURNITURE}]))
    def set_kinds(self, at, kind):
        self.copies[at].store.stories.remember(self.story, by_hand=kind)

    @rule(at=at, who=person)
    def comment(self, at, who):
        anchor = Anchor(0, 5, "Flood")
        remark = opened(self.story, self.person_at(at, who).actor, "Is it?", anchor, 1)
        self.copies[at].store.comments.add(remark)

    @rule(at=at, who=person, which=st.integers(0, 5), how=st.sampled_from([answered, resolved, reopened]))
    def say(self, at, who, which, how):
        comments, actor = self.copies[at].store.comments, self.person_at(at, who).actor
        threads = comments.threads(self.story)
        if threads:
            thread = threads[which % len(threads)]
            if thread.resolved is (how is reopened):
                comments.add(how(thread, actor, "Yes."))

    @rule(at=at, who=person, done=st.sampled_from([Done.TICKED, Done.UNTICKED, Done.NOT_AN_ERROR]))
    def decide(self, at, who, done):
        more = {"scope": Scope.STORY, "rule": "x", "subject": "y"} if done is Done.NOT_AN_ERROR else {"item": "Facts"}
        self.copies[at].store.decisions.add(Decision(done, self.story, self.person_at(at, who).actor, **more))

    @rule(at=at, who=person)
    def undo(self, at, who):
        decisions = self.copies[at].store.decisions
        listed = decisions.in_force(self.story).listed
        if listed:
            decisions.undo(listed[0].id, self.person_at(at, who))

    @rule(at=at, who=person)
    def lend(self, at, who):
        self.copies[at].store.decisions.add(Decision(Done.LENT, self.story, self.person_at(at, who).actor))

    @rule(at=at, days=st.integers(0, 3), who=person)
    def set_deadline(self, at, days, who):
        when = now() + timedelta(days=days)
        self.copies[at].store.stories.set_deadline(self.story, when, self.person_at(at, who).actor)

    @rule(at=at, who=person, which=st.integers(0, 9))
    def move(self, at, who, which):
        store, person = self.copies[at].store, self.person_at(at, who)
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
        store = self.copies[at].store
        versions = {v.digest: v for v in store.stories.versions(self.story)}
        tops = heads({digest: v.parents for digest, v in versions.items()})
        here = next(v for v in versions.values() if v.number == store.stories.get(self.story).version)
        others = [top for top in tops if top != here.digest]
        if store.stories.get(self.story).apart:
            text = store.stories.text(self.story) + store.stories.text_with(versions[others[0]].sha256)
            actor = self.person_at(at, who).actor
            store.apart_texts.lay_together(
                self.story, [here.digest, others[0]], MergeText(text), actor, "laid together"
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
        copy = self.copies[at]
        self.loads.append(copy.store.packing.pack([self.story], copy.strand, copy.key))

    @precondition(lambda self: self.loads)
    @rule(at=at, which=st.integers(0, 20))
    def take(self, at, which):
        self.lay(at, self.loads[which % len(self.loads)])

    @rule(at=at, to=at)
    def carry(self, at, to):
        if at != to:
            copy = self.copies[at]
            self.lay(to, copy.store.packing.pack([self.story], copy.strand, copy.key))

    def lay(self, to, load):
        store = self.copies[to].store
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
        store, story = self.copies[at].store, self.story
        versions = {v.digest: v.parents for v in store.stories.versions(story)}
        row, status = store.stories.get(story), store.seals.status(story)
        return {
            "heads": heads(versions),
            "versions": versions,
            "order": [decision.id for decision in store.decisions.of_story(story)],
            "state": row.state,
            "apart": row.apart,
            "hands": row.hands,
            "deadline": row.deadline,
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
            assert told[0] == told[1] == told[2]
            assert told[0]["apart"] or len({c.store.stories.text(self.story) for c in self.copies}) == 1
            for copy in self.copies:
                self.whole(copy.store)
        finally:
            for copy in self.copies:
                copy.store.close()

    def exchange_all(self):
        """Hand everything round until nothing is new: that an approval fell by it is written, and goes round too."""
        places = range(len(self.copies))
        for _ in range(_ROUNDS):
            same = [self.carry_whole(at, (at + 1) % len(places)) for at in places]
            if all(same):
                return
        raise AssertionError("it never ends")

    def carry_whole(self, at, to):
        """Carry from one to another; returns whether nothing was new."""
        copy = self.copies[at]
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
