"""Comments at their words: by the signs in the margin, by key and in the menu of the right mouse button."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.text.spans import Span
from ui.actions.table import spec_of
from ui.dialogs.comment import CommentDialog, ThreadDialog


@pytest.fixture
def commented(window, quiet, at_store):
    """A window whose story has two comments, both in one paragraph; returns it with their places."""
    text, story = window.parts.editor.text(), window.hub.story.id
    places = []
    for words in ("two weeks", "city's"):
        at = text.index(words)
        places.append(Span(at, at + len(words)))
        at_store(window, lambda desk, span=places[-1]: desk.review.comment(story, text, span, f"Sure of this? {span}"))
    window.verbs.story.open_story(story)
    quiet(window)
    assert len(list(window.parts.editor.comments)) == 2
    return window, places


def threads(window, at_store):
    return at_store(window, lambda desk: desk.review.threads(window.hub.story.id))


def test_keys_go_round_the_comments_open_one_and_resolve_one(commented, quiet, dialog, at_store, qtbot):
    window, (first, second) = commented
    edit = window.parts.editor.edit
    edit.select(Span(0, 0))
    seen = []
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_F12)
        seen.append(edit.point)
    assert seen == [first.start, second.start, first.start]
    assert "Sure of this?" in window.frame.statusBar().currentMessage()
    QTest.keyClick(edit, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert edit.point == second.start
    QTest.keyClick(edit, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(ThreadDialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is asked.words)
    QTest.keyClicks(asked.words, "Yes, asked.")
    QTest.keyClick(asked.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(window)
    assert [len(thread.remarks) for thread in threads(window, at_store)] == [1, 2]
    window.actions["resolve_comment"].trigger()
    quiet(window)
    assert [thread.resolved for thread in threads(window, at_store)] == [False, True]
    window.actions["resolve_comment"].trigger()
    assert window.frame.statusBar().currentMessage() == "No comment stands here."


def test_a_sign_in_the_margin_opens_its_comment_and_none_covers_another(commented, dialog, qtbot):
    window, _ = commented
    editor = window.parts.editor
    boxes = [box for _, box in editor.comments.signs(editor.edit.page())]
    assert len(boxes) == 2
    assert not boxes[0].intersects(boxes[1])
    before = editor.edit.point
    QTest.mouseMove(editor.edit.viewport(), boxes[1].center().toPoint())
    QTest.mouseClick(editor.edit.viewport(), Qt.MouseButton.LeftButton, pos=boxes[1].center().toPoint())
    shown = dialog(ThreadDialog)
    assert editor.edit.point == before, "a sign is no place of the text"
    assert shown.isVisible()
    assert editor.signs.at(QPoint(30, 30)) is None
    shown.reject()


def test_the_menu_of_the_mouse_reads_resolves_and_writes_comments(commented, quiet, dialog, at_store):
    window, (first, _) = commented
    editor = window.parts.editor
    editor.edit.select(Span(0, 0))
    part = next(iter(editor.edit.page().stretches(first)))
    spot = QPoint(round(part.left) + 4, round(part.row.baseline) - 2)
    assert "Sure of this?" in editor._pointing.tip(spot)

    def chosen(name):
        menu = editor.menus.open(spot, QPoint(10, 10))
        next(action for action in menu.actions() if action.text() == spec_of(name).text).trigger()
        menu.close()

    chosen("open_comment")
    dialog(ThreadDialog).reject()
    chosen("resolve_comment")
    quiet(window)
    assert [thread.resolved for thread in threads(window, at_store)] == [True, False]
    assert [mark.thread for mark in editor.comments] == [threads(window, at_store)[1].id]
    chosen("comment")
    asked = dialog(CommentDialog)
    asked.words.setPlainText("A date?")
    asked._accept()
    quiet(window)
    last = threads(window, at_store)[-1]
    assert last.words == "A date?"
    assert "two weeks" in last.anchor.quote, "it is on the paragraph under the mouse"
