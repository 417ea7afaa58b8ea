from dataclasses import replace
from datetime import timedelta

import pytest

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.errors import KnownError
from desk.review.decisions import Decision, Done, on_finding
from desk.review.move_request import MoveRequest
from desk.review.obstacles import Why
from desk.review.people import Person, Role, actor
from desk.review.rules import Policy, Rules, Weight, rules_digest
from desk.review.states import Action, State
from desk.store.records.values import Ask
from desk.text.links import TextLink
from desk.text.moments import now
from desk.text.spans import Span

ALONE = Person("Odile Brandt")


@pytest.fixture
def people(store):
    """A desk of three: two readers and a chief."""
    admin = store.people.add("Ada Holm", "AH", {})
    rosa = store.people.add("Rosa Marquez", "RM", {"*": [Role.EDITOR]})
    tam = store.people.add("Tam Reyes", "TR", {"*": [Role.EDITOR]})
    odile = store.people.add("Odile Brandt", "OB", {"*": [Role.CHIEF]})
    return admin, rosa, tam, odile


@pytest.fixture
def with_chief(store, story, finding, check, people, ask):
    """The story, checked, one finding waived, and sent to the section chief."""
    _, rosa, tam, _ = people
    check(story.id, finding)
    store.decisions.add(on_finding(Done.WAIVED, finding, story.id, rosa.actor, reason="as spoken"))
    for action, person in ((Action.SUBMIT, rosa), (Action.PASS_ON, rosa), (Action.SEND_TO_CHIEF, tam)):
        story = store.reviews.move(ask(story.id, action, person))
    return story


def test_an_approval_is_sealed_signed_and_found_again(store, with_chief, finding, people, ask, content, signing_key):
    store.keys.add(people[3], signing_key.fingerprint, signing_key.public)
    approved = store.reviews.approve(ask(with_chief.id, Action.APPROVE, people[3]), content(with_chief.id), signing_key)
    assert approved.state == State.APPROVED
    seal = store.seals.last(approved.id)
    assert (approved.seal, seal.sha256, seal.who.name, seal.who.id) == (
        seal.id,
        approved.sha256,
        "Odile Brandt",
        people[3].id,
    )
    assert (seal.rules, seal.engine, len(seal.waivers)) == ("rules 1", "engine 1", 1)
    assert store.seals.run(seal)[Item.STYLE] == ItemRun(Item.STYLE, (finding,))
    status = store.seals.status(approved.id)
    assert (status.stands, status.why_void, status.waivers, status.remark) == (True, "", 1, "")
    last = store.trail.of_story(approved.id)[-1]
    assert (last.place, last.chain) == (seal.place, seal.chain)
    assert last.decision.role == Role.CHIEF
    assert store.trail.faults() == []
    assert store.seals.on_text(approved.sha256) == [seal]


def test_the_gate_is_asked_within_the_store(store, story, check, finding):
    check(story.id, finding)
    for action in (Action.SUBMIT, Action.PASS_ON):
        wish = Ask(MoveRequest(story=story.id, action=action), ALONE)
        if action == Action.PASS_ON:
            with pytest.raises(KnownError, match="has 1 open error"):
                store.reviews.move(wish)
        else:
            store.reviews.move(wish)
    assert store.stories.get(story.id).state == State.COPY_DESK


def test_what_was_passed_is_on_record_with_reason_role_and_places(
    store, with_chief, people, check, ask, content, finding
):
    store.decisions.undo(store.decisions.in_force(with_chief.id).listed[0].id, people[1])
    check(with_chief.id, finding, unchecked=[Item.GRAMMAR])
    (option,) = [o for o in store.reviews.options(with_chief.id, people[3]) if o.move.action == Action.APPROVE]
    assert [o.key for o in option.obstacles] == [
        "grammar: not-checked",
        "style: open-errors",
        "newer-than-the-last-look",
    ]
    _approve(store, ask(with_chief.id, Action.APPROVE, people[3]), content(with_chief.id))
    made = [d for d in store.decisions.of_story(with_chief.id) if d.done is Done.ACKNOWLEDGED]
    assert [(d.item, d.reason, d.role) for d in made] == [
        ("grammar", "as I see it", Role.CHIEF),
        ("style", "as I see it", Role.CHIEF),
        ("", "as I see it", Role.CHIEF),
    ]
    assert made[1].note["findings"] == [finding.fingerprint]
    assert store.seals.last(with_chief.id).unchecked == ("grammar",)


