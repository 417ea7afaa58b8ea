"""The verbs of the watched folder."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ui.verbs.window_parts import WindowParts
from ui.work import operations


class FolderVerbs(QObject):
    """Shows what could not be read, and has it tried again."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the names of their actions."""
        return {"unread": self.show}

    def show(self) -> None:
        """List the files of the watched folder that could not be read."""
        from ui.dialogs.unread import UnreadDialog

        dialog = UnreadDialog(self._p.hub, self._p.window)
        dialog.again_wanted.connect(self.try_again)
        dialog.folder_wanted.connect(self.open_folder)
        dialog.open()

    def try_again(self) -> None:
        """Read them again."""
        operations.try_folder_again(self._p.hub)

    def open_folder(self) -> None:
        """Show the folder in the system's own window."""
        if (folder := self._p.hub.facts.watched.folder) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
