"""Asks what to do when a story cannot be saved and the user wants to leave it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.look.dialog_frame import Dialog


class StuckDialog(Dialog):
    """Try again, write it to a file, leave it with its recovery copy, or stay."""

    again = Signal()
    export = Signal()
    given_up = Signal()
    stayed = Signal()

    def __init__(self, sentence: str, parent: QWidget | None) -> None:
        super().__init__("The story is not saved", parent, 560)
        self.say(sentence)
        self.say(
            "The recovery copy of it stays, as far as it could be written, and is offered at the next start.", "muted"
        )
        self.answer("Leave it unsaved", lambda: self._end(self.given_up))
        self.answer("Export…", lambda: self._end(self.stayed, self.export))
        self.answer("Stay", self.reject)
        self.answer("Try again", lambda: self._end(self.again), primary=True)

    def _end(self, *signals: SignalInstance) -> None:
        self.accept()
        for signal in signals:
            signal.emit()

    def reject(self) -> None:
        """Stay with the story."""
        self.stayed.emit()
        super().reject()
