"""What one key may cost: counted, for seconds depend on the machine."""

from PySide6.QtTest import QTest

from ui.window.story_bar import StoryBar


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
