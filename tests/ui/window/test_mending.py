"""Mending as copy editors do it: on with one key, and everything of one rule as one step that one key takes back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desk.checking.checklist import Standing
from desk.checking.runner import ItemRun
from desk.checks.check import Item, Remedy
from desk.review.decisions import Done
from desk.review.queue import Filter

TEXT = """The ferry to to Port Ellery will stop for two weeks, the the harbour office said on Monday.

Buses will run in in its place. Repairs begin at at noon on Friday.
"""
MENDED = TEXT.replace("to to", "to").replace("the the", "the").replace("in in", "in").replace("at at", "at")
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_window, quiet, tmp_path, qtbot):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    made = open_window(path)
    qtbot.waitUntil(lambda: made.hub.story is not None, timeout=20_000)
    quiet(made)
    return made


def doubled(window):
    return [f for f in window.hub.board.open_findings if f.quote in ("to to", "the the", "in in", "at at")]


def fixed_in(desk):
    story = desk.queue.ids(Filter())[0]
    return [e for e in desk.reports.report(story).trail if e.decision.done is Done.FIXED]


def press(window, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.parts.editor.edit, key, held)


def test_one_key_mends_and_goes_on_to_the_next_problem_that_stands(window, quiet):
    first, second, third, last = doubled(window)
    window.verbs.problems.show(first)
    press(window, Qt.Key.Key_Return, CTRL)
    assert window.parts.editor.text() == TEXT.replace("to to", "to")
    assert window.parts.current_finding.current.finding.quote == second.quote, "before any check has come back"
    for _ in (second, third, last):
        press(window, Qt.Key.Key_Return, CTRL)
    quiet(window)
    assert window.parts.editor.text() == MENDED
    assert doubled(window) == []
    for _ in range(4):
        press(window, Qt.Key.Key_Z, CTRL)
    assert window.parts.editor.text() == TEXT


def test_the_card_counts_the_problems_that_are_left(window, quiet):
    first, second, *_ = doubled(window)
    story = window.hub.story.id
    window.verbs.problems.show(second)
    window.hub.store(lambda desk: desk.decisions.waive(story, first, "as spoken"))
    quiet(window)
    place, left = window.parts.current_finding.count()
    assert left == len(window.hub.board.open_findings)
    assert f"{place} of {left}" in [label.text() for label in window.parts.checklist.card.findChildren(QLabel)]


def test_all_of_a_rule_is_mended_as_one_step_and_recorded_place_by_place(window, quiet, at_store):
    window.verbs.problems.show(doubled(window)[1])
    press(window, Qt.Key.Key_Return, ALT_SHIFT)
    assert window.parts.editor.text() == MENDED
    quiet(window)
    assert len(at_store(window, fixed_in)) == 4
    assert "4 places mended" in window.frame.statusBar().currentMessage(), "a new check does not take that away"
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.parts.editor.text() == TEXT


def test_a_british_spelling_offers_to_take_the_story_as_british(window, quiet, found, qtbot):
    made = found(window.parts.editor.text(), "harbour", Item.GRAMMAR, "grammar.OTHER_ENGLISH", suggestion="harbor")
    british = Remedy("This story is in British English", variant="en-GB")
    made = replace(made, remedies=(*made.remedies, british))
    window.hub.board.accept({Item.GRAMMAR: ItemRun(Item.GRAMMAR, (made,))}, window.parts.editor.text())
    window.verbs.problems.show(made)
    buttons = window.parts.checklist.card.findChildren(QPushButton)
    assert british.title in [one.text() for one in buttons]
    before = window.parts.editor.text()
    window.refresher.english.tell("en-GB")
    assert any("checked as English (US)" in said for said in window.parts.notices.sentences)
    press(window, Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: window.hub.story.variant == "en-GB")
    assert not any("checked as" in said for said in window.parts.notices.sentences), "not even while it is checked"
    quiet(window)
    assert window.hub.story.variant == "en-GB"
    assert window.parts.editor.text() == before


def test_all_of_a_rule_is_called_no_error_as_one_decision(window, quiet):
    window.verbs.problems.show(doubled(window)[0])
    window.actions["not_rule"].trigger()
    quiet(window)
    assert doubled(window) == []
    assert sum(judged.standing is Standing.NOT_AN_ERROR for judged in window.hub.board.judged) == 4
    assert "4 places called not an error" in window.frame.statusBar().currentMessage()
    window.actions["undo_decision"].trigger()
    quiet(window)
    assert len(doubled(window)) == 4


def test_f8_goes_on_from_where_the_cursor_was_put_not_from_the_problem_before(window):
    first, second, third, last = doubled(window)
    current = window.parts.current_finding
    window.verbs.problems.show(last)
    press(window, Qt.Key.Key_Home, CTRL)
    assert current.current.finding == last, "what is in hand stays so until another is"
    press(window, Qt.Key.Key_F8)
    assert current.current.finding == first
    press(window, Qt.Key.Key_F8)
    assert current.current.finding == second
    press(window, Qt.Key.Key_End, CTRL)
    press(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert current.current.finding == last
    press(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert current.current.finding == third
