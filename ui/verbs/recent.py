"""The verbs of stories that were open lately: one chosen from the list, or the last one again at the start."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desk.story import Changes
from ui.queue.recent_menu import RecentMenu
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.lanes import nothing


class RecentVerbs(QObject):
    """Opens what was open before; what is gone is said, and falls out of the list."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts
        self.menu = RecentMenu(parts.hub, parts.window)
        self.menu.story_wanted.connect(self.open)

    def open_at_window(self) -> None:
        """Show the list by itself, in the middle pane."""
        self.menu.popup(self._p.centre.mapToGlobal(self._p.centre.rect().topLeft()))

    def open_again(self, then: Callable[[], None]) -> None:
        """Open what was on the screen when the last windows closed, each in a window, where that is wished for.

        `then` is called once the first of them is there, or none is to be or can be.
        """
        hub = self._p.hub
        hub.ask(lambda desk: desk.recent.to_open_again(), partial(self._open_known, then), hub.fail_and(then))

    def _open_known(self, then: Callable[[], None], stories: Sequence[str]) -> None:
        if stories:
            self.open(stories[0], then)
        else:
            then()
        for story_id in stories[1:]:
            self._p.windows.new().open(story_id)

    def open(self, story_id: str, then: Callable[[], None] = nothing) -> None:
        """Open a story, unless the database has it no longer; `then` is called once it is there, or will not come."""
        hub = self._p.hub
        operations.look_for_recent(hub, story_id, partial(self._looked, story_id, then), hub.fail_and(then))

    def _looked(self, story_id: str, then: Callable[[], None], changes: Changes) -> None:
        if changes.left:
            self._p.hub.refuse(changes.left)
        else:
            self._p.open_story.open(story_id)
        self._p.hub.behind_store(then)
