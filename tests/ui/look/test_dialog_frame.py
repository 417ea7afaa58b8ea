"""Dialogs are as large as what stands in them, whatever the size of the words and whenever it comes."""

import itertools
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
)

from ui.look import theme
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.widgets import RestingScrollBar, button, row, tool
from ui.work.lanes import nothing


@pytest.fixture
def dialog(qtbot, qapp):
    theme.apply(qapp, theme.LIGHT)
    made = Dialog("Bridge", None, 520)
    qtbot.addWidget(made)
    return made


def test_wrapped_words_are_as_high_as_they_are_and_no_higher(dialog, qtbot):
    for words in ("The bridge is shut.", "It opens on Monday, says the port. " * 4, "Nobody was hurt."):
        dialog.say(words)
    dialog.answer("Close", dialog.accept)
    with qtbot.waitExposed(dialog):
        dialog.show()
    paragraphs = [one for one in dialog.findChildren(QLabel) if one.wordWrap()]
    assert [one.height() for one in paragraphs] == [one.heightForWidth(one.width()) for one in paragraphs]
    for above, below in itertools.pairwise(paragraphs):
        assert below.y() - above.geometry().bottom() - 1 == dialog.body.spacing()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_the_keyboard_is_pressed_by_its_keys_and_no_other_one(qtbot, key):
    pressed = []
    shown = Dialog("Two ways", None)
    qtbot.addWidget(shown)
    no = shown.answer("Cancel", partial(pressed.append, "no"))
    shown.answer("Approve", partial(pressed.append, "yes"), primary=True)
    shown.body.addWidget(beside := tool("close", "Aside", partial(pressed.append, "aside")))
    with qtbot.waitExposed(shown):
        shown.show()
    for one in (no, beside):
        one.setFocus()
        QTest.keyClick(one, key)
    assert pressed == ["no", "aside"]


def test_a_dialog_grows_with_what_comes_later(dialog, qtbot):
    dialog.answer("Close", dialog.accept)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.body.addLayout(row(*(button(f"Install language {nth}", nothing) for nth in range(6))))
    dialog.say("Passages in these languages are checked once their pack is there. " * 3)
    buttons = dialog.findChildren(QPushButton)
    qtbot.waitUntil(lambda: all(one.isVisible() and one.width() >= one.sizeHint().width() for one in buttons))
    qtbot.waitUntil(
        lambda: not any(bar.isVisible() for bar in dialog.findChildren(type(dialog._scroll.verticalScrollBar())))
    )


@pytest.mark.parametrize("percent", [150, 200])
def test_a_dialog_grows_with_the_words_of_the_window(qtbot, qapp, percent):
    theme.apply(qapp, theme.LIGHT)
    plain = Dialog("Bridge", None, 400)
    theme.apply(qapp, theme.LIGHT, percent)
    larger = Dialog("Bridge", None, 400)
    for one in (plain, larger):
        qtbot.addWidget(one)
    assert larger.minimumWidth() >= plain.minimumWidth() * percent / 100 * 0.9


@pytest.mark.parametrize(("most", "shows"), [(0, False), (100, True)])
def test_a_scroll_bar_shows_a_handle_where_there_is_something_to_scroll(qtbot, qapp, most, shows):
    theme.apply(qapp, theme.LIGHT)
    bar = RestingScrollBar()
    qtbot.addWidget(bar)
    bar.setRange(0, most)
    bar.resize(12, 200)
    image = bar.grab().toImage()
    assert (len({image.pixel(6, at) for at in range(200)}) > 1) is shows


def test_rows_of_a_list_have_the_room_of_the_style_sheet_even_if_they_were_measured_before(dialog, qtbot):
    rows, tree = QListWidget(), QTreeWidget()
    rows.addItems(["As spoken", "Quoted as said"])
    rows.setSpacing(1)
    QTreeWidgetItem(QTreeWidgetItem(tree, ["flood"]), ["Grammar: 2 open"])
    tree.expandAll()
    for one in (rows, tree):
        dialog.body.addWidget(one)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for one in (rows, tree):
        first = one.visualRect(one.model().index(0, 0))
        qtbot.waitUntil(
            lambda one=one: one.visualRect(one.model().index(0, 0)).height() >= one.fontMetrics().height() + 12
        )
        assert first.width() > 0


def test_a_label_stands_beside_the_first_line_of_its_field(dialog, qtbot):
    fields, line, lines = form(), QLineEdit(), QPlainTextEdit("Facts checked\nLegal read")
    lines.setMaximumHeight(96)
    add_row(fields, "Slug", line)
    add_row(fields, "By hand", lines)
    dialog.body.addLayout(fields)
    with qtbot.waitExposed(dialog):
        dialog.show()
    one, many = fields.labelForField(line), fields.labelForField(lines)
    assert abs(one.geometry().center().y() - line.geometry().center().y()) <= 1
    first = lines.y() + lines.viewport().y() + lines.cursorRect().center().y()
    assert abs(many.geometry().center().y() - first) <= 5
