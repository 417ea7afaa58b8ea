"""Who somebody is does not hang on a name: not for the rules, not for what waits for them, not for what they saw."""

import pytest

from desk.errors import KnownError
from desk.review.looks import Since
from desk.review.people import Role
from desk.review.queue import Filter
from desk.review.states import Action, State
from desk.story import Draft

STRICT = "version = 1\nchief_may_approve_own_copy = false\n"
CLEAN = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday.\n"
MINE = Filter(mine=True)


@pytest.fixture
def strict(people, tmp_path):
    """A desk of three where no chief approves copy of their own; the chief's session."""
    (tmp_path / "review.toml").write_text(STRICT, "utf-8")
    return people.set_up()


def works(desk, initials):
    desk.people.switch(desk.people.with_initials(initials).id)


def rename(desk, initials, name, letters=None):
    """Let the administrator give a person another name, and others their work back."""
    now, person = desk.people.working, desk.people.with_initials(initials)
    works(desk, "OB")
    desk.people.change(person.id, name=name, initials=letters)
    desk.people.switch(now.id)


def chief(desk, name, initials):
    desk.people.add(name, initials, {"*": [Role.CHIEF]})


def with_chief(desk, checked, go, writer="RM", first="RM", second="TR"):
    works(desk, writer)
    view = desk.stories.open_text(CLEAN, "bridge")
    checked(desk, view.id, CLEAN)
    for initials, action in ((writer, Action.SUBMIT), (first, Action.PASS_ON), (second, Action.SEND_TO_CHIEF)):
        works(desk, initials)
        go(desk, view.id, action)
    assert desk.stories.view(view.id).state == State.CHIEF
    return view.id


def refused(desk, story):
    return desk.review.page(story).refused[Action.APPROVE]


def test_a_chief_who_is_renamed_still_approves_no_copy_of_their_own(strict, checked, go):
    story = with_chief(strict, checked, go, writer="OB")
    works(strict, "OB")
    assert "filed this story" in refused(strict, story)
    rename(strict, "OB", "Odile Castellan")
    assert "filed this story" in refused(strict, story)
    assert Action.APPROVE not in {option.action for option in strict.moves.options(story)}


def test_a_chief_who_was_renamed_after_the_last_edit_is_still_its_writer(strict, checked, go):
    story = with_chief(strict, checked, go)
    works(strict, "OB")
    strict.saving.save(story, Draft(CLEAN + "\nIt rained.\n"), None)
    assert "was the last to write" in refused(strict, story)
    rename(strict, "OB", "Odile Castellan")
    assert "was the last to write" in refused(strict, story)


def test_a_colleague_of_the_name_that_a_writer_had_may_approve(strict, checked, go):
    story = with_chief(strict, checked, go, writer="OB")
    rename(strict, "OB", "Odile Castellan", "OC")
    works(strict, "OC")
    chief(strict, "Odile Brandt", "OX")
    works(strict, "OX")
    assert refused(strict, story) == ""


def test_a_second_reader_is_another_person_whatever_either_is_called(strict, checked, go):
    works(strict, "RM")
    view = strict.stories.open_text(CLEAN, "bridge")
    checked(strict, view.id, CLEAN)
    go(strict, view.id, Action.SUBMIT)
    go(strict, view.id, Action.PASS_ON)
    rename(strict, "RM", "Rosa Ekstrand", "RE")
    with pytest.raises(KnownError, match="gave the first read"):
        go(strict, view.id, Action.SEND_TO_CHIEF)
    works(strict, "OB")
    strict.people.add("Rosa Marquez", "RM", {"*": [Role.EDITOR]})
    works(strict, "RM")
    assert go(strict, view.id, Action.SEND_TO_CHIEF).state == State.CHIEF


