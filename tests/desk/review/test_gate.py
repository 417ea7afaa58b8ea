from dataclasses import replace

import pytest

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checks.check import Finding, Item, Severity
from desk.errors import KnownError
from desk.review.gate import PAID_RULE, Case, left, obstacles, pass_gate, unseen
from desk.review.obstacles import Grade, Place, Why
from desk.review.people import Person, Role
from desk.review.rules import Policy, Weight
from desk.review.states import MOVES, Action, Watch
from desk.text.spans import Span
from tests.rows import rows

MOVE = {move.action: move for move in MOVES}
EDITOR = Person("Rosa Marquez", frozenset({Role.EDITOR}), id="r")
CHIEF = Person("Odile Brandt", frozenset({Role.CHIEF}), id="o")
GATED = [Action.PASS_ON, Action.SEND_TO_CHIEF, Action.APPROVE]


def _judged(severity, standing=Standing.OPEN, rule="style.a", item=Item.STYLE):
    return Judged(
        Finding(item, rule, Span(0, 1), "a", "m", severity=severity, fingerprint=f"{rule}{severity}"), standing
    )


def _style(*judged):
    return Line("style", ItemState.ATTENTION, judged)


ERROR, WARNING, HINT = (_judged(severity) for severity in Severity)
PAID = Line("ads", ItemState.ATTENTION, (_judged(Severity.ERROR, rule=PAID_RULE, item=Item.ADS),))
UNCHECKED = Line("grammar", ItemState.UNCHECKED, reason="LanguageTool is not installed.")
UNTICKED = Line("Legal read", ItemState.ATTENTION, manual=True)
TICKED = Line("Legal read", ItemState.PASSED, manual=True)


def _in_way(action, *lines, person=CHIEF, **more):
    return obstacles(MOVE[action], Case(lines, **more), person)


def _why(action, *lines, **more):
    return [(o.why, o.grade) for o in _in_way(action, *lines, **more)]


@pytest.mark.parametrize("action", GATED)
def test_open_errors_are_passed_only_by_the_role_that_the_desk_names_and_with_a_reason(action):
    case = Case([_style(ERROR, HINT, ERROR)])
    with pytest.raises(
        KnownError, match=r"has to wait. “House style” has 2 open errors: fix or waive each. A section chief"
    ):
        pass_gate(MOVE[action], case, EDITOR, {"style: open-errors": "I say so"})
    with pytest.raises(KnownError, match="2 open errors"):
        pass_gate(MOVE[action], case, CHIEF, {"style: open-errors": "  "})
    (passed,) = pass_gate(MOVE[action], case, CHIEF, {"style: open-errors": " quoted as said "})
    assert (passed.reason, passed.obstacle.grade, passed.obstacle.by) == (
        "quoted as said",
        Grade.ERROR,
        (Role.CHIEF,),
    )
    nobody = replace(case, policy=Policy(errors_by=frozenset()))
    with pytest.raises(KnownError, match="2 open errors"):
        pass_gate(MOVE[action], nobody, CHIEF, {"style: open-errors": "because"})


def test_each_obstacle_leads_to_its_places():
    (errors, warnings, item) = _in_way(Action.APPROVE, _style(WARNING, ERROR), UNTICKED)
    assert errors.places == (Place("style", Span(0, 1), "style.aerror", "a"),)
    assert [place.fingerprint for place in warnings.places] == ["style.awarning"]
    assert item.places == (Place("Legal read"),)


def test_what_a_desk_made_a_warning_of_is_among_the_warnings():
    lowered = Line("ads", ItemState.ATTENTION, (_judged(Severity.WARNING, rule=PAID_RULE, item=Item.ADS),))
    assert _why(Action.APPROVE, lowered) == _why(Action.APPROVE, _style(WARNING))
    hint = Line("ads", ItemState.ATTENTION, (_judged(Severity.HINT, rule=PAID_RULE, item=Item.ADS),))
    assert _why(Action.APPROVE, hint) == []


def test_a_line_that_labels_nothing_is_no_label():
    wrong = Line("ads", ItemState.ATTENTION, (_judged(Severity.ERROR, rule="ads.wrong-label", item=Item.ADS),))
    assert _why(Action.APPROVE, wrong) == [(Why.PAID, Grade.ERROR)]


def test_unlabelled_paid_text_is_an_obstacle_of_its_own():
    for action in GATED:
        assert _why(action, PAID) == [(Why.PAID, Grade.ERROR)]
    assert "1 paragraph of paid text has no label" in _in_way(Action.APPROVE, PAID)[0].sentence


