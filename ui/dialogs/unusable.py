"""Says why the stories cannot be opened, and lets the user restore a backup, or try again once the cause is mended."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QWidget

from desk.text.moments import to_the_minute
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label

if TYPE_CHECKING:
    from desk.services.rescue import Backup


class UnusableDialog(Dialog):
    """Restore, try again, or quit; nothing is written in the meantime."""

    again = Signal()
    restore = Signal(object)
    quit = Signal()

    def __init__(self, sentence: str, backups: "Sequence[Backup]", parent: QWidget | None) -> None:
        super().__init__("Copydesk cannot open its stories", parent, 560)
        self._backups = backups
        self._answered = False
        self.list = QListWidget()
        self.say(sentence)
        self.say("Nothing has been changed.", "muted")
        if backups:
            self._offer()
        self.answer("Quit", self._quit)
        self.answer("Try again", self._again, primary=not backups)
        if backups:
            self.answer("Restore this backup", self._restore, primary=True)

    def _offer(self) -> None:
        self.body.addWidget(label("Backups, the newest first", "heading"))
        self.list.setAccessibleName("Backups")
        self.list.setMaximumHeight(140)
        for one in self._backups:
            why = f" · {one.why}" if one.why else ""
            self.list.addItem(f"{to_the_minute(one.made)} · {one.size / 1e6:.1f} MB{why}")
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list)
        self.say("The damaged database is kept beside it. What was saved since that backup is not in it.", "muted")

    def _again(self) -> None:
        self._end()
        self.again.emit()

    def _restore(self) -> None:
        if (row := self.list.currentRow()) >= 0:
            self._end()
            self.restore.emit(self._backups[row])

    def _quit(self) -> None:
        self._end()
        self.quit.emit()

    def _end(self) -> None:
        self._answered = True
        self.accept()

    def reject(self) -> None:
        """Quit: behind this dialog is a window that can do nothing."""
        if not self._answered:
            self._quit()
