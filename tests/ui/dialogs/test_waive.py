"""The reason of a waiver: what is waived stands above it in words."""

from PySide6.QtWidgets import QLabel

from desk.checks.check import Finding, Item
from desk.text.spans import Span
from ui.dialogs.waive import WaiveDialog


def test_the_words_that_are_waived_stand_above_and_a_mark_alone_does_not(qtbot):
    for quote, heading in (("of of", "“of of”"), ('"', "Waive this finding"), ("", "Waive this finding")):
        dialog = WaiveDialog(Finding(Item.STYLE, "style.x", Span(0, len(quote)), quote, "It has no partner."), (), None)
        qtbot.addWidget(dialog)
        said = [one.text() for one in dialog.findChildren(QLabel)]
        assert said[:2] == [heading, "It has no partner."]
