"""Edges between panes: pushed by arrows, seen where the keyboard is, named for whoever does not see them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.look import theme
from ui.look.edges import Split
from ui.look.editor_colours import contrast


@pytest.fixture
def split(qtbot, request):
    made = Split(getattr(request, "param", Qt.Orientation.Horizontal), "Edge between one and other")
    for pane in (QWidget(), QPlainTextEdit()):
        pane.setMinimumSize(100, 100)
        made.addWidget(pane)
    made.resize(600, 600)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setSizes([300, 300])
    return made


@pytest.mark.parametrize("split", [Qt.Orientation.Horizontal, Qt.Orientation.Vertical], indirect=True)
def test_arrows_push_an_edge_as_far_as_the_panes_give_way(split):
    edge, before = split.handle(1), split.sizes()[0]
    QTest.keyClick(edge, Qt.Key.Key_Right)
    assert split.sizes()[0] == before + 16
    QTest.keyClick(edge, Qt.Key.Key_Up)
    QTest.keyClick(edge, Qt.Key.Key_PageUp)
    assert split.sizes()[0] == before - 96
    for _ in range(4):
        QTest.keyClick(edge, Qt.Key.Key_PageDown)
    assert split.sizes()[1] == 100


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_an_edge_with_the_keyboard_is_wide_enough_to_be_seen(split, qtbot, qapp, look):
    theme.apply(qapp, look)
    edge, pane = split.handle(1), split.widget(1)
    pane.setTabChangesFocus(True)
    pane.setFocus()
    assert edge.accessibleName() == "Edge between one and other"
    QTest.keyClick(pane, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(edge.hasFocus)
    picture = split.grab().toImage()
    row = [picture.pixelColor(x, 20) for x in range(edge.x() - 2, edge.x() + edge.width() + 2)]
    assert sum(colour == QColor(look.accent) for colour in row) == edge.width() >= 5
    assert contrast(QColor(look.accent), QColor(look.base)) >= 3
