"""What is not edited is not saved anew: no version comes of looking, moving on or letting go."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from desk.review.move_request import MoveRequest
from desk.review.people import actor
from desk.review.states import Action, State
from desk.store.connect import open_store
from desk.store.records.values import NewStory
from desk.text.blocks import Kind
from desk.text.moments import now
from desk.text.spans import Span
from ui.actions.window_actions import found_action
from ui.dialogs.move import MoveDialog
from ui.look.widgets import ShortLabel

TEXTS = (
    "Ferry timetable to change\n\nBy Ines Tollard\n\nThe harbour office said on Monday that the boat would sail.\n",
    "Kept by an earlier version\u2029with a paragraph end of the old kind\u2029and a third.",
    "Words with \ufdd0 and \ufdd1 between them.",
    "\n\nRoom before, and behind.  \n\n\n",
)


def versions(window, at_store, story):
    return at_store(window, lambda desk: len(desk.store.stories.versions(story)))


def test_what_was_undone_is_no_edit_and_the_head_says_so(window, quiet, at_store):
    editor, story = window.parts.editor, window.hub.story.id
    QTest.keyClicks(editor.edit, "ab")
    assert window.story_bar.findChildren(ShortLabel)[1].accessibleName() == "Draft · edited"
    editor.undo()
    assert not window.parts.open_story.edited
    assert window.story_bar.findChildren(ShortLabel)[1].accessibleName() == "Draft · version 1"
    editor.redo()
    assert window.parts.open_story.edited
    window.actions["save"].trigger()
    quiet(window)
    editor.undo()
    assert window.parts.open_story.edited
    editor.redo()
    assert not window.parts.open_story.edited
    editor.set_kind(Span(0, 5), Kind.PAID)
    assert window.parts.open_story.edited
    editor.undo()
    window.actions["save"].trigger()
    quiet(window)
    assert versions(window, at_store, story) == 2


@pytest.mark.parametrize("text", TEXTS)
def test_a_story_as_it_was_saved_is_moved_on_without_a_new_version(open_window, quiet, qtbot, at_store, dialog, text):
    store = open_store()
    made = store.stories.create(NewStory(slug="ferry", text=text), actor("", "Ada Holm"))
    store.close()
    window = open_window()
    qtbot.waitUntil(lambda: window.hub.is_ready)
    window.verbs.story.open_story(made.id)
    qtbot.waitUntil(lambda: window.hub.story is not None)
    quiet(window)
    found_action(window.parts.window, "move").trigger()
    asked = dialog(MoveDialog)
    quiet(window)
    assert versions(window, at_store, made.id) == 1
    asked.wanted.emit(MoveRequest(story=made.id, action=Action.HOLD, note="Waits", until=now() + timedelta(days=1)))
    asked.done(QDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: window.hub.story.state == State.HOLD)
    found_action(window.parts.window, "save").trigger()
    quiet(window)
    assert versions(window, at_store, made.id) == 1