def _approve(store, wish, content):
    from desk.review.signing import SigningKey

    key = SigningKey.new()
    store.keys.add(wish.person, key.fingerprint, key.public)
    return store.reviews.approve(wish, content, key)


def test_findings_that_came_after_the_last_look_stand_in_the_way(store, with_chief, people, check, finding):
    chief = people[3]
    waived = [o.key for o in _approval(store, with_chief, chief).obstacles]
    assert waived == ["newer-than-the-last-look"]
    assert _approval(store, with_chief, chief, seen=[finding.fingerprint]).obstacles == ()


def _approval(store, story, person, seen=()):
    return next(o for o in store.reviews.options(story.id, person, seen) if o.move.action == Action.APPROVE)


def test_a_text_that_was_edited_since_the_checks_ran_waits_for_them(store, with_chief, people, text, ask, content):
    store.stories.save(with_chief.id, text + "More.", actor("", "Tam Reyes"))
    wish = ask(with_chief.id, Action.APPROVE, people[3])
    with pytest.raises(KnownError, match="edited since the checks ran"):
        _approve(store, wish, content(with_chief.id))


def test_any_later_edit_voids_the_approval_and_the_very_text_brings_it_back(store, story, check, approve, text):
    check(story.id)
    approved = approve(story.id)
    saved = store.stories.save(story.id, text + "More.", actor("", "Tam Reyes"))
    assert (saved.voided, saved.story.state, saved.story.seal) == (True, State.CHIEF, "")
    last = store.decisions.of_story(story.id)[-1]
    assert (last.done, last.who.name, last.sha256) == (Done.VOIDED, "Tam Reyes", saved.story.sha256)
    status = store.seals.status(story.id)
    assert (status.stands, status.why_void) == (False, "The text was edited after Odile Brandt approved it.")
    back = store.stories.save(story.id, text, actor("", "Tam Reyes"))
    assert (back.restored, back.story.state, back.story.seal) == (True, State.APPROVED, approved.seal)
    assert store.decisions.of_story(story.id)[-1].done is Done.RESTORED
    assert store.seals.status(story.id).stands
    assert store.trail.faults() == []


def test_another_kind_of_a_block_voids_it_too(store, story, check, approve, text):
    from desk.text.blocks import Kind

    check(story.id)
    approve(story.id)
    store.stories.remember(story.id, by_hand={0: Kind.PAID}, who=actor("", "Tam Reyes"))
    assert "copy map was changed" in store.seals.status(story.id).why_void
    assert store.stories.get(story.id).state == State.CHIEF
    store.stories.remember(story.id, by_hand={}, who=actor("", "Tam Reyes"))
    assert store.seals.status(story.id).stands


def test_another_link_voids_it_too_and_the_sealed_ones_bring_it_back(store, story, check, approve, text):
    first, other = (TextLink(Span(0, 5), f"https://{host}.test/") for host in ("harbour", "elsewhere"))
    store.stories.save(story.id, text, actor("", "Rosa Marquez"), links=(first,))
    check(story.id)
    approve(story.id)
    assert store.seals.last(story.id).links == (first,)
    saved = store.stories.save(story.id, text, actor("", "Tam Reyes"), links=(other,))
    assert saved.voided
    assert "Where words lead was changed" in store.seals.status(story.id).why_void
    assert store.stories.save(story.id, text, actor("", "Tam Reyes"), links=(first,)).restored
    assert store.seals.status(story.id).stands


def test_an_approval_that_was_moved_on_does_not_come_back_by_itself(store, story, check, approve, ask, text):
    check(story.id)
    approve(story.id)
    store.stories.save(story.id, text + "More.", actor("", "Tam"))
    store.reviews.move(ask(story.id, Action.HOLD, ALONE, "wait"))
    assert not store.stories.save(story.id, text, actor("", "Tam")).restored
    assert store.stories.get(story.id).state == State.HOLD


