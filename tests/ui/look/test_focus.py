"""Where the keyboard is can be seen: every control looks different with it, by a mark of 3:1."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QLineEdit,
    QListWidget,
    QMainWindow,
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

from desk.text.copy_and_ads import Apart, Box
from ui.dialogs.copy_only import CopyOnlyDialog
from ui.dialogs.report import ReportDialog
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


def weakly_shown(before, after, height=40):
    """Return whether no pixel of the upper part differs by 3:1."""
    pairs = {
        (before.pixel(x, y), after.pixel(x, y))
        for x in range(before.width())
        for y in range(min(before.height(), height))
    }
    return not any(contrast(QColor.fromRgb(one), QColor.fromRgb(two)) >= 3 for one, two in pairs)


def drawn(qtbot, window, control, *focused):
    """Return pictures of a control in its window, one with the keyboard in each of the widgets."""
    window.activateWindow()
    out = []
    for one in focused:
        one.setFocus()
        qtbot.waitUntil(one.hasFocus)
        out.append(window.grab(QRect(control.mapTo(window, QPoint(0, 0)), control.size())).toImage())
    return out


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
    return drawn(qtbot, window, control, elsewhere, control.tabBar() if isinstance(control, QTabWidget) else control)


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_keyboard_is_seen_in_every_control(qtbot, qapp, look):
    theme.apply(qapp, look)
    weak = [
        kind.__name__
        for kind in CONTROLS
        if weakly_shown(*pictures(qtbot, kind, dialog=kind not in (QListWidget, QTreeWidget)))
    ]
    assert not weak


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_keyboard_is_seen_on_what_a_dialog_has_to_read(qtbot, qapp, look):
    theme.apply(qapp, look)
    apart = Apart("The ferry was late.\n", (Box("Advertisement", "Buy this."),), 1)
    dialogs = (CopyOnlyDialog(apart, nothing, None), ReportDialog("flood", "<h1>Review</h1>", None))
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        read = dialog.sheet if isinstance(dialog, CopyOnlyDialog) else dialog.page
        other = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Close")
        assert not weakly_shown(*drawn(qtbot, dialog, read, other, read), height=8)
        dialog.close()


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_keyboard_is_seen_in_the_menu_bar_and_in_a_menu(qtbot, qapp, look):
    theme.apply(qapp, look)
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = window.menuBar()
    for name in ("Story", "Edit"):
        bar.addMenu(name).addActions([QAction("Save", window), QAction("Close", window)])
    with qtbot.waitExposed(window):
        window.show()
    menu = bar.actions()[0].menu()
    before = bar.grab().toImage(), menu.grab().toImage()
    bar.setActiveAction(bar.actions()[1])
    menu.setActiveAction(menu.actions()[0])
    assert not weakly_shown(before[0], bar.grab().toImage())
    assert not weakly_shown(before[1], menu.grab().toImage())
