"""The parts of one window, by name, for the verbs that work on them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QMainWindow, QSplitter, QStackedWidget

from ui.checker import Checker
from ui.checklist.panel import ChecklistPanel
from ui.hub import Hub
from ui.keeper import Keeper
from ui.live import Live
from ui.notices import NoticeBar
from ui.problems import Problems
from ui.queue.panel import QueuePanel
from ui.recovery import RecoveryKeeper
from ui.review.view import ReviewView
from ui.story_bar import StoryBar

if TYPE_CHECKING:
    from ui.editor.pane import EditorPane


@dataclass(frozen=True)
class Parts:
    """What a window is made of; made once by `ui.main_window`."""

    window: QMainWindow
    hub: Hub
    editor: "EditorPane"
    live: Live
    queue: QueuePanel
    checklist: ChecklistPanel
    review: ReviewView
    problems: Problems
    checker: Checker
    recovery: RecoveryKeeper
    keeper: Keeper
    notices: NoticeBar
    story_bar: StoryBar
    panes: QSplitter
    centre: QFrame
    """The middle pane: notices above `middle`."""
    middle: QStackedWidget
