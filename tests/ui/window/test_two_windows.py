"""Two windows of one process on one desk: whose story is whose, what one tells the other, and how they are closed."""

import gc
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desk.review.people import EVERY_ROLE, EVERY_SECTION
from desk.store.records.values import RecoveryCopy
from desk.story import Part
from desk.text.spans import Span
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.stuck import StuckDialog
from ui.open_story import checker
from ui.verbs import open_windows
from ui.window.app import GARBAGE, look_for_garbage_seldom
from ui.work import decisions, operations

OTHER = "Ferry sails again\n\nThe ferry sails on Monday, said said its captain.\n"


@pytest.fixture
def second(window, quiet, qtbot, monkeypatch):
    """Another window beside `window`, made by its key, with another story."""
    assert 0 < checker.BEHIND_ANOTHER <= 1_000, "longer, and the window that is not in hand seems to stand still"
    monkeypatch.setattr(checker, "BEHIND_ANOTHER", 1)  # a test would only wait for it
    QTest.keyClick(window.frame, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    made = window.windows.open[-1]
    assert made is not window
    qtbot.waitUntil(made.frame.isActiveWindow)
    made.verbs.story.take_text(OTHER)
    quiet(made)
    return made


def _type(window, words, at=0):
    window.parts.editor.edit.select(Span(at, at))
    QTest.keyClicks(window.parts.editor.edit, words)


def _counts(window, story_id):
    row = window.parts.queue.model.line_of(story_id)
    return row.open_findings if row is not None else None


def test_each_window_has_its_own_story_and_undo_on_one_desk_and_half_of_the_screen(window, second, qtbot):
    assert (window.hub.story.slug, second.hub.story.slug) == ("bridge", "ferry-sails-again")
    assert window.hub.desk is second.hub.desk
    assert window.lanes is second.lanes
    before = window.parts.editor.text()
    _type(second, "Today ")
    second.actions["undo"].trigger()
    assert (window.parts.editor.text(), second.parts.editor.text()) == (before, OTHER)
    assert not window.parts.open_story.edited
    assert window.parts.notices.sentences == ()
    room = window.frame.screen().availableGeometry()
    second.actions["windows_beside"].trigger()
    left, right = second.frame.frameGeometry(), window.frame.frameGeometry()
    assert (left.left(), right.left()) == (room.left(), room.left() + room.width() // 2)
    assert left.right() < right.left(), "panes that there is no room for give way at once"
    assert left.height() == right.height() == room.height()
    QTest.keyClick(second.frame, Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.frame.isActiveWindow)


def test_a_story_that_another_window_has_brings_that_one_to_the_front(window, second, quiet, qtbot, draft_file):
    mine, theirs = second.hub.story.id, window.hub.story.id
    second.parts.queue.story_wanted.emit(theirs)
    qtbot.waitUntil(window.frame.isActiveWindow)
    assert second.hub.story.id == mine
    second.frame.activateWindow()
    qtbot.waitUntil(second.frame.isActiveWindow)
    _type(second, "Today ")
    second.verbs.story.open_files([draft_file])
    quiet(second)
    qtbot.waitUntil(window.frame.isActiveWindow)
    assert (second.hub.story.id, second.parts.editor.text()) == (mine, f"Today {OTHER}")
    assert second.parts.open_story.edited, "nothing was let go of for it"
    line = second.parts.queue.model
    told = line.index(line.row_of(theirs)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("open in another window")
    # asked for in the same moment, so that nothing can be known before: the one that comes second goes back to its own
    second.parts.open_story.leave(partial(operations.open_story, second.hub, theirs))
    quiet(second)
    assert (second.hub.story.id, second.parts.editor.text()) == (mine, f"Today {OTHER}")
    second.actions["new"].trigger()
    quiet(second)
    window.actions["new"].trigger()
    quiet(window)
    assert window.hub.story.id != second.hub.story.id, "an empty story that stands in a window is not taken up again"


def test_lists_states_people_and_settings_follow_in_every_window(window, second, quiet, qtbot):
    theirs = second.hub.story.id
    qtbot.waitUntil(lambda: _counts(window, theirs) == len(second.hub.board.open_findings), timeout=20_000)
    before = _counts(window, theirs)
    _type(second, "The the ")
    qtbot.waitUntil(lambda: _counts(window, theirs) == before + 1, timeout=20_000)
    second.actions["undo"].trigger()
    told = []
    window.hub.changed.connect(told.append)
    operations.describe(second.hub, theirs, slug="ferry")
    operations.change_settings(second.hub, {"theme": "dark", "manual_items": ["Legal read"]})
    quiet(second)
    quiet(window)
    assert window.parts.queue.model.line_of(theirs).slug == "ferry"
    assert not any(changes.said for changes in told)
    assert not any(changes.story for changes in told if changes.story is not None and changes.story.id == theirs)
    assert not any(Part.TEXT in changes.parts for changes in told)
    assert window.hub.facts is second.hub.facts
    assert [line.item for line in window.hub.board.lines][-1] == "Legal read"
    dark = second.parts.editor.edit.palette().base().color()
    assert window.parts.editor.edit.palette().base().color() == dark


def test_what_is_decided_in_one_window_of_the_story_of_another_shows_there(window, second, quiet, at_store):
    theirs = second.hub.story.id
    _type(second, "Today ")
    window.verbs.review.enter(theirs)
    quiet(window)
    assert window.parts.review.get().page.story.version == 2, "what is typed there is saved before it is reviewed here"
    assert not second.parts.open_story.edited
    decisions.tick(window.hub, theirs, window.hub.facts.settings.manual_items[0], on=True)
    quiet(window)
    quiet(second)
    assert second.hub.story.verdicts.ticked
    assert second.hub.story.read_only == ""
    window.verbs.review.leave()


def test_quitting_closes_all_and_their_stories_come_back_in_their_windows(window, second, open_window, quiet, qtbot):
    _type(second, "Today ")
    place = QRect(300, 120, 820, 560)
    second.frame.setGeometry(place)
    window.actions["quit"].trigger()
    qtbot.waitUntil(lambda: not window.windows.open, timeout=20_000)
    again = open_window()
    qtbot.waitUntil(lambda: len(again.windows.open) == 2, timeout=20_000)
    other = again.windows.open[1]
    quiet(again)
    quiet(other)
    assert again.hub.story.slug == "bridge"
    assert other.parts.editor.text() == f"Today {OTHER}"
    assert other.frame.geometry() == place


def test_a_window_that_cannot_save_ends_the_wish_to_quit(window, second, quiet, qtbot, dialog, monkeypatch):
    saving = window.hub.desk.saving

    def full(*_args, **_more):
        from desk.errors import KnownError

        raise KnownError("The disk is full: make room, then save again.")

    _type(window, "Also ")
    monkeypatch.setattr(saving, "save", full)
    window.actions["quit"].trigger()
    asked = dialog(StuckDialog)
    assert window.windows.open == [window], "the one with nothing to save is closed"
    monkeypatch.undo()
    asked.stayed.emit()
    asked.reject()
    quiet(window)
    assert window.hub.facts.recent.on_screen == (window.hub.story.id,)
    window.actions["new_window"].trigger()
    assert len(window.windows.open) == 2


@pytest.fixture
def as_python_is():
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_what_a_closed_window_leaves_is_cleared_away_once_and_all_else_said_to_stay(
    window, quiet, qtbot, monkeypatch, as_python_is
):
    typing = [0.0, 0.0]
    monkeypatch.setattr(open_windows, "AT_REST", 1)
    monkeypatch.setattr(type(window), "rested", property(lambda _: typing.pop() if typing else 1.0))
    window.windows.new()
    quiet(window)
    left = weakref.ref(window.windows.open[1].parts.notices)
    look_for_garbage_seldom()
    window.windows.open[1].close()
    qtbot.waitUntil(lambda: left() is None and gc.get_freeze_count() > 0, timeout=20_000)
    assert typing == [], "it waits for a rest of the hands"
    assert gc.get_threshold() == GARBAGE


def test_one_window_closes_the_other_goes_on_and_opens_that_story_beside_by_its_key(window, second, quiet, qtbot):
    _type(second, "Today ")
    theirs = second.hub.story.id
    second.actions["close_window"].trigger()
    qtbot.waitUntil(lambda: window.windows.open == [window], timeout=20_000)
    quiet(window)
    _type(window, "Also ")
    window.actions["save"].trigger()
    quiet(window)
    assert window.hub.story.version == 2
    queue = window.parts.queue
    qtbot.waitUntil(lambda: queue.model.row_of(theirs) >= 0, timeout=20_000)
    window.frame.activateWindow()
    queue.list.setFocus()
    queue.list.choose(queue.model.row_of(theirs))
    place = queue.list.visualRect(queue.list.currentIndex()).center()
    press = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, queue.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(queue.list.viewport(), press)
    menu = queue.list.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Open", "Open beside", "Open in another window"]
    menu.close()
    QTest.keyClick(queue.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    other = window.windows.open[-1]
    qtbot.waitUntil(lambda: other.hub.story is not None and other.hub.story.id == theirs, timeout=20_000)
    quiet(other)
    assert other.frame.x() == window.frame.x() + window.frame.screen().availableGeometry().width() // 2
    assert (window.hub.story.slug, other.parts.editor.text()) == ("bridge", f"Today {OTHER}")
    listed = window.verbs.windows.menu
    listed.aboutToShow.emit()
    assert [(a.text(), a.isChecked()) for a in listed.actions()] == [
        ("&1  bridge", True),
        ("&2  ferry-sails-again", False),
    ]
    assert QApplication.activeWindow() is other.frame


def test_texts_of_two_dead_windows_come_back_in_two_windows(open_window, at_store, quiet, qtbot, dialog):
    first = open_window()
    for words in ("Rain fell.", "The ferry sails."):
        first.verbs.story.take_text(words)
        quiet(first)
        at_store(first, partial(_leave_typed, first.hub.story.id, f"Today {words}"))
    first.windows.quit()
    qtbot.waitUntil(lambda: not first.windows.open, timeout=20_000)
    again = open_window()
    asked = dialog(RecoveryDialog)
    asked.all_wanted.emit([offer.id for offer in asked._offers])
    asked.accept()
    qtbot.waitUntil(lambda: len(again.windows.open) == 2, timeout=20_000)
    for window in again.windows.open:
        quiet(window)
    texts = {window.parts.editor.text() for window in again.windows.open}
    assert texts == {"Today Rain fell.", "Today The ferry sails."}
    assert all(window.parts.open_story.edited for window in again.windows.open)


def _leave_typed(story_id, text, desk):
    desk.store.recovery.leave(RecoveryCopy(id=story_id, slug="", text=text))


def test_what_stands_in_another_window_is_saved_by_whoever_typed_it_before_somebody_else_works(
    window, second, quiet, qtbot, at_store
):
    everything = {EVERY_SECTION: EVERY_ROLE}
    operations.keep_people(window.hub, lambda desk: desk.people.set_up_alone("Ada Holm"))
    operations.keep_people(window.hub, lambda desk: desk.people.add("Ben Ode", "BO", everything))
    quiet(window)
    _type(second, "Today ")
    ben = at_store(window, lambda desk: desk.people.with_initials("BO"))
    done = []
    window.verbs.people._switch(ben, "", lambda: done.append(True), done.append)
    qtbot.waitUntil(lambda: done == [True], timeout=20_000)
    quiet(window)
    versions = at_store(window, lambda desk: desk.store.stories.versions(second.hub.story.id))
    assert {version.number: version.who.name for version in versions}[2] == "Ada Holm"
    assert second.hub.facts.working.name == "Ben Ode"
    qtbot.waitUntil(lambda: second.verbs.people.badge.text().startswith("Ben Ode"), timeout=20_000)


def test_what_is_emptied_in_one_window_comes_back_in_no_other(window, second, quiet, at_store):
    _type(second, "Wilhelmina ")
    second.actions["save"].trigger()
    quiet(second)
    second.parts.editor.edit.select(Span(0, 11))
    QTest.keyClick(second.parts.editor.edit, Qt.Key.Key_Delete)
    second.actions["save"].trigger()
    quiet(second)
    story, theirs = second.hub.story.id, second.parts.editor.text()
    mine = window.parts.editor.text()
    _type(window, "Today ")
    window.hub.store(lambda desk: desk.emptying.empty(story, [2], "order of the court"))
    quiet(window)
    second.actions["undo"].trigger()
    assert second.parts.editor.text() == theirs
    window.actions["undo"].trigger()
    assert window.parts.editor.text() == mine, "it is another story"
    window.hub.store(lambda desk: desk.emptying.empty(story, [second.hub.story.version], "order of the court"))
    quiet(window)
    quiet(second)
    assert (second.parts.editor.text(), second.parts.open_story.edited) == ("", False)


def test_whoever_types_while_a_text_is_emptied_is_told_though_the_same_is_said(window, quiet):
    _type(window, "Wilhelmina ")
    window.actions["save"].trigger()
    quiet(window)
    story = window.hub.story.id
    _type(window, "Today ")
    window.hub.store(lambda desk: desk.emptying.empty(story, [1], "order of the court"))
    quiet(window)
    assert any("emptied by law while it was edited" in sentence for sentence in window.parts.notices.sentences)
