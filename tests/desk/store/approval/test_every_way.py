"""Random verbs by random people: no approved text differs from its seal, and nothing unchecked was passed silently."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item, Severity
from desk.errors import KnownError
from desk.review.decisions import Decision, Done, on_finding
from desk.review.move_request import MoveRequest
from desk.review.people import Person, Role
from desk.review.rules import Policy, Rules, Weight
from desk.review.seal import content_of, text_digest
from desk.review.signing import SigningKey
from desk.review.states import TABLE, Action, State
from desk.store.connect import open_store
from desk.store.records.values import Ask, NewStory
from desk.text.blocks import Kind, Manuscript
from desk.text.moments import now
from desk.text.spans import Span

TEXTS = ("The the water rose.\n", "The water rose.\n", "The the water rose.\n\nRain fell.\n")
KEYS = [SigningKey.new() for _ in range(5)]
MANUAL = ("Facts checked", "Legal read")
RULES = Rules(
    replace(TABLE, own_copy=False),
    Policy(
        {"structure": Weight.RECOMMENDED},
        {"Sport": {"grammar": Weight.OFF}},
        again_after_edit=frozenset({"Facts checked"}),
    ),
    MANUAL,
)


def _finding(item, severity, text):
    paragraph = text_digest(text)[:16]
    return Finding(
        item, f"{item}.a", Span(0, 3), "The", "m", severity=severity, fingerprint=f"{item}", paragraph=paragraph
    )


class Desk(RuleBasedStateMachine):
    """One story, four people and a stranger, and everything that can be done to it."""

    pattern = folder = None
    members = ()
    """Four people with their keys and a stranger, who are in the pattern already."""
    count = 0

    @initialize()
    def open(self):
        Desk.count += 1
        path = self.folder / f"{Desk.count}.db"
        shutil.copy(self.pattern, path)
        self.store = open_store(path)
        self.store.reviews.rules = RULES
        self.people = self.members
        self.story = self.store.stories.create(
            NewStory(slug="s", text=TEXTS[0], section="News"), self.people[1].actor
        ).id
        self.state = State.DRAFT

    who = st.integers(0, 4)

    @rule(who=who, text=st.sampled_from(TEXTS))
    def save(self, who, text):
        self.store.stories.save(self.story, text, self.people[who].actor)

    @rule(kind=st.sampled_from([{}, {0: Kind.FURNITURE}]))
    def set_kind(self, kind):
        self.store.stories.remember(self.story, by_hand=kind)

    @rule(section=st.sampled_from(["News", "Sport"]))
    def describe(self, section):
        self.store.stories.describe(self.story, section=section)

    @rule(who=who, hours=st.sampled_from([None, -1, 1, 2]))
    def set_embargo(self, who, hours):
        person, old = self.people[who], self.store.stories.get(self.story).embargo
        until = None if hours is None else now() + timedelta(hours=hours)
        try:
            self.store.reviews.set_embargo(self.story, until, person)
        except KnownError:
            assert self.store.stories.get(self.story).embargo == old
            return
        if old is not None and old > now() and (until is None or until < old):
            assert person.may({Role.CHIEF, Role.ADMIN}), "lifted an embargo"

    @rule(
        unchecked=st.sets(st.sampled_from(Item), max_size=2),
        found=st.dictionaries(st.sampled_from(Item), st.sampled_from(Severity), max_size=2),
        missing=st.sets(st.sampled_from(Item), max_size=1),
    )
    def check(self, unchecked, found, missing):
        story, text = self.store.stories.get(self.story), self.store.stories.text(self.story)
        runs = [
            ItemRun(item, unchecked="away")
            if item in unchecked
            else ItemRun(item, (_finding(item, found[item], text),) if item in found else ())
            for item in Item
            if item not in missing
        ]
        self.store.runs.save(self.story, story.sha256, runs)

    @rule(who=who, nth=st.integers(0, 3))
    def waive(self, who, nth):
        run = self.store.runs.last(self.story)
        findings = [f for one in run.runs.values() for f in one.findings] if run else []
        if findings:
            finding = findings[nth % len(findings)]
            self.store.decisions.add(on_finding(Done.WAIVED, finding, self.story, self.people[who].actor, reason="so"))

    @rule(who=who, item=st.sampled_from([*MANUAL, *Item]), on=st.booleans())
    def tick(self, who, item, on):
        sha256 = self.store.stories.get(self.story).sha256
        done = Done.TICKED if on else Done.UNTICKED
        self.store.decisions.add(Decision(done, self.story, self.people[who].actor, item=item, sha256=sha256))

    @rule(who=who)
    def undo(self, who):
        listed = self.store.decisions.in_force(self.story).listed
        if listed:
            self.store.decisions.undo(listed[0].id, self.people[who])

    @precondition(lambda self: self.state in TABLE.names)
    @rule(who=who, nth=st.integers(0, 6), passing=st.sampled_from(["all", "none", "some", "empty"]), note=st.booleans())
    def move(self, who, nth, passing, note):
        ways = TABLE.moves_out(self.state)
        self._move(self.people[who], ways[nth % len(ways)].action, passing, note)

    @rule(readers=st.permutations([1, 2, 3]), unchecked=st.none() | st.sets(st.sampled_from(Item), max_size=1))
    def hurry(self, readers, unchecked):
        """Try the straight way, which random steps alone would seldom find."""
        if unchecked is not None:
            self.check(unchecked, {}, set())
        self.store.stories.describe(self.story, section="News")
        for who, action in zip([*readers, readers[0]], ("submit", "pass-on", "send-to-chief", "approve"), strict=True):
            self._move(self.people[who], action, "all", note=True)

    def _move(self, person, action, passing, note):
        options = {o.move.action: o for o in self.store.reviews.options(self.story, person)}
        obstacles = options[action].obstacles if action in options else ()
        reasons = {o.key: " " if passing == "empty" else "because" for o in obstacles}
        if passing == "none" or (passing == "some" and reasons):
            reasons = dict(list(reasons.items())[1:]) if passing == "some" else {}
        ask = Ask(MoveRequest(story=self.story, action=action, note="why" if note else "", passed=reasons), person)
        before = len(self.store.decisions.of_story(self.story))
        try:
            if action == Action.APPROVE:
                row, text = self.store.stories.get(self.story), self.store.stories.text(self.story)
                content = content_of(Manuscript.of(text), "", row.by_hand, row.format)
                self.store.reviews.approve(ask, content, KEYS[self.people.index(person)])
            else:
                self.store.reviews.move(ask)
        except KnownError:
            assert len(self.store.decisions.of_story(self.story)) == before
            return
        made = self.store.decisions.of_story(self.story)[before:]
        self._was_allowed(person, action, made)
        self.an_approved_text_is_the_sealed_one()

    def _was_allowed(self, person, action, made):
        move = next(m for m in TABLE.moves if m.action == action)
        assert person.id, "a stranger moved a story"
        assert self.state in move.sources
        assert person.may(move.roles, "News")
        assert made[-1].state == (move.target or made[-1].state)
        if action in (Action.PASS_ON, Action.SEND_TO_CHIEF, Action.APPROVE):
            self._nothing_was_silent(person, made)
        stand = self.store.decisions.in_force(self.story).stand
        if action in (Action.SEND_TO_CHIEF, Action.APPROVE):
            assert stand.rim != stand.slot
        if action == Action.APPROVE:
            embargo = self.store.stories.get(self.story).embargo
            if embargo is not None and embargo > now():
                assert any(d.note.get("why") == "embargoed" and d.reason.strip() for d in made), "broke an embargo"
            assert person.actor not in (stand.rim, stand.slot), "approved his own copy"

    def _nothing_was_silent(self, person, made):
        """What the last run did not check is named with a reason by somebody who may, or the section does not ask."""
        story, run = self.store.stories.get(self.story), self.store.runs.last(self.story)
        assert run is not None
        assert run.sha256 == story.sha256, "moved on although edited since the checks ran"
        told = {d.item: d for d in made if d.done is Done.ACKNOWLEDGED}
        assert all(d.reason.strip() for d in told.values())
        for item in Item:
            weight = RULES.policy.weight(item, story.section)
            if weight is Weight.OFF:
                continue
            assert item in run.runs, "moved on while an item had not run"
            if run.runs[item].unchecked:
                assert item in told, f"{item} was passed silently"
            elif made[-1].done is Done.APPROVED and item in told and told[item].note["grade"] == "error":
                assert person.may({Role.CHIEF})
        if made[-1].done is Done.APPROVED:
            ticked = self.store.decisions.in_force(self.story).ticks(story.sha256, RULES.policy.again_after_edit)
            assert all(item in ticked or item in told for item in MANUAL)
            seal = self.store.seals.last(self.story)
            assert set(seal.unchecked) == {str(i) for i, one in run.runs.items() if one.unchecked}

    @invariant()
    def an_approved_text_is_the_sealed_one(self):
        story = self.store.stories.get(self.story)
        stand = self.store.decisions.in_force(self.story).stand
        assert story.state == stand.state, "a state that no move led to"
        status = self.store.seals.status(self.story)
        if story.state == State.APPROVED:
            seal = self.store.seals.last(self.story)
            text = self.store.stories.text(self.story)
            assert (seal.sha256, story.seal) == (text_digest(text), seal.id)
            assert seal.kinds == tuple((start, str(kind)) for start, kind in sorted(story.by_hand.items()))
            assert status.stands, status
        else:
            assert status is None or not status.stands
        self.state = story.state

    def teardown(self):
        if hasattr(self, "store"):
            assert self.store.trail.faults() == []
            self.store.close()


def _people(store):
    """Let four people and a stranger belong to a desk, each with a key; done once, for each try begins with them."""
    roles = {"AH": [], "RM": [Role.EDITOR], "TR": [Role.EDITOR, Role.CHIEF], "OB": [Role.CHIEF, Role.EDITOR]}
    people = [store.people.add(f"Person {i}", i, {"*": mine}) for i, mine in roles.items()]
    people.append(Person("A stranger"))
    for person, key in zip(people, KEYS, strict=True):
        store.keys.add(person, key.fingerprint, key.public)
    return tuple(people)


@pytest.mark.slow
def test_no_way_leads_round_the_gate(tmp_path):
    Desk.pattern, Desk.folder = tmp_path / "pattern.db", tmp_path
    with closing(open_store(Desk.pattern)) as store:
        Desk.members = _people(store)
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
