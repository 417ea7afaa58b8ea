"""Length and headlines in the real window: asked for, counted, kept with the story."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desk.text.aims import wanted_of
from desk.text.spans import Span
from ui.dialogs.headlines import HeadlinesDialog
from ui.dialogs.length import LengthDialog


def counted(window):
    return [label.text() for label in window.frame.statusBar().findChildren(QLabel)]


def test_length_and_headlines_are_kept_with_the_story(window, quiet, dialog, qtbot):
    edit = window.parts.editor.edit
    edit.select(Span(80, 80))
    window.actions["length"].trigger()
    asked = dialog(LengthDialog)
    asked.number.setValue(100)
    QTest.keyClick(asked.number, Qt.Key.Key_Return)
    quiet(window)
    qtbot.waitUntil(lambda: any("of 100 words · " in words for words in counted(window)))
    window.actions["headlines"].trigger()
    asked = dialog(HeadlinesDialog)
    QTest.keyClicks(asked.new, "Bridge Shuts As Ines Okafor Waits")
    QTest.keyClick(asked.new, Qt.Key.Key_Return)
    assert (asked.isVisible(), asked.others()) == (True, ("Bridge Shuts As Ines Okafor Waits",)), (
        "another can be written"
    )
    asked._use()
    quiet(window)
    assert window.parts.editor.text().startswith("Bridge Shuts As Ines Okafor Waits\n")
    assert wanted_of(window.hub.story.details).headlines == ("Harbour bridge to close for repairs",)
    assert wanted_of(window.hub.story.details).length.number == 100
    window.actions["headline_case"].trigger()
    quiet(window)
    assert window.parts.editor.text().startswith("Bridge shuts as Ines Okafor waits\n")
    edit.select(Span(3, 3))
    qtbot.waitUntil(lambda: any(words.startswith("Headline: 33 characters") for words in counted(window)))