def test_what_waits_for_somebody_and_what_they_wrote_last_stay_theirs_under_another_name(strict):
    works(strict, "RM")
    story = strict.stories.open_text(CLEAN, "bridge").id
    works(strict, "TR")
    strict.saving.save(story, Draft(CLEAN + "\nIt rained.\n"), None)
    works(strict, "RM")
    rename(strict, "RM", "Rosa Ekstrand", "RE")
    assert strict.queue.ids(MINE) == [story]
    assert strict.review.page(story).base.since is Since.OWN
    works(strict, "OB")
    strict.people.add("Rosa Marquez", "RM", {"*": [Role.EDITOR]})
    works(strict, "RM")
    assert strict.queue.ids(MINE) == []
    assert strict.review.page(story).base.since is Since.FIRST


def test_a_view_of_somebodys_stories_finds_them_under_their_new_name(strict):
    works(strict, "RM")
    story = strict.stories.open_text(CLEAN, "bridge").id
    strict.stories.take(story)
    (found,) = (person for person in strict.queue.choices().people if person.name == "Rosa Marquez")
    strict.queue.keep_view("Of Rosa", Filter(person=found.id))
    rename(strict, "RM", "Rosa Ekstrand")
    (view,) = (view for view in strict.queue.choices().views if view.name == "Of Rosa")
    assert strict.queue.ids(view.filter) == [story]
    assert [person.name for person in strict.queue.choices().people] == ["Rosa Ekstrand"]
    (row,) = strict.queue.rows([story])
    assert (row.owner, row.hands) == ("Rosa Ekstrand", "Rosa Ekstrand")


def test_another_name_in_the_settings_makes_nobody_else_of_one_who_works_without_set_up(people):
    desk = people.desk(user_name="Ada")
    story = desk.stories.open_text(CLEAN, "bridge").id
    desk.stories.take(story)
    desk.review.looked(desk.review.page(story))
    desk.queue.keep_view("Rain", Filter(text="rain"))
    desk.change_settings({"user_name": "Ada Holm"})
    assert desk.queue.ids(MINE) == [story]
    page = desk.review.page(story)
    assert page.looked is not None
    assert page.hands == "Ada Holm"
    assert "Rain" in [view.name for view in desk.queue.choices().views]
    desk = people.again(desk)
    assert desk.queue.ids(MINE) == [story]
    other = people.desk(user_name="Ada Holm")
    assert other.queue.ids(MINE) == []
    assert other.review.page(story).looked is None


def test_what_somebody_wrote_before_they_were_set_up_is_theirs_afterwards(people, checked, go, tmp_path):
    (tmp_path / "review.toml").write_text(STRICT, "utf-8")
    desk = people.desk(user_name="Ada")
    view = desk.stories.open_text(CLEAN, "bridge")
    checked(desk, view.id, CLEAN)
    go(desk, view.id, Action.SUBMIT)
    go(desk, view.id, Action.PASS_ON)
    desk.review.looked(desk.review.page(view.id))
    desk.people.set_up_alone("Ines Duarte", "ID")
    assert desk.review.page(view.id).looked is not None
    with pytest.raises(KnownError, match="gave the first read"):
        go(desk, view.id, Action.SEND_TO_CHIEF)
    desk.people.add("Rosa Marquez", "RM", {"*": [Role.EDITOR]})
    works(desk, "RM")
    go(desk, view.id, Action.SEND_TO_CHIEF)
    works(desk, "ID")
    assert "filed this story" in refused(desk, view.id)


def test_the_key_of_one_who_works_without_set_up_is_theirs_under_another_name(people, checked, go):
    desk = people.desk(user_name="Ada")
    view = desk.stories.open_text(CLEAN, "bridge")
    checked(desk, view.id, CLEAN)
    for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF, Action.APPROVE):
        go(desk, view.id, action)
    desk.change_settings({"user_name": "Ada Holm"})
    go(desk, view.id, Action.REOPEN)
    for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF, Action.APPROVE):
        story = go(desk, view.id, action)
    assert len(desk.signing_keys.all()) == 1
    assert story.seal.stands
    desk.people.set_up_alone("Ines Duarte", "ID")
    assert desk.stories.view(view.id).seal.stands
    assert desk.signing_keys.signer(desk.people.working).fingerprint == desk.signing_keys.all()[0].fingerprint
