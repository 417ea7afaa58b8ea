"""Keys of one's own: whether an action can have them, asked of the table before they are in force."""

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QKeySequence

from desk.settings.own_keys import own_keys_of
from ui.actions.keys import bindings
from ui.actions.menus import MENUS
from ui.actions.spec import IN_DIALOGS, ActionSpec, Standard, Where
from ui.actions.table import specs, with_own

_OF_THE_TEXT = ("Move", "Select", "Delete", "Insert", "Cancel", "Cut", "Copy", "Paste", "Undo", "Redo")
"""How the toolkit calls what it does in a text by itself: these keys reach no action while the keyboard is there."""
_NEVER_BY_ITSELF = ("Return", "Enter", "Tab", "Backtab", "Space", "Backspace", "Del", "Ins", "Esc", "Menu")
_IN_WINDOW = [where for where in Where if where not in IN_DIALOGS]


def default_of(name: str) -> ActionSpec | None:
    """Return an action of the menus with the keys that it comes with; None where there is none."""
    return next((spec for _, entries in MENUS for spec in entries if spec.id == name), None)


def refused(name: str, keys: str, own: Mapping[str, str]) -> str:
    """Return why an action cannot have these keys beside the other own ones; empty where it can."""
    spec, pressed = default_of(name), QKeySequence(keys)
    shown = pressed.toString(QKeySequence.SequenceFormat.NativeText)
    if spec is None:
        return f"“{name}” is no command that can have keys of your own."
    if pressed.count() != 1 or not shown or pressed.toString() != keys:
        return f"“{keys}” is no key: write it as Ctrl+Shift+K, Alt+3 or F2."
    if _types(keys):
        return f"{shown} is needed for typing: hold Ctrl or Alt with it, or choose a function key."
    if _opens_menu(keys):
        return f"{shown} opens a menu: choose another key."
    if pressed not in bindings(spec) and _is_of_the_text(pressed):
        return f"{shown} moves or edits in every line of text: choose another key."
    taken = _taken_by(name, pressed, own)
    return f"{shown} is the key of “{taken}”: give that another key first, or choose another one here." if taken else ""


def chosen(lines: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the keys of the setting that can be in force, by action, and why the others cannot, by action."""
    wanted = own_keys_of(lines)
    faults = {name: why for name, keys in wanted.items() if (why := refused(name, keys, wanted))}
    return {name: keys for name, keys in wanted.items() if name not in faults}, faults


def _types(keys: str) -> bool:
    plain = keys.removeprefix("Shift+")
    return len(plain) == 1 or plain in _NEVER_BY_ITSELF or plain in ("Left", "Right", "Up", "Down", "Home", "End")


def _opens_menu(keys: str) -> bool:
    letters = {title[title.index("&") + 1].upper() for title, _ in MENUS}
    return keys == "F10" or (keys.startswith("Alt+") and keys.removeprefix("Alt+") in letters)


def _is_of_the_text(pressed: QKeySequence) -> bool:
    known = [one for one in Standard if one.name.startswith(_OF_THE_TEXT)]
    return any(pressed in QKeySequence.keyBindings(one) for one in known)


def _taken_by(name: str, pressed: QKeySequence, own: Mapping[str, str]) -> str:
    """Return what another action is called that answers to this key somewhere in the window."""
    for spec in specs():
        if spec.id == name:
            continue
        usual = default_of(spec.id)
        then = with_own(usual or spec, own)
        if any(pressed in bindings(then, where) for where in _IN_WINDOW if then.keys_in(where)):
            return then.name
    return ""
