"""One window on a desk: the frame, and everything that is made for it once it stands."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.actions.window_actions import WindowActions
from ui.look import icons
from ui.look.on_screen import bring_to_front
from ui.people.strip import SetUpStrip
from ui.verbs.open_windows import Windows
from ui.verbs.verbs import make_verbs
from ui.window import layout_memory
from ui.window.assembly import connect, make_parts
from ui.window.folder_watch import FolderLook
from ui.window.frame import Frame
from ui.window.left_behind import LeftBehind
from ui.window.refresh import Refresher
from ui.window.situation import SituationWatch
from ui.window.start import Start
from ui.window.status_line import StatusLine
from ui.window.story_bar import StoryBar
from ui.window.welcome import Welcome
from ui.work import operations
from ui.work.hub import Hub
from ui.work.lanes import Lanes, Runner, nothing
from ui.work.shared_desk import SharedDesk

if TYPE_CHECKING:
    from desk.session import Session


class OpenWindow(QObject):
    """Holds the parts of a window, its verbs and its actions; each is made here and nothing is added later."""

    def __init__(self, frame: Frame, lanes: Runner | None = None, windows: Windows | None = None) -> None:
        """Furnish the frame; without `windows` it is the first one on its desk, in its own lanes if none are given."""
        super().__init__(frame)
        self.frame = frame
        self.windows = windows or Windows(SharedDesk(lanes or Lanes()), _another)
        self.lanes = self.windows.shared.lanes
        self.hub = Hub(self.windows.shared, frame)
        self.set_up, self.story_bar = SetUpStrip(), StoryBar()
        self.welcome = Welcome(self.set_up)
        self.parts = make_parts(frame, self.hub, self.windows, self.story_bar, self.welcome)
        self.verbs = make_verbs(self.parts, self.set_up)
        self._table = self.verbs.table()
        self.actions = WindowActions(frame, self._table, icons.icon)
        self.actions.fill(frame.menuBar())
        self.actions["recent"].setMenu(self.verbs.story.recent.menu)
        self.actions["bars"].setMenu(self.verbs.changes.menu)
        self.actions["windows"].setMenu(self.verbs.windows.menu)
        self.status_line = StatusLine(self.parts, self.verbs.exchange.travelling)
        self.refresher = Refresher(self.parts, self.actions, self.welcome, self.status_line, self.story_bar)
        self._situation = SituationWatch(self.parts, self.actions)
        self.folder_look = FolderLook(self.parts, self.verbs.folder)
        self._left_behind = LeftBehind(self.parts)
        self._start = Start(self.parts, self.verbs)
        self._start.begun.connect(self.refresher.begin)
        self.hub.upgrading.connect(self.refresher.expect_story)
        self.hub.unusable.connect(self.refresher.expect_none)
        self._leaving = False
        connect(self.parts, self.verbs, self.story_bar)
        self.welcome.wanted.connect(self._begin_with)
        frame.furnish(self.parts.ground)
        frame.files_dropped.connect(self.verbs.story.open_files)
        frame.text_dropped.connect(self.verbs.story.take_text)
        frame.close_wanted.connect(self.close)
        frame.used.connect(self._used)
        frame.painted.connect(self._shown)
        self.verbs.story.stayed.connect(self.stay)
        self.verbs.review.turned.connect(self._situation.look)
        layout_memory.restore(self.parts.panes, self.hub.number)
        self.parts.folding.changed.connect(self._show_folded)
        self.parts.folding.look()
        self.verbs.view.panes_changed()
        self.refresher.tint_new()
        self.refresher.story_changed()
        self.windows.add(self)

    def _begin_with(self, way: str) -> None:
        self._table[way]()

    def _used(self) -> None:
        self.windows.use(self)

    def _shown(self) -> None:
        self.windows.shown.emit(self)

    def _show_folded(self) -> None:
        folding = self.parts.folding
        self.story_bar.show_folded(stories=folding.list_folded, checklist=folding.is_drawer)
        self.welcome.show_folded(stories=folding.list_folded)
        self.parts.checklist.show_as_drawer(on=folding.is_drawer)

    def start(self, make: "Callable[[], Session]", files: list[Path]) -> None:
        """Make the session in its lane; once it is known who is working, open these files."""
        if not files and layout_memory.had_story():
            self.refresher.expect_story()
        self._start.begin(make, files)

    def join(self) -> None:
        """Begin on the desk that another window has opened, once it is known who is working."""
        self.hub.join()
        self.verbs.people.begin(nothing)

    def open(self, story_id: str) -> None:
        """Open a story here."""
        self.parts.open_story.open(story_id)

    def recover(self, recovery_id: str) -> None:
        """Open a text here that was typed and not saved."""
        self.parts.open_story.leave(partial(operations.recover, self.hub, recovery_id))

    def take(self, files: list[Path]) -> None:
        """Open files here that somebody opened outside."""
        self.verbs.story.open_files(files)

    @property
    def rested(self) -> float:
        """Return the seconds since something was typed or opened here."""
        return self.parts.checker.own.rested

    def close(self) -> None:
        """Save what is unsaved and let go of the story, then close."""
        if not self._leaving:
            self._leaving = True
            self.verbs.review.leave()
            self.parts.open_story.leave(self._leave)

    def stay(self) -> None:
        """Take back the wish to close: saving failed and the user wants to see to it."""
        self._leaving = False
        self.windows.stayed()

    def _leave(self) -> None:
        """Remember the layout, finish what the lanes were asked for where this is the last window, and close."""
        parts = self.parts
        comes_back = self.hub.story is not None and self.hub.facts.settings.open_last
        layout_memory.remember(self.frame, parts.panes, parts.folding, self.hub.number, story=comes_back)
        self.frame.vanish()
        self.hub.end(comes_back=self.windows.is_quitting)
        self.frame.end()
        self.windows.gone(self)


def _another(windows: Windows) -> OpenWindow:
    """Return another window on the same desk, shown."""
    frame = Frame(len(windows.open))
    window = OpenWindow(frame, windows=windows)
    frame.show()
    window.join()
    bring_to_front(frame)
    return window