def test_saving_the_same_text_leaves_the_approval_standing(store, story, check, approve, text):
    check(story.id)
    approve(story.id)
    saved = store.stories.save(story.id, text, actor("", "Tam Reyes"), place=4)
    assert not saved.voided
    assert saved.story.state == State.APPROVED


def test_a_waiver_that_is_taken_back_voids_the_seal(store, story, check, approve, finding):
    check(story.id, finding)
    waiver = on_finding(Done.WAIVED, finding, story.id, actor("", "Rosa"), reason="as spoken")
    store.decisions.add(waiver)
    approve(story.id)
    store.decisions.undo(waiver.id, ALONE)
    assert store.seals.status(story.id).why_void == "1 waiver was taken back after Odile Brandt approved it."
    assert store.stories.get(story.id).state == State.CHIEF
    store.decisions.undo([d for d in store.decisions.of_story(story.id) if d.done is Done.UNDONE][-1].id, ALONE)
    assert store.seals.status(story.id).stands
    assert store.stories.get(story.id).state == State.APPROVED


@pytest.mark.parametrize("change", [{"sha256": "x"}, {"kinds": ((0, "paid"),)}, {"format": "markdown"}])
def test_a_seal_on_something_else_is_refused(store, story, check, ask, content, signing_key, change):
    check(story.id)
    for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF):
        store.reviews.move(ask(story.id, action, ALONE))
    with pytest.raises(KnownError, match="was changed meanwhile: read the new text"):
        store.reviews.approve(ask(story.id, Action.APPROVE, ALONE), replace(content(story.id), **change), signing_key)
    assert store.stories.get(story.id).state == State.CHIEF
    assert store.seals.last(story.id) is None


def test_only_people_of_the_desk_move_its_stories_with_the_roles_that_the_desk_gave(
    store, with_chief, people, ask, content
):
    stranger = Person("Mallory", id="f" * 32)
    with pytest.raises(KnownError, match="Mallory does not belong to this desk"):
        store.reviews.move(ask(with_chief.id, Action.HOLD, stranger, "wait"))
    with pytest.raises(KnownError, match="Mallory does not belong"):
        store.reviews.move(ask(with_chief.id, Action.HOLD, Person("Mallory"), "wait"))
    pretender = replace(people[1], roles=frozenset(Role))
    with pytest.raises(KnownError, match="is for the section chief: Rosa Marquez works as copy editor"):
        _approve(store, ask(with_chief.id, Action.APPROVE, pretender), content(with_chief.id))


def test_the_second_read_must_be_another_persons(store, story, check, people, ask):
    check(story.id)
    store.reviews.move(ask(story.id, Action.SUBMIT, people[1]))
    store.reviews.move(ask(story.id, Action.PASS_ON, people[1]))
    with pytest.raises(KnownError, match="Rosa Marquez gave the first read"):
        store.reviews.move(ask(story.id, Action.SEND_TO_CHIEF, people[1]))
    assert store.stories.get(story.id).state == State.SECOND_READ


def test_a_story_is_returned_to_somebody_with_what_was_picked(store, with_chief, people, ask):
    picked = {"findings": ["f1"], "comments": ["c1"]}
    wish = ask(with_chief.id, Action.RETURN, people[3], "lead", to=people[2].id, to_name="Tam Reyes", picked=picked)
    returned = store.reviews.move(wish)
    assert (returned.state, returned.hands) == (State.RETURNED, people[2].id)
    note = store.decisions.of_story(with_chief.id)[-1].note
    known = {"rules": rules_digest(store.reviews.rules), "found": store.runs.last(with_chief.id).digest}
    assert note == {"move": "return", "to": people[2].id, "to_name": "Tam Reyes", **known, **picked}


def test_a_story_that_is_returned_to_nobody_goes_to_its_first_reader(store, with_chief, people, ask):
    assert store.reviews.move(ask(with_chief.id, Action.RETURN, people[3], "lead")).hands == people[1].id


