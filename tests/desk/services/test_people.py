import pytest

from desk.checks.check import Finding, Item
from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from desk.review.decisions import Scope
from desk.review.move_request import MoveRequest
from desk.review.people import ALONE, Role
from desk.review.states import Action, State
from desk.story import Choice, Draft
from desk.text.spans import Span


def test_a_laptop_of_ones_own_is_set_up_in_one_step_and_known_again(people, tmp_path, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "rosa.marquez")
    desk = people.desk()
    assert desk.people.who_must_be_chosen() is Choice.SET_UP
    assert "You work as rosa.marquez" in desk.people.set_up_alone().said
    assert (desk.people.working.initials, desk.people.working.set_up) == ("RM", True)
    assert desk.people.working.may({Role.CHIEF, Role.ADMIN}, "Sport")
    assert desk.people.who_must_be_chosen() is Choice.NOBODY_NEEDED
    desk = people.again(desk)
    assert desk.people.working.name == "rosa.marquez"
    with pytest.raises(KnownError, match="has people already"):
        desk.people.set_up_alone()


def test_without_set_up_one_user_does_all_and_the_trail_says_so(people, checked, go):
    desk = people.desk(user_name="Rosa Marquez")
    desk.people.decline_set_up()
    assert desk.people.who_must_be_chosen() is Choice.NOBODY_NEEDED
    view = desk.stories.open_text("Bridge opens\n\nBy Ada Holm\n\nThe bridge opened.\n", "bridge")
    checked(desk, view.id, view.text)
    for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF, Action.APPROVE):
        story = go(desk, view.id, action)
    assert (story.state, story.seal.who) == (State.APPROVED, "Rosa Marquez")
    assert {d.role for d in desk.store.decisions.of_story(view.id)} == {ALONE}


def test_on_a_shared_desktop_somebody_must_say_who_works_and_until_then_nothing_is_signed(people):
    people.set_up()
    desk = people.desk(shared_desktop=True)
    assert desk.people.who_must_be_chosen() is Choice.CHOOSE
    assert desk.moves.options(people.made[0].stories.open_text("Rain.", "rain").id) == ()
    with pytest.raises(KnownError, match="Say first who is working"):
        desk.stories.open_text("Rain.", "rain")
    story = people.made[0].stories.open_text("Snow.", "snow").id
    with pytest.raises(KnownError, match="Say first who is working"):
        desk.review.comment(story, "Snow.", Span(0, 4), "Is it?")
    with pytest.raises(KnownError, match="Say first who is working"):
        desk.stories.set_deadline(story, None)
    word = Finding(Item.GRAMMAR, "grammar.SPELLING", Span(0, 4), "Snow", "Misspelt.", fingerprint="f")
    with pytest.raises(KnownError, match="Say first who is working"):
        desk.decisions.not_an_error(story, word, Scope.DESK)
    assert desk.store.dictionary.words() == frozenset()
    assert desk.review.threads(story) == ()
    desk.people.switch(desk.people.with_initials(" rm ").id)
    assert desk.people.working.name == "Rosa Marquez"
    desk = people.again(desk)
    assert desk.people.who_must_be_chosen() is Choice.CHOOSE


def test_initials_and_a_pin_where_the_desk_asks_for_one(people):
    desk = people.set_up()
    rosa, tam = desk.people.with_initials("RM"), desk.people.with_initials("TR")
    desk.people.change(rosa.id, pin="2718")
    assert "is working now." in desk.people.switch(rosa.id).said
    desk.change_settings({"pin_needed": True})
    with pytest.raises(KnownError, match="not the PIN of Rosa Marquez"):
        desk.people.switch(rosa.id, "0000")
    desk.people.switch(rosa.id, "2718")
    desk.people.switch(tam.id)
    desk.people.change(tam.id, pin="1618")
    assert desk.people.with_initials("TR").has_pin


