"""The checklist's tree changes row by row, and always ends at what the board says."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checks.check import Finding, Item
from desk.text.spans import Span
from ui.checklist.model import JUDGED, LINE, ChecklistModel, state_words

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def judged(name, standing=Standing.OPEN, at=0):
    found = Finding(Item.STYLE, "style.x", Span(at, at + 3), name, "Look.", fingerprint=name)
    return Judged(found, standing, "as said" if standing is not Standing.OPEN else "")


def line(*findings, item="style", state=ItemState.ATTENTION, **more):
    return Line(item, state, tuple(findings), **more)


@pytest.fixture
def model(qapp):
    made = ChecklistModel()
    made.tester = QAbstractItemModelTester(made, FATAL)
    return made


def shown(model):
    return [
        (top.data(LINE), [model.index(at, 0, top).data(JUDGED) for at in range(model.rowCount(top))])
        for top in (model.index(row, 0) for row in range(model.rowCount()))
    ]


def test_lines_and_their_findings_are_rows(model):
    lines = (line(judged("a"), judged("b")), line(item="Legal read", manual=True))
    model.set_lines(lines)
    assert shown(model) == [(lines[0], list(lines[0].findings)), (lines[1], [])]
    assert model.index(0, 0, model.index(0, 0)).parent() == model.index(0, 0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(states=st.lists(st.lists(st.sampled_from("abcdefg"), unique=True, max_size=7), min_size=1, max_size=6))
def test_any_way_from_one_state_to_the_next_ends_at_the_next(model, states):
    for names in states:
        wanted = line(*(judged(name, at=nth) for nth, name in enumerate(names)))
        model.set_lines((wanted,))
        assert shown(model) == [(wanted, list(wanted.findings))]


def test_a_finding_that_stays_keeps_its_row_and_is_not_rebuilt(model, qtbot):
    model.set_lines((line(judged("a"), judged("b"), judged("c")),))
    kept = QPersistentModelIndex(model.index(2, 0, model.index(0, 0)))
    removed = []
    model.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_lines((line(judged("a"), judged("c")),))
    assert removed == [(1, 1)]
    assert kept.row() == 1
    assert kept.data(JUDGED) == judged("c")
    assert model.index_of(judged("c").finding).row() == 1


def test_a_decision_changes_its_row_in_place(model, qtbot):
    model.set_lines((line(judged("a"), judged("b")),))
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.rowsRemoved):
        model.set_lines((line(judged("a"), judged("b", Standing.WAIVED)),))
    assert "waived" in model.index(1, 0, model.index(0, 0)).data(Qt.ItemDataRole.AccessibleTextRole)


def test_state_is_told_in_words_for_every_state(model):
    assert state_words(line(judged("a"))) == "1 open"
    said = {state_words(line(state=state, reason="no Java")) for state in ItemState if state is not ItemState.ATTENTION}
    assert len(said) == len(ItemState) - 1
    model.set_lines((line(item="grammar", state=ItemState.UNCHECKED, reason="no Java"),))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Grammar: not checked. no Java"


def test_manual_items_can_be_ticked(model):
    model.set_lines((line(item="Legal read", manual=True), line(item="Facts", manual=True, state=ItemState.PASSED)))
    states = [model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in (0, 1)]
    assert states == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    assert model.index(0, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable
