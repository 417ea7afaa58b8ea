"""House style in a real window: by keys alone, and to a story and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.paths import config_dir
from desk.settings.house_writing import HouseEdit
from ui.dialogs.settings import HOUSE_TAB, SettingsDialog

BOTH = "Sales fell 4 percent in May, 5 percent in June and 6% in July, said Ines Calloway of the harbour board."


@pytest.fixture
def opened(open_window, quiet, dialog, qtbot):
    """Return a window, and a function that opens the page of house style in it and waits until it is filled."""
    window = open_window()
    quiet(window)

    def show(name="house_style"):
        window.actions[name].trigger()
        asked = dialog(SettingsDialog)
        qtbot.waitUntil(lambda: asked.house.page is not None, timeout=20_000)
        quiet(window)
        return asked

    return window, show


def key(of, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(of.focusWidget() or of, key, held)


def test_a_choice_is_found_tried_looked_at_and_kept_by_keys_alone(opened, quiet, qtbot, at_store):
    window, show = opened
    story = at_store(window, lambda desk: desk.stories.open_text(BOTH, "sales").id)
    asked = show()
    assert asked.tabs.tabText(asked.tabs.currentIndex()) == HOUSE_TAB
    QTest.keyClicks(asked.focusWidget(), "percent")
    key(asked, Qt.Key.Key_Return)  # to the choices
    assert asked.house.tree.key() == "percent.text"
    qtbot.waitUntil(lambda: asked.house.pane.values[0][1].isVisible(), timeout=20_000)
    key(asked, Qt.Key.Key_Return)  # to its values
    key(asked, Qt.Key.Key_Down)
    assert asked.house.edit == HouseEdit({"percent.text": "%"})
    asked.house.trial.trial.start.setFocus()
    key(asked, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: asked.house.trial.places.count() == 2, timeout=20_000)
    asked.house.trial.places.setFocus()
    key(asked, Qt.Key.Key_Down)
    key(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.hub.story is not None and window.hub.story.id == story, timeout=20_000)
    qtbot.waitUntil(lambda: window.parts.editor.edit.point == BOTH.index("5 percent"), timeout=20_000)
    quiet(window)
    assert window.hub.facts.settings.house_file == ""

    again = show("settings")  # what was chosen waits there
    assert again.tabs.tabText(again.tabs.currentIndex()) == HOUSE_TAB
    assert again.house.edit == HouseEdit({"percent.text": "%"})
    key(again, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.hub.facts.settings.house_file != "", timeout=20_000)
    quiet(window)
    assert (config_dir() / "house.toml").read_text("utf-8").endswith('\n\n[percent]\ntext = "%"\n')
    assert "style.percent-text" in [finding.rule for finding in window.hub.board.open_findings]
    assert QApplication.activeModalWidget() is None


def test_a_file_that_changed_meanwhile_keeps_the_dialog_open(opened, quiet, qtbot):
    window, show = opened
    asked = show()
    asked.house.tree.choose("percent.text")
    asked.house.pane.values[1][1].click()
    (config_dir() / "house.toml").write_text('[time]\nform = "am"\n', "utf-8")
    asked._accept()
    qtbot.waitUntil(lambda: asked.house.trouble.isVisible(), timeout=20_000)
    quiet(window)
    assert "was changed by another program meanwhile" in asked.house.trouble.text()
    assert asked.isVisible()
    asked.reject()
    quiet(window)
    assert (config_dir() / "house.toml").read_text("utf-8") == '[time]\nform = "am"\n'


def test_a_check_is_switched_off_from_its_finding_for_the_desk_and_on_again_with_one_undo(
    opened, quiet, at_store, qtbot
):
    window, _ = opened
    story = at_store(window, lambda desk: desk.stories.open_text(BOTH, "sales").id)
    other = at_store(window, lambda desk: desk.stories.open_text(f"{BOTH} It rained.", "rain").id)
    window.verbs.story.open_story(story)
    qtbot.waitUntil(lambda: window.hub.story is not None, timeout=20_000)
    quiet(window)
    of_percent = [one for one in window.hub.board.open_findings if one.rule == "style.percent-text"]
    window.verbs.problems.show(of_percent[0])
    window.actions["rule_off"].trigger()
    qtbot.waitUntil(lambda: "style.percent-text" not in rules(window), timeout=20_000)
    window.verbs.story.open_story(other)
    qtbot.waitUntil(lambda: window.hub.story.id == other, timeout=20_000)
    quiet(window)
    assert "style.percent-text" not in rules(window)
    window.actions["undo_decision"].trigger()
    qtbot.waitUntil(lambda: "style.percent-text" in rules(window), timeout=20_000)
    quiet(window)


def rules(window):
    return [finding.rule for finding in window.hub.board.open_findings]
