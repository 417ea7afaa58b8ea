"""What is reached for first: an empty story, what was open lately, and the window as it was left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.errors import KnownError
from desk.paths import data_dir
from desk.services.people import PeopleService
from desk.services.recent import RecentService
from desk.story import Choice
from desk.text.spans import Span
from ui.actions.window_actions import found_action
from ui.people.switch import SwitchDialog
from ui.window import layout_memory
from ui.window.engine_look import EngineLook
from ui.window.open_window import OpenWindow
from ui.work.lanes import Lane

LONG = "\n\n".join(
    f"Paragraph {nth} says that the ferry sails on Monday and comes back on Friday." for nth in range(60)
)


def listed(window):
    menu = window.verbs.story.recent.menu
    menu.fill()
    return [action.text().partition("  ")[2] for action in menu.actions() if action.data()]


def test_an_empty_story_gets_its_slug_with_its_first_words_and_is_begun_once(window, quiet):
    QTest.keyClick(window.frame, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    quiet(window)
    first = window.hub.story
    assert (first.text, window.parts.editor.edit.hasFocus()) == ("", True)
    assert window.parts.queue.chosen() == [first.id], "the Ctrl key that is still held adds nothing to what is chosen"
    window.actions["new"].trigger()
    quiet(window)
    assert window.hub.story.id == first.id, "an empty one is not left behind"
    QTest.keyClicks(window.parts.editor.edit, "Ferry sails again")
    title = window.frame.windowHandle().title()
    assert title == "untitled* – Copydesk", "systems add the name of the application to any other end"
    window.actions["save"].trigger()
    quiet(window)
    assert (window.hub.story.slug, window.hub.story.text) == ("ferry-sails-again", "Ferry sails again")
    window.actions["new"].trigger()
    quiet(window)
    assert window.hub.story.id != first.id
    assert listed(window) == ["ferry-sails-again", "bridge"]


def test_a_recent_story_that_is_gone_falls_out_of_the_list_with_a_sentence(window, quiet, at_store):
    story = window.hub.story
    window.actions["new"].trigger()
    quiet(window)
    recent = window.verbs.story.recent
    at_store(window, lambda desk: desk.recent.opened(type(story)("gone", "old-ferry", "")) and None)
    at_store(window, lambda desk: desk.recent.opened(window.hub.story) and None)
    window.hub.store(lambda desk: desk.recent.sure(story.id))
    quiet(window)
    assert listed(window) == ["old-ferry", "bridge"]
    recent.open("gone")
    quiet(window)
    assert any("“old-ferry” is no longer in this database" in said for said in window.parts.notices.sentences)
    assert listed(window) == ["bridge"]
    recent.menu.actions()[0].trigger()
    quiet(window)
    assert window.hub.story.id == story.id


@pytest.fixture
def shut(qtbot):
    """Return a function that closes a window and waits for it."""

    def close(window):
        window.frame.close()
        qtbot.waitUntil(lambda: window.frame.is_left, timeout=20_000)

    return close


@pytest.fixture
def at_first(monkeypatch):
    """Whether each window began with the first page, and whether a story was there by its first look at the engine."""
    begun, start = [], OpenWindow.start

    def noted(window, *rest):
        start(window, *rest)
        seen = [window.parts.middle.currentWidget() is window.welcome]
        begun.append(seen)
        check = window.hub.check

        def look(lane, *more, **named):
            if lane is Lane.ENGINE and len(seen) == 1:
                seen.append(window.hub.story is not None)
            return check(lane, *more, **named)

        monkeypatch.setattr(window.hub, "check", look)

    monkeypatch.setattr(OpenWindow, "start", noted)
    return begun


def test_a_window_begins_where_the_last_one_ended(open_window, quiet, qtbot, shut, at_first):
    window = open_window()
    window.verbs.story.take_text(LONG)
    quiet(window)
    editor, at = window.parts.editor, LONG.index("Paragraph 30")
    editor.edit.select(Span(at, at))
    editor.edit.scroll_to(LONG.index("Paragraph 28"))
    top = editor.top()
    assert top == LONG.index("Paragraph 28")
    shut(window)

    again = open_window()
    qtbot.waitUntil(lambda: again.hub.story is not None, timeout=20_000)
    quiet(again)
    assert (again.parts.editor.edit.point, again.parts.editor.top()) == (at, top)
    found_action(again.parts.window, "close").trigger()
    quiet(again)
    shut(again)

    third = open_window()
    quiet(third)
    assert third.hub.story is None, "it was closed by hand"
    third.verbs.story.recent.open(third.hub.facts.recent.stories[0].id)
    quiet(third)
    third.hub.store(lambda desk: desk.change_settings({"open_last": False}))
    quiet(third)
    shut(third)

    fourth = open_window()
    quiet(fourth)
    assert fourth.hub.story is None
    assert [page for page, _ in at_first] == [True, False, True, True], "no page for beginners before a story"
    assert at_first[1] == [False, True], "the engine's start takes both processors: the story comes first"
    assert fourth.parts.middle.currentWidget() is fourth.welcome


@pytest.fixture
def looks(monkeypatch):
    """The frames whose windows looked at the engine, one for each look."""
    seen, look = [], EngineLook.look

    def noted(engine_look):
        seen.append(engine_look.parent())
        look(engine_look)

    monkeypatch.setattr(EngineLook, "look", noted)
    return seen


FAILING = {
    "who works": (PeopleService, "who_must_be_chosen"),
    "what was open": (RecentService, "to_open_again"),
    "whether it is there": (RecentService, "sure"),
}


@pytest.mark.parametrize("fails", FAILING)
def test_a_start_that_fails_halfway_ends_on_the_first_page_and_looks_at_the_engine(
    open_window, quiet, monkeypatch, looks, fails
):
    def locked(*_):
        raise KnownError("The database is locked.")

    monkeypatch.setattr(layout_memory, "had_story", lambda: True)
    monkeypatch.setattr(RecentService, "to_open_again", lambda _: ["gone"])
    monkeypatch.setattr(*FAILING[fails], locked)
    window = open_window()
    quiet(window)
    assert "The database is locked." in window.parts.notices.sentences
    assert window.parts.middle.currentWidget() is window.welcome
    assert looks == [window.frame]


def test_each_window_looks_at_the_engine_once_even_where_it_asks_who_works(
    open_window, quiet, monkeypatch, dialog, looks
):
    monkeypatch.setattr(PeopleService, "who_must_be_chosen", lambda _: Choice.CHOOSE)
    window = open_window()
    dialog(SwitchDialog).reject()
    quiet(window)
    assert looks == [window.frame]
    second = window.windows.new()
    dialog(SwitchDialog).reject()
    quiet(second)
    assert looks == [window.frame, second.frame]


def test_files_of_the_start_are_on_the_screen_before_the_engine_is_looked_at(open_window, quiet, at_first, draft_file):
    quiet(open_window(draft_file))
    assert at_first == [[True, True]]


@pytest.mark.parametrize("kept", ["", "[]", '{"": {"stories": [{"id": 1}], "on_screen": ""}}', '{"": 5}', "\xff"])
def test_a_file_of_recent_stories_that_makes_no_sense_is_as_good_as_none(open_window, shut, quiet, kept):
    window = open_window()
    path = window.hub.desk.recent.path
    shut(window)
    assert path.is_relative_to(data_dir())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(kept, "latin-1")
    again = open_window()
    quiet(again)
    assert (listed(again), again.hub.story) == ([], None)


def test_a_burst_of_keys_in_the_last_story_lets_no_check_of_another_through(window, quiet, monkeypatch):
    own, check, through = window.parts.checker.own, window.hub.check, []

    def noted(lane, *rest):
        through.append(own.goes_through)
        check(lane, *rest)

    monkeypatch.setattr(own, "_owed", 0.0)  # an edit that waits since the machine was started
    monkeypatch.setattr(window.hub, "check", noted)
    window.actions["new"].trigger()
    quiet(window)
    assert through
    assert not any(through)
