"""The application around the window: style, signals, and what happens when something goes wrong."""

import gc
import logging
import signal
import sys
import tomllib
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk import __version__
from desk.careful import careful_text
from desk.paths import config_dir
from ui.look import icons, theme
from ui.look.roles import tell_roles

log = logging.getLogger(__name__)

SWITCH_INTERVAL = 0.0001
"""Seconds after which a busy lane lets the main thread in; Python's own 5 ms would be felt at each key.

One key gives Python away and takes it back ten times: a check that is under way cost it up to 6 ms at 0.5 ms, 2.5 here.
"""
GARBAGE = (700, 10, 200)
"""New objects after which Python looks for garbage among them, among what outlived that, and among all there are.

With 10 in the last place a check in ten looked through all of a story of 10,000 words: 17 ms in which no key is heard.
"""
_SIGNAL_LOOK = 250
"""Milliseconds between two looks at signals: Python sees them only when it runs."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def application(arguments: list[str]) -> QApplication:
    """Return the application, dressed; the one that runs already if there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([sys.argv[0], *arguments])
    app.setApplicationName("copydesk")
    app.setApplicationDisplayName("Copydesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("copydesk")
    app.setStyle("Fusion")
    look, percent = chosen_looks(config_dir() / "settings.toml")
    theme.apply(app, theme.named(look), percent)
    tell_roles()
    app.setWindowIcon(icons.application_icon())
    sys.setswitchinterval(SWITCH_INTERVAL)
    return app


def look_for_garbage_seldom() -> None:
    """Have Python look for garbage among what comes from now on alone, and seldom through all of that.

    A look through what stands took 25 ms, and a key would wait. What a closed window leaves is looked for again
    (`Windows`).
    """
    gc.freeze()
    gc.set_threshold(*GARBAGE)


def chosen_looks(settings: Path) -> tuple[str, int]:
    """Return theme and size of the window as the settings file has them: the settings proper take 40 ms more."""
    try:
        given = tomllib.loads(careful_text(settings))
    except (OSError, ValueError):  # the session will say what is wrong with the file
        given = {}
    percent = given.get("window_percent", 100)
    return str(given.get("theme", "")), percent if type(percent) is int and 80 <= percent <= 250 else 100


class Guard(QObject):
    """Shows a crash report for what nobody foresaw, and ends the application on SIGINT and SIGTERM."""

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__()
        self._close = close
        self._showing = False
        self._asked = False
        self._before: Hook = sys.excepthook
        sys.excepthook = self._unforeseen
        self._timer = QTimer(self, interval=_SIGNAL_LOOK)
        self._timer.timeout.connect(self._look)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._asked_to_end)
        self._timer.start()

    def release(self) -> None:
        """Give the hooks back."""
        self._timer.stop()
        sys.excepthook = self._before
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)

    def _look(self) -> None:
        """Let Python run, so that it sees its signals; act on one here, where no half-done work is around it."""
        if self._asked:
            self._asked = False
            self._close()

    def _asked_to_end(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True

    def _unforeseen(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._close()
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.error("unforeseen: %s", text)
        if not self._showing:
            self._showing = True
            self._show(text)

    def _show(self, text: str) -> None:
        from ui.dialogs.crash import CrashDialog

        dialog = CrashDialog(text, QApplication.activeWindow())
        dialog.finished.connect(self._shown)
        dialog.open()

    def _shown(self, _result: int) -> None:
        self._showing = False
