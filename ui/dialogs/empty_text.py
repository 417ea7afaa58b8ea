"""Asks an administrator, plainly, whether the words of a saved text are to go for good, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.dialog_frame import Dialog
from ui.look.widgets import label


class EmptyTextDialog(Dialog):
    """One question and a field for the reason, without which nothing is done; closing it changes nothing."""

    wanted = Signal(int, str)
    """The number of the version, and the reason."""

    def __init__(self, number: int, kept: str, parent: QWidget | None) -> None:
        super().__init__("Empty a text", parent, 560)
        self._number = number
        self.body.addWidget(label(f"Take the words of version {number} out for good?", "heading", wrap=True))
        self.say(
            "The words, and the document they came in, are gone: here at once, and in every copy that hears of it. "
            "Nobody can take that back. The same words saved as the whole text of another version go with them."
        )
        self.say(kept, "muted")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Why they must go")
        self.reason.setPlaceholderText("Why they must go: the order or the law that asks for it")
        self.reason.textChanged.connect(self._written)
        self.body.addWidget(self.reason)
        self.answer("Keep the words", self.reject)
        self.go = self.answer("Empty it", self._accept, primary=True)
        self.go.setEnabled(False)
        self.reason.setFocus()

    def _written(self, words: str) -> None:
        self.go.setEnabled(bool(words.strip()))

    def _accept(self) -> None:
        if words := self.reason.text().strip():
            self.accept()
            self.wanted.emit(self._number, words)
