"""The verbs of the menu "Window": another window, the next one, two side by side, and a story opened beside another."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from ui.look.on_screen import bring_to_front, side_by_side
from ui.verbs.open_windows import OneWindow
from ui.verbs.window_parts import WindowParts
from ui.work import operations

_PLACED_BY_SYSTEM = "wayland"
"""How the names of systems begin that let no program place its windows."""


class WindowVerbs(QObject):
    """What one window does with the others."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts
        self.menu = QMenu("Open windows", parts.window)
        self.menu.aboutToShow.connect(self.fill)
        self.menu.triggered.connect(self._chosen)
        self._beside: OneWindow | None = None
        """The window that stands beside this one and was never on the screen before."""
        parts.windows.shown.connect(self._shown)
        parts.hub.front_wanted.connect(self.to_front)
        parts.hub.elsewhere.connect(self._stay)
        parts.queue.story_window_wanted.connect(self.open_apart)
        parts.queue.story_beside_wanted.connect(self.open_beside)

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the names of their actions."""
        return {
            "new_window": self._p.windows.new,
            "next_window": self.next,
            "windows_beside": self.beside,
            "windows": self.choose,
            "close_window": self._p.window.close,
        }

    @property
    def _mine(self) -> OneWindow:
        return self._p.windows.of(self._p.window)

    def to_front(self) -> None:
        """Bring this window to the front."""
        bring_to_front(self._p.window)

    def _stay(self, _story_id: str) -> None:
        """Go back to the story that was let go of for one that another window has."""
        if self._p.hub.story is not None:
            operations.open_story(self._p.hub, self._p.hub.story.id)

    def next(self) -> None:
        """Bring the next window to the front."""
        other = self._p.windows.behind(self._mine)
        if other is self._mine:
            self._p.hints.hint("There is no other window.")
        else:
            bring_to_front(other.frame)

    # -- The list of windows -----------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Show the list of windows by itself, in the middle pane."""
        self.menu.popup(self._p.centre.mapToGlobal(self._p.centre.rect().topLeft()))

    def fill(self) -> None:
        """List every window by its story, this one with a tick."""
        self.menu.clear()
        for nth, window in enumerate(self._p.windows.open):
            story = window.hub.story
            words = (story.slug or "(no slug)") if story is not None else "No story"
            action = self.menu.addAction(f"&{nth + 1}  {words.replace('&', '&&')}")
            action.setData(nth)
            action.setCheckable(True)
            action.setChecked(window.frame is self._p.window)

    def _chosen(self, action: QAction) -> None:
        bring_to_front(self._p.windows.open[int(action.data())].frame)

    # -- Two at once -------------------------------------------------------------------------------------------------

    def open_apart(self, story_id: str) -> None:
        """Open a story in another window: the one that has it, an empty one, or a new one."""
        self._open(story_id)

    def open_beside(self, story_id: str) -> None:
        """Open a story in another window, and put both side by side."""
        story = self._p.hub.story
        if story is not None and story.id == story_id:
            self._p.hints.hint("This story is the one of this window: choose another to stand beside it.")
        else:
            self._place(self._open(story_id))

    def _open(self, story_id: str) -> OneWindow:
        having = self._p.hub.shared.holder(story_id, self._p.hub)
        others = [window for window in self._p.windows.open if window is not self._mine]
        if having is not None:
            window = next(window for window in others if window.hub is having)
        else:
            window = next((window for window in others if window.hub.story is None), None) or self._p.windows.new()
            window.open(story_id)
        bring_to_front(window.frame)
        return window

    def beside(self) -> None:
        """Put this window and the one used before it side by side; where it is alone, the chosen story comes beside."""
        other, story, chosen = self._p.windows.before(self._mine), self._p.hub.story, self._p.queue.chosen()
        if other is not None:
            self._place(other)
        elif len(chosen) == 1 and (story is None or story.id != chosen[0]):
            self.open_beside(chosen[0])
        else:
            self._place(self._p.windows.new())

    def _place(self, other: OneWindow) -> None:
        self._beside = other
        side_by_side(self._p.window, other.frame)
        if self._p.hub.story is not None:
            self._p.editor.setFocus()  # it may have been in the list, which there is no room for now
        bring_to_front(other.frame)
        if QGuiApplication.platformName().startswith(_PLACED_BY_SYSTEM):
            self._p.hints.hint("Your desktop places windows itself: both are half as wide as the screen now.")

    def _shown(self, window: OneWindow) -> None:
        """Place it once more: the system has put its frame around it by now."""
        if window is self._beside:
            side_by_side(self._p.window, window.frame)
        self._beside = None
