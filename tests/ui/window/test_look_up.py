"""Looking a word up from the text: by one key, with the keyboard alone, and without the dictionary."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.text.spans import Span
from desk.thesaurus.thesaurus import Thesaurus
from tests.small_wordnet import jar_bytes, lock_of, put_there
from ui.dialogs.look_up import LookUpDialog

TEXT = "Ferry stops\n\nSaid to be big, the ferry took place at the quay. TELL them.\n"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def jar(monkeypatch):
    made = jar_bytes()
    monkeypatch.setattr(Thesaurus, "lock", lock_of(made))
    return made


@pytest.fixture
def window(jar, open_window, quiet, tmp_path, qtbot):
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    made = open_window(path)
    qtbot.waitUntil(lambda: made.hub.story is not None, timeout=20_000)
    quiet(made)
    return made


@pytest.fixture
def look_up(window, quiet):
    """Return what looks up the words at a place and returns the dialog; the key is a real one."""

    def do(words, *, select=False):
        edit, at = window.parts.editor.edit, TEXT.index(words)
        edit.setFocus()
        edit.select(Span(at, at + len(words)) if select else Span(at + 1, at + 1))
        QTest.keyClick(edit, Qt.Key.Key_L, CTRL)
        quiet(window)
        return next(d for d in QApplication.topLevelWidgets() if isinstance(d, LookUpDialog) and d.isVisible())

    return do


def lines(dialog):
    return [dialog.list.item(nth).text().strip() for nth in range(dialog.list.count())]


def test_a_word_is_looked_up_and_another_put_in_its_place_by_keys_alone(window, jar, look_up):
    put_there(Thesaurus(), jar)
    dialog = look_up("Said")
    assert lines(dialog) == [
        "say, verb: put into words",
        "“he said so”",
        "“say it again”",
        "tell",
        "express   (wider)",
        "say, verb: be of an opinion",
        "hold",
    ]
    assert dialog.list.currentItem().text().strip() == "tell"
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    edit = window.parts.editor.edit
    assert edit.text == TEXT.replace("Said", "Express", 1)
    assert edit.point == edit.text.index("Express") + len("Express")
    assert window.frame.focusWidget() is edit
    QTest.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert edit.text == TEXT


def test_esc_goes_back_to_the_text_as_it_was(window, jar, look_up):
    put_there(Thesaurus(), jar)
    dialog = look_up("took place", select=True)
    assert lines(dialog) == ["take place, verb: come about", "happen"]
    QTest.keyClick(dialog.list, Qt.Key.Key_Escape)
    edit = window.parts.editor.edit
    assert (edit.text, edit.selected.of(TEXT), window.frame.focusWidget() is edit) == (TEXT, "took place", True)


def test_another_word_can_be_written_and_one_that_is_not_there_is_said_to_be_missing(window, jar, look_up, quiet):
    put_there(Thesaurus(), jar)
    dialog = look_up("ferry")
    assert "does not have “ferry”" in dialog.said.text()
    assert dialog.line.hasFocus()
    QTest.keyClicks(dialog.line, "Quay")  # it is selected, so that a letter takes its place
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    quiet(window)
    assert lines(dialog)[2:] == ["wharf", "Pier", "shore   (wider)"]
    assert dialog.isVisible()
    dialog.reject()


def test_without_the_dictionary_it_can_be_installed_from_there(window, jar, look_up, quiet, monkeypatch):
    def install(self, source, progress, cancelled):
        progress(1, 2, "half")
        return put_there(self, jar)

    monkeypatch.setattr(Thesaurus, "install", install)
    dialog = look_up("quay")
    assert "not installed yet: 11 MB" in dialog.said.text()
    assert not dialog.put.isVisible()
    QTest.keyClick(dialog.install, Qt.Key.Key_Space)
    quiet(window)
    assert lines(dialog)[0] == "quay, noun: where ships are made fast"
    assert dialog.put.isVisible()
    dialog.reject()


def test_a_damaged_dictionary_says_how_to_mend_it(window, look_up, monkeypatch, jar):
    put_there(Thesaurus(), b"x" * len(jar))
    dialog = look_up("quay")
    assert dialog.said.text() == "The dictionary is damaged: “Install the dictionary” mends it."
    assert dialog.install.isVisible()
    assert dialog.install.text() == "Install the dictionary"
    dialog.reject()
