"""Starts the window: `python -m ui [FILE]...`, or `copydesk`.

The frame of the window is painted first, then furnished; checks, store and engine come in through the store lane.
"""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.window.app import Guard, application

if TYPE_CHECKING:
    from desk.session import Session


def make_session(database: str) -> "Session":
    """Return the session; called in the store lane, for the import alone takes 0.3 s."""
    from desk.session import Session

    return Session(database=database)


def main(files: list[str], database: str = "") -> int:
    """Show the window with these files and return the exit status when it is closed."""
    app = application([])
    from ui.window.frame import MainWindow

    window = MainWindow(furnished=False)
    guard = Guard(window.close)
    # Qt quits when a window closes that is seen: ours is hidden before its lanes end, and may be inside a close event.
    window.left.connect(app.quit, Qt.ConnectionType.QueuedConnection)

    def furnish() -> None:
        if not window.is_left:
            window.furnish()
            window.start(partial(make_session, database), [Path(file) for file in files])

    window.painted.connect(furnish, Qt.ConnectionType.QueuedConnection)
    window.show()
    try:
        return app.exec()
    finally:
        guard.release()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