def test_what_was_not_checked_is_passed_by_name_with_a_reason_and_at_the_end_only_by_the_chief():
    assert _why(Action.PASS_ON, UNCHECKED) == [(Why.UNCHECKED, Grade.WARNING)]
    assert _why(Action.APPROVE, UNCHECKED) == [(Why.UNCHECKED, Grade.ERROR)]
    (obstacle,) = left(MOVE[Action.PASS_ON], Case([UNCHECKED]), EDITOR, {})
    assert obstacle.sentence == (
        "“Grammar” was not checked (LanguageTool is not installed): check it, or pass it by name with a reason."
    )
    assert obstacle.acknowledgeable
    assert not _in_way(Action.APPROVE, UNCHECKED, person=EDITOR)[0].acknowledgeable
    assert len(pass_gate(MOVE[Action.PASS_ON], Case([UNCHECKED]), EDITOR, {obstacle.key: "read by hand"})) == 1


def test_an_unchecked_item_without_a_reason_is_still_told():
    assert "the check did not run" in _in_way(Action.APPROVE, Line("ads", ItemState.UNCHECKED))[0].sentence


def test_an_automatic_item_that_was_ticked_by_hand_says_so():
    assert _why(Action.APPROVE, UNCHECKED, by_hand=frozenset({"grammar"})) == [(Why.BY_HAND, Grade.WARNING)]
    assert (
        "ticked by hand, not checked" in _in_way(Action.APPROVE, UNCHECKED, by_hand=frozenset({"grammar"}))[0].sentence
    )


@pytest.mark.parametrize("action", GATED)
def test_what_is_being_checked_or_was_edited_since_is_waited_for_by_everybody(action):
    checking = Line("names", ItemState.CHECKING)
    assert _why(action, checking) == [(Why.CHECKING, Grade.WAIT)]
    assert _why(action, checking, edited=True) == [(Why.EDITED, Grade.WAIT)]
    for case in (Case([checking]), Case([checking], edited=True)):
        keys = {o.key: "because" for o in obstacles(MOVE[action], case, CHIEF)}
        with pytest.raises(KnownError, match=r"still being checked|edited since the checks ran"):
            pass_gate(MOVE[action], case, CHIEF, keys)


def test_manual_items_and_warnings_matter_for_the_approval_alone():
    assert _why(Action.PASS_ON, UNTICKED, _style(WARNING)) == []
    assert _why(Action.APPROVE, UNTICKED, _style(WARNING)) == [
        (Why.UNTICKED, Grade.ERROR),
        (Why.WARNINGS, Grade.WARNING),
    ]
    assert _why(Action.APPROVE, TICKED) == []
    aged = replace(UNTICKED, reason="Rosa ticked it before the text was edited")
    assert "(Rosa ticked it before" in _in_way(Action.APPROVE, aged)[0].sentence


def test_settled_findings_and_hints_are_no_obstacle():
    settled = [_judged(Severity.ERROR, Standing.WAIVED), _judged(Severity.ERROR, Standing.NOT_AN_ERROR), HINT]
    assert _in_way(Action.APPROVE, _style(*settled), Line("names", ItemState.PASSED)) == ()


def test_what_was_found_since_the_last_look_is_named():
    waived, denied = _judged(Severity.ERROR, Standing.WAIVED), _judged(Severity.WARNING, Standing.NOT_AN_ERROR)
    lines = [_style(waived, denied, HINT)]
    new = unseen(lines, [], [])
    assert [finding.severity for finding in new] == [Severity.ERROR, Severity.HINT]
    assert unseen(lines, [waived.finding.fingerprint], [HINT.finding.fingerprint]) == ()
    (obstacle,) = _in_way(Action.APPROVE, *lines, unseen=new)
    assert (obstacle.why, obstacle.key) == (Why.NEW, "newer-than-the-last-look")
    assert "2 findings are newer than your last look" in obstacle.sentence
    assert len(obstacle.places) == 2
    off = Policy({"style": Weight.OFF})
    assert _in_way(Action.APPROVE, *lines, unseen=new, policy=off) == ()


def test_the_weight_of_an_item_is_the_sections():
    policy = Policy({"style": Weight.RECOMMENDED}, {"Sport": {"Legal read": Weight.OFF, "style": Weight.OFF}})
    lines = (_style(ERROR, WARNING), UNTICKED)
    assert _why(Action.APPROVE, *lines, policy=policy, section="News") == [
        (Why.ERRORS, Grade.WARNING),
        (Why.UNTICKED, Grade.ERROR),
    ]
    assert _why(Action.APPROVE, *lines, policy=policy, section="Sport") == []


@rows("action", sorted(move.action for move in MOVES if move.watch is Watch.NONE))
def test_other_moves_are_never_stopped_by_the_checklist(action):
    case = Case([_style(ERROR), UNCHECKED, UNTICKED, PAID], edited=True)
    assert pass_gate(MOVE[action], case, EDITOR, {}) == ()


def test_obstacles_stand_in_the_order_of_the_list():
    lines = [UNCHECKED, _style(WARNING, ERROR), UNTICKED]
    whys = [o.why for o in _in_way(Action.APPROVE, *lines)]
    assert whys == [Why.UNCHECKED, Why.ERRORS, Why.WARNINGS, Why.UNTICKED]
