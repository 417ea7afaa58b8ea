"""Asks for the name of a view."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.review.queue import LONGEST_NAME
from ui.look.dialog_frame import Dialog


class KeepViewDialog(Dialog):
    """One line; a name that is there already takes the place of that view."""

    wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__("Save as a view", parent, 400)
        self.say("The view keeps state, section, person, words and order as they stand now.", "muted")
        self.name = QLineEdit(name)
        self.name.setAccessibleName("Name of the view")
        self.name.setPlaceholderText("Such as “Sport tonight”")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.textChanged.connect(self._look)
        self.body.addWidget(self.name)
        self.body.addStretch(1)
        self.answer("Cancel", self.reject)
        self._yes = self.answer("Save", self._accept, primary=True)
        self._look()
        self.name.setFocus()

    def _look(self) -> None:
        self._yes.setEnabled(bool(self.name.text().strip()))

    def _accept(self) -> None:
        self.wanted.emit(self.name.text().strip())
        self.accept()
