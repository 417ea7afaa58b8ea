"""What people decided differently on two copies waits for a person, nothing preset; the answer travels as all does."""

from datetime import timedelta

import pytest

from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import KnownError
from desk.review.people import Role
from desk.review.queue import Filter, Waiting
from desk.review.states import State
from desk.text.moments import now, to_the_minute
from tests.desk.services.copies import TEXT, carry, state, work_as


@pytest.fixture
def styled(copies, checked):
    """A desk and a laptop with one story in which a word stands twice, and that finding."""
    desk = copies.desk()
    work_as(desk, "RM")
    story = desk.stories.open_text(TEXT.replace("opened on", "opened opened on"), "bridge").id
    checked(desk, story, desk.stories.view(story).text)
    laptop = copies.open("laptop")
    carry(desk, laptop, story)
    work_as(laptop, "TR")
    desk.exchange.accept(laptop.exchange.me())
    checked(laptop, story, laptop.stories.view(story).text)
    finding = next(f for f in desk.stories.view(story).runs[Item.STYLE].findings if "opened" in f.quote)
    return desk, laptop, story, finding


def both_ways(one, other, story):
    """Exchange until nothing is new."""
    for _ in range(3):
        carry(one, other, story)
        carry(other, one, story)


def asked(desk, story):
    return desk.needs.of_story(story)


def standing(desk, story, finding):
    return desk.store.decisions.in_force(story).on(finding)


def test_a_waiver_here_and_its_opposite_there_leaves_the_finding_open_until_a_person_says(styled):
    desk, laptop, story, finding = styled
    desk.decisions.waive(story, finding, "as spoken")
    laptop.decisions.waive(story, finding, "a quotation")
    laptop.decisions.undo_decision(story, laptop.store.decisions.in_force(story).listed[0].id)
    both_ways(laptop, desk, story)
    for one in (desk, laptop):
        assert standing(one, story, finding) is None
        (question,) = asked(one, story)
        assert question.said == "House style: “opened opened” was let stand in one place and not in another."
        assert sorted(question.answers) == ["It is open, as Tam Reyes has it", "It stands, as Rosa Marquez has it"]
        assert (one.stories.view(story).opposites, one.store.queue.page().rows[0].opposites) == (1, 1)
    (question,) = asked(desk, story)
    nth = question.answers.index("It stands, as Rosa Marquez has it")
    assert "let it stand (“as spoken”), " in question.sides[nth]
    desk.needs.answer(question, nth)
    both_ways(laptop, desk, story)
    for one in (desk, laptop):
        assert (standing(one, story, finding).reason, asked(one, story)) == ("as spoken", ())
        assert one.stories.view(story).opposites == 0


def test_said_to_be_open_every_waiver_of_it_is_taken_back(styled):
    desk, laptop, story, finding = styled
    desk.decisions.waive(story, finding, "as spoken")
    laptop.decisions.fixed(story, [(finding, "Take one out")])
    carry(laptop, desk, story)
    (question,) = asked(desk, story)
    assert any("Tam Reyes mended it" in side for side in question.sides)
    desk.needs.answer(question, question.answers.index("It is open, as Tam Reyes has it"))
    assert (standing(desk, story, finding), asked(desk, story)) == (None, ())
    with pytest.raises(KnownError, match="Somebody decided again on “bridge” meanwhile"):
        desk.needs.answer(question, 0)


def test_two_waivers_of_one_finding_ask_nobody(styled):
    desk, laptop, story, finding = styled
    desk.decisions.waive(story, finding, "as spoken")
    laptop.decisions.waive(story, finding, "a quotation")
    carry(laptop, desk, story)
    assert asked(desk, story) == ()
    assert standing(desk, story, finding) is not None


def test_whoever_had_seen_the_other_side_answers_it_without_being_asked(styled):
    desk, laptop, story, finding = styled
    desk.decisions.waive(story, finding, "as spoken")
    carry(desk, laptop, story)
    laptop.decisions.undo_decision(story, laptop.store.decisions.in_force(story).listed[0].id)
    carry(laptop, desk, story)
    assert (asked(desk, story), standing(desk, story, finding)) == ((), None)


