"""Remedies that leave a finding of their own, in a real window with the real engine."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

pytestmark = [pytest.mark.engine, pytest.mark.xdist_group("engine"), pytest.mark.timeout(240)]

FIRST, LATER = "sailors an cooks were", "teachers an drivers were"
TEXT = f"The names of the {FIRST} read out on Friday.\n\nThe names of the {LATER} read out on Monday.\n"


def slips(board):
    return [f for f in board.open_findings if f.quote in ("an cooks", "an drivers")]


def test_the_order_of_remedies_changes_behind_the_findings_and_never_under_the_key(
    lend_engine, open_window, quiet, qtbot, tmp_path
):
    lend_engine(shared=True, keep_warm_seconds=10)
    path = tmp_path / "names.txt"
    path.write_text(TEXT, "utf-8")
    window = open_window(path)
    parts, board = window.parts, window.hub.board
    qtbot.waitUntil(lambda: len(slips(board)) == 2, timeout=120_000)
    in_hand, other = slips(board)
    window.verbs.problems.show(in_hand)
    untried = in_hand.suggestions
    assert untried[0] == "an cook"
    qtbot.waitUntil(lambda: not parts.checker.tries.busy, timeout=60_000)
    quiet(window)
    assert parts.current_finding.current.finding.suggestions == untried
    assert [f.suggestions[0] for f in slips(board)] == ["an cook", "drivers"]
    QTest.keyClick(parts.editor.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert parts.editor.text() == TEXT.replace("an cooks", "an cook"), "what was shown is what is applied"
    window.verbs.problems.show(other)
    QTest.keyClick(parts.editor.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert parts.editor.text().endswith("the teachers drivers were read out on Monday.\n")
