"""Shows how far an older database is brought up to date, and lets the user put that off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.text.words import grouped
from ui.look.dialog_frame import Dialog
from ui.look.progress_bar import ProgressBar
from ui.look.widgets import label

if TYPE_CHECKING:
    from desk.store.records.values import Upgrading


class UpgradingDialog(Dialog):
    """What is under way, how much of it is done, and a way to stop, which leaves the stories as they were."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__("Bringing the stories up to date", parent, 560)
        self.said = label("", wrap=True)
        self.bar = ProgressBar("Progress of bringing the stories up to date")
        self.count = label("", "muted")
        self.kept = label("", "muted", wrap=True)
        for widget in (self.said, self.bar, self.count, self.kept):
            self.body.addWidget(widget)
        self.bar.show()
        self.stop = self.answer("&Stop, and do it later", self.reject)

    def show_progress(self, progress: "Upgrading") -> None:
        """Say how far it is; nothing more once an end is asked for, as word of before may still be on its way."""
        if not self.stop.isEnabled():
            return
        self.said.setText(progress.words)
        self.bar.show_share(progress.done, progress.whole)
        done = f"{grouped(progress.done)} of {grouped(progress.whole)} {progress.what}" if progress.whole else ""
        self.count.setText(done)
        copied = "; a copy from before is among the backups" if progress.copied else ""
        self.kept.setText(f"Until it is done everything stays as it was{copied}.")

    def reject(self) -> None:
        """Ask for an end; the dialog stands until there is one."""
        self.stop.setEnabled(False)
        self.count.setText("Stopping…")
        self.stopped.emit()

    def end(self) -> None:
        """Go, whatever came of it."""
        self.accept()
