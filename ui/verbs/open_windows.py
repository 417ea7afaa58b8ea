"""The windows of this process: how another one is made, which was used last, and how all of them are closed."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from ui.look.on_screen import bring_to_front
from ui.work.hub import Hub
from ui.work.shared_desk import SharedDesk
from ui.work.travelling import Travelling

AT_REST = 2000
"""Milliseconds without a key in any window before one looks for what a closed window left: a key would wait for it."""


class OneWindow(Protocol):
    """What windows know of each other."""

    @property
    def frame(self) -> QMainWindow:
        """Return what stands on the screen."""
        ...

    @property
    def hub(self) -> Hub:
        """Return what knows the open story."""
        ...

    @property
    def rested(self) -> float:
        """Return the seconds since something was typed or opened here."""
        ...

    def open(self, story_id: str) -> None:
        """Open a story here."""
        ...

    def recover(self, recovery_id: str) -> None:
        """Open a text here that was typed and not saved."""
        ...

    def take(self, files: list[Path]) -> None:
        """Open files here that somebody opened outside."""
        ...

    def close(self) -> None:
        """Save what is unsaved, then close."""
        ...


class Windows(QObject):
    """All windows of one desk, in the order in which they were opened."""

    shown = Signal(object)
    """A window is on the screen for the first time."""
    ended = Signal()
    """The last one is closed."""

    def __init__(self, shared: SharedDesk, make: "Callable[[Windows], OneWindow]") -> None:
        """`make` shows another window and lets it begin on the desk."""
        super().__init__()
        self.shared, self._make = shared, make
        self.travelling = Travelling(shared)
        self.ended.connect(self.travelling.rest)
        self.open: list[OneWindow] = []
        self._used: list[OneWindow] = []
        """The one used last stands last."""
        self._closed: list[OneWindow] = []
        self._clearing = QTimer(self, singleShot=True)
        self._clearing.timeout.connect(self._clear_away)
        self._before_quitting = 0
        """How many windows there were when the wish to quit was heard; 0 for no such wish."""

    def new(self) -> OneWindow:
        """Return another window."""
        return self._make(self)

    def add(self, window: OneWindow) -> None:
        """Take a window in that was just made."""
        self.open.append(window)
        self._used.append(window)

    def use(self, window: OneWindow) -> None:
        """Take note that a window is in use: its checks go first, and it is the one that stands beside the next."""
        if window in self._used:
            self._used.remove(window)
            self._used.append(window)
            self.shared.take_in_hand(window.hub)

    def before(self, window: OneWindow) -> OneWindow | None:
        """Return the other window that was used last, None where there is none."""
        return next((other for other in reversed(self._used) if other is not window), None)

    def behind(self, window: OneWindow) -> OneWindow:
        """Return the window that was opened next, the first one behind the last."""
        return self.open[(self.open.index(window) + 1) % len(self.open)]

    def of(self, frame: QMainWindow) -> OneWindow:
        """Return the window with this frame."""
        return next(window for window in self.open if window.frame is frame)

    def take(self, files: list[Path]) -> None:
        """Open files that somebody opened outside in the window that was used last, and bring it to the front."""
        if self._used:
            bring_to_front(self._used[-1].frame)
            self._used[-1].take(files)

    # -- Closing -----------------------------------------------------------------------------------------------------

    @property
    def is_quitting(self) -> bool:
        """Return whether all windows are being closed, so that their stories come back together."""
        return self._before_quitting > 0

    def quit(self) -> None:
        """Close every window, the last one first; each saves what is unsaved, and one that cannot ends this."""
        if not self.is_quitting and self.open:
            self._before_quitting = len(self.open)
            self.open[-1].close()

    def gone(self, window: OneWindow) -> None:
        """Let go of a window that is closed; where all are to be closed, go on."""
        self.open.remove(window)
        self._used.remove(window)
        if not self.open:
            self._clearing.stop()
            self.ended.emit()
            return
        self._closed.append(window)
        window.frame.destroyed.connect(self._soon_forget)
        window.frame.deleteLater()  # the last one goes with the application
        if self.is_quitting:
            self.open[-1].close()

    def _soon_forget(self) -> None:
        QTimer.singleShot(0, self._forget)

    def _forget(self) -> None:
        """Let go of what is closed once the toolkit has taken it apart: Python would begin at the wrong end."""
        self._closed = [window for window in self._closed if shiboken6.isValid(window.frame)]
        if gc.get_freeze_count() and self.open:
            gc.unfreeze()  # it may be among what was said to stay
            self._clearing.start(AT_REST)

    def _clear_away(self) -> None:
        """Look once for all that a closed window leaves, and say again that the rest stays; not while somebody types.

        Else each look from now on would go through everything, and what was closed would wait for the next full one.
        """
        if all(window.rested >= AT_REST / 1000 for window in self.open):
            gc.collect()
            gc.freeze()
        else:
            self._clearing.start(AT_REST)

    def stayed(self) -> None:
        """Take back the wish to quit; what was closed until then does not come back at the next start."""
        closed, self._before_quitting = self._before_quitting - len(self.open), 0
        if closed > 0 and self.open:
            last = self.open[-1].hub
            last.store(lambda desk: desk.recent.closed_behind())
