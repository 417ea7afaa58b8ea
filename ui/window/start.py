"""How a window begins: the session is made, its database mended where it must be, and the first files are opened."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk.errors import KnownError
from ui.verbs.verbs import Verbs
from ui.verbs.window_parts import WindowParts

if TYPE_CHECKING:
    from desk.services.rescue import Backup
    from desk.session import Session
    from desk.store.records.values import Upgrading
    from ui.dialogs.upgrading import UpgradingDialog


class Start(QObject):
    """Goes on until there is a session, as long as the user wants to."""

    begun = Signal()
    """What is opened by itself is on the screen, or nothing is, or the user is asked first: what takes both
    processors, the grammar engine's start above all, comes behind that. Emitted once."""

    def __init__(self, parts: WindowParts, verbs: Verbs) -> None:
        super().__init__(parts.window)
        self._p, self._verbs = parts, verbs
        self._make: Callable[[], Session] | None = None
        self._files: list[Path] = []
        self._backups: Sequence[Backup] = ()
        self._progress: UpgradingDialog | None = None
        self._is_told = False
        parts.hub.unusable.connect(self._ask)
        parts.hub.opened.connect(self._ready)
        parts.hub.upgrading.connect(self._show_upgrading)

    def begin(self, make: "Callable[[], Session]", files: list[Path]) -> None:
        """Make the session in its lane; once it is known who is working, open these files."""
        self._make, self._files = make, files
        self._again()

    def _again(self) -> None:
        if self._make is not None:
            self._p.hub.start(self._make)

    def _ready(self) -> None:
        self._end_upgrading()
        self._verbs.people.begin(self._open_files, self._tell_begun)

    def _open_files(self) -> None:
        if self._files:
            self._verbs.story.open_files(self._files)
            self._p.hub.behind_store(self._tell_begun)
        else:
            self._verbs.story.recent.open_again(self._tell_begun)

    def _tell_begun(self) -> None:
        if not self._is_told:
            self._is_told = True
            self.begun.emit()

    # -- An older database -------------------------------------------------------------------------------------------

    def _show_upgrading(self, progress: "Upgrading") -> None:
        if self._progress is None:
            from ui.dialogs.upgrading import UpgradingDialog

            self._progress = UpgradingDialog(self._p.window)
            self._progress.stopped.connect(self._p.hub.stop_upgrading)
            self._progress.open()
        self._progress.show_progress(progress)

    def _end_upgrading(self) -> None:
        if self._progress is not None:
            self._progress.end()
            self._progress = None

    # -- A database that cannot be opened ----------------------------------------------------------------------------

    def _ask(self, sentence: str, backups: "Sequence[Backup]") -> None:
        from ui.dialogs.unusable import UnusableDialog

        self._end_upgrading()
        self._backups = backups
        dialog = UnusableDialog(sentence, backups, self._p.window)
        dialog.restore.connect(self._restore)
        dialog.again.connect(self._again)
        dialog.quit.connect(self._p.window.close)
        dialog.open()

    def _restore(self, backup: "Backup") -> None:
        self._p.hub.restore(backup, self._restored, self._not_restored)

    def _restored(self, aside: Path | None) -> None:
        self._again()
        kept = f" The damaged database is kept as {aside}." if aside else ""
        self._p.notices.tell_of_desk("restored", f"The backup is in place.{kept}")

    def _not_restored(self, error: KnownError) -> None:
        self._ask(str(error), self._backups)
