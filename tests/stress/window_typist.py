"""A window on a story in which somebody types without pause, to be killed: says after each key how many were typed.

Called with the draft and the database (empty: the usual place). A key every twenty milliseconds of the window's clock.
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


def main(draft: str, database: str) -> None:
    """Type until killed."""
    app = application([])
    window = OpenWindow(Frame())
    window.frame.show()
    window.start(partial(make_session, database), [Path(draft)])
    clock = QTimer(interval=BETWEEN_KEYS)

    def press() -> None:
        if window.hub.story is not None:
            QTest.keyClicks(window.parts.editor.edit, "x")
            print(window.parts.editor.text().count("x"), flush=True)

    clock.timeout.connect(press)
    clock.start()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
