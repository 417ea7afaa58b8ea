"""Says that we made a mistake, keeps a report of it, and lets the user copy it."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk import __version__
from desk.paths import log_dir
from desk.text.moments import file_stamp, now
from ui.look.dialog_frame import Dialog


def keep_report(text: str) -> Path | None:
    """Write the report into the folder of logs and return its path; None where that cannot be done."""
    path = log_dir() / f"crash-{file_stamp(now())}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path


class CrashDialog(Dialog):
    """The report, which holds no word of any story."""

    def __init__(self, trace: str, parent: QWidget | None) -> None:
        super().__init__("Something went wrong in Copydesk", parent, 640)
        self.text = f"Copydesk {__version__}\n\n{trace}"
        kept = keep_report(self.text)
        self.say("This is our mistake, not yours. Your text is safe: a recovery copy is kept while you type.")
        self.say(
            f"The report is in {kept}." if kept else "The report could not be written to a file; copy it here.", "muted"
        )
        report = QPlainTextEdit(self.text)
        report.setReadOnly(True)
        report.setAccessibleName("Report")
        report.setMinimumHeight(200)
        self.body.addWidget(report)
        self.answer("Copy the report", self._copy)
        self.answer("Go on", self.accept, primary=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
