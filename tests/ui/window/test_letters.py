"""Typing as the house writes, other cases of words, and characters that no key has, in the real window."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from desk.story import Changes, Part
from desk.text.spans import Span
from ui.dialogs.characters import CharactersDialog

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_marks_cases_and_characters(window, quiet, dialog, tmp_path):
    edit = window.parts.editor.edit
    edit.select(Span(0, 0))
    QTest.keyClicks(edit, '"Ferries stop" -- ')
    assert window.parts.editor.text().startswith("“Ferries stop” — Harbour"), "as the story has them"
    for words in ("so--x", '"'):  # as a method that commits words, and a keyboard with dead keys, make them
        made = QInputMethodEvent("", [])
        made.setCommitString(words)
        QCoreApplication.sendEvent(edit, made)
    assert window.parts.editor.text().startswith("“Ferries stop” — so—x”Harbour")
    for _ in "so—x”":
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
    house = tmp_path / "house.toml"
    house.write_text('[marks]\ndash = "spaced en"\n', encoding="utf-8")
    window.hub.store(lambda desk: desk.change_settings({"house_file": str(house)}))
    quiet(window)
    window.hub.changed.emit(Changes(frozenset({Part.BRIEF})))  # typed before the file has been looked at anew
    QTest.keyClicks(edit, "so--now")
    assert window.parts.editor.text().startswith("“Ferries stop” — so–nowHarbour")
    for before in ("so–Harbour", "so--Harbour"):
        window.parts.editor.undo()
        assert window.parts.editor.text().startswith(f"“Ferries stop” — {before}"), "undo gives back what was typed"
    line = Span(0, window.parts.editor.text().index("\n"))
    edit.select(line)
    QTest.keyClick(edit, Qt.Key.Key_T, CTRL_ALT)
    assert line.of(window.parts.editor.text()) == "“Ferries Stop” — So--Harbour Bridge to Close for Repairs"
    assert edit.selected == line
    QTest.keyClick(edit, Qt.Key.Key_S, CTRL_ALT)
    quiet(window)
    assert line.of(window.parts.editor.text()) == "“Ferries stop” — so--harbour bridge to close for repairs"
    for had in (line, Span(5, 5)):  # the cursor is put elsewhere before the sentence is there
        edit.select(had)
        QTest.keyClick(edit, Qt.Key.Key_S, CTRL_ALT)
        edit.select(Span(line.end + 3, line.end + 3))
        quiet(window)
        assert edit.selected == Span(line.end + 3, line.end + 3)
    edit.select(Span(3, 3))
    QTest.keyClick(edit, Qt.Key.Key_U, CTRL_ALT)
    assert window.parts.editor.text().startswith("“FERRIES stop")
    edit.select(Span(0, 0))
    window.actions["character"].trigger()
    asked = dialog(CharactersDialog)
    QTest.keyClicks(asked.filter, "euro")
    QTest.keyClick(asked.filter, Qt.Key.Key_Return)
    assert window.parts.editor.text().startswith("€“FERRIES")
