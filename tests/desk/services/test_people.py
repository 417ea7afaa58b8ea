import pytest

from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from desk.review.people import ALONE, Role
from desk.review.states import Action, State
from desk.story import Choice, Draft
from desk.text.spans import Span


def test_a_laptop_of_ones_own_is_set_up_in_one_step_and_known_again(people, tmp_path, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "rosa.marquez")
    desk = people.session()
    assert desk.who_must_be_chosen() is Choice.SET_UP
    assert "You work as rosa.marquez" in desk.set_up_alone().said
    assert (desk.person.initials, desk.person.set_up) == ("RM", True)
    assert desk.person.may({Role.CHIEF, Role.ADMIN}, "Sport")
    assert desk.who_must_be_chosen() is Choice.NOBODY_NEEDED
    desk.close()
    desk.open_store()
    assert desk.person.name == "rosa.marquez"
    with pytest.raises(KnownError, match="has people already"):
        desk.set_up_alone()


def test_without_set_up_one_user_does_all_and_the_trail_says_so(people, checked, go):
    desk = people.session(user_name="Rosa Marquez")
    desk.decline_set_up()
    assert desk.who_must_be_chosen() is Choice.NOBODY_NEEDED
    view = desk.open_text("Bridge opens\n\nBy Ada Holm\n\nThe bridge opened.\n", "bridge")
    checked(desk, view.id, view.text)
    for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF, Action.APPROVE):
        story = go(desk, view.id, action)
    assert (story.state, story.seal.who) == (State.APPROVED, "Rosa Marquez")
    assert {d.role for d in desk.store.decisions.of_story(view.id)} == {ALONE}


def test_on_a_shared_desktop_somebody_must_say_who_works_and_until_then_nothing_is_signed(people):
    people.set_up()
    desk = people.session(shared_desktop=True)
    assert desk.who_must_be_chosen() is Choice.CHOOSE
    assert desk.moves_of(people.made[0].open_text("Rain.", "rain").id) == ()
    with pytest.raises(KnownError, match="Say first who is working"):
        desk.open_text("Rain.", "rain")
    story = people.made[0].open_text("Snow.", "snow").id
    with pytest.raises(KnownError, match="Say first who is working"):
        desk.reviewing.comment(story, "Snow.", Span(0, 4), "Is it?")
    with pytest.raises(KnownError, match="Say first who is working"):
        desk.set_deadline(story, None)
    assert desk.reviewing.threads(story) == ()
    desk.switch(desk.person_with(" rm ").id)
    assert desk.person.name == "Rosa Marquez"
    desk.close()
    desk.open_store()
    assert desk.who_must_be_chosen() is Choice.CHOOSE


def test_initials_and_a_pin_where_the_desk_asks_for_one(people):
    desk = people.set_up()
    rosa, tam = desk.person_with("RM"), desk.person_with("TR")
    desk.change_person(rosa.id, pin="2718")
    assert "is working now." in desk.switch(rosa.id).said
    desk.change_settings({"pin_needed": True})
    with pytest.raises(KnownError, match="not the PIN of Rosa Marquez"):
        desk.switch(rosa.id, "0000")
    desk.switch(rosa.id, "2718")
    assert "Give yourself a PIN" in desk.switch(tam.id).said
    desk.change_person(tam.id, pin="1618")
    assert desk.person_with("TR").has_pin


def test_only_an_administrator_changes_the_people_and_one_always_stays(people):
    desk = people.set_up()
    rosa, odile = desk.person_with("RM"), desk.person
    with pytest.raises(KnownError, match="There is a Rosa Marquez on this desk already"):
        desk.add_person("rosa  MARQUEZ", "XX", {})
    with pytest.raises(KnownError, match="“rm” are the initials of Rosa Marquez"):
        desk.add_person("Rolf Maier", "rm", {})
    with pytest.raises(KnownError, match="needs a name"):
        desk.add_person("  ", "", {})
    for lost in (lambda: desk.withdraw_person(odile.id), lambda: desk.change_person(odile.id, roles={})):
        with pytest.raises(KnownError, match="needs an administrator"):
            lost()
    desk.switch(rosa.id)
    for call in (
        lambda: desk.add_person("Mallory", "MM", {"*": [Role.ADMIN]}),
        lambda: desk.change_person(rosa.id, roles={"*": list(Role)}),
        lambda: desk.withdraw_person(odile.id),
    ):
        with pytest.raises(KnownError, match=r"Only an administrator .* Odile Brandt can"):
            call()


def test_who_leaves_the_desk_keeps_his_name_in_its_trail(people):
    desk = people.set_up()
    rosa = desk.person_with("RM")
    desk.switch(rosa.id)
    view = desk.open_text("Rain fell.", "rain")
    desk.move(view.id, Action.SUBMIT, "", Draft(view.text))
    desk.take(view.id)
    desk.switch(desk.person_with("OB").id)
    desk.withdraw_person(rosa.id)
    assert desk.person_with("RM") is None
    assert desk.person_named(rosa.id) == "Rosa Marquez"
    assert desk.view(view.id).hands == rosa.id
    with pytest.raises(KnownError, match="does not belong to the desk"):
        desk.switch(rosa.id)
    desk.add_person("Rosa Marquez", "RM", {})


def test_only_a_keeper_changes_the_name_book(people):
    desk = people.set_up()
    entry = BookEntry("Harrow Quay", NameKind.PLACE)
    desk.switch(desk.person_with("RM").id)
    with pytest.raises(KnownError, match="Only a keeper of the name book changes it: Odile Brandt"):
        desk.keeping.agree(entry)
    desk.switch(desk.person_with("OB").id)
    assert desk.keeping.agree(entry).said == "“Harrow Quay” is agreed."


def test_roles_are_given_per_section(people):
    desk = people.set_up()
    desk.add_person("Lea Novak", "LN", {"Sport": [Role.CHIEF], "*": [Role.EDITOR]})
    lea = desk.person_with("LN")
    assert lea.may({Role.CHIEF}, "Sport")
    assert not lea.may({Role.CHIEF}, "News")


def test_a_table_that_makes_no_sense_stops_every_move_with_line_and_reason_and_no_other_work(people, tmp_path):
    desk = people.session()
    (tmp_path / "review.toml").write_text("version = 1\n[move.approve]\noff = true\n", "utf-8")
    assert "review.toml, line 3: “approve” cannot be switched off" in desk.change_settings({"font_size": 14}).said
    view = desk.open_text("Rain fell.", "rain")
    with pytest.raises(KnownError, match=r"review.toml, line 3"):
        desk.moves_of(view.id)
    with pytest.raises(KnownError, match=r"review.toml, line 3"):
        desk.move(view.id, Action.SUBMIT, "", Draft(view.text))
    desk.save(view.id, Draft("Rain fell again."), None)
    (tmp_path / "review.toml").write_text('version = 1\n[state.Draft]\nname = "Raw"\n', "utf-8")
    desk.change_settings({"font_size": 15})
    assert desk.state_name(State.DRAFT) == "Raw"
    assert next(iter(desk.state_names())) == State.DRAFT
