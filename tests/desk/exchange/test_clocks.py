"""No clock decides anything: whatever the clocks of the copies say, order, state and questions are the same."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.exchange.clocks import behind, steps_back
from desk.exchange.opposites import decided_apart
from desk.exchange.order import in_one_order
from desk.review.decisions import Decision, Done, fold
from desk.review.people import Actor
from desk.review.states import State
from desk.text.moments import now

WHO = Actor("a" * 32, "Rosa Marquez")
START = now()
MOVES = ((Done.SUBMITTED, State.COPY_DESK), (Done.HELD, State.HOLD), (Done.RETURNED, State.RETURNED))
STEPS = st.tuples(st.integers(0, 2), st.integers(0, 5), st.booleans(), st.integers(-11, 11))
"""Whose step it is, what they do, whether they had taken in all others before, and by how many days they are off."""


def made(number, what, when):
    if what < len(MOVES):
        done, state = MOVES[what]
        return Decision(done, "s", WHO, state=state, when=when, id=f"{number:032x}")
    more = {"item": "Facts"} if what == 3 else {"fingerprint": "f", "rule": "r"}
    done = {3: Done.TICKED, 4: Done.WAIVED, 5: Done.FIXED}[what]
    return Decision(done, "s", WHO, when=when, id=f"{number:032x}", **more)


def strands_of(steps, *, off):
    strands = {name: [] for name in "abc"}
    sight = {name: {} for name in "abc"}
    for number, (whose, what, takes, days) in enumerate(steps, 1):
        name = "abc"[whose]
        if takes:
            sight[name] = {other: len(strands[other]) for other in "abc" if other != name and strands[other]}
        when = START + timedelta(hours=number) + (timedelta(days=days) if off else timedelta())
        entry = replace(made(number, what, when), note={"seen": dict(sight[name])} if sight[name] else {})
        strands[name].append((len(strands[name]) + 1, entry))
    return strands


@settings(max_examples=150)
@given(st.lists(STEPS, max_size=14))
def test_clocks_off_by_eleven_days_change_neither_order_nor_state_nor_questions(steps):
    came = []
    for off in (False, True):
        strands = strands_of(steps, off=off)
        order, apart = in_one_order(strands), decided_apart(strands)
        force = fold(order, apart.without)
        names = [one.name for one in apart.opposites]
        came.append(
            ([d.id for d in order], names, apart.without, force.stand, sorted(force.places), sorted(force.ticked))
        )
    assert came[0] == came[1]
    assert behind(strands_of(steps, off=False)) == {}


def test_what_is_dated_before_something_that_was_known_is_told():
    right, early = made(1, 3, START), made(2, 3, START - timedelta(days=11))
    seen = replace(early, note={"seen": {"a": 1}})
    assert behind({"a": [(1, right)], "b": [(1, early)]}) == {}
    assert behind({"a": [(1, right)], "b": [(1, seen)]}) == {seen.id: START}
    assert behind({"a": [(1, right), (2, early)]}) == {early.id: START}
    assert behind({"a": [(1, right)], "b": [(4, replace(seen, when=START - timedelta(seconds=90)))]}) == {}


def test_each_step_back_of_a_trail_is_told_once():
    back = START - timedelta(days=11)
    (told,) = steps_back([(1, START), (2, back), (3, back + timedelta(hours=1)), (4, START)])
    assert told.startswith("At entry 2 of the trail the clock went back, from ")
    assert told.endswith("The order of the trail is as it was: no clock decides it.")
