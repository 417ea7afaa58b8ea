"""The frame that all dialogs share: a title, a body, one row of buttons, and the keys to dismiss it and to say yes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.actions.keys import shortcuts
from ui.actions.spec import Where
from ui.look.widgets import button, label

_LINE = 32
"""Height of a field of one line, in pixels: its label stands in the middle of that."""


class Dialog(QDialog):
    """A window-modal dialog that lets go of itself when it closes."""

    def __init__(self, title: str, parent: QWidget | None, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(width)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def say(self, sentence: str, name: str = "") -> None:
        """Add a paragraph to the body."""
        self.body.addWidget(label(sentence, name, wrap=True))

    def answer(self, text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
        """Add a button; the primary one also answers to the key to say yes."""
        out = button(text, act, primary=primary)
        self._buttons.addWidget(out)
        if primary:
            out.setDefault(True)
            shortcuts(self, Where.DIALOG, {"say_yes": out.click})
        return out


def form() -> QFormLayout:
    """Return an empty form with labels above no field: two columns, 8 px apart."""
    out = QFormLayout()
    out.setHorizontalSpacing(16)
    out.setVerticalSpacing(8)
    out.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    out.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return out


def add_row(to: QFormLayout, text: str, field: QWidget, help_: str = "") -> None:
    """Add a field with its label, which is also its accessible name."""
    words = label(text)
    words.setBuddy(field)
    words.setMinimumHeight(min(field.sizeHint().height(), _LINE))
    field.setAccessibleName(text.rstrip(":"))
    if help_:
        field.setToolTip(help_)
        field.setAccessibleDescription(help_)
    to.addRow(words, field)
