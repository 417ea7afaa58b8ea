"""What one key may cost: counted, for seconds depend on the machine."""

import gc

import pytest
from PySide6.QtTest import QTest

from ui.open_story import recovery
from ui.window.app import look_for_garbage_seldom
from ui.window.story_bar import StoryBar
from ui.work import operations


def test_the_head_of_the_pane_is_written_with_the_first_key_alone(window, quiet, monkeypatch):
    written, show = [], StoryBar.show_story
    monkeypatch.setattr(
        StoryBar, "show_story", lambda bar, story, *, edited: (written.append(edited), show(bar, story, edited=edited))
    )
    QTest.keyClicks(window.parts.editor.edit, "eight more")
    assert written == [True]
    window.actions["save"].trigger()
    quiet(window)
    assert written[-1] is False


def test_a_copy_that_is_due_soon_is_written_right_behind_a_key(window, qtbot, quiet, monkeypatch):
    written, keep = [], operations.keep_recovery
    monkeypatch.setattr(recovery, "BEHIND", 1_000_000)
    monkeypatch.setattr(
        operations,
        "keep_recovery",
        lambda hub, story, draft, *done: (written.append(draft), keep(hub, story, draft, *done)),
    )
    QTest.keyClicks(window.parts.editor.edit, "a")
    quiet(window)
    assert not written
    monkeypatch.setattr(recovery, "BEHIND_A_KEY", 0)
    QTest.keyClicks(window.parts.editor.edit, "b")
    qtbot.waitUntil(lambda: len(written) == 1)
    assert written[0].text == window.parts.editor.text()


@pytest.fixture
def as_python_is():
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_no_check_makes_python_look_through_everything_for_garbage(as_python_is):
    looks = []
    look_for_garbage_seldom()
    gc.callbacks.append(lambda phase, told: looks.append(told["generation"]) if phase == "start" else None)
    kept = [[] for _ in range(150_000)]
    gc.callbacks.pop()
    assert len(kept) == 150_000
    assert 1 in looks
    assert 2 not in looks
