from dataclasses import replace
from itertools import product

import pytest

from desk.errors import KnownError
from desk.review.people import NO_ONE, Person, Role, actor, id_of_name
from desk.review.states import (
    MOVES,
    TABLE,
    Action,
    Facts,
    Read,
    Stand,
    State,
    Watch,
    closed_ways,
    edited,
    moved,
    moves_from,
    restored,
)
from tests.rows import rows

ROSA = Person("Rosa Marquez", frozenset({Role.EDITOR}), id="r")
TAM = Person("Tam Reyes", frozenset({Role.EDITOR}), id="t")
ODILE = Person("Odile B.", frozenset({Role.CHIEF}), id="o", former=frozenset({id_of_name("Odile Brandt")}))
GUEST = Person("Guest", frozenset(), id="g")
ALL = Person("Ines Dorval", id="i")
ALONE = Person("Rosa Marquez")


def test_the_whole_way_of_a_story():
    stand = Stand()
    for action, person, state in (
        (Action.SUBMIT, ROSA, State.COPY_DESK),
        (Action.PASS_ON, ROSA, State.SECOND_READ),
        (Action.SEND_TO_CHIEF, TAM, State.CHIEF),
        (Action.APPROVE, ODILE, State.APPROVED),
    ):
        stand = moved(stand, action, person)
        assert stand.state == state
    assert (stand.rim, stand.slot) == (ROSA.actor, TAM.actor)
    assert (stand.rim.name, stand.slot.name) == ("Rosa Marquez", "Tam Reyes")


def test_a_second_reader_is_never_the_first():
    stand = moved(Stand(State.COPY_DESK), Action.PASS_ON, TAM)
    with pytest.raises(KnownError, match=r"Tam Reyes gave the first read.*another copy editor or section chief can"):
        moved(stand, Action.SEND_TO_CHIEF, TAM)
    assert Action.SEND_TO_CHIEF not in moves_from(stand, TAM)
    (why,) = closed_ways(stand, TAM)
    assert why.startswith("Tam Reyes gave the first read")
    assert closed_ways(stand, ALL) == closed_ways(Stand(State.COPY_DESK), TAM) == ()
    assert moved(stand, Action.SEND_TO_CHIEF, replace(TAM, id="other")).state == State.CHIEF
    assert moved(stand, Action.SEND_TO_CHIEF, ALL).state == State.CHIEF


def test_from_a_state_that_the_table_lost_the_closed_ways_are_those_of_a_draft():
    first, *others = MOVES
    table = replace(TABLE, moves=(replace(first, roles=frozenset({Role.CHIEF}), watch=Watch.READ), *others))
    lost = Stand("legal-read")
    assert moves_from(lost, ROSA, table) == moves_from(Stand(), ROSA, table)
    (why,) = closed_ways(lost, ROSA, table)
    assert "is for the section chief" in why


def test_in_an_old_trail_without_ids_the_name_tells_the_second_reader_from_the_first():
    stand = Stand(State.SECOND_READ, rim=actor("", "tam  REYES"))
    with pytest.raises(KnownError, match="gave the first read"):
        moved(stand, Action.SEND_TO_CHIEF, replace(TAM, former=frozenset({id_of_name("Tam Reyes")})))
    assert moved(stand, Action.SEND_TO_CHIEF, TAM).state == State.CHIEF  # of the same name, and known to be another


def test_without_any_set_up_one_person_can_do_all():
    stand = Stand()
    for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF, Action.APPROVE):
        stand = moved(stand, action, ALONE)
    assert stand.state == State.APPROVED
    assert ALONE.acting_as({Role.CHIEF}) == "alone-with-no-people-set-up"


@pytest.mark.parametrize(
    ("facts", "stand", "why"),
    [
        (Facts(owner=actor("", "odile  brandt")), Stand(State.CHIEF), "filed this story"),
        (Facts(), Stand(State.CHIEF, rim=actor("o", "Odile Brandt")), "gave the first read"),
        (Facts(), Stand(State.CHIEF, slot=actor("o", "Odile Brandt")), "gave the second read"),
        (Facts(last_writer=actor("", "Odile Brandt")), Stand(State.CHIEF), "was the last to write in this text"),
    ],
)
def test_a_chief_never_approves_his_own_copy_where_the_desk_says_so(facts, stand, why):
    assert moved(stand, Action.APPROVE, ODILE, facts=facts).state == State.APPROVED
    strict = replace(TABLE, own_copy=False)
    with pytest.raises(KnownError, match=f"{why}.*another section chief can"):
        moved(stand, Action.APPROVE, ODILE, table=strict, facts=facts)
    assert moved(stand, Action.APPROVE, ALL, table=strict, facts=facts).state == State.APPROVED


