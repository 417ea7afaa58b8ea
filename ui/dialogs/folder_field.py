"""Asks for a folder: a line to write in, and a sign at its end that lets one choose."""

from PySide6.QtWidgets import QFileDialog, QLineEdit

from ui.look import icons


class FolderField(QLineEdit):
    """The whole path of a folder, or nothing."""

    def __init__(self, path: str, title: str = "Watched folder") -> None:
        """`title` stands above the choice of folders."""
        super().__init__(path)
        self._title = title
        sign = icons.icon("open")
        self.choosing = self.addAction(sign, QLineEdit.ActionPosition.TrailingPosition)
        self.choosing.setText("Choose a folder")
        self.choosing.setToolTip("Choose a folder")
        self.choosing.triggered.connect(self.choose)

    def choose(self) -> None:
        """Let one choose a folder on the screen."""
        if chosen := QFileDialog.getExistingDirectory(self, self._title, self.text()):
            self.setText(chosen)
