"""What has words of an emptied text still, or quotes them; files that this machine knows of go if somebody says so."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.text.words import plural_alone
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label, reading_area


class WordsLeftDialog(Dialog):
    """A line for each; nothing is deleted unless it is asked for, and closing it deletes nothing."""

    wanted = Signal(object)
    """The files that are to be deleted, a sequence of paths."""

    def __init__(self, lines: Sequence[str], files: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__("Words that are left", parent, 620)
        self._files = files
        self.body.addWidget(
            label("The text is empty. These have its words still, or may quote them:", "heading", wrap=True)
        )
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(8)
        for line in lines:
            row = label(line, wrap=True)
            row.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            rows.addWidget(row)
        rows.addStretch(1)
        scroll = reading_area(page, "What has the words still")
        scroll.setMinimumHeight(140)
        self.body.addWidget(scroll, 1)
        if not files:
            self.answer("Close", self.accept, primary=True)
            return
        these = plural_alone(len(files), "the file", f"the {len(files)} files")
        self.go = self.answer(f"&Delete {these}", self._accept)
        self.answer("Leave them", self.reject, primary=True)

    def _accept(self) -> None:
        self.accept()
        self.wanted.emit(self._files)
