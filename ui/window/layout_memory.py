"""Remembers where each window was and how its panes were divided. Geometry only: settings live in the TOML file."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QSettings, QSize
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget

from desk.paths import config_dir
from ui.look.folding import Folding
from ui.look.on_screen import fitted

_FIRST = QSize(1440, 900)
FIRST_SIZES = [240, 676, 364]
"""Widths of the panes at first, in pixels, for a window 1280 wide."""
_BESIDE = QPoint(32, 32)
"""Pixels from the place of one window to that of the next."""
_REMEMBERED = 3
"""Panes that are remembered as shown or hidden; the review view takes the place of two of them for a while."""


def _store() -> QSettings:
    path: Path = config_dir() / "window.ini"
    return QSettings(str(path), QSettings.Format.IniFormat)


def _group(number: int) -> str:
    """Return under which name a window is remembered: by how many were opened before it."""
    return f"window {number + 1}" if number else "window"


def place(window: QMainWindow, number: int = 0) -> None:
    """Give a window the place it had; at first, the whole screen up to 1440 by 900, its frame included.

    One of several begins a little below the one in use, so that both are seen.
    """
    geometry = _store().value(f"{_group(number)}/geometry")
    if isinstance(geometry, QByteArray) and window.restoreGeometry(geometry):
        return
    window.resize(fitted(window, _FIRST))
    active = QApplication.activeWindow()
    if number and active is not None:
        window.resize(active.normalGeometry().size())
        window.move(active.normalGeometry().topLeft() + _BESIDE)


def restore(panes: QSplitter, number: int = 0) -> None:
    """Divide the panes as they were; those of another window at first like those of the first one."""
    store = _store()
    sizes, hidden = (
        store.value(f"{_group(number)}/{name}", store.value(f"window/{name}")) for name in ("panes", "hidden")
    )
    if not (isinstance(sizes, QByteArray) and panes.restoreState(sizes)):
        panes.setSizes(FIRST_SIZES)
    for pane, digit in zip(_each(panes), str(hidden or "")[:_REMEMBERED], strict=False):
        pane.setHidden(digit == "1")


def had_story() -> bool:
    """Return whether the first window left a story on the screen that comes back: its sheet is shown before it is."""
    return bool(_store().value("window/story") == "1")


def remember(window: QMainWindow, panes: QSplitter, folding: Folding, number: int = 0, *, story: bool = False) -> None:
    """Write down where window and panes are, folded ones as shown; a folder that takes nothing is no reason to stop.

    `story` says that there is a story on the screen, which comes back at the next start.
    """
    store, group = _store(), _group(number)
    store.setValue(f"{group}/story", str(int(story)))
    store.setValue(f"{group}/geometry", window.saveGeometry())
    store.setValue(f"{group}/panes", panes.saveState())
    store.setValue(f"{group}/hidden", "".join(str(int(folding.hidden_by_hand(pane))) for pane in _each(panes)))
    store.sync()


def _each(panes: QSplitter) -> Iterator[QWidget]:
    return (pane for nth in range(panes.count()) if (pane := panes.widget(nth)) is not None)
