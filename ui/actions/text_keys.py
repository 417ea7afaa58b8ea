"""What a key does in the text: types, edits by the table of actions, moves; nothing else reaches the toolkit.

The toolkit has editing keys of its own on each system (Ctrl+K, Ctrl+D and Ctrl+U on X11, Emacs keys on macOS), which
take away words without a word. They are in no menu, so they do nothing here.
"""

import sys
from enum import Enum, auto
from unicodedata import category

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.actions.keys import is_key, pressed
from ui.actions.spec import Where

_NATIVE = ("cut", "copy", "paste_here", "select_all")
"""Actions of the menus that the toolkit carries out by itself."""
_Key, _Held = Qt.Key, Qt.KeyboardModifier
_QUIET = _Held.ShiftModifier | _Held.KeypadModifier | _Held.GroupSwitchModifier
"""Held keys that only choose the letter."""
_MOVES = tuple(key for key in QKeySequence.StandardKey if key.name.startswith(("Move", "Select")))
_PLAIN = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Backspace, _Key.Key_Delete})


class TextKey(Enum):
    """What becomes of a key."""

    NATIVE = auto()
    """The toolkit does what is meant."""
    LINE_END = auto()
    """A line end; with Shift the toolkit would put in a character that no manuscript has."""
    TABLE = auto()
    """An action whose keys count in the text alone."""
    UNDO = auto()
    REDO = auto()
    NOTHING = auto()
    """The text does not know it: whoever stands around the text may."""


def text_key(event: QKeyEvent, *, system: str = sys.platform) -> TextKey:
    """Return what a key does in a text that may be changed."""
    if not event.modifiers() & ~_QUIET and types(event, system):
        return TextKey.NATIVE  # first of all: a letter is asked about with every stroke
    if is_key(event, "undo"):
        return TextKey.UNDO
    if is_key(event, "redo"):
        return TextKey.REDO
    if any(is_key(event, name) for name in _NATIVE):
        return TextKey.NATIVE
    if pressed(event, Where.TEXT):
        return TextKey.TABLE
    return _plain(event) or _typed_or_moved(event, system)


def _plain(event: QKeyEvent) -> TextKey | None:
    """Return what Return, Backspace or Delete does; None for another key."""
    if event.key() not in _PLAIN:
        return None
    if event.modifiers() & ~_QUIET or (event.key() == _Key.Key_Delete and event.modifiers() & _Held.ShiftModifier):
        return TextKey.NOTHING
    return TextKey.LINE_END if event.key() in (_Key.Key_Return, _Key.Key_Enter) else TextKey.NATIVE


def _typed_or_moved(event: QKeyEvent, system: str) -> TextKey:
    if any(event.matches(key) for key in _MOVES) or types(event, system):
        return TextKey.NATIVE
    return TextKey.NOTHING


def typed_by(event: QKeyEvent, *, system: str = sys.platform) -> str | None:
    """Return what a key types, empty where it takes out a letter; None for one that does neither."""
    if event.key() in (_Key.Key_Backspace, _Key.Key_Delete):
        return ""
    return event.text() if types(event, system) else None


def types(event: QKeyEvent, system: str) -> bool:
    """Return whether a key types a character: by itself, with AltGr (Ctrl+Alt on Windows), or with Option on macOS."""
    text, held = event.text(), event.modifiers() & ~_QUIET
    if not text or any(category(letter) in {"Cc", "Cs", "Cn"} for letter in text):
        return False
    if not held:
        return True
    chooses = held == _Held.ControlModifier | _Held.AltModifier or (system == "darwin" and held == _Held.AltModifier)
    return chooses and not (text.isascii() and (text.isalnum() or text.isspace()))
