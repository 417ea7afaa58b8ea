"""What is not edited is not saved anew: no version comes of looking, moving on or letting go."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from desk.errors import KnownError
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
from ui.open_story import recovery
from ui.work.lanes import Lane

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


# -- What is undone while something of it is on its way ----------------------------------------------------------------


@pytest.fixture
def held_store(window):
    """Return the event that lets the store lane go on: until then nothing that is saved lands."""
    go_on = threading.Event()
    window.lanes.submit(Lane.STORE, lambda: go_on.wait(60))
    yield go_on
    go_on.set()


def test_what_was_typed_and_taken_back_is_not_offered_at_the_next_start(
    window, open_window, quiet, qtbot, at_store, monkeypatch
):
    story = window.hub.story.id
    monkeypatch.setattr(recovery, "BEHIND", 0)
    QTest.keyClicks(window.parts.editor.edit, "a")
    qtbot.waitUntil(lambda: at_store(window, lambda desk: desk.store.recovery.of(story)) is not None)
    monkeypatch.setattr(recovery, "BEHIND", 1_000_000)
    window.parts.editor.undo()
    window.frame.close()
    qtbot.waitUntil(lambda: window.frame.is_left)
    again = open_window()
    assert at_store(again, lambda desk: desk.saving.recoveries()) == []
    assert versions(again, at_store, story) == 1


def test_what_is_undone_while_it_is_being_saved_is_saved_without_it(window, held_store, quiet, at_store):
    editor, story, before = window.parts.editor, window.hub.story.id, window.parts.editor.text()
    QTest.keyClicks(editor.edit, "a")
    window.actions["save"].trigger()
    editor.undo()
    assert window.parts.open_story.edited
    window.verbs.story.new()
    held_store.set()
    quiet(window)
    assert window.hub.story.id != story
    assert at_store(window, lambda desk: desk.store.stories.text(story)) == before
    assert at_store(window, lambda desk: desk.store.recovery.of(story)) is None


def test_what_is_undone_while_its_saving_fails_is_no_edit(window, held_store, quiet, monkeypatch):
    def full(*_args, **_more):
        raise KnownError("The disk is full: make room, then save again.")

    monkeypatch.setattr(window.hub.desk.saving, "save", full)
    QTest.keyClicks(window.parts.editor.edit, "a")
    window.actions["save"].trigger()
    window.parts.editor.undo()
    held_store.set()
    quiet(window)
    assert not window.parts.open_story.edited
    assert window.story_bar.findChildren(ShortLabel)[1].accessibleName() == "Draft · version 1"


def test_what_is_typed_while_the_story_is_saved_on_the_way_out_is_saved_too(window, held_store, quiet, at_store):
    story, before = window.hub.story.id, window.parts.editor.text()
    QTest.keyClicks(window.parts.editor.edit, "a")
    window.verbs.story.close()
    QTest.keyClicks(window.parts.editor.edit, "b")
    held_store.set()
    quiet(window)
    assert window.hub.story is None
    assert at_store(window, lambda desk: desk.store.stories.text(story)) == f"ab{before}"
