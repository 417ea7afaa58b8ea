"""Deciding on problems and manual items in the window: waive, not an error, tick, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.checking.checklist import ItemState, Standing
from desk.checks.check import Item
from desk.errors import KnownError
from desk.services.decisions import DecisionsService
from tests.ui.window.acting import act, choose, line, quotes
from ui.actions.keys import key_of
from ui.dialogs.waive import WaiveDialog


def test_waive_asks_for_a_reason_lists_it_and_takes_it_back(window, dialog, quiet):
    finding = choose(window, "the the")
    act(window, "waive")
    asked = dialog(WaiveDialog)
    QTest.keyClicks(asked.reason, "As the poet wrote it")
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    quiet(window)
    judged = next(j for j in window.hub.board.judged if j.finding.fingerprint == finding.fingerprint)
    assert judged.standing is Standing.WAIVED
    assert "As the poet wrote it" in judged.why
    assert len(window.hub.board.verdicts.all()) == 1
    undo = key_of("undo_decision")
    assert window.parts.hints.sentence == f"Waived. {undo} takes it back.", "Ctrl+Z takes back what was done before"
    act(window, "undo_decision")
    quiet(window)
    assert window.parts.hints.sentence == "Taken back."
    assert "the the" in quotes(window, Item.STYLE)


def test_an_empty_reason_is_no_reason(window, dialog):
    choose(window, "the the")
    act(window, "waive")
    asked = dialog(WaiveDialog)
    QTest.keyClicks(asked.reason, "   ")
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    assert asked.isVisible()


@pytest.mark.parametrize("scope", ["not_here", "not_in_story", "not_on_desk"])
def test_not_an_error_in_each_reach_and_back(window, quiet, scope):
    choose(window, "the the")
    act(window, scope)
    quiet(window)
    assert "the the" not in quotes(window, Item.STYLE)
    assert window.parts.hints.sentence == f"Called not an error. {key_of('undo_decision')} takes it back."
    act(window, "undo_decision")
    quiet(window)
    assert "the the" in quotes(window, Item.STYLE)


def test_a_decision_is_told_once_it_is_kept_and_the_last_one_asked_for_is_taken_back(window, quiet, monkeypatch):
    choose(window, "the the")
    act(window, "not_here")
    quiet(window)
    choose(window, "Okafour")
    act(window, "not_here")
    act(window, "undo_decision")  # before the store has answered
    quiet(window)
    assert "the the" not in quotes(window, Item.STYLE)
    assert "Okafour" in quotes(window, Item.NAMES)
    act(window, "undo_decision")
    act(window, "undo_decision")
    quiet(window)
    assert window.parts.hints.sentence == "There is no decision to take back."

    def refused(*_, **__):
        raise KnownError("No space is left.")

    for verb in ("waive", "not_an_error"):
        monkeypatch.setattr(DecisionsService, verb, refused)
    for asked in ("not_here", "not_rule"):
        choose(window, "Okafour")
        act(window, asked)
        quiet(window)
        assert "not an error" not in window.parts.hints.sentence
    window.verbs.problems._waived(window.hub.board.open_findings[0], "As said")
    quiet(window)
    assert "Waived" not in window.parts.hints.sentence


def test_a_manual_item_is_ticked_by_keyboard(window, quiet):
    panel = window.parts.checklist
    row = [one.item for one in window.hub.board.lines].index("Legal read")
    panel.tree.setCurrentIndex(panel.model.index(row, 0))
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    quiet(window)
    assert line(window, "Legal read").state is ItemState.PASSED
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    quiet(window)
    assert line(window, "Legal read").state is ItemState.ATTENTION
