import pytest

from desk.checklist import Judged, Line, Standing, State
from desk.checks.check import Finding, Item, Severity
from desk.errors import KnownError
from desk.review.gate import Why, left, obstacles, pass_gate
from desk.review.states import Action
from desk.text.spans import Span


def _judged(severity, standing=Standing.OPEN):
    return Judged(Finding(Item.STYLE, "style.a", Span(0, 1), "a", "m", severity=severity), standing)


def _style(*judged):
    return Line("style", State.ATTENTION, judged)


ERROR, WARNING, HINT = (_judged(severity) for severity in Severity)
UNCHECKED = Line("grammar", State.UNCHECKED, reason="LanguageTool is not installed.")
UNTICKED = Line("Legal read", State.ATTENTION, manual=True)
GATED = [Action.PASS_ON, Action.SEND_TO_CHIEF, Action.APPROVE]


@pytest.mark.parametrize("action", GATED)
def test_open_errors_must_be_dealt_with(action):
    with pytest.raises(KnownError, match=r"has to wait. “style” has 2 open errors: fix or waive each."):
        pass_gate(action, [_style(ERROR, HINT, ERROR)], ["style"])


@pytest.mark.parametrize("action", GATED)
def test_an_unchecked_item_must_be_acknowledged_by_name(action):
    (obstacle,) = left(action, [UNCHECKED], [])
    assert obstacle.acknowledgeable
    assert obstacle.sentence == ("“grammar” was not checked (LanguageTool is not installed): acknowledge it by name.")
    assert left(action, [UNCHECKED], ["names"]) == (obstacle,)
    assert pass_gate(action, [UNCHECKED], ["grammar", "names"]) == ("grammar",)


def test_an_unchecked_item_without_a_reason_is_still_told():
    assert "the check did not run" in obstacles(Action.APPROVE, [Line("ads", State.UNCHECKED)])[0].sentence


@pytest.mark.parametrize("action", GATED)
def test_a_running_check_is_waited_for(action):
    with pytest.raises(KnownError, match="still being checked"):
        pass_gate(action, [Line("names", State.CHECKING)], ["names"])


def test_manual_items_matter_for_the_approval_alone():
    assert obstacles(Action.PASS_ON, [UNTICKED]) == ()
    with pytest.raises(KnownError, match="“Legal read” is not ticked yet"):
        pass_gate(Action.APPROVE, [UNTICKED], ["Legal read"])
    assert pass_gate(Action.APPROVE, [Line("Legal read", State.PASSED, manual=True)]) == ()


def test_open_warnings_are_never_approved_silently():
    assert obstacles(Action.SEND_TO_CHIEF, [_style(WARNING)]) == ()
    with pytest.raises(KnownError, match="1 open warning:"):
        pass_gate(Action.APPROVE, [_style(WARNING)])
    assert pass_gate(Action.APPROVE, [_style(WARNING, HINT)], ["style"]) == ("style",)


def test_settled_findings_and_hints_are_no_obstacle():
    settled = [_judged(Severity.ERROR, Standing.WAIVED), _judged(Severity.ERROR, Standing.NOT_AN_ERROR), HINT]
    assert obstacles(Action.APPROVE, [_style(*settled), Line("names", State.PASSED)]) == ()


@pytest.mark.parametrize("action", sorted(set(Action) - set(GATED)))
def test_other_moves_are_never_stopped_by_the_checklist(action):
    assert pass_gate(action, [_style(ERROR), UNCHECKED, UNTICKED]) == ()


def test_obstacles_stand_in_the_order_of_the_list():
    lines = [UNCHECKED, _style(WARNING, ERROR), UNTICKED]
    assert [o.why for o in obstacles(Action.APPROVE, lines)] == [
        Why.UNCHECKED,
        Why.ERRORS,
        Why.WARNINGS,
        Why.UNTICKED,
    ]
