"""Asks for the passphrase of a pack."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.dialog_frame import Dialog


class PassphraseDialog(Dialog):
    """One line that shows no letters; asked once more where the words were others."""

    given = Signal(str)

    def __init__(self, name: str, why: str, parent: QWidget | None) -> None:
        super().__init__(f"Passphrase of “{name}”", parent)
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
        self.given.emit(words)