def test_ticks_and_answers_on_names_that_differ_are_asked(pair):
    desk, laptop, story = pair
    desk.decisions.tick(story, "Facts checked", True)
    desk.decisions.answer_pair(story, Item.NAMES, NameAnswer("Ines Duarte", "Inés Duarte", Verdict.SAME))
    laptop.decisions.tick(story, "Facts checked", True)
    laptop.decisions.tick(story, "Facts checked", False)
    laptop.decisions.answer_pair(story, Item.NAMES, NameAnswer("Ines Duarte", "Inés Duarte", Verdict.DIFFERENT))
    carry(laptop, desk, story)
    force = desk.store.decisions.in_force(story)
    assert (force.ticked, force.answers) == ({}, ())
    ticks, names = sorted(asked(desk, story), key=lambda one: "answered" in one.said)
    assert ticks.said == "“Facts checked” was ticked in one place and not in another."
    assert names.said == "“Ines Duarte” and “Inés Duarte” were answered in two ways."
    desk.needs.answer(ticks, next(n for n, words in enumerate(ticks.answers) if words.startswith("Ticked")))
    desk.needs.answer(names, next(n for n, words in enumerate(names.answers) if words.startswith("Two different")))
    force = desk.store.decisions.in_force(story)
    assert (list(force.ticked), [one.verdict for one in force.answers]) == (["Facts checked"], [Verdict.DIFFERENT])


def test_of_two_deadlines_the_earlier_counts_until_a_person_says(pair):
    desk, laptop, story = pair
    soon, late = now() + timedelta(hours=1), now() + timedelta(days=1)
    desk.stories.set_deadline(story, soon)
    laptop.stories.set_deadline(story, late)
    both_ways(laptop, desk, story)
    assert [one.store.stories.get(story).deadline for one in (desk, laptop)] == [soon, soon]
    (question,) = asked(laptop, story)
    assert question.after == "Until you say so the earlier one counts."
    laptop.needs.answer(
        question,
        next(
            n
            for n, side in enumerate(question.sides)
            if side.startswith("Rosa Marquez set the deadline") and to_the_minute(late) in side
        ),
    )
    both_ways(laptop, desk, story)
    assert [one.store.stories.get(story).deadline for one in (desk, laptop)] == [late, late]
    assert asked(desk, story) == ()


def test_two_different_moves_are_asked_and_only_whoever_could_make_one_says_that_it_counts(pair, checked, go):
    desk, laptop, story = pair
    for one in (desk, laptop):
        checked(one, story, TEXT)
    go(desk, story, "submit")
    both_ways(laptop, desk, story)
    work_as(desk, "TR")
    go(desk, story, "pass-on")
    work_as(laptop, "RM")
    go(laptop, story, "return", note="ring the mayor", to=next(p.id for p in laptop.people.all() if p.initials == "TR"))
    both_ways(laptop, desk, story)
    assert state(desk, story) == state(laptop, story)
    (question,) = asked(laptop, story)
    assert question.said == "The story was moved in two ways."
    on = next(n for n, words in enumerate(question.answers) if "Second read" in words)
    assert "returned" not in question.answers[on].lower()
    laptop.needs.answer(question, on)
    both_ways(laptop, desk, story)
    for one in (desk, laptop):
        assert (state(one, story), asked(one, story)) == (State.SECOND_READ, ())
        assert one.store.decisions.in_force(story).stand.rim.name == "Tam Reyes"
        assert one.moves.work_list(story) is None
        assert (one.store.audit.faults(), one.store.trail.faults(), one.store.packing.faults()) == ([], [], [])


def test_who_may_not_make_a_move_does_not_say_that_it_counts(pair, checked, go):
    desk, laptop, story = pair
    for one in (desk, laptop):
        checked(one, story, TEXT)
    go(desk, story, "submit")
    both_ways(laptop, desk, story)
    work_as(desk, "TR")
    go(desk, story, "return", note="ring the mayor")
    work_as(laptop, "TR")
    go(laptop, story, "spike", note="overtaken")
    both_ways(laptop, desk, story)
    work_as(desk, "OB")
    desk.people.change(next(p.id for p in desk.people.all() if p.initials == "RM"), roles={"*": [Role.KEEPER]})
    work_as(desk, "RM")
    (question,) = asked(desk, story)
    with pytest.raises(KnownError, match=r"is for the copy editor or section chief: Rosa Marquez cannot say"):
        desk.needs.answer(question, 0)


def test_who_only_went_further_on_the_same_way_asks_nobody(pair, checked, go):
    desk, laptop, story = pair
    for one in (desk, laptop):
        checked(one, story, TEXT)
        work_as(one, "RM")
        go(one, story, "submit")
    work_as(desk, "TR")
    go(desk, story, "pass-on")
    both_ways(laptop, desk, story)
    assert (asked(desk, story), state(laptop, story)) == ((), State.SECOND_READ)
    work_as(desk, "OB")
    go(desk, story, "send-to-chief")
    both_ways(laptop, desk, story)
    for one in (desk, laptop):
        assert one.store.decisions.in_force(story).stand.rim.name == "Tam Reyes"