def test_only_an_administrator_changes_the_people_and_one_always_stays(people):
    desk = people.set_up()
    rosa, odile = desk.people.with_initials("RM"), desk.people.working
    with pytest.raises(KnownError, match="There is a Rosa Marquez on this desk already"):
        desk.people.add("rosa  MARQUEZ", "XX", {})
    with pytest.raises(KnownError, match="“rm” are the initials of Rosa Marquez"):
        desk.people.add("Rolf Maier", "rm", {})
    with pytest.raises(KnownError, match="needs a name"):
        desk.people.add("  ", "", {})
    for lost in (lambda: desk.people.withdraw(odile.id), lambda: desk.people.change(odile.id, roles={})):
        with pytest.raises(KnownError, match="needs an administrator"):
            lost()
    desk.people.switch(rosa.id)
    for call in (
        lambda: desk.people.add("Mallory", "MM", {"*": [Role.ADMIN]}),
        lambda: desk.people.change(rosa.id, roles={"*": list(Role)}),
        lambda: desk.people.withdraw(odile.id),
    ):
        with pytest.raises(KnownError, match=r"Only an administrator .* Odile Brandt can"):
            call()


def test_who_leaves_the_desk_keeps_his_name_in_its_trail(people):
    desk = people.set_up()
    rosa = desk.people.with_initials("RM")
    desk.people.switch(rosa.id)
    view = desk.stories.open_text("Rain fell.", "rain")
    desk.moves.move(MoveRequest(story=view.id, action=Action.SUBMIT), Draft(view.text))
    desk.stories.take(view.id)
    desk.people.switch(desk.people.with_initials("OB").id)
    desk.people.withdraw(rosa.id)
    assert desk.people.with_initials("RM") is None
    assert desk.people.name_of(rosa.id) == "Rosa Marquez"
    assert desk.stories.view(view.id).hands == rosa.id
    with pytest.raises(KnownError, match="does not belong to the desk"):
        desk.people.switch(rosa.id)
    desk.people.add("Rosa Marquez", "RM", {})


def test_only_a_keeper_changes_the_name_book(people):
    desk = people.set_up()
    entry = BookEntry("Harrow Quay", NameKind.PLACE)
    desk.people.switch(desk.people.with_initials("RM").id)
    with pytest.raises(KnownError, match="Only a keeper of the name book changes it: Odile Brandt"):
        desk.name_book.agree(entry)
    desk.people.switch(desk.people.with_initials("OB").id)
    assert desk.name_book.agree(entry).said == "“Harrow Quay” is agreed."


def test_roles_are_given_per_section(people):
    desk = people.set_up()
    desk.people.add("Lea Novak", "LN", {"Sport": [Role.CHIEF], "*": [Role.EDITOR]})
    lea = desk.people.with_initials("LN")
    assert lea.may({Role.CHIEF}, "Sport")
    assert not lea.may({Role.CHIEF}, "News")


def test_a_table_that_makes_no_sense_stops_every_move_with_line_and_reason_and_no_other_work(people, tmp_path):
    desk = people.desk()
    (tmp_path / "review.toml").write_text("version = 1\n[move.approve]\noff = true\n", "utf-8")
    assert desk.change_settings({"font_size": 14}).said == "Settings saved."
    assert "review.toml, line 3: “approve” cannot be switched off" in desk.facts().rules_fault
    view = desk.stories.open_text("Rain fell.", "rain")
    with pytest.raises(KnownError, match=r"review.toml, line 3"):
        desk.moves.options(view.id)
    with pytest.raises(KnownError, match=r"review.toml, line 3"):
        desk.moves.move(MoveRequest(story=view.id, action=Action.SUBMIT), Draft(view.text))
    desk.saving.save(view.id, Draft("Rain fell again."), None)
    (tmp_path / "review.toml").write_text('version = 1\n[state.Draft]\nname = "Raw"\n', "utf-8")
    desk.change_settings({"font_size": 15})
    assert desk.moves.state_name(State.DRAFT) == "Raw"
    assert next(iter(desk.moves.state_names())) == State.DRAFT
