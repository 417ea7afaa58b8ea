"""Tips that name the key of an action, and follow it where another key is chosen."""

from PySide6.QtWidgets import QWidget

from ui.actions.keys import with_key
from ui.actions.table import spec_of
from ui.look.tips import plain_tip

_TIP_OF = "tip_of"
"""The property of a widget that says which action its tip is about, and in which words."""


def give_tip(widget: QWidget, name: str, words: str = "") -> None:
    """Give a widget what an action is called (or other words) with its key as a tip, which follows the key."""
    widget.setProperty(_TIP_OF, [name, words])
    widget.setToolTip(plain_tip(with_key(words or spec_of(name).name, name)))


def give_tips_anew(window: QWidget) -> None:
    """Say in every tip that names a key which key it is now."""
    for widget in window.findChildren(QWidget):
        if of := widget.property(_TIP_OF):
            give_tip(widget, *of)