@pytest.mark.parametrize(
    ("stand", "action", "person", "role"),
    [
        (State.CHIEF, Action.APPROVE, TAM, "section chief: Tam Reyes works as copy editor"),
        (State.COPY_DESK, Action.PASS_ON, GUEST, "copy editor or section chief: Guest works as a guest"),
        (State.SPIKED, Action.REOPEN, ROSA, "section chief"),
        (State.APPROVED, Action.REOPEN, TAM, "section chief"),
    ],
)
def test_each_role_has_its_moves(stand, action, person, role):
    with pytest.raises(KnownError, match=role):
        moved(Stand(stand), action, person, "because")


def test_roles_are_held_per_section():
    sport = Person("Lea Novak", frozenset({Role.EDITOR}), {"Sport": frozenset({Role.CHIEF})}, "l")
    assert moved(Stand(State.CHIEF), Action.APPROVE, sport, facts=Facts("Sport")).state == State.APPROVED
    with pytest.raises(KnownError, match="section chief of News: Lea Novak works as copy editor"):
        moved(Stand(State.CHIEF), Action.APPROVE, sport, facts=Facts("News"))


@pytest.mark.parametrize("action", [Action.RETURN, Action.HOLD, Action.SPIKE])
def test_a_reason_is_asked_for_where_somebody_will_ask(action):
    with pytest.raises(KnownError, match="needs a reason"):
        moved(Stand(State.CHIEF), action, ODILE, "  ")
    assert moved(Stand(State.CHIEF), action, ODILE, "two sources missing").state != State.CHIEF


@rows("state", [State.DRAFT, State.COPY_DESK, State.SECOND_READ, State.CHIEF, State.RETURNED])
def test_a_held_story_goes_back_to_where_it_was(state):
    held = moved(Stand(state, rim=actor("", "Rosa Marquez")), Action.HOLD, ALL, "wait for the court")
    assert held.state == State.HOLD
    assert moved(held, Action.RESUME, ALL) == Stand(state, actor("", "Rosa Marquez"), state)


def test_what_was_approved_or_spiked_is_reopened_and_read_again():
    for state in (State.APPROVED, State.SPIKED):
        again = moved(Stand(state, rim=actor("", "Rosa Marquez")), Action.REOPEN, ODILE)
        assert again.state == State.REOPENED
        assert moved(again, Action.SUBMIT, ROSA).rim == NO_ONE


def test_a_returned_story_needs_a_first_read_again():
    returned = moved(Stand(State.CHIEF, rim=actor("", "Rosa Marquez")), Action.RETURN, ODILE, "lead")
    assert moved(returned, Action.SUBMIT, ROSA) == Stand(State.COPY_DESK)


def test_an_edit_voids_an_approval_and_nothing_else_and_the_very_text_brings_it_back():
    for state in State:
        after = edited(Stand(state, actor("", "Rosa Marquez")))
        assert after.state == (State.CHIEF if state == State.APPROVED else state)
        assert after.voided == (state == State.APPROVED)
        assert after.rim == actor("", "Rosa Marquez")
    assert restored(edited(Stand(State.APPROVED))) == Stand(State.APPROVED)


def test_what_is_offered_is_what_is_allowed():
    for state, action, person in product(State, Action, (ROSA, TAM, ODILE, ALL, GUEST, ALONE)):
        stand = Stand(state, rim=actor("t", "Tam Reyes"))
        if action in moves_from(stand, person):
            moved(stand, action, person, "because")
        else:
            with pytest.raises(KnownError):
                moved(stand, action, person, "because")


def test_a_move_that_does_not_fit_names_those_that_do_and_who_could():
    with pytest.raises(KnownError, match="cannot take “Approve”: possible are “Submit to the copy desk”, “Hold”"):
        moved(Stand(), Action.APPROVE, ALL)
    with pytest.raises(KnownError, match="it stays where it is, and only the section chief can move it"):
        moved(Stand(State.SPIKED), Action.HOLD, ROSA, "because")


def test_a_story_in_a_state_that_the_desk_gave_up_goes_the_way_of_a_draft():
    assert moved(Stand("With the lawyer"), Action.SUBMIT, ROSA).state == State.COPY_DESK


def test_every_state_can_be_reached_and_left():
    reached = {State.DRAFT} | {move.target for move in MOVES if move.target}
    left = {source for move in MOVES for source in move.sources}
    assert reached == set(State) == left
    assert [move.action for move in MOVES if move.read is Read.SECOND] == [Action.SEND_TO_CHIEF]
