"""The main job by keyboard: open the sample, walk its problems, settle some, save, close, and find it all again.

Real window, real store, real checks; once without a grammar engine (then grammar says so), once with the real one.
"""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desk.checking.checklist import ItemState, Standing
from desk.checks.check import Item
from ui.__main__ import make_session
from ui.dialogs.waive import WaiveDialog
from ui.open_story.checker import Checker
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def desk(qtbot):
    """Opens windows on the store of this test, closes them, and waits for their lanes."""
    made = []

    def make():
        window = OpenWindow(Frame())
        made.append(window)
        window.frame.resize(1280, 720)
        with qtbot.waitExposed(window.frame):
            window.frame.show()
        window.frame.activateWindow()
        window.start(partial(make_session, ""), [])
        qtbot.waitUntil(lambda: window.hub.is_ready, timeout=20_000)
        return window

    yield make
    for window in made:
        leave(window, qtbot)
        window.frame.deleteLater()


def leave(window, qtbot):
    window.frame.close()
    qtbot.waitUntil(lambda: window.frame.is_left, timeout=30_000)


def key(pressed, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), pressed, modifiers)


def quiet(window, qtbot):
    qtbot.waitUntil(lambda: not window.parts.checker.busy and not window.lanes.busy(), timeout=60_000)


def open_sample_by_keyboard(window, qtbot):
    """Move to the button on the first page with Tab and press it."""
    wanted = window.welcome.ways[2].button
    for _ in range(40):
        if QApplication.focusWidget() is wanted:
            break
        key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is wanted
    key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.hub.story is not None, timeout=10_000)
    quiet(window, qtbot)


def to_text(window, qtbot):
    """Have the keyboard in the text; offscreen nobody makes the window the active one again after a dialog."""
    window.frame.activateWindow()
    window.parts.editor.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.editor.edit)


def walk_to(window, want):
    """Press F8 until the problem in hand is one that `want` accepts; return it."""
    for _ in window.hub.board.open_findings:
        key(Qt.Key.Key_F8)
        finding = window.parts.current_finding.current.finding
        if want(finding):
            return finding
    raise AssertionError("F8 went round without finding it")


def opened_dialog(qtbot, kind):
    qtbot.waitUntil(lambda: any(isinstance(w, kind) and w.isVisible() for w in QApplication.topLevelWidgets()))
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def settle(window, qtbot):
    """Mend one problem, waive one, call one not an error, tick an item; return the two that were settled."""
    mended = walk_to(window, lambda f: f.item is Item.STYLE and f.remedies)
    key(Qt.Key.Key_Return, ALT)
    quiet(window, qtbot)
    assert mended.fingerprint not in {f.fingerprint for f in window.hub.board.open_findings}
    waived = walk_to(window, lambda f: f.item is Item.NAMES)
    key(Qt.Key.Key_W, CTRL | SHIFT)
    asked = opened_dialog(qtbot, WaiveDialog)
    QTest.keyClicks(asked.reason, "Both are right, asked the writer")
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    quiet(window, qtbot)
    to_text(window, qtbot)
    wrong = walk_to(window, lambda f: f.item is Item.STRUCTURE)
    key(Qt.Key.Key_H, CTRL | SHIFT)
    quiet(window, qtbot)
    tick(window, "Facts checked")
    quiet(window, qtbot)
    return waived, wrong


def tick(window, item):
    panel = window.parts.checklist
    panel.tree.setFocus()
    rows = [line.item for line in window.hub.board.lines]
    panel.tree.setCurrentIndex(panel.model.index(rows.index(item), 0))
    key(Qt.Key.Key_Space)


def standings(window):
    return {(j.finding.item, j.finding.fingerprint): j.standing for j in window.hub.board.judged}


def main_job(desk, qtbot):
    window = desk()
    open_sample_by_keyboard(window, qtbot)
    found = {line.item: line for line in window.hub.board.lines}
    for item in (Item.NAMES, Item.FIGURES, Item.ADS, Item.STYLE, Item.STRUCTURE):
        assert found[item].open, item
    to_text(window, qtbot)
    waived, wrong = settle(window, qtbot)
    to_text(window, qtbot)
    key(Qt.Key.Key_S, CTRL)
    quiet(window, qtbot)
    assert not window.parts.open_story.edited
    before, text, story = standings(window), window.parts.editor.text(), window.hub.story.id
    place = window.parts.editor.edit.point
    assert place > 0
    leave(window, qtbot)
    return before, text, story, place, waived, wrong, found


def find_again(desk, qtbot, job, monkeypatch):
    """The next window begins with the story that the last one ended with, at its place, as it was left."""
    before, text, story, place, waived, wrong, _ = job
    monkeypatch.setattr(Checker, "begin", lambda self, story: None)  # whatever is shown now, no check has made it
    window = desk()
    qtbot.waitUntil(lambda: window.hub.story is not None and window.hub.story.id == story, timeout=10_000)
    assert (window.parts.editor.text(), window.parts.editor.edit.point) == (text, place)
    assert standings(window) == before
    assert before[waived.item, waived.fingerprint] is Standing.WAIVED
    assert before[wrong.item, wrong.fingerprint] is Standing.NOT_AN_ERROR
    states = {line.item: line.state for line in window.hub.board.lines}
    assert states["Facts checked"] is ItemState.PASSED
    assert ItemState.CHECKING not in states.values()


def test_the_main_job_without_a_grammar_engine(desk, qtbot, monkeypatch):
    job = main_job(desk, qtbot)
    assert job[-1][Item.GRAMMAR].state is ItemState.UNCHECKED
    find_again(desk, qtbot, job, monkeypatch)


@pytest.mark.engine
def test_the_main_job_with_the_real_grammar_engine(lend_engine, desk, qtbot, monkeypatch):
    lend_engine(shared=True)
    job = main_job(desk, qtbot)
    assert job[-1][Item.GRAMMAR].open
    assert any(item is Item.GRAMMAR for item, _ in job[0])
    find_again(desk, qtbot, job, monkeypatch)


def test_no_dialog_is_left_behind(desk, qtbot):
    leave(desk(), qtbot)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()] == []
