"""The versions of a story in the window: read, compared, and one taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.review.seal import text_digest
from ui.actions.window_actions import found_action
from ui.dialogs.empty_text import EmptyTextDialog
from ui.dialogs.versions import ALONE, LIVE, VersionsDialog
from ui.dialogs.words_left import WordsLeftDialog


@pytest.fixture
def saved_twice(window, quiet):
    """A window whose story has a second version and words beyond it that are not saved."""
    edit = window.parts.editor.edit
    for words, saves in (("First. ", True), ("Second. ", False)):
        edit.insertPlainText(words)
        if saves:
            window.actions["save"].trigger()
        quiet(window)
    return window


@pytest.fixture
def shown(saved_twice, quiet, dialog):
    def show():
        QTest.keyClick(saved_twice.parts.editor.edit, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
        found = dialog(VersionsDialog)
        quiet(saved_twice)
        return found

    return show


def columns(shown):
    items = [shown.list.topLevelItem(n) for n in range(shown.list.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(3)) for item in items]


def words_of(sheet):
    return "".join(run.text for placed in sheet._placed for cell in placed.cells for run in cell.runs)


def test_each_version_can_be_read_and_any_two_compared(saved_twice, shown, quiet):
    view = shown()
    who = saved_twice.hub.facts.working.name
    assert [(number, name) for number, name, _ in columns(view)] == [("2", who), ("1", who)]
    assert view.summary.text() == "From version 1 to version 2: 1 change: 1 word in"
    view.other.setCurrentIndex(view.other.findData(LIVE))
    view.other.activated.emit(view.other.currentIndex())
    quiet(saved_twice)
    assert "the text in the editor: 1 change: 1 word in" in view.summary.text()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    quiet(saved_twice)
    assert (view.number, view.other.currentData()) == (1, ALONE), "the first version has none before it"
    assert view.summary.text() == "The text of version 1"
    assert "Ferries will run every ten minutes." in words_of(view.changes)
    assert "First." not in words_of(view.changes)
    QTest.keyClick(view, Qt.Key.Key_Escape)


def test_a_version_taken_back_is_the_newest_says_so_and_can_be_undone(saved_twice, shown, quiet, draft_text, at_store):
    before = saved_twice.parts.editor.text()
    view = shown()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    quiet(saved_twice)
    assert view.back.text() == "Take version 1 back"
    view.back.click()
    quiet(saved_twice)
    story = saved_twice.hub.story
    assert (story.text, story.version) == (draft_text, 4), "what was not saved is a version of its own"
    lines = at_store(saved_twice, lambda desk: desk.versions.lines(story.id))
    assert (lines[0].why, lines[1].number) == ("version 1 taken back", 3)
    assert at_store(saved_twice, lambda desk: desk.versions.text(story.id, 3)) == before
    assert text_digest(saved_twice.parts.editor.text()) == text_digest(draft_text)
    found_action(saved_twice.parts.window, "undo").trigger()
    assert saved_twice.parts.editor.text() == before


def test_what_stands_there_already_is_not_taken_back(window, quiet, dialog, at_store):
    window.actions["versions"].trigger()
    view = dialog(VersionsDialog)
    quiet(window)
    assert not view.back.isEnabled(), "it is the newest and nothing was edited"
    view.accept()
    view.taken_back.emit(1)
    quiet(window)
    assert window.hub.story.version == 1
    assert window.frame.statusBar().currentMessage() == "Version 1 has the very words that stand here."


def test_an_administrator_takes_the_words_of_a_version_out_for_good(
    saved_twice, shown, quiet, dialog, qtbot, at_store, tmp_path
):
    pack, story = tmp_path / "bridge.copydesk", saved_twice.hub.story.id
    at_store(saved_twice, lambda desk: desk.packs.pack([story], pack))
    view = shown()
    view.list.setCurrentItem(view.list.topLevelItem(1))
    quiet(saved_twice)
    QTest.keyClick(view, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    asked = dialog(EmptyTextDialog)
    qtbot.waitUntil(asked.isActiveWindow)
    assert not asked.go.isEnabled()
    QTest.keyClicks(asked.reason, "order of the court")
    QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(saved_twice)
    left = dialog(WordsLeftDialog)
    QTest.mouseClick(left.go, Qt.MouseButton.LeftButton)
    quiet(saved_twice)
    assert not pack.exists()
    here = saved_twice.parts.editor.text()
    found_action(saved_twice.parts.window, "undo").trigger()
    assert saved_twice.parts.editor.text() == here, "the words that are gone come back by no undo"
    saved_twice.actions["versions"].trigger()
    again = dialog(VersionsDialog)
    assert next(why for number, _, why in columns(again) if number == "1").startswith("emptied by ")
    again.list.setCurrentItem(again.list.topLevelItem(again.list.topLevelItemCount() - 1))
    quiet(saved_twice)
    assert (again.number, again.back.isEnabled(), again.empty.isEnabled()) == (1, False, False)
    assert "Second." in saved_twice.parts.editor.text()
