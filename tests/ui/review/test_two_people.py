"""Two people on one story: the second is told, and no word of either is lost."""

import threading
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desk.errors import KnownError
from desk.review.people import actor
from desk.text.spans import Span
from tests.ui.review.reviewing import bring_to_chief, key
from ui.dialogs.overtaken import OvertakenDialog
from ui.work.lanes import Lane

KEEP = "Keep mine as a story of its own"


@contextmanager
def held_store(window):
    """Let nothing come out of the store until the end of the block."""
    free = threading.Event()
    window.lanes.submit(Lane.STORE, lambda: free.wait(20))
    yield
    free.set()


@pytest.fixture
def overtaken(window, quiet, colleague):
    """The story is edited here, and somebody else has saved it by another way."""
    story = window.hub.story.id
    other = colleague("Ben")
    other.store.stories.save(story, other.store.stories.text(story).replace("two weeks", "a month"), actor("", "Ben"))
    editor = window.parts.editor
    at = editor.text().index("every ten")
    editor.edit.select(Span(at, at + 9))
    editor.edit.textCursor().insertText("every five")
    return other, story


def choose_in(dialog, words):
    asked = dialog(OvertakenDialog)  # the one that is on the screen
    next(b for b in asked.findChildren(QAbstractButton) if b.text() == words).click()


def test_the_second_is_told_and_shown_the_difference_and_nothing_is_overwritten(window, quiet, dialog, overtaken):
    other, story = overtaken
    window.verbs.story.save()
    asked = dialog(OvertakenDialog)
    assert asked.changes.isVisible()
    assert "a month" in other.store.stories.text(story)
    key(asked, Qt.Key.Key_F8)
    assert "a month" in asked.changes.accessibleDescription()
    asked.reject()
    assert "every five" in window.parts.editor.text()
    assert len(other.store.stories.versions(story)) == 2
    window.verbs.story.save()
    choose_in(dialog, "Save mine as the next version")
    quiet(window)


def test_ones_own_text_becomes_the_next_version_and_the_others_stays(window, quiet, dialog, overtaken):
    other, story = overtaken
    window.verbs.story.save()
    choose_in(dialog, "Save mine as the next version")
    quiet(window)
    texts = [other.store.stories.text(story, number) for number in (2, 3)]
    assert ["a month" in text for text in texts] == [True, False]
    assert "every five" in texts[1]
    assert not window.parts.open_story.edited


def test_ones_own_text_becomes_a_story_of_its_own(window, quiet, dialog, overtaken, qtbot):
    other, story = overtaken
    window.verbs.story.save()
    choose_in(dialog, KEEP)
    qtbot.waitUntil(lambda: window.hub.story is not None and window.hub.story.id != story)
    quiet(window)
    assert window.hub.story.slug == "bridge-mine"
    assert "every five" in window.hub.story.text
    assert "a month" in other.store.stories.text(story)


def test_until_a_story_of_its_own_stands_nothing_is_typed_and_nothing_typed_is_left_out(
    window, quiet, dialog, overtaken, qtbot
):
    edit = window.parts.editor.edit
    window.verbs.story.save()
    asked = dialog(OvertakenDialog)
    edit.textCursor().insertText(" or six")  # before it came to the front
    with held_store(window):
        next(b for b in asked.findChildren(QAbstractButton) if b.text() == KEEP).click()
        qtbot.waitUntil(lambda: not asked.isVisible())
        QTest.keyClicks(edit, "lost")
    qtbot.waitUntil(lambda: window.hub.story is not None and window.hub.story.slug == "bridge-mine")
    quiet(window)
    assert "every five or six" in window.hub.story.text
    assert "lost" not in window.hub.story.text
    QTest.keyClicks(edit, "Not ")
    assert window.parts.editor.text() == "Not " + window.hub.story.text, "it can be typed into"


def test_a_story_that_cannot_be_kept_apart_stays_open_with_its_words(window, quiet, dialog, overtaken, monkeypatch):
    def full(*_):
        raise KnownError("The disk is full.")

    monkeypatch.setattr(window.hub.desk.stories, "keep_apart", full)
    window.verbs.story.save()
    choose_in(dialog, KEEP)
    quiet(window)
    QTest.keyClicks(window.parts.editor.edit, "s more")
    assert "every fives more" in window.parts.editor.text()
    monkeypatch.undo()
    window.verbs.story.save()
    choose_in(dialog, "Save mine as the next version")
    quiet(window)
    assert not window.parts.open_story.edited


def test_closing_the_window_asks_too_and_staying_keeps_it_open(window, quiet, dialog, overtaken):
    window.frame.close()
    dialog(OvertakenDialog).reject()
    quiet(window)
    assert not window.frame.is_left
    assert "every five" in window.parts.editor.text()
    window.frame.close()
    choose_in(dialog, "Save mine as the next version")


def test_who_edited_nothing_is_offered_the_newer_text(window, quiet, colleague, qtbot):
    story = window.hub.story.id
    other = colleague("Ben")
    other.store.stories.save(story, other.store.stories.text(story).replace("two weeks", "a month"), actor("", "Ben"))
    window.parts.open_story._kept = None
    window.parts.checker.want()
    qtbot.waitUntil(lambda: any("Ben saved version 2" in said for said in window.parts.notices.sentences))
    window.verbs.story.open_story(story)
    qtbot.waitUntil(lambda: "a month" in window.parts.editor.text())


def test_a_newer_text_is_not_told_of_the_story_that_is_open_by_then(window, quiet, colleague, qtbot):
    story, open_story = window.hub.story.id, window.parts.open_story
    other = colleague("Ben")
    other.store.stories.save(story, other.store.stories.text(story).replace("two weeks", "a month"), actor("", "Ben"))
    heard = []
    open_story.newer.connect(heard.append)
    open_story._kept = None
    open_story._keep_run()
    window.hub.leave()  # before the answer is there
    quiet(window)
    assert heard == []


def test_what_was_read_stands_in_the_text_after_the_review(checked, window, quiet, review, colleague, at_store):
    bring_to_chief(window, at_store)
    story, other = window.hub.story.id, colleague("Ben")
    view = review()
    there = other.store.stories.text(story).replace("two weeks", "a month")
    other.store.stories.save(story, there, actor("", "Ben"))
    window.verbs.review._look_again()
    quiet(window)
    assert "a month" in view.page.story.text
    key(view.reading.edit, Qt.Key.Key_E)
    quiet(window)
    assert window.parts.editor.text() == there
