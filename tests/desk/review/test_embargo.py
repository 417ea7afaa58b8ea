from datetime import timedelta

import pytest

from desk.errors import KnownError
from desk.review.embargo import embargo_words, lifts
from desk.review.gate import Case, obstacles, pass_gate
from desk.review.obstacles import Grade, Why
from desk.review.people import Person, Role
from desk.review.states import MOVES, Action
from desk.text.moments import now, to_the_minute_there

HOUR = timedelta(hours=1)
MOVE = {move.action: move for move in MOVES}
EDITOR = Person("Rosa Marquez", frozenset({Role.EDITOR}), id="r")
CHIEF = Person("Odile Brandt", frozenset({Role.CHIEF}), id="o")


def test_an_embargo_holds_until_its_moment():
    at = now()
    assert embargo_words(at + HOUR, at=at) == f"Embargoed until {to_the_minute_there(at + HOUR, at)}"
    assert embargo_words(at, at=at) == embargo_words(at - HOUR, at=at) == embargo_words(None, at=at) == ""
    assert embargo_words(None, "until the speech", at) == "Embargoed by its sender (“until the speech”)"


def test_it_is_lifted_by_none_or_an_earlier_moment_while_it_holds():
    at = now()
    assert lifts(at + HOUR, "", None, at)
    assert lifts(at + HOUR, "", at, at)
    assert not lifts(at + HOUR, "", at + 2 * HOUR, at)
    assert not lifts(at - HOUR, "", None, at)
    assert not lifts(None, "until the speech", at + HOUR, at)
    assert lifts(None, "until the speech", None, at)


def test_it_stands_in_the_way_of_an_approval_alone_and_a_chief_passes_it_with_a_reason():
    case = Case((), embargo="Embargoed until 14:00 CET")
    (found,) = obstacles(MOVE[Action.APPROVE], case, CHIEF)
    assert (found.why, found.grade, found.key, found.acknowledgeable) == (Why.EMBARGO, Grade.ERROR, "embargoed", True)
    assert found.sentence.startswith("Embargoed until 14:00 CET: wait until then")
    assert obstacles(MOVE[Action.SEND_TO_CHIEF], case, CHIEF) == ()
    with pytest.raises(KnownError, match="Embargoed until 14:00 CET"):
        pass_gate(MOVE[Action.APPROVE], case, EDITOR, {"embargoed": "because"})
    (passed,) = pass_gate(MOVE[Action.APPROVE], case, CHIEF, {"embargoed": "for the first edition, out at six"})
    assert passed.reason == "for the first edition, out at six"
