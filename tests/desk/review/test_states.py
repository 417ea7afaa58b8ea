from itertools import product

import pytest

from desk.errors import KnownError
from desk.review.people import Person, Role
from desk.review.states import MOVES, Action, Stand, State, edited, moved, moves_from

ROSA = Person("Rosa Marquez", frozenset({Role.RIM}))
TAM = Person("Tam Reyes", frozenset({Role.RIM, Role.SLOT}))
ODILE = Person("Odile Brandt", frozenset({Role.CHIEF}))
ALL = Person("Ines Dorval")


def test_the_whole_way_of_a_story():
    stand = Stand()
    for action, person, state in (
        (Action.SUBMIT, ROSA, State.COPY_DESK),
        (Action.PASS_ON, ROSA, State.SECOND_READ),
        (Action.SEND_TO_CHIEF, TAM, State.CHIEF),
        (Action.APPROVE, ODILE, State.APPROVED),
    ):
        stand = moved(stand, action, person)
        assert stand.state is state
    assert stand.rim == ROSA.name


def test_the_second_read_needs_another_person():
    stand = moved(Stand(State.COPY_DESK), Action.PASS_ON, TAM)
    with pytest.raises(KnownError, match="Tam Reyes gave the first read"):
        moved(stand, Action.SEND_TO_CHIEF, Person(" tam  REYES "))
    assert Action.SEND_TO_CHIEF not in moves_from(stand, TAM)
    assert moved(stand, Action.SEND_TO_CHIEF, ALL).state is State.CHIEF


@pytest.mark.parametrize(
    ("stand", "action", "person", "role"),
    [
        (State.CHIEF, Action.APPROVE, TAM, "section chief: Tam Reyes works as rim and slot"),
        (State.SECOND_READ, Action.SEND_TO_CHIEF, ROSA, "slot: Rosa Marquez works as rim"),
        (State.COPY_DESK, Action.PASS_ON, Person("Guest", frozenset()), "rim or slot: Guest works as a guest"),
        (State.SPIKED, Action.REOPEN, ROSA, "section chief"),
        (State.APPROVED, Action.REOPEN, TAM, "section chief"),
    ],
)
def test_each_role_has_its_moves(stand, action, person, role):
    with pytest.raises(KnownError, match=role):
        moved(Stand(stand), action, person, "because")


@pytest.mark.parametrize("action", [Action.RETURN, Action.HOLD, Action.SPIKE])
def test_a_reason_is_asked_for_where_somebody_will_ask(action):
    with pytest.raises(KnownError, match="needs a reason"):
        moved(Stand(State.CHIEF), action, ODILE, "  ")
    assert moved(Stand(State.CHIEF), action, ODILE, "two sources missing").state is not State.CHIEF


@pytest.mark.parametrize("state", [State.DRAFT, State.COPY_DESK, State.SECOND_READ, State.CHIEF, State.RETURNED])
def test_a_held_story_goes_back_to_where_it_was(state):
    held = moved(Stand(state, rim="Rosa Marquez"), Action.HOLD, ALL, "wait for the court")
    assert held.state is State.HOLD
    assert moved(held, Action.RESUME, ALL) == Stand(state, "Rosa Marquez", state)


def test_a_spiked_story_begins_again():
    spiked = moved(Stand(State.SECOND_READ, rim="Rosa Marquez"), Action.SPIKE, ROSA, "overtaken")
    again = moved(spiked, Action.REOPEN, ODILE)
    assert (again.state, again.rim) == (State.DRAFT, "")


def test_a_returned_story_needs_a_first_read_again():
    returned = moved(Stand(State.CHIEF, rim="Rosa Marquez"), Action.RETURN, ODILE, "lead")
    assert moved(returned, Action.SUBMIT, ROSA) == Stand(State.COPY_DESK)


def test_an_edit_voids_an_approval_and_nothing_else():
    for state in State:
        after = edited(Stand(state, "Rosa Marquez"))
        assert after.state is (State.CHIEF if state is State.APPROVED else state)
        assert after.rim == "Rosa Marquez"


def test_what_is_offered_is_what_is_allowed():
    for state, action, person in product(State, Action, (ROSA, TAM, ODILE, ALL)):
        stand = Stand(state, rim="Tam Reyes")
        if action in moves_from(stand, person):
            moved(stand, action, person, "because")
        else:
            with pytest.raises(KnownError):
                moved(stand, action, person, "because")


def test_a_move_that_does_not_fit_names_those_that_do():
    with pytest.raises(KnownError, match="cannot take “Approve”: possible are “Submit to the copy desk”, “Hold”"):
        moved(Stand(), Action.APPROVE, ALL)
    with pytest.raises(KnownError, match="it stays where it is"):
        moved(Stand(State.SPIKED), Action.HOLD, ROSA, "because")


def test_every_state_can_be_reached_and_left():
    reached = {State.DRAFT} | {move.target for move in MOVES if move.target}
    left = {source for move in MOVES for source in move.sources}
    assert reached == set(State) == left
