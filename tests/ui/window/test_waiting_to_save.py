"""A database that keeps a save waiting: what is waited for is said at once, and the words are safe whatever is done."""

import threading

import pytest
from PySide6.QtTest import QTest
from shiboken6 import isValid

from desk.errors import KnownError
from desk.paths import data_dir
from desk.review.people import actor
from tests.ui.window.acting import act, shorten, shown_sentences
from ui.dialogs.overtaken import OvertakenDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.stuck import StuckDialog
from ui.dialogs.waiting import WaitingDialog

PATIENCE = 20
"""Seconds that a save waits in vain at most, should a test fail."""
A_MOMENT = 1_000
"""Milliseconds within which it is said what a save waits for."""


class Locked:
    """Holds saves until it is opened; they fail then, or come to pass."""

    def __init__(self, saving, monkeypatch):
        self._save, self._free = saving.save, threading.Event()
        self.fails = True
        monkeypatch.setattr(saving, "save", self._wait)

    def _wait(self, *asked, **named):
        self._free.wait(PATIENCE)
        if self.fails:
            raise KnownError("Another program has been writing to the database for half a minute without a pause.")
        return self._save(*asked, **named)

    def give_up(self):
        self._free.set()

    def open(self):
        self.fails = False
        self._free.set()


@pytest.fixture
def locked(window, monkeypatch):
    """The window with words typed that its database does not take."""
    shorten(window.parts.open_story._patience, A_MOMENT)
    QTest.keyClicks(window.parts.editor.edit, "New ")
    made = Locked(window.hub.desk.saving, monkeypatch)
    yield made
    made.open()


def kept():
    return [path.read_text("utf-8") for path in (data_dir() / "unsaved").glob("*")]


def test_closing_says_what_it_waits_for_and_keeps_the_words_aside(
    window, locked, dialog, open_window, qtbot, monkeypatch
):
    set_aside = window.hub.desk.saving.set_aside

    def then_give_up(*asked):
        path = set_aside(*asked)
        locked.give_up()  # closing waits for the lane: the save must fail by itself
        return path

    monkeypatch.setattr(window.hub.desk.saving, "set_aside", then_give_up)
    window.frame.close()
    asked = dialog(WaitingDialog)
    assert "waits for the database" in " ".join(shown_sentences(asked))
    asked.aside.emit()
    qtbot.waitUntil(lambda: window.frame.is_left, timeout=20_000)
    open_window()
    offered = dialog(RecoveryDialog).preview.toPlainText()
    assert "New" in offered, "out of the file, or out of a recovery copy that the database took in the end"
    assert kept() == []


def test_a_save_that_fails_in_the_end_asks_and_leaving_keeps_the_words(window, locked, dialog, quiet, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Another story.\n", encoding="utf-8")
    window.verbs.story.open_files([other])
    shown = dialog(WaitingDialog)
    locked.give_up()
    stuck = dialog(StuckDialog)
    assert not isValid(shown) or not shown.isVisible()
    stuck.given_up.emit()
    stuck.accept()
    quiet(window)
    assert window.parts.editor.text() == "Another story.\n"
    assert '"text": "New Harbour' in kept()[0]


def test_a_save_by_hand_says_what_it_waits_for_and_whoever_stays_is_saved_in_the_end(
    window, locked, dialog, quiet, qtbot
):
    def said():
        return window.frame.statusBar().currentMessage()

    act(window, "save")
    qtbot.waitUntil(lambda: "waits for the database" in said(), timeout=20_000)
    window.frame.close()
    dialog(WaitingDialog).reject()
    locked.open()
    quiet(window)
    assert "Saved as version 2" in said()
    assert not window.frame.is_left
    assert not window.parts.open_story.edited
    assert kept() == []


def offered(story, store):
    """Return what the next start offers of a story: out of a file, or out of a copy that the database took since."""
    copy = store.recovery.of(story)
    return "".join(kept()) + (copy.text if copy else "")


@pytest.fixture
def another(tmp_path):
    """The file of a story that somebody goes on with."""
    path = tmp_path / "other.txt"
    path.write_text("Another story.\n", encoding="utf-8")
    return path


def test_no_word_can_be_typed_into_a_story_that_was_kept_aside(window, locked, dialog, quiet, qtbot, at_store, another):
    window.verbs.story.open_files([another])
    shown = dialog(WaitingDialog)
    hub, story, edit = window.hub, window.hub.story.id, window.parts.editor.edit
    shown._keep()
    QTest.keyClicks(edit, "quick ")  # while the file is written
    qtbot.waitUntil(lambda: hub.story is None, timeout=20_000)
    assert not edit.isVisible(), "its words would be lost once the other story is there"
    assert '"text": "New quick Harbour' in kept()[0]
    locked.give_up()
    quiet(window)
    assert window.parts.editor.text() == "Another story.\n"
    assert "New quick Harbour" in at_store(window, lambda desk: offered(story, desk.store))


def test_a_story_that_was_kept_aside_asks_nothing_where_it_was_overtaken(
    window, locked, dialog, quiet, qtbot, colleague, another
):
    story = window.hub.story.id
    window.verbs.story.open_files([another])
    shown = dialog(WaitingDialog)
    ben = colleague("Ben").store
    ben.stories.save(story, "Ben was here.\n", actor("", "Ben"))
    shown._keep()
    qtbot.waitUntil(lambda: window.hub.story is None, timeout=20_000)
    locked.open()
    quiet(window)
    assert window.parts.editor.text() == "Another story.\n"
    assert not window.frame.findChildren(OvertakenDialog)
    assert "New Harbour" in offered(story, ben)
    window.parts.open_story.save_on_top(story, 2, lambda: None)
    quiet(window)
    assert len(ben.stories.versions(story)) == 2, "the text that stands here is another story's"


def test_whoever_stays_with_an_overtaken_story_is_taken_nowhere_later(
    window, locked, dialog, quiet, qtbot, colleague, another
):
    locked.open()
    story = window.hub.story.id
    ben = colleague("Ben").store.stories
    ben.save(story, "Ben was here.\n", actor("", "Ben"))
    window.verbs.story.open_files([another])
    dialog(OvertakenDialog).reject()
    quiet(window)
    heard = []
    window.parts.open_story.slow.connect(heard.append)
    window.parts.open_story._tell_waiting()
    assert heard, "nobody is on the way out any more"
    window.verbs.story.open_files([another])
    dialog(OvertakenDialog)._save_on_top()
    quiet(window)
    assert window.parts.editor.text() == "Another story.\n"
    assert "New Harbour" in ben.text(story)
