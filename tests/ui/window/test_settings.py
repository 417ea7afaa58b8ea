"""The settings in the window: the dialog is made from their declarations, and a wrong line is a notice."""

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSpinBox, QWidget

from desk.paths import config_dir, data_dir
from desk.settings.declared import Settings, declarations
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.unusable import UnusableDialog
from ui.look import theme


@pytest.fixture
def settled(open_window):
    def make(lines):
        config_dir().mkdir(parents=True, exist_ok=True)
        (config_dir() / "settings.toml").write_text(lines, "utf-8")
        return open_window()

    return make


def told(window):
    return [
        s.partition("settings.toml, ")[2].partition("”")[0]
        for s in window.parts.notices.sentences
        if "settings.toml" in s
    ]


def test_each_wrong_line_is_a_notice_and_the_rest_is_in_force(settled, quiet):
    window = settled(
        'country = "UK"\nfont_size = 0\nfamily_name_first = ["klingon"]\nfont_szie = 12\nline_width = 60\n'
    )
    quiet(window)
    names = ["country", "font_size", "family_name_first", "font_szie"]
    assert told(window) == [f"line {n}: “{name}" for n, name in enumerate(names, 1)]
    settings = window.hub.desk.settings
    assert (settings.country, settings.font_size, settings.line_width) == ("US", 13, 60)


def test_a_notice_goes_once_its_line_is_mended_and_does_not_come_back_once_put_aside(settled, quiet):
    window = settled('country = "UK"\nfont_size = 0\n')
    quiet(window)
    window.hub.store(lambda desk: desk.change_settings({"country": "GB"}))
    quiet(window)
    assert told(window) == ["line 2: “font_size"]
    window.parts.notices.clear()
    window.hub.store(lambda desk: desk.change_settings({"line_width": 80}))
    quiet(window)
    assert told(window) == []
    assert "font_size = 0" in (config_dir() / "settings.toml").read_text("utf-8")


def test_a_database_that_makes_no_sense_stops_the_window_until_it_is_mended(settled, dialog, qtbot):
    window = settled('database = "desk"\n')
    asked = dialog(UnusableDialog)
    assert not (data_dir() / "copydesk.db").exists()
    (config_dir() / "settings.toml").write_text("", "utf-8")
    asked._again()
    qtbot.waitUntil(lambda: window.hub.is_ready, timeout=20_000)
    assert window.hub.desk.settings.faults == ()


def test_the_dialog_asks_for_every_setting_that_says_so_within_its_limits(qtbot):
    asked = SettingsDialog(Settings(), None)
    qtbot.addWidget(asked)
    assert asked.fields.keys() == {name for name, declared in declarations().items() if declared.in_dialog}
    assert asked.changes() == {}
    for name, box in asked.fields.items():
        if isinstance(box, QSpinBox):
            kind = declarations()[name].kind
            assert (box.minimum(), box.maximum()) == (kind.low, kind.high)


class HousePage(QWidget):
    """All that the dialog asks of the page of house style while nothing is kept."""

    story_wanted = Signal(str, object, object)


def test_every_tab_is_in_sight_with_the_last_one_in_front(qtbot, qapp):
    theme.apply(qapp, theme.LIGHT)
    asked = SettingsDialog(Settings(), None, HousePage())
    qtbot.addWidget(asked)
    with qtbot.waitExposed(asked):
        asked.show()
    asked.tabs.setCurrentIndex(asked.tabs.count() - 1)
    bar = asked.tabs.tabBar()
    qtbot.waitUntil(lambda: bar.sizeHint().width() <= bar.width())


def test_in_a_low_dialog_a_page_scrolls_and_its_fields_keep_their_lines(qtbot, qapp):
    theme.apply(qapp, theme.LIGHT)
    dialog = SettingsDialog(Settings(), None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.setMinimumWidth(680)  # as on a screen of 720 pixels
    dialog.resize(680, 410)
    qtbot.waitUntil(lambda: dialog.size() == QSize(680, 410))
    for nth in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(nth)
        dialog.layout().activate()
        QCoreApplication.sendPostedEvents()
        assert not dialog.tabs.widget(nth).horizontalScrollBar().maximum(), dialog.tabs.tabText(nth)
        for field in dialog.tabs.widget(nth).findChildren(QPlainTextEdit):
            assert field.viewport().height() >= 4 * field.fontMetrics().lineSpacing(), field.accessibleName()
