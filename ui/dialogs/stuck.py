"""Asks what to do when a story cannot be saved and the user wants to leave it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.dialog_frame import Dialog


class StuckDialog(Dialog):
    """Try again, write it to a file, leave it with its words kept aside, or stay."""

    again = Signal()
    export = Signal()
    given_up = Signal()
    stayed = Signal()

    def __init__(self, sentence: str, parent: QWidget | None) -> None:
        super().__init__("The story is not saved", parent, 560)
        self.say(sentence)
        self.say(
            "“Leave it unsaved” keeps your words in a file on this computer, and they are offered at the next start.",
            "muted",
        )
        self.answer("Leave it unsaved", self._give_up)
        self.answer("Export…", self._export)
        self.answer("Stay", self.reject)
        self.answer("Try again", self._try_again, primary=True)

    def _give_up(self) -> None:
        self.accept()
        self.given_up.emit()

    def _export(self) -> None:
        self.accept()
        self.stayed.emit()
        self.export.emit()

    def _try_again(self) -> None:
        self.accept()
        self.again.emit()

    def reject(self) -> None:
        """Stay with the story."""
        self.stayed.emit()
        super().reject()
