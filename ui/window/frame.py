"""The frame of the window: painted first and furnished once it stands, for making all panes takes 0.3 s.

It knows Qt alone: what is dropped on it and the wish to close it leave by signals.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from ui.look.clip_data import offered
from ui.look.on_screen import keep_on_screen
from ui.window import layout_memory


class Frame(QMainWindow):
    """An empty window until `furnish` gives it its panes."""

    painted = Signal()
    """The frame is on the screen for the first time."""
    close_wanted = Signal()
    """Somebody wants to close a furnished window, which has a story to save first; `end` closes it."""
    used = Signal()
    """It has the keyboard now."""
    left = Signal()
    """It is closed for good: nothing holds the application any longer."""
    files_dropped = Signal(object)
    """The paths, as a list."""
    text_dropped = Signal(str, str)
    """Plain text and HTML, each empty where there is none."""

    def __init__(self, number: int = 0) -> None:
        """`number` says how many windows are there already."""
        super().__init__()
        self.setObjectName("copydesk")
        self.setWindowTitle("Copydesk")
        layout_memory.place(self, number)
        self._painted = False
        self._furnished = False
        self.is_left = False
        """Whether it is closed for good."""

    def furnish(self, panes: QWidget) -> None:
        """Take the panes in; from now on things can be dropped, and closing has to be asked for."""
        self.setCentralWidget(panes)
        self.setAcceptDrops(True)
        self._furnished = True

    def vanish(self) -> None:
        """Take the window and its dialogs off the screen; a dialog that stays would keep the application."""
        for dialog in self.findChildren(QDialog):
            dialog.hide()
        self.hide()

    def end(self) -> None:
        """Close for good."""
        self.is_left = True
        self.close()
        self.left.emit()

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say it once the frame is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            keep_on_screen(self)  # the system has put its frame around the window by now
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Say that the window is in use now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.used.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text, but for words of a story that is open here: they are moved within it alone."""
        data, source = event.mimeData(), event.source()
        if isinstance(source, QWidget) and source.window() is self:
            return
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        data = event.mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        else:
            html, text = offered(data)
            self.text_dropped.emit(text, html)
        event.setDropAction(Qt.DropAction.CopyAction)  # whoever gave it keeps it
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once where there is nothing to save, else ask."""
        if self.is_left:
            event.accept()
        elif self._furnished:
            event.ignore()
            self.close_wanted.emit()
        else:
            self.is_left = True
            event.accept()
            self.left.emit()
