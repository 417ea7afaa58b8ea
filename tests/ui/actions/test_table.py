"""The table of actions: no key means two things, and every action says what it does."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from ui.actions.table import MENUS, specs
from ui.dialogs.keys import KeysDialog, keys_of


def test_no_key_is_given_twice():
    keys = Counter(QKeySequence(key).toString() for spec in specs() for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_can_be_pressed():
    assert [spec.name for spec in specs() for key in spec.keys if QKeySequence(key).isEmpty()] == []


def test_names_are_unique_and_explained():
    names = [spec.name for spec in specs()]
    assert len(names) == len(set(names))
    assert all(spec.help.endswith(".") for spec in specs())


def test_letters_of_a_menu_are_unique():
    for title, entries in MENUS:
        letters = Counter(spec.text[spec.text.index("&") + 1].lower() for spec in entries)
        assert [letter for letter, count in letters.items() if count > 1] == [], title


def test_the_help_lists_every_action(qtbot):
    dialog = KeysDialog(None)
    qtbot.addWidget(dialog)
    assert dialog.list.topLevelItemCount() == len(list(specs()))
    dialog.filter.setText("next problem")
    shown = [
        dialog.list.topLevelItem(n).text(1)
        for n in range(dialog.list.topLevelItemCount())
        if not dialog.list.topLevelItem(n).isHidden()
    ]
    f8 = next(spec for spec in specs() if spec.name == "next")
    assert shown == [keys_of(f8)]
