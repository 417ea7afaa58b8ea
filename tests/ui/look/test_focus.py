"""Where the keyboard is can be seen: every control looks different with it, by a mark of 3:1."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from ui.look import theme
from ui.look.dialog_frame import Dialog
from ui.look.drop_down import DropDown
from ui.look.editor_colours import contrast
from ui.look.widgets import button
from ui.review.changes import ChangesSheet
from ui.review.reading import ReadingSheet
from ui.work.lanes import nothing


def primary_button():
    return button("Put it in", nothing, primary=True)


CONTROLS = (
    ChangesSheet,
    ReadingSheet,
    primary_button,
    QCheckBox,
    QDateTimeEdit,
    DropDown,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QTreeWidget,
)


def pictures(qtbot, kind, dialog):
    """Return a control drawn with the keyboard elsewhere and with the keyboard in it."""
    window = Dialog("Test", None) if dialog else QWidget()
    elsewhere, control = QPushButton("Elsewhere"), kind()
    if isinstance(control, QTabWidget):
        control.addTab(QWidget(), "A tab")
    box = window.body if isinstance(window, Dialog) else QVBoxLayout(window)
    box.addWidget(elsewhere)
    box.addWidget(control)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    target = control.tabBar() if isinstance(control, QTabWidget) else control
    out = []
    for one in (elsewhere, target):
        one.setFocus()
        qtbot.waitUntil(one.hasFocus)
        place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
        out.append(window.grab(place).toImage())
    return out


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_keyboard_is_seen_in_every_control(qtbot, qapp, look):
    theme.apply(qapp, look)
    weak = []
    for kind in CONTROLS:
        before, after = pictures(qtbot, kind, dialog=kind not in (QListWidget, QTreeWidget))
        pairs = {
            (before.pixel(x, y), after.pixel(x, y))
            for x in range(before.width())
            for y in range(min(before.height(), 40))
        }
        told = [pair for pair in pairs if contrast(QColor.fromRgb(pair[0]), QColor.fromRgb(pair[1])) >= 3]
        if not told:
            weak.append(kind.__name__)
    assert not weak
