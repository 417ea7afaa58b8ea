"""Bars in the margin of a real window: since when, walked by key, one change taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.review.people import Actor
from desk.text.spans import Span
from ui.actions.window_actions import found_action
from ui.open_story import change_watch


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(change_watch, "PAUSE", 1)


@pytest.fixture
def compared(qtbot, quiet):
    """Return a function that waits until the bars are those of the text as it is."""

    def wait(window):
        quiet(window)
        qtbot.waitUntil(lambda: window.parts.change_watch.comparison is not None, timeout=20_000)
        return [(mark.step.added or mark.step.removed).strip(" .") for mark in window.parts.editor.bars.marks()]

    return wait


def typed(window, before, words):
    edit = window.parts.editor.edit
    at = edit.text.index(before)
    edit.select(Span(at, at))
    QTest.keyClicks(edit, words)


def choose(window, since):
    action = next(one for one in window.verbs.changes.menu.actions() if one.data() == since)
    action.trigger()


def test_bars_show_what_changed_since_the_version_that_was_chosen(window, compared, quiet, at_store):
    story, edit = window.hub.story.id, window.parts.editor.edit
    assert compared(window) == []
    typed(window, "Ferries", "First. ")
    assert window.parts.editor.bars.marks(), "what is typed is marked at once"
    assert compared(window) == ["First"]
    window.actions["save"].trigger()
    assert compared(window) == []
    text = edit.text.replace("every ten", "every nine")
    at_store(window, lambda desk: desk.store.stories.save(story, text, Actor("other", "Ben Ortiz")))
    window.verbs.story.open_story(story)
    assert compared(window) == []
    typed(window, "Ines Duarte", "Last. ")
    choose(window, "other")
    assert compared(window) == ["Last"]
    assert "of Ben Ortiz" in window.parts.change_watch.base.words
    choose(window, "original")
    assert compared(window) == ["First", "nine", "Last"]
    window.verbs.changes.menu.aboutToShow.emit()
    assert [one.data() for one in window.verbs.changes.menu.actions() if one.isChecked()] == ["original"]
    choose(window, "nothing")
    quiet(window)
    assert (window.parts.editor.bars.marks(), window.parts.change_watch.base) == ([], None)


def test_one_change_is_taken_back_by_one_key_and_undone(window, compared, draft_text, qtbot):
    edit = window.parts.editor.edit
    compared(window)
    typed(window, "ten minutes", "twenty, no, ")
    typed(window, "Harbour", "Old ")
    compared(window)
    edit.select(Span(0, 0))
    QTest.keyClick(edit, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: edit.point == edit.text.index("twenty"))
    assert "Added “twenty, no,”" in window.frame.statusBar().currentMessage()
    before = edit.text
    QTest.keyClick(edit, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "twenty" not in edit.text)
    assert edit.text == "Old " + draft_text
    found_action(window.parts.window, "undo").trigger()
    assert edit.text == before
    compared(window)
    edit.select(Span(draft_text.index("“We looked"), draft_text.index("“We looked")))
    window.verbs.changes.take_back()
    assert window.frame.statusBar().currentMessage() == "No change stands here."
    found_action(window.parts.window, "change_words").trigger()
    assert window.parts.editor.bars.words_shown
    assert "Since version 1 of" in window.frame.statusBar().currentMessage()


def test_what_was_emptied_by_law_is_compared_with_no_longer(window, compared, quiet, at_store):
    story, text = window.hub.story.id, window.parts.editor.text()
    assert compared(window) == []
    choose(window, "original")
    window.parts.editor.edit.selectAll()
    window.parts.editor.edit.textCursor().insertText("A new text.")
    window.actions["save"].trigger()
    compared(window)
    watch = window.parts.change_watch
    assert watch.base.text == text
    window.hub.store(lambda desk: desk.emptying.empty(story, [1], "order of the court"))
    quiet(window)
    assert compared(window) == ["A new text"]
    assert watch.base.text == ""
    assert not any("Harbour" in step.removed for step in watch.comparison.steps)