def test_what_a_story_is_called_differently_on_two_copies_is_asked_and_one_stands_meanwhile(pair):
    desk, laptop, story = pair
    for one, word in ((desk, "here"), (laptop, "there")):
        one.stories.describe(story, slug=f"bridge-{word}", section=word, variant="en-GB" if word == "here" else "en-AU")
        one.stories.describe(story, facts={"byline": f"Ada {word}", "urgency": "3"})
        one.stories.set_aims(story, headlines=[f"Bridge {word}", "Bridge opens"])
    both_ways(laptop, desk, story)

    def told(one):
        row = one.store.stories.get(story)
        return row.slug, row.section, row.variant, row.details

    assert told(desk) == told(laptop)
    questions = {question.said: question for question in asked(desk, story)}
    assert set(questions) == {
        "The story was given two slugs.",
        "The story was put into two sections.",
        "The story was called two kinds of English.",
        "Byline: two different ones were set.",
        "Other headlines: two different ones were set.",
    }
    slugs = questions["The story was given two slugs."]
    assert slugs.after == f"Until you say so the story goes by “{told(desk)[0]}”."
    assert "Rosa Marquez made it “bridge-there”, laptop, " in " ".join(slugs.sides)
    for question in questions.values():
        nth = next(n for n, side in enumerate(question.sides) if ", laptop, " in side)
        desk.needs.answer(question, nth)
    both_ways(laptop, desk, story)
    for one in (desk, laptop):
        slug, section, variant, details = told(one)
        assert (slug, section, variant, details["byline"]) == ("bridge-there", "there", "en-AU", "Ada there")
        assert details["headlines"] == "Bridge there\nBridge opens"
        assert (details["urgency"], asked(one, story), one.stories.view(story).opposites) == ("3", (), 0)
        assert (one.store.audit.faults(), one.store.trail.faults(), one.store.packing.faults()) == ([], [], [])


def test_a_slug_that_one_copy_alone_changed_travels_and_asks_nobody(pair):
    desk, laptop, story = pair
    laptop.stories.describe(story, slug="harbour-bridge", facts={"keywords": "harbour, bridge"})
    both_ways(laptop, desk, story)
    row = desk.store.stories.get(story)
    assert (row.slug, row.details["keywords"], asked(desk, story)) == ("harbour-bridge", "harbour, bridge", ())


def test_an_approved_story_that_a_laptop_gave_another_slug_is_no_fault_at_the_desk(pair, checked, go):
    desk, laptop, story = pair
    checked(desk, story, TEXT)
    work_as(desk, "TR")
    for action in ("submit", "pass-on"):
        go(desk, story, action)
    work_as(desk, "OB")
    go(desk, story, "send-to-chief")
    go(desk, story, "approve")
    both_ways(laptop, desk, story)
    work_as(laptop, "OB")
    laptop.stories.describe(story, slug="harbour-bridge", section="Metro")
    both_ways(laptop, desk, story)
    assert desk.store.stories.get(story).slug == "harbour-bridge"
    assert desk.store.audit.faults() == []


def test_two_who_took_a_story_in_hand_apart_both_have_it_until_somebody_who_knows_takes_it(styled):
    desk, laptop, story, _ = styled
    desk.stories.take(story)
    laptop.stories.take(story)
    preview = laptop.syncing.look(str(desk.store.path))
    both = "Rosa Marquez and Tam Reyes", "Tam Reyes and Rosa Marquez"
    assert preview.stories[0].said.endswith(
        tuple(f" {who} have it in hand: they took it in two places." for who in both)
    )
    both_ways(laptop, desk, story)
    for one in (desk, laptop):
        view = one.stories.view(story)
        assert (view.in_hands in both, len(view.hands_too), one.queue.rows([story])[0].hands) == (
            True,
            1,
            view.in_hands,
        )
        for person in (view.hands, *view.hands_too):
            assert one.store.queue.ids(Filter(person=person)) == [story]
            assert one.store.queue.ids(Filter(mine=True), Waiting(frozenset({person}))) == [story]
        (question,) = asked(one, story)
        assert question.said == "2 people took the story in hand, each in another place."
        assert any(side.startswith("Rosa Marquez took it in hand, ") for side in question.sides)
    desk.needs.answer(question, question.answers.index("It is in the hands of Tam Reyes"))
    both_ways(laptop, desk, story)
    for one in (desk, laptop):
        view = one.stories.view(story)
        assert (view.in_hands, view.hands_too, asked(one, story), view.opposites) == ("Tam Reyes", (), (), 0)


def test_who_took_a_story_without_knowing_that_it_was_moved_on_has_it_all_the_same(pair, checked, go):
    desk, laptop, story = pair
    work_as(laptop, "TR")
    for one in (desk, laptop):
        checked(one, story, TEXT)
    laptop.stories.take(story)
    go(desk, story, "submit")
    both_ways(laptop, desk, story)
    assert [one.stories.view(story).in_hands for one in (desk, laptop)] == ["Tam Reyes"] * 2
    laptop.stories.take(story)
    desk.stories.take(story)
    go(laptop, story, "pass-on")
    carry(laptop, desk, story)
    assert desk.stories.view(story).in_hands == "Rosa Marquez"
