"""Keys of one's own: what can be had is in force everywhere, what cannot is refused in a sentence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk.settings.own_keys import own_keys_of
from ui.actions.keys import key_of
from ui.actions.own_keys import chosen, refused
from ui.actions.spec import IN_DIALOGS, Where
from ui.actions.table import counting_in, spec_of, use_own_keys
from ui.dialogs.keys_field import KeysField
from ui.look.key_tips import give_tip, give_tips_anew

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("Ctrl+F", "“Find”"),
        ("Ctrl+Down", "“Next story”"),
        ("J", "typing"),
        ("Shift+J", "typing"),
        ("Return", "typing"),
        ("Alt+S", "menu"),
        ("Ctrl+Left", "moves or edits"),
        ("Ctrl+Sift+K", "write it as"),
        ("", "write it as"),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_in_a_sentence(keys, word):
    why = refused("next", keys, {})
    assert word in why
    assert why.endswith(".")


def test_no_key_of_the_window_can_be_taken_from_another_action():
    for where in (one for one in Where if one not in IN_DIALOGS):
        for spec in counting_in(where):
            for keys in spec.keys_in(where):
                assert refused("about", keys, {}), (spec.id, keys)


def test_a_key_is_free_once_its_action_has_another():
    assert refused("next", "F2", {}) == ""
    assert "“Next problem”" in refused("about", "F8", {})
    assert refused("about", "F8", {"next": "F2"}) == ""
    assert "“Next problem”" in refused("about", "F2", {"next": "F2"})


def test_two_lines_that_want_one_key_are_both_refused_and_the_rest_holds():
    own, faults = chosen(["next: F2", "about: F2", "people: Ctrl+Alt+P", "dance: Ctrl+Alt+D"])
    assert own == {"people": "Ctrl+Alt+P"}
    assert faults.keys() == {"next", "about", "dance"}


def test_sentences_and_tips_follow_the_key():
    window = QWidget()
    tipped = QWidget(window)
    give_tip(tipped, "next")
    use_own_keys({"next": "F2"})
    give_tips_anew(window)
    assert key_of("next") == "F2"
    assert tipped.toolTip() == "Next problem (F2)"
    assert spec_of("next").keys == ("F2",)


@pytest.fixture
def field(qtbot):
    made = KeysField([])
    qtbot.addWidget(made)
    return made


def press(field, name, keys):
    field.list.setCurrentItem(next(i for i in field._items() if i.text(0) == name))
    field.key.setKeySequence(QKeySequence(keys))
    field.key.editingFinished.emit()


def test_the_settings_take_a_free_key_and_refuse_one_that_is_taken(field):
    press(field, "Next problem", "F2")
    press(field, "Find", "F2")
    assert own_keys_of(field.lines()) == {"next": "F2"}
    assert "“Next problem”" in field.trouble.text()
    assert [i.text(1) for i in field._items() if i.text(0) == "Next problem"] == ["F2"]
    press(field, "Next problem", "F8")
    assert field.lines() == ()


def test_a_usual_key_that_another_action_has_by_now_is_not_given_back(field):
    press(field, "Next problem", "F2")
    press(field, "Previous problem", "F8")
    field.list.setCurrentItem(next(i for i in field._items() if i.text(0) == "Next problem"))
    field.usual.click()
    assert "“Previous problem”" in field.trouble.text()
    field.all_usual.click()
    assert field.lines() == ()


def test_a_key_pressed_in_the_window_does_what_was_chosen_for_it(window, quiet, monkeypatch):
    window.hub.store(lambda desk: desk.change_settings({"own_keys": ("next: F2", "save: F8", "find: F2")}))
    quiet(window)
    told = [s for s in window.parts.notices.sentences if "own keys" in s]
    assert len(told) == 2
    window.hub.store(lambda desk: desk.change_settings({"own_keys": ("next: F2", "save: F8")}))
    quiet(window)
    assert not [s for s in window.parts.notices.sentences if "own keys" in s]
    QTest.keyClick(window.parts.editor.edit, Qt.Key.Key_F2)
    assert window.parts.current_finding.current is not None
    assert "F8" in window.story_bar._save.toolTip()
    put_on = []
    monkeypatch.setattr(window.actions, "follow_keys", lambda: put_on.append(True))
    window.hub.store(lambda desk: desk.change_settings({"theme": "dark"}))
    quiet(window)
    assert put_on == [], "no key is another than before"
    window.hub.store(lambda desk: desk.change_settings({"own_keys": ("next: F2",)}))
    quiet(window)
    assert put_on == [True]
