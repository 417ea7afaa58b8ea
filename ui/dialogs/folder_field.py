"""Asks for a folder: a line to write in, and a sign at its end that lets one choose."""

from PySide6.QtWidgets import QFileDialog, QLineEdit

from ui.look import icons


class FolderField(QLineEdit):
    """The whole path of a folder, or nothing."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        sign = icons.icon("open")
        self.choosing = self.addAction(sign, QLineEdit.ActionPosition.TrailingPosition)
        self.choosing.setText("Choose a folder")
        self.choosing.setToolTip("Choose a folder")
        self.choosing.triggered.connect(self.choose)

    def choose(self) -> None:
        """Let one choose a folder on the screen."""
        if chosen := QFileDialog.getExistingDirectory(self, "Watched folder", self.text()):
            self.setText(chosen)
