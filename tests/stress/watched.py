"""A desk and its window at work, watched from within: prints each address that any socket of it was given.

Called with a draft. What Java and Qt do is seen by `strace`, where a machine has it.
"""

import sys
from functools import partial
from pathlib import Path

_TALKS = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind")


def _tell(event: str, arguments: tuple[object, ...]) -> None:
    if event in _TALKS:
        print(f"call {arguments[-1] if event != 'socket.getaddrinfo' else arguments[0]!r}", flush=True)


def main(draft: str) -> int:
    """Open a draft in a window, check it, type, save, export and report; return when all is done."""
    from PySide6.QtCore import QTimer

    from desk.story import Draft
    from ui.__main__ import make_session
    from ui.window.app import application
    from ui.window.frame import Frame
    from ui.window.open_window import OpenWindow

    app = application([])
    window = OpenWindow(Frame())
    window.frame.show()
    window.start(partial(make_session, ""), [Path(draft)])
    clock, done = QTimer(interval=30), []

    def look() -> None:
        if not window.hub.is_ready or window.hub.story is None or window.lanes.busy() or window.parts.checker.busy:
            return
        story = window.hub.story
        if not done:
            done.append("worked")
            window.hub.store(lambda desk: desk.exports.export(story.id, Draft(story.text), Path(draft + ".out.txt")))
            window.hub.store(lambda desk: desk.reports.write(story.id, Path(draft + ".html")))
            return
        clock.stop()
        window.frame.close()
        app.quit()

    clock.timeout.connect(look)
    clock.start()
    app.exec()
    return 0


if __name__ == "__main__":
    sys.addaudithook(_tell)
    sys.exit(main(sys.argv[1]))
