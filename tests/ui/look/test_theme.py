"""Both themes can be read: WCAG 2.2 AA contrast for every pair that the window uses."""

import re

import pytest
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton

from desk.paths import resources_dir
from ui.actions.table import specs
from ui.look import theme
from ui.look.editor_colours import contrast
from ui.look.style_sheet import TEMPLATE
from ui.look.widgets import number_field

THEMES = [pytest.param(theme.LIGHT, id="light"), pytest.param(theme.DARK, id="dark")]
GROUNDS = ("window", "panel", "base", "raised", "selected", "hover", "notice")
WORDS = ("text", "muted")
STATES = ("passed", "attention", "waived", "unchecked", "checking", "accent")


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", WORDS)
def test_words_stand_off_every_ground(colours, ground, words):
    assert contrast(getattr(colours, words), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("state", STATES)
def test_words_of_a_state_stand_off_the_rows(colours, state):
    for ground in ("panel", "raised", "selected", "hover"):
        assert contrast(getattr(colours, state), getattr(colours, ground)) >= 4.5, ground


@pytest.mark.parametrize("colours", THEMES)
def test_marks_and_edges_of_controls_stand_off(colours):
    for ground in ("panel", "base", "raised", "window"):
        assert contrast(colours.control, getattr(colours, ground)) >= 3, ground
        for item, mark in colours.items.items():
            assert contrast(mark, getattr(colours, ground)) >= 3, (ground, item)
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
def test_the_style_sheet_has_every_colour(colours):
    sheet = theme.style_sheet(colours)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) <= set(colours.by_name().values())


LENGTHS = {"beside", "icon", "tool", "mark", "round", "dot", "ring", "arm", "room", "room_in_focus"}


def test_boxes_and_rings_grow_with_the_words_of_the_window(qtbot, monkeypatch):
    sizes = {}
    for percent in (80, 100, 250):
        monkeypatch.setattr(theme, "_percent", [percent])
        for made in (QCheckBox, QRadioButton):
            mark = made("Legal read")
            qtbot.addWidget(mark)
            mark.setStyleSheet(theme.style_sheet(theme.LIGHT))
            style, option = mark.style(), QStyleOptionButton()
            mark.initStyleOption(option)
            box = QStyle.SubElement.SE_CheckBoxIndicator
            ring = QStyle.SubElement.SE_RadioButtonIndicator
            sizes[percent, made] = style.subElementRect(box if made is QCheckBox else ring, option, mark).width()
    assert sizes[80, QCheckBox] == sizes[100, QCheckBox] == sizes[100, QRadioButton] == 16
    assert sizes[250, QCheckBox] == sizes[250, QRadioButton] == 39


def test_the_style_sheet_names_only_colours_of_the_theme():
    assert set(TEMPLATE.get_identifiers()) - {"arrow", "up", "tick", "title", *LENGTHS} <= set(theme.LIGHT.by_name())


def test_every_icon_of_an_action_is_drawn():
    names = {spec.icon for spec in specs() if spec.icon}
    there = {path.stem for path in (resources_dir() / "icons").glob("*.svg")}
    assert names <= there


def test_a_field_for_a_number_has_arrows_and_no_frames_of_buttons(qtbot):
    field = number_field(1, 99, 9)
    qtbot.addWidget(field)
    field.setStyleSheet(theme.style_sheet(theme.LIGHT))
    picture = field.grab().toImage()
    right = range(picture.width() - 22, picture.width() - 3)
    rows = [sum(picture.pixelColor(x, y).lightness() < 160 for x in right) for y in range(4, picture.height() - 4)]
    assert 0 < max(rows) <= 6, "an arrow is dark in a few pixels of a row, the frame of a button in all"
