"""One draft that was filed on two copies: offered as one story, never joined unseen."""

import pytest

from desk.errors import KnownError
from desk.review.people import Role
from desk.review.states import State
from tests.desk.services.copies import TEXT, carry, state, work_as


@pytest.fixture
def twice(copies, tmp_path, checked):
    """A desk and a laptop that opened the same file; the laptop edited it, and brought it to the desk."""
    desk, laptop = copies.desk(), copies.open("laptop of Rosa")
    work_as(desk, "RM")
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, "utf-8")
    here = desk.stories.open_file(file).id
    carry(desk, laptop)
    work_as(laptop, "TR")
    there = laptop.stories.open_file(file).id
    checked(laptop, there, TEXT + "\nMore.\n")
    carry(laptop, desk, there)
    return desk, laptop, here, there


def test_it_is_asked_in_both_places_and_nothing_is_joined_unseen(twice):
    desk, laptop, here, there = twice
    (question,) = desk.needs.waiting().asked
    assert question.said.endswith("were filed from the same file on two copies. Are they one story?")
    assert len(set(question.answers)) == 3, "the slug is the same"
    assert any("Tam Reyes filed “bridge”, laptop of Rosa." in side for side in question.sides)
    assert desk.needs.of_story(here) == (question,)
    assert {desk.stories.view(story).text for story in (here, there)} == {TEXT, TEXT + "\nMore.\n"}
    carry(desk, laptop, here)
    assert [one.id for one in laptop.needs.waiting().asked] == [question.id]


def test_as_one_story_the_text_goes_on_and_the_other_is_spiked(twice):
    desk, laptop, here, there = twice
    (question,) = desk.needs.waiting().asked
    assert desk.needs.answer(question, question.id.split(":")[1:].index(here)).said == "One story: bridge."
    view = desk.stories.view(here)
    assert (view.text, view.apart, state(desk, there)) == (TEXT + "\nMore.\n", 0, State.SPIKED)
    assert desk.versions.lines(here)[0].why == "filed as “bridge” as well"
    assert desk.needs.waiting().asked == ()
    carry(desk, laptop, here, there)
    assert (laptop.needs.waiting().asked, laptop.stories.view(here).text) == ((), view.text)
    assert (desk.store.audit.faults(), desk.store.trail.faults(), laptop.store.packing.faults()) == ([], [], [])


def test_where_both_were_edited_a_person_lays_the_texts_together(twice, checked):
    desk, _, here, _ = twice
    checked(desk, here, TEXT + "\nOther words.\n")
    (question,) = desk.needs.waiting().asked
    said = desk.needs.answer(question, question.id.split(":")[1:].index(here)).said
    assert said == "One story: bridge. Its texts are apart: lay them together."
    assert (desk.stories.view(here).apart, len(desk.needs.waiting().apart)) == (1, 1)


def test_two_stories_stay_two_and_nobody_is_asked_again(twice):
    desk, laptop, here, there = twice
    (question,) = desk.needs.waiting().asked
    desk.needs.answer(question, 2)
    assert (desk.needs.waiting().asked, state(desk, there)) == ((), State.DRAFT)
    carry(desk, laptop, here, there)
    assert laptop.needs.waiting().asked == ()


def test_who_may_not_spike_a_story_joins_none(twice):
    desk = twice[0]
    work_as(desk, "OB")
    desk.people.change(desk.people.with_initials("RM").id, roles={"*": [Role.KEEPER]})
    work_as(desk, "RM")
    (question,) = desk.needs.waiting().asked
    with pytest.raises(KnownError, match="“Spike” is for the copy editor or section chief"):
        desk.needs.answer(question, 0)
    assert len(desk.needs.waiting().asked) == 1


def test_what_one_copy_filed_twice_by_itself_is_nobodys_question(copies, tmp_path):
    desk, laptop = copies.desk(), copies.open("laptop of Rosa")
    work_as(desk, "RM")
    carry(desk, laptop)
    work_as(laptop, "TR")
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    both = [laptop.stories.open_file(tmp_path / name).id for name in ("one.txt", "two.txt")]
    carry(laptop, desk, *both)
    assert desk.needs.waiting().asked == ()
