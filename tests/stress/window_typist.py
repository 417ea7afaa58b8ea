"""Windows on stories in which somebody types without pause, to be killed: after each key, the letters typed in each.

Called with the database (empty: the usual place) and drafts, each for a window of its own in one process. A key every
twenty milliseconds of the clock of the windows, in one after the other.
"""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from ui.__main__ import make_session
from ui.window.app import application
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow

BETWEEN_KEYS = 20


def main(database: str, drafts: list[str]) -> None:
    """Type until killed."""
    app = application([])
    first = OpenWindow(Frame())
    first.frame.show()
    first.start(partial(make_session, database), [Path(drafts[0])])
    typed = [0]
    clock = QTimer(interval=BETWEEN_KEYS)

    def press() -> None:
        windows = first.windows.open
        if first.hub.is_ready and len(windows) < len(drafts):
            draft = Path(drafts[len(windows)])
            first.windows.new().verbs.story.open_files([draft])
        if len(windows) == len(drafts) and all(window.hub.story is not None for window in windows):
            QTest.keyClicks(windows[typed[0] % len(windows)].parts.editor.edit, "x")
            typed[0] += 1
            print(*(window.parts.editor.text().count("x") for window in windows), flush=True)

    clock.timeout.connect(press)
    clock.start()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
