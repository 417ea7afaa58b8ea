"""Starts the window: `python -m ui [FILE]...`, or `copydesk`.

The frame of the window is painted first, then furnished; checks, store and engine come in through the store lane.
"""

import gc
import logging
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ui.window.app import Guard, application, look_for_garbage_seldom
from ui.window.frame import Frame

if TYPE_CHECKING:
    from desk.session import Session
    from ui.verbs.open_windows import Windows


def make_session(database: str) -> "Session":
    """Return the session; called in the store lane, for the import alone takes 0.3 s."""
    from desk.session import Session

    return Session(database=database)


class FirstWindow(QObject):
    """A frame that furnishes itself once it is painted, and opens these files."""

    left = Signal()
    """It is closed, and so is every other window that was opened since."""

    def __init__(self, database: str, files: list[Path]) -> None:
        super().__init__()
        self._database, self._files = database, files
        self._windows: Windows | None = None
        self.frame = Frame()
        self.frame.painted.connect(self._furnish, Qt.ConnectionType.QueuedConnection)
        self.frame.left.connect(self._frame_left)

    def _furnish(self) -> None:
        if not self.frame.is_left:
            from ui.window.open_window import OpenWindow

            window = OpenWindow(self.frame)
            self._windows = window.windows
            self._windows.ended.connect(self.left)
            window.hub.opened.connect(self._all_stands)
            window.hub.unusable.connect(self._not_opened)
            window.start(partial(make_session, self._database), self._files)

    def _not_opened(self, *_: object) -> None:
        gc.enable()

    def _all_stands(self) -> None:
        gc.enable()
        look_for_garbage_seldom()
        self._listen()

    def _listen(self) -> None:
        """Take packs that are opened with a double click from now on."""
        from ui.window.running import Listening

        if self._windows is not None:
            Listening(self._database, self).came.connect(self._windows.take)

    def _frame_left(self) -> None:
        if self._windows is None:
            self.left.emit()

    @property
    def hangs(self) -> bool:
        """Return whether work is under way still that was waited for in vain."""
        return self._windows is not None and self._windows.shared.lanes.hangs

    def close(self) -> None:
        """Close every window, each of which saves first."""
        if self._windows is None:
            self.frame.close()
        else:
            self._windows.quit()


def _taken_elsewhere(files: list[Path], database: str) -> bool:
    """Return whether these are packs alone, and a window that is open has taken them."""
    from desk.packs.layout import ENDING

    if any(file.suffix.lower() != ENDING for file in files):
        return False
    from ui.window.running import handed_over

    return handed_over(files, database)


def main(files: list[str], database: str = "") -> int:
    """Show the window with these files and return the exit status when it is closed."""
    gc.disable()  # until the desk is open: among what is imported is no garbage, and looks for it would take 0.1 s
    app = application([])
    if files and _taken_elsewhere([Path(file) for file in files], database):
        return 0
    window = FirstWindow(database, [Path(file) for file in files])
    guard = Guard(window.close)
    # Qt quits when a window closes that is seen: ours is hidden before its lanes end, and may be inside a close event.
    window.left.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    window.frame.show()
    try:
        status = app.exec()
    finally:
        guard.release()
    if window.hangs:
        logging.shutdown()
        os._exit(status)  # Python would wait for the thread that waits for the database
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
