"""Drop-downs show what they offer, whatever the style sheet puts around it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.look import theme
from ui.look.drop_down import DropDown, MenuField
from ui.look.on_screen import room_for

UI = Path(__file__).resolve().parents[3] / "ui"


def shown(qtbot, entries, at=0.0, kind=QWidget, editable=False):
    """Return a window with a drop-down of so many entries, opened; it stands `at` of the height of the screen."""
    window, box = kind(), DropDown()
    box.setEditable(editable)
    box.addItems([f"Entry {nth}" for nth in range(entries)])
    QVBoxLayout(window).addWidget(box)
    qtbot.addWidget(window)
    window.move(QPoint(20, int(room_for(window).height() * at)))
    with qtbot.waitExposed(window):
        window.show()
    box.showPopup()
    return window, box


@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QWidget, QDialog])
@pytest.mark.parametrize(("entries", "editable"), [(1, False), (3, False), (14, False), (6, True)])
def test_every_entry_is_seen(qtbot, qapp, look, kind, entries, editable):
    assert isinstance(qapp, QApplication)
    theme.apply(qapp, look)
    _window, box = shown(qtbot, entries, kind=kind, editable=editable)
    view = box.view()
    last = view.visualRect(box.model().index(entries - 1, 0))
    assert last.height() >= box.fontMetrics().height() + 8, "the padding of the style sheet is there"
    assert last.bottom() < view.viewport().height()
    assert view.visualRect(box.model().index(0, 0)).top() >= 0
    assert view.sizeHintForColumn(0) <= view.viewport().width()
    box.hidePopup()


def test_an_entry_without_words_is_called_what_the_empty_field_says(qtbot, qapp):
    theme.apply(qapp, theme.LIGHT)
    box = DropDown()
    qtbot.addWidget(box)
    box.setEditable(True)
    box.lineEdit().setPlaceholderText("None")
    box.addItems(["", "News"])
    drawn = []
    for row in (0, 1):
        option = QStyleOptionViewItem()
        box.itemDelegate().initStyleOption(option, box.model().index(row, 0))
        drawn.append(option.text)
    assert drawn == ["None", "News"]
    assert box.currentText() == ""


@pytest.mark.parametrize("at", [0.0, 0.5, 0.9])
@pytest.mark.parametrize("entries", [12, 300])
def test_the_list_stays_on_the_screen(qtbot, qapp, at, entries):
    theme.apply(qapp, theme.LIGHT)
    _window, box = shown(qtbot, entries, at)
    popup = box.view().window().geometry()
    assert room_for(box).contains(popup)
    assert popup.height() > 120
    box.hidePopup()


def test_no_other_combo_box_is_made_and_no_field_for_a_number_without_its_margins():
    text = {path.name: path.read_text("utf-8") for path in UI.rglob("*.py")}
    assert [name for name, words in text.items() if re.search(r"\bQComboBox\(\)", words)] == []
    assert [name for name, words in text.items() if re.search(r"\bQSpinBox\(\)", words)] == ["widgets.py"]


def test_words_without_room_end_in_an_ellipsis_and_not_within_a_letter(qtbot):
    field = DropDown()
    qtbot.addWidget(field)
    field.addItem("Since your own last version: this version")
    field.resize(field.sizeHint())
    assert field.shown == "Since your own last version: this version"
    field.resize(160, field.height())
    assert field.shown.startswith("Since your")
    assert field.shown.endswith("…")
    field.setPlaceholderText("None of these")
    field.setCurrentIndex(-1)
    assert field.shown == "None of these"
    field.show()
    assert not field.grab().isNull()


def test_of_several_parts_the_field_shows_those_whole_that_have_room(qtbot):
    field = DropDown()
    qtbot.addWidget(field)
    field.addItem("Since your last look: v1 · Anna Berg · 28 Nov, 10:40 · after the call")
    wide = field.sizeHint().width()
    field.resize(wide, 40)
    assert field.shown == field.currentText()
    for width in range(wide, 110, -7):
        field.resize(width, 40)
        ends = field.shown.removeprefix("Since your last look: v1")
        assert (
            ends in ("", " · Anna Berg", " · Anna Berg · 28 Nov, 10:40", field.currentText()[24:])
            or "·" not in field.shown
        )
    assert field.shown.endswith("…")


def test_a_field_fits_its_words_where_there_is_room_and_stays_narrow_where_there_is_none(qtbot):
    row, field = QWidget(), DropDown()
    qtbot.addWidget(row)
    line = QHBoxLayout(row)
    line.addWidget(field)
    line.addStretch(1)
    for words in ("Since your own last version: v1 · Anna Berg · 28 Nov, 10:40", "v2"):
        field.clear()
        field.addItem(words)
        field.fit(12, 60)
        narrowest = row.minimumSizeHint().width()
        row.resize(900, 60)
        row.show()
        qtbot.waitUntil(lambda: field.shown == field.currentText())
        row.resize(narrowest, 60)
        qtbot.waitUntil(lambda wide=narrowest: field.width() <= wide)
        assert field.shown == "v2" or field.shown.startswith("Since your")
    assert narrowest < 300


def test_a_field_with_a_menu_stands_beside_drop_downs_as_one_of_them(qtbot, qapp):
    """Its words begin where theirs do, and are shortened where there is no room."""
    assert isinstance(qapp, QApplication)
    theme.apply(qapp, theme.LIGHT)
    row, menu, field = QWidget(), MenuField(), DropDown()
    qtbot.addWidget(row)
    line = QHBoxLayout(row)
    for one in (menu, field):
        line.addWidget(one, 1)
    menu.say("H & I, both")
    field.addItem("H & I, both")
    row.resize(500, 60)
    row.show()
    qtbot.waitExposed(row)
    begin = [first_ink(one.grab().toImage()) for one in (menu, field)]
    assert abs(begin[0] - begin[1]) <= 1, begin
    assert begin[0] >= 9
    row.resize(220, 60)
    assert menu.shown.endswith("…")


def first_ink(image):
    """Return the column in which the words begin, seen at half the height, inside the border."""
    row, ground = image.height() // 2, QColor(image.pixel(5, image.height() // 2)).lightness()
    return next(at for at in range(5, image.width()) if abs(QColor(image.pixel(at, row)).lightness() - ground) > 100)