def test_a_hold_ends_at_a_time_and_keeps_the_hands(store, story, people, ask):
    until = now()
    store.stories.take(story.id, people[1])
    held = store.reviews.move(ask(story.id, Action.HOLD, people[1], " wait for the court ", until=until))
    assert (held.state, held.hold_until, held.hands) == (State.HOLD, until, people[1].id)
    assert store.decisions.of_story(story.id)[-1].reason == "wait for the court"
    back = store.reviews.move(ask(story.id, Action.RESUME, people[2]))
    assert (back.state, back.hold_until, back.hands) == (State.DRAFT, None, people[1].id)


def test_nobody_walks_round_a_sections_chief_by_putting_the_story_into_his_own(store, with_chief, people, ask, content):
    store.stories.describe(with_chief.id, section="News")
    lea = store.people.add("Lea Novak", "LN", {"*": [Role.EDITOR], "Sport": [Role.CHIEF]})
    with pytest.raises(KnownError, match=r"Rosa Marquez gave the first read: only a section chief of News or an"):
        store.reviews.reassign(with_chief.id, "Sport", lea)
    moved = store.reviews.reassign(with_chief.id, "Sport", people[3])
    assert moved.section == "Sport"
    last = store.decisions.of_story(with_chief.id)[-1]
    assert (last.done, last.reason, last.role) == (Done.REASSIGNED, "News → Sport", Role.CHIEF)
    assert store.reviews.reassign(with_chief.id, "Sport", lea) == moved


def test_an_embargo_waits_for_its_time_or_a_chief_with_a_reason(store, with_chief, people, ask, content, signing_key):
    _, rosa, _, odile = people
    store.keys.add(odile, signing_key.fingerprint, signing_key.public)
    until = now() + timedelta(hours=2)
    store.reviews.set_embargo(with_chief.id, until, rosa)
    with pytest.raises(KnownError, match=r"Embargoed until .*: only a section chief or an administrator lifts"):
        store.reviews.set_embargo(with_chief.id, None, rosa)
    without = ask(with_chief.id, Action.APPROVE, odile, passed={})
    with pytest.raises(KnownError, match="Embargoed until"):
        store.reviews.approve(without, content(with_chief.id), signing_key)
    store.reviews.approve(ask(with_chief.id, Action.APPROVE, odile), content(with_chief.id), signing_key)
    assert '"why":"embargoed"' in store.seals.last(with_chief.id).payload
    assert store.reviews.set_embargo(with_chief.id, None, odile).embargo is None
    assert store.decisions.of_story(with_chief.id)[-1].role == Role.CHIEF


def test_an_embargo_whose_time_has_come_stands_in_nobodys_way(store, with_chief, people):
    _, rosa, _, odile = people
    store.reviews.set_embargo(with_chief.id, now() - timedelta(minutes=1), rosa)
    approve = next(o for o in store.reviews.options(with_chief.id, odile) if o.move.action == Action.APPROVE)
    assert Why.EMBARGO not in {obstacle.why for obstacle in approve.obstacles}
    assert store.reviews.set_embargo(with_chief.id, None, rosa).embargo is None


def test_before_the_first_read_anybody_of_the_desk_sorts_a_story(store, story, people):
    assert store.reviews.reassign(story.id, "Sport", people[1]).section == "Sport"
    with pytest.raises(KnownError, match="does not belong to this desk"):
        store.reviews.reassign(story.id, "News", Person("Mallory"))


def test_what_a_section_does_not_ask_for_is_told_in_the_seal(store, story, check, approve):
    store.reviews.rules = Rules(policy=Policy({"grammar": Weight.OFF}), manual_items=("Legal read",))
    check(story.id, unchecked=[Item.GRAMMAR])
    store.decisions.add(Decision(Done.TICKED, story.id, actor("", "Rosa"), item="Legal read"))
    approve(story.id)
    assert '"off":["grammar"]' in store.seals.last(story.id).payload


def test_an_approval_has_its_own_door(store, story):
    with pytest.raises(ValueError, match="approve"):
        store.reviews.move(Ask(MoveRequest(story=story.id, action=Action.APPROVE), ALONE))
