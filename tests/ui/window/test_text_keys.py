"""The keys of the text count in the whole window, and never reach a text that is behind the review view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def text(window, qtbot):
    """The text of an open story, with the keyboard in it."""
    window.frame.activateWindow()
    window.parts.editor.edit.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.editor.edit)
    return window.parts.editor.edit


def test_keys_search_and_zoom_the_text(window, text):
    bar = window.parts.editor.find_bar
    QTest.keyClick(text, Qt.Key.Key_F, CTRL)
    assert bar.find_field.hasFocus()
    QTest.keyClicks(bar.find_field, "the")
    first = text.selected
    QTest.keyClick(bar.find_field, Qt.Key.Key_F3)
    assert text.selected.start > first.start
    QTest.keyClick(bar.find_field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert text.selected == first
    QTest.keyClick(bar.find_field, Qt.Key.Key_H, CTRL)
    assert bar.replace_field.hasFocus()
    for keys, percent in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Minus, 100), (Qt.Key.Key_Minus, 90), (Qt.Key.Key_0, 100)):
        QTest.keyClick(text, keys, CTRL)
        assert text.column.zoom == percent


def test_no_key_changes_a_text_that_is_behind_the_review(window, text, quiet, qtbot):
    QTest.keyClicks(text, "Typed ")
    window.verbs.story.save()
    quiet(window)
    window.actions["review"].trigger()
    quiet(window)
    assert window.verbs.review.active
    before = window.parts.editor.text()
    for name in ("undo", "mend", "reflow", "kind_leftover", "waive"):
        assert not window.actions[name].isEnabled(), name
    QTest.keyClick(window.parts.review.get().reading.edit, Qt.Key.Key_Z, CTRL)
    assert window.parts.editor.text() == before
    window.actions["review"].trigger()
    quiet(window)
    assert window.actions["undo"].isEnabled()
    assert not window.actions["beside"].isEnabled()
