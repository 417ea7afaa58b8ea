"""Starts the window: `python -m ui [FILE]...`, or `copydesk`.

The frame of the window is painted first, then furnished; checks, store and engine come in through the store lane.
"""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.window.app import Guard, application
from ui.window.frame import Frame

if TYPE_CHECKING:
    from desk.session import Session


def make_session(database: str) -> "Session":
    """Return the session; called in the store lane, for the import alone takes 0.3 s."""
    from desk.session import Session

    return Session(database=database)


class FirstWindow:
    """A frame that furnishes itself once it is painted, and opens these files."""

    def __init__(self, database: str, files: list[Path]) -> None:
        self._database, self._files = database, files
        self.frame = Frame()
        self.frame.painted.connect(self._furnish, Qt.ConnectionType.QueuedConnection)

    def _furnish(self) -> None:
        if not self.frame.is_left:
            from ui.window.open_window import OpenWindow

            OpenWindow(self.frame).start(partial(make_session, self._database), self._files)


def main(files: list[str], database: str = "") -> int:
    """Show the window with these files and return the exit status when it is closed."""
    app = application([])
    window = FirstWindow(database, [Path(file) for file in files])
    guard = Guard(window.frame.close)
    # Qt quits when a window closes that is seen: ours is hidden before its lanes end, and may be inside a close event.
    window.frame.left.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    window.frame.show()
    try:
        return app.exec()
    finally:
        guard.release()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
