"""A database that keeps a save waiting: what is waited for is said at once, and the words are safe whatever is done."""

import threading

import pytest
from PySide6.QtTest import QTest
from shiboken6 import isValid

from desk.errors import KnownError
from desk.paths import data_dir
from tests.ui.window.acting import act, shown_sentences
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.stuck import StuckDialog
from ui.dialogs.waiting import WaitingDialog

PATIENCE = 20
"""Seconds that a save waits in vain at most, should a test fail."""


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
    waiting = dialog(WaitingDialog)
    locked.give_up()
    stuck = dialog(StuckDialog)
    assert not isValid(waiting) or not waiting.isVisible()
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
