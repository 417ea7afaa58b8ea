"""Remembers where the window was and how its panes were divided. Geometry only: settings live in the TOML file."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from desk.paths import config_dir
from ui.look.folding import Folding
from ui.look.on_screen import fitted

_FIRST = QSize(1440, 900)
FIRST_SIZES = [240, 676, 364]
"""Widths of the panes at first, in pixels, for a window 1280 wide."""
_REMEMBERED = 3
"""Panes that are remembered as shown or hidden; the review view takes the place of two of them for a while."""


def _store() -> QSettings:
    path: Path = config_dir() / "window.ini"
    return QSettings(str(path), QSettings.Format.IniFormat)


def place(window: QMainWindow) -> None:
    """Give the window the place it had; at first, the whole screen up to 1440 by 900, its frame included."""
    geometry = _store().value("window/geometry")
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        window.resize(fitted(window, _FIRST))


def restore(panes: QSplitter) -> None:
    """Divide the panes as they were."""
    store = _store()
    sizes, hidden = (store.value(f"window/{name}") for name in ("panes", "hidden"))
    if not (isinstance(sizes, QByteArray) and panes.restoreState(sizes)):
        panes.setSizes(FIRST_SIZES)
    for pane, digit in zip(_each(panes), str(hidden or "")[:_REMEMBERED], strict=False):
        pane.setHidden(digit == "1")


def remember(window: QMainWindow, panes: QSplitter, folding: Folding) -> None:
    """Write down where window and panes are, folded ones as shown; a folder that takes nothing is no reason to stop."""
    store = _store()
    store.setValue("window/geometry", window.saveGeometry())
    store.setValue("window/panes", panes.saveState())
    store.setValue("window/hidden", "".join(str(int(folding.hidden_by_hand(pane))) for pane in _each(panes)))
    store.sync()


def _each(panes: QSplitter) -> Iterator[QWidget]:
    return (pane for nth in range(panes.count()) if (pane := panes.widget(nth)) is not None)
