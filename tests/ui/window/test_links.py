"""Links in the window, by the keys that set them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.text.links import TextLink
from desk.text.spans import Span
from ui.dialogs.link import LinkDialog


def test_a_link_is_set_by_keys_and_saved_and_without_words_one_is_told(window, dialog, qtbot, quiet):
    edit = window.parts.editor.edit
    edit.select(Span(0, 0))
    QTest.keyClick(edit, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert "Select the words" in window.frame.statusBar().currentMessage()
    edit.select(Span(0, 5))
    QTest.keyClick(edit, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    asked = dialog(LinkDialog)
    QTest.keyClicks(asked.address, "harbour.test")
    QTest.keyClick(asked.address, Qt.Key.Key_Return)
    links = (TextLink(Span(0, 5), "https://harbour.test"),)
    assert window.parts.editor.draft().links == links
    window.actions["save"].trigger()
    qtbot.waitUntil(lambda: window.hub.story.links == links)
    window.actions["copy_link"].trigger()
    assert "address of the link is on the clipboard" in window.frame.statusBar().currentMessage()
    window.actions["remove_link"].trigger()
    window.actions["undo"].trigger()
    assert window.parts.editor.draft().links == links
    quiet(window)
