"""What the tests of the review begin with: its page, a story that is approved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.review.reviewing import bring_to_chief, key


@pytest.fixture
def review(window, quiet, qtbot):
    """Return a function that opens the review of the story at hand by its key, and the view."""

    def go():
        window.frame.activateWindow()  # offscreen nobody does it after a dialog
        window.parts.editor.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.editor.edit)
        key(window.parts.editor.edit, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: window.parts.review.get().page is not None and window.verbs.review.active)
        quiet(window)
        return window.parts.review.get()

    return go


@pytest.fixture
def said(dialog, qtbot):
    """Return a function that types words into a dialog of a class and presses Ctrl+Return."""

    def say(kind, words):
        asked = dialog(kind)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is asked.words)
        QTest.keyClicks(asked.words, words)
        key(asked.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return say


@pytest.fixture
def checked(monkeypatch):
    """Let grammar be checked: by a stand-in for the engine that finds nothing, for the real one has its own tests."""
    from desk.checks.grammar.check_grammar import GrammarCheck

    monkeypatch.setattr(GrammarCheck, "read", lambda self, block, brief: ())
    monkeypatch.setattr(GrammarCheck, "judge", lambda self, manuscript, readings, brief: [])


@pytest.fixture
def approved(checked, window, quiet, review, at_store):
    """The review of a story that was approved by its key."""
    window.parts.checker.want()
    quiet(window)
    bring_to_chief(window, at_store)
    view = review()
    key(view.reading.edit, Qt.Key.Key_A)
    quiet(window)
    return view
