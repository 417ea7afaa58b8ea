"""Asks for the passphrase of a pack."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.dialog_frame import Dialog


class PassphraseDialog(Dialog):
    """One line that shows no letters; asked once more where the words were others."""

    given = Signal(object, str)
    """The path of the pack, and the words."""

    def __init__(self, path: Path, why: str, parent: QWidget | None) -> None:
        super().__init__(f"Passphrase of “{path.name}”", parent)
        self._path = path
        self.say(why)
        self.words = QLineEdit()
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.words.setAccessibleName("Passphrase")
        self.words.textChanged.connect(self._look)
        self.body.addWidget(self.words)
        self.answer("Cancel", self.reject)
        self.unlock = self.answer("Open", self._give, primary=True)
        self.words.setFocus()
        self._look()

    def _look(self) -> None:
        self.unlock.setEnabled(bool(self.words.text()))

    def _give(self) -> None:
        words = self.words.text()
        self.accept()
        self.given.emit(self._path, words)
