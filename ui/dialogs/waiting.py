"""Says what is waited for where a story on its way out cannot be saved at once, and offers to keep it aside."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.dialog_frame import Dialog


class WaitingDialog(Dialog):
    """Keep the words in a file and go on, or stay; it goes by itself once the story is saved."""

    aside = Signal()
    stayed = Signal()

    def __init__(self, slug: str, parent: QWidget | None) -> None:
        super().__init__("The story is being saved", parent, 560)
        self.say(
            f"Saving “{slug}” waits for the database: another program is writing to it, or its server does not answer. "
            "Once it is saved this goes on by itself; if it is not saved within half a minute, you are asked again."
        )
        self.say(
            "“Keep it aside” writes your words to a file on this computer and takes the story off the screen at once; "
            "what comes next still waits for the database. If the story is not saved by then, your words are offered "
            "at the next start, and the saved version stays as it was.",
            "muted",
        )
        self.answer("Keep it aside", self._keep)
        self.answer("Stay", self.reject, primary=True)

    def _keep(self) -> None:
        self.accept()
        self.aside.emit()

    def reject(self) -> None:
        """Stay with the story, which is saved as soon as that can be done."""
        self.stayed.emit()
        super().reject()
