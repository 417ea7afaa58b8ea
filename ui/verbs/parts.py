"""The parts of one window, by name, for the verbs that work on them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QMainWindow, QSplitter, QStackedWidget

from ui.checklist.panel import ChecklistPanel
from ui.look.notices import NoticeBar
from ui.open_story.checker import Checker
from ui.open_story.current_finding import Problems
from ui.open_story.live_draft import Live
from ui.open_story.open_story import Keeper
from ui.open_story.recovery import RecoveryKeeper
from ui.queue.panel import QueuePanel
from ui.review.view import ReviewView
from ui.window.story_bar import StoryBar
from ui.work.hub import Hub

if TYPE_CHECKING:
    from ui.editor.pane import EditorPane


@dataclass(frozen=True)
class Parts:
    """What a window is made of; made once by `ui.window.frame`."""

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
