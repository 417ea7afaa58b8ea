"""The rows of the checklist have room for what they say, however narrow the pane is."""

import pytest
from PySide6.QtCore import QRect, Qt

from desk.checking.checklist import ItemState, Line
from ui.checklist.model import ChecklistModel, state_words
from ui.checklist.tree import ChecklistTree


@pytest.mark.parametrize("width", [420, 280, 200])
def test_an_item_is_named_whole_in_a_narrow_pane(qtbot, width):
    """Its words are parted into lines, and the row is as high as these are, also when the pane is pushed narrower."""
    model = ChecklistModel()
    long = Line("Headline matches the story, and its case is that of the house", ItemState.ATTENTION, manual=True)
    model.set_lines([Line("Legal read", ItemState.ATTENTION, manual=True), long])
    tree = ChecklistTree(model)
    qtbot.addWidget(tree)
    tree.resize(900, 400)
    tree.show()
    short = tree.visualRect(model.index(0, 0)).height()
    assert tree.visualRect(model.index(1, 0)).height() == short
    tree.resize(width, 400)
    qtbot.waitUntil(lambda: tree.visualRect(model.index(1, 0)).height() > short)
    metrics = tree.fontMetrics()
    beside = tree.viewport().width() - metrics.horizontalAdvance(state_words(long)) - 60
    needed = metrics.boundingRect(QRect(0, 0, beside, 0), Qt.TextFlag.TextWordWrap, long.item).height()
    assert tree.visualRect(model.index(1, 0)).height() >= needed
    assert tree.visualRect(model.index(0, 0)).height() == short
