"""Stories that go to a laptop and come back: nothing lost, nothing chosen in silence, every approval provable."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import InTheWay
from desk.review.decisions import Decision, Done
from desk.review.states import State
from desk.text.blocks import Kind
from desk.text.moments import now
from desk.text.spans import Span
from tests.desk.services.copies import TEXT, carry, dump, give_key, state, work_as


def test_a_story_is_the_same_on_the_laptop(pair):
    desk, laptop, story = pair
    here, there = desk.stories.view(story), laptop.stories.view(story)
    assert (here.text, here.slug, here.state, here.section) == (there.text, there.slug, there.state, there.section)
    assert [v.digest for v in desk.store.stories.versions(story)] == [
        v.digest for v in laptop.store.stories.versions(story)
    ]
    assert {p.name for p in laptop.people.all()} == {"Odile Brandt", "Rosa Marquez", "Tam Reyes"}
    assert laptop.store.audit.faults() == []


def test_twice_is_as_once(pair, checked):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    first = carry(laptop, desk, story)
    assert first.said == "1 story went on."
    before = dump(desk)
    assert carry(laptop, desk, story).said == "Nothing was new."
    assert dump(desk) == before


def test_what_a_third_has_from_before_takes_nothing_back(pair, checked, copies):
    desk, laptop, story = pair
    third = copies.open("third")
    checked(desk, story, TEXT + "\nMore.\n")  # a saved text is no entry of the trail
    carry(desk, third, story)
    work_as(third, "RM")
    taken = carry(laptop, third, story)
    assert (taken.refused, taken.said) == ((), "Nothing was new.")
    assert third.stories.view(story).text.endswith("More.\n")


def test_a_text_that_was_made_from_the_other_goes_on(pair, checked):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    taken = carry(laptop, desk, story)
    assert (taken.laid[0].now.forward, taken.laid[0].now.apart) == (True, False)
    assert desk.stories.view(story).text.endswith("More.\n")
    assert carry(desk, laptop, story).laid[0].now.forward is False


def test_answers_on_names_and_figures_travel(pair):
    desk, laptop, story = pair
    for item, said in ((Item.NAMES, "Ines Duarte"), (Item.FIGURES, "400 homes")):
        laptop.decisions.answer_pair(story, item, NameAnswer(said, f"4,000 {said}", Verdict.DIFFERENT))
    carry(laptop, desk, story)
    brief, there = desk.examiner.brief(desk.stories.view(story)), laptop.examiner.brief(laptop.stories.view(story))
    assert [answer.first for answer in (*brief.name_answers, *brief.figure_answers)] == ["Ines Duarte", "400 homes"]
    assert (brief.name_answers, brief.figure_answers) == (there.name_answers, there.figure_answers)


def test_texts_that_both_changed_stay_and_nobody_approves_them(pair, checked, go):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nSaid on the train.\n")
    checked(desk, story, TEXT + "\nSaid at the desk.\n")
    taken = carry(laptop, desk, story)
    assert "1 story was changed in both places" in taken.said
    assert desk.stories.view(story).text.endswith("Said at the desk.\n")
    assert {desk.store.stories.text(story, v.number)[-15:] for v in desk.store.stories.versions(story)} > {
        "Said at the desk.\n"[-15:]
    }
    assert desk.store.stories.get(story).apart == 1
    go(desk, story, "submit")
    work_as(desk, "TR")
    go(desk, story, "pass-on")
    work_as(desk, "OB")
    go(desk, story, "send-to-chief")
    give_key(desk, "TR")
    with pytest.raises(InTheWay, match="changed in two places"):
        go(desk, story, "approve")


def approve(desk, story, go):
    for initials, action in (("RM", "submit"), ("TR", "pass-on"), ("OB", "send-to-chief"), ("TR", "approve")):
        work_as(desk, initials)
        go(desk, story, action)


def test_an_approval_made_on_a_laptop_stands_at_the_desk(pair, checked, go):
    desk, laptop, story = pair
    give_key(desk, "TR")
    carry(desk, laptop, story)
    checked(laptop, story, TEXT)
    approve(laptop, story, go)
    assert laptop.store.seals.status(story).stands
    taken = carry(laptop, desk, story)
    assert (taken.refused, taken.laid[0].now.voided) == ((), False)
    status = desk.store.seals.status(story)
    assert (state(desk, story), status.stands, status.why_void) == (State.APPROVED, True, "")
    assert (desk.store.audit.faults(), desk.store.trail.faults()) == ([], [])
    assert desk.store.reviews.look_after(story) == ""
    told = [entry.decision.done.words for entry in desk.reports.report(story).trail]
    assert [word for word in told if word != "acknowledged"] == [
        "submitted",
        "passed on",
        "sent to the section chief",
        "approved",
    ]


def test_an_approval_reads_void_where_the_desk_went_on(pair, checked, go):
    desk, laptop, story = pair
    give_key(desk, "TR")
    carry(desk, laptop, story)
    checked(laptop, story, TEXT)
    approve(laptop, story, go)
    work_as(desk, "RM")
    checked(desk, story, TEXT + "\nThe desk went on.\n")
    taken = carry(laptop, desk, story)
    assert taken.laid[0].now.voided
    assert state(desk, story) != State.APPROVED
    assert "edited after Tam Reyes approved it" in desk.store.seals.status(story).why_void
    carry(desk, laptop, story)
    assert state(laptop, story) == state(desk, story)
    assert laptop.stories.view(story).text == desk.stories.view(story).text


def test_a_seal_by_a_key_revoked_meanwhile_asks_unless_the_revocation_knew_of_it(pair, checked, go):
    desk, laptop, story = pair
    give_key(desk, "TR")
    key = next(k for k in desk.store.keys.all() if k.who.name == "Tam Reyes")
    carry(desk, laptop, story)
    checked(laptop, story, TEXT)
    approve(laptop, story, go)
    load = laptop.exchange.pack([story])
    work_as(desk, "OB")
    desk.signing_keys.revoke(key.fingerprint, "the laptop was lost")
    desk.exchange.take_in(load)
    assert "nobody can say which was first" in desk.store.seals.status(story).why_void
    assert desk.store.reviews.look_after(story) == ""
    assert laptop.store.seals.status(story).stands
    carry(desk, laptop, story)
    assert "nobody can say which was first" in laptop.store.seals.status(story).why_void


def test_an_older_pack_of_the_desk_brings_no_revoked_key_back(pair, copies, checked):
    desk, laptop, story = pair
    give_key(desk, "TR")
    key = next(k for k in desk.store.keys.all() if k.who.name == "Tam Reyes")
    checked(desk, story, TEXT + "\nMore.\n")
    older = desk.exchange.pack([story])
    work_as(desk, "OB")
    desk.signing_keys.revoke(key.fingerprint, "the laptop was lost")
    carry(desk, laptop, story)
    replay = copies.open("replay")  # a laptop that joins by the older paper, and hears of the rest afterwards
    for strand in {s.id: s for part in older.desk.parts for s in (part.strand,)}.values():
        replay.exchange.accept(strand)
    for one in (laptop, replay):
        one.exchange.take_in(older)
    assert laptop.store.keys.get(key.fingerprint).revoked is not None
    assert replay.store.keys.get(key.fingerprint).revoked is None
    work_as(replay, "RM")
    carry(desk, replay, story)
    assert replay.store.keys.get(key.fingerprint).revoked is not None
    replay.exchange.take_in(older)
    assert replay.store.keys.get(key.fingerprint).revoked is not None


def test_a_revocation_that_knew_of_a_seal_leaves_it(pair, checked, go):
    desk, laptop, story = pair
    give_key(desk, "TR")
    key = next(k for k in desk.store.keys.all() if k.who.name == "Tam Reyes")
    carry(desk, laptop, story)
    checked(laptop, story, TEXT)
    approve(laptop, story, go)
    carry(laptop, desk, story)
    work_as(desk, "OB")
    desk.signing_keys.revoke(key.fingerprint, "they left")
    carry(desk, laptop, story)
    for one in (desk, laptop):
        status = one.store.seals.status(story)
        assert (status.stands, "was revoked" in status.remark) == (True, True)


def test_comments_answered_in_two_places_come_together(pair):
    desk, laptop, story = pair
    desk.review.comment(story, TEXT, Span(0, 6), "Which bridge?")
    carry(desk, laptop, story)
    thread = laptop.store.comments.threads(story)[0].id
    laptop.review.resolve(story, thread)
    desk.review.answer(story, thread, "The old one.")
    carry(laptop, desk, story)
    carry(desk, laptop, story)
    for one in (desk, laptop):
        (found,) = one.store.comments.threads(story)
        assert ([r.words for r in found.answers], found.resolved) == (["", "The old one."], True)


def test_deadlines_slugs_and_loans_travel(pair):
    desk, laptop, story = pair
    when = now()
    laptop.stories.set_deadline(story, when)
    laptop.stories.describe(story, slug="bridge-opens", section="Metro")
    carry(laptop, desk, story)
    view = desk.store.stories.get(story)
    assert (view.deadline, view.slug, view.section) == (when, "bridge-opens", "Metro")
    desk.exchange.lend([story], "Rosa Marquez", "laptop", when)
    assert desk.store.stories.get(story).lent["laptop"] == "laptop"
    carry(desk, laptop, story)
    assert laptop.store.stories.get(story).lent["to"] == "Rosa Marquez"
    assert next(row for row in laptop.store.queue.page().rows).lent["to"] == "Rosa Marquez"
    laptop.exchange.give_back([story])
    carry(laptop, desk, story)
    assert desk.store.stories.get(story).lent == {}


def test_two_loans_made_apart_are_both_shown_until_each_is_back(pair):
    desk, laptop, story = pair
    desk.exchange.lend([story], "Rosa Marquez", "her laptop")
    laptop.exchange.lend([story], "Tam Reyes", "his laptop")
    desk.exchange.give_back([story])
    desk.exchange.lend([story], "Rosa Marquez", "her laptop")
    carry(laptop, desk, story)
    carry(desk, laptop, story)
    both = {"lent to Rosa Marquez on her laptop and Tam Reyes on his laptop"}
    both |= {"lent to Tam Reyes on his laptop and Rosa Marquez on her laptop"}
    for one in (desk, laptop):
        assert one.stories.view(story).lent == one.queue.rows([story])[0].lent
        assert one.stories.view(story).lent in both
    laptop.exchange.give_back([story], {"to": "Tam Reyes", "laptop": "his laptop"})
    desk.exchange.lend([story], "Ida Lund", "the annexe")
    carry(laptop, desk, story)
    assert desk.stories.view(story).lent == "lent to Rosa Marquez on her laptop and Ida Lund on the annexe"
    desk.exchange.give_back([story])
    carry(desk, laptop, story)
    assert (desk.stories.view(story).lent, laptop.stories.view(story).lent) == ("", "")


def test_what_is_new_is_told_before_it_is_taken(pair, checked):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    load = laptop.exchange.pack([story])
    (coming,) = desk.exchange.look(load)
    assert (coming.slug, coming.is_new, coming.why_not, coming.news.versions) == ("bridge", False, "", 1)
    with desk.asking():
        desk.exchange.look(load)


def test_kinds_that_were_set_by_hand_travel_as_a_version(pair, checked):
    desk, laptop, story = pair
    laptop.store.stories.remember(story, by_hand={0: Kind.FURNITURE})
    carry(laptop, desk, story)
    assert desk.store.stories.get(story).by_hand == {0: Kind.FURNITURE}
    assert [v.who.name for v in desk.store.stories.versions(story)] == ["Rosa Marquez"] * 2


def test_a_key_of_the_desk_that_a_laptop_made_is_a_proposal(pair):
    desk, laptop, story = pair
    laptop.signing_keys.new()
    taken = carry(laptop, desk, story)
    assert [p.split(" (")[0] for p in taken.proposals] == ["Rosa Marquez has made a key on laptop"]
    assert all(key.who.name != "Rosa Marquez" for key in desk.store.keys.all())


def test_a_clock_that_went_back_is_told_where_the_trail_is_read(pair, checked, monkeypatch):
    desk, laptop, story = pair
    early = now() - timedelta(days=11)
    with monkeypatch.context() as patch:
        patch.setattr("desk.store.stories.stories.now", lambda: early)
        checked(laptop, story, TEXT + "\nMore.\n")
    desk.decisions.tick(story, "Facts checked", True)
    carry(desk, laptop, story)
    laptop.decisions.tick(story, "Headline matches", True)
    who = laptop.people.working.actor
    laptop.store.decisions.add(Decision(Done.TICKED, story, who, item="Legal read", when=early))
    carry(laptop, desk, story)
    assert [line.why for line in desk.versions.lines(story)] == ["its clock was behind: made from version 1", "opened"]
    assert len(desk.store.trail.clocks_behind(story)) == 1
    page = desk.reports.page(story)
    assert page.count("its clock was behind: made after ") == 1
    assert (desk.store.trail.steps_back(), len(laptop.store.trail.steps_back())) == ([], 1)
    assert desk.store.trail.faults() == laptop.store.trail.faults() == []


def test_an_answer_that_came_before_its_comment_changes_nothing_of_what_was_signed(pair, copies):
    desk, laptop, story = pair
    desk.review.comment(story, TEXT, Span(0, 6), "Which bridge?")
    carry(desk, laptop, story)
    laptop.review.answer(story, laptop.store.comments.threads(story)[0].id, "The old one.")
    third = copies.open("third")
    carry(laptop, third, story)  # what the laptop wrote stands before what it was given
    work_as(third, "TR")
    third.exchange.accept(desk.exchange.me())
    assert third.store.packing.faults() == []
    assert carry(third, desk, story).refused == ()


def test_the_same_copy_map_set_on_two_copies_is_one_version_of_both(pair, copies):
    desk, laptop, story = pair
    third = copies.open("third")
    for one in (desk, laptop):
        one.store.stories.remember(story, by_hand={0: Kind.FURNITURE})
    carry(desk, third, story)
    carry(laptop, desk, story)  # the very version that the desk made by itself
    desk.decisions.tick(story, "Facts checked", True)
    work_as(third, "TR")
    third.exchange.accept(laptop.exchange.me())
    assert carry(desk, third, story).refused == ()
    assert carry(third, laptop, story).refused == carry(laptop, desk, story).refused == ()
    assert [len(one.store.stories.versions(story)) for one in (desk, laptop, third)] == [2, 2, 2]
    assert desk.store.apart_texts.copies(story) == {desk.store.stories.versions(story)[0].digest: "laptop"}


def test_a_copy_map_set_to_what_the_other_copy_has_is_apart_no_more_on_either(pair):
    desk, laptop, story = pair
    for one, kind in ((desk, Kind.FURNITURE), (laptop, Kind.PAID)):
        one.store.stories.remember(story, by_hand={0: kind}, who=one.people.working.actor)
    carry(desk, laptop, story)
    carry(laptop, desk, story)
    assert [one.store.stories.get(story).apart for one in (desk, laptop)] == [1, 1]
    laptop.store.stories.remember(story, by_hand={0: Kind.FURNITURE})  # a version once it is packed
    carry(laptop, desk, story)
    assert [one.store.stories.get(story).apart for one in (desk, laptop)] == [0, 0]


def test_a_value_that_cannot_be_read_is_told_of_its_story(pair):
    desk, laptop, story = pair
    desk.review.comment(story, TEXT, Span(0, 6), "Which bridge?")
    carry(desk, laptop, story)
    assert laptop.store.packing.faults() == []
    with closing(sqlite3.connect(laptop.store.path, isolation_level=None)) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute("UPDATE comments SET anchor = '['")
    (fault,) = laptop.store.packing.faults()
    assert fault.startswith("“bridge”: Another program wrote values into the database")
