"""What keys do in the text: walked whole, so that no key of the toolkit's own edits a story unseen."""

from functools import cache
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.text.spans import Span
from ui.actions.keys import bindings
from ui.actions.spec import Where
from ui.actions.table import specs
from ui.actions.text_keys import types

Key, Held = Qt.Key, Qt.KeyboardModifier
TEXT = "One two three four.\nFive six seven eight.\nNine ten."
HELD = [
    a | b | c | d
    for a, b, c, d in product(
        (Held.NoModifier, Held.ShiftModifier),
        (Held.NoModifier, Held.ControlModifier),
        (Held.NoModifier, Held.AltModifier),
        (Held.NoModifier, Held.MetaModifier),
    )
]
KEYS = [key for key in Key if key != 0xB5]
"""All but the micro sign, whose name Qt has put out of use."""
PLAIN = {Key.Key_Return, Key.Key_Enter, Key.Key_Backspace, Key.Key_Delete}
SHIFTED = {Held.NoModifier, Held.ShiftModifier}


def text_of(key, held):
    """Return what systems send with a key: its letter, a control character with Ctrl, nothing for other keys."""
    if not 0x20 <= key < 0x7F:
        return {Key.Key_Return: "\r", Key.Key_Enter: "\r", Key.Key_Tab: "\t", Key.Key_Backspace: "\b"}.get(key, "")
    if held & Held.ControlModifier:
        return chr(key & 0x1F)
    return chr(key) if held & Held.ShiftModifier else chr(key).lower()


@cache
def in_the_table():
    return {keys.toString() for spec in specs() if spec.where in (Where.WINDOW, Where.TEXT) for keys in bindings(spec)}


def may_edit(key, held, text):
    if key in PLAIN and held in SHIFTED:
        return True
    if text.isprintable() and text and held in SHIFTED:
        return True
    return QKeySequence(QKeyCombination(held, key)).toString() in in_the_table()


def press(edit, key, held, text):
    """Send a key as the system does: first whether somebody claims it, then the key."""
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.ShortcutOverride, key, held, text))
    QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def test_no_key_edits_the_text_that_is_not_plain_typing_or_in_the_table(pane):
    QApplication.clipboard().setText("pasted")
    pane.set_text(TEXT)
    wrong = []
    for key in KEYS:
        for held in HELD:
            text = text_of(key, held)
            if may_edit(key, held, text):
                continue
            pane.edit.select(Span(8, 8))
            press(pane.edit, key, held, text)
            if pane.text() != TEXT:
                wrong.append((QKeySequence(QKeyCombination(held, key)).toString(), pane.text()))
                pane.set_text(TEXT)
    assert wrong == []


@pytest.mark.parametrize(
    ("system", "held", "text", "typed"),
    [
        ("win32", Held.ControlModifier | Held.AltModifier, "€", True),
        ("win32", Held.ControlModifier | Held.AltModifier, "k", False),
        ("darwin", Held.AltModifier, "—", True),
        ("darwin", Held.AltModifier, "k", False),
        ("linux", Held.AltModifier, "—", False),
        ("linux", Held.GroupSwitchModifier, "q", True),
        ("linux", Held.MetaModifier, "k", False),
        ("darwin", Held.NoModifier, "\u00a0", True),
        ("linux", Held.NoModifier, "\u200d", True),
        ("linux", Held.NoModifier, "😀", True),
        ("linux", Held.NoModifier, "\x0b", False),
    ],
)
def test_letters_that_need_a_held_key_are_typed_on_every_system(system, held, text, typed):
    assert types(QKeyEvent(QEvent.Type.KeyPress, Key.Key_K, held, text), system) is typed


def test_words_are_deleted_by_keys_of_the_table_and_undone(pane):
    pane.set_text(TEXT)
    pane.edit.select(Span(8, 8))
    QTest.keyClick(pane.edit, Key.Key_Backspace, Held.ControlModifier)
    assert pane.text().startswith("One three")
    QTest.keyClick(pane.edit, Key.Key_Delete, Held.ControlModifier)
    assert pane.text().startswith("One four")
    pane.undo()
    pane.undo()
    assert pane.text() == TEXT


def test_return_parts_a_paragraph_with_shift_as_without(pane):
    for held in SHIFTED:
        pane.set_text("One two")
        pane.edit.select(Span(3, 3))
        QTest.keyClick(pane.edit, Key.Key_Return, held)
        assert pane.text() == "One\n two"


def test_a_read_only_text_keeps_its_words_whatever_is_pressed(pane):
    pane.set_text(TEXT)
    pane.set_read_only("Open in another window.")
    for key, held in ((Key.Key_Backspace, Held.ControlModifier), (Key.Key_Return, Held.NoModifier)):
        press(pane.edit, key, held, text_of(key, held))
    assert pane.text() == TEXT
