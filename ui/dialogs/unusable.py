"""Says why the stories cannot be opened, and lets the user try again once the cause is mended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.frame import Dialog


class UnusableDialog(Dialog):
    """Try again, or quit; nothing is written in the meantime."""

    again = Signal()
    quit = Signal()

    def __init__(self, sentence: str, parent: QWidget | None) -> None:
        super().__init__("Copydesk cannot open its stories", parent, 560)
        self.say(sentence)
        self.say("Nothing has been changed.", "muted")
        self.answer("Quit", self._quit)
        self.answer("Try again", self._again, primary=True)

    def _again(self) -> None:
        self.accept()
        self.again.emit()

    def _quit(self) -> None:
        self.accept()
        self.quit.emit()
