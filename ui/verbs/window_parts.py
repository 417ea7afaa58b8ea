"""The parts of one window, by name, for the verbs that work on them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QMainWindow, QSplitter, QStackedWidget

from ui.checklist.panel import ChecklistPanel
from ui.look.folding import Folding
from ui.look.hints import Hints
from ui.look.later import Later
from ui.look.notices import NoticeBar, Notices
from ui.open_story.change_watch import ChangeWatch
from ui.open_story.checker import Checker
from ui.open_story.current_finding import CurrentFinding
from ui.open_story.live_draft import LiveDraft
from ui.open_story.open_story import OpenStory
from ui.open_story.recovery import RecoveryCopy
from ui.queue.panel import QueuePanel
from ui.verbs.open_windows import Windows
from ui.work.hub import Hub

if TYPE_CHECKING:
    from ui.editor.pane import EditorPane
    from ui.review.view import ReviewView


@dataclass(frozen=True)  # no slots: they leave no place for the weak reference that tells whether a closed window went
class WindowParts:
    """What a window is made of; made once, by `ui.window.assembly`."""

    window: QMainWindow
    hub: Hub
    windows: Windows
    """This one and the others."""
    editor: "EditorPane"
    live_draft: LiveDraft
    queue: QueuePanel
    checklist: ChecklistPanel
    review: "Later[ReviewView]"
    current_finding: CurrentFinding
    checker: Checker
    change_watch: ChangeWatch
    recovery_copy: RecoveryCopy
    open_story: OpenStory
    notices: Notices
    notice_bar: NoticeBar
    """Above the text."""
    list_notices: NoticeBar
    """Above the list of stories while it has the window to itself."""
    hints: Hints
    panes: QSplitter
    folding: Folding
    """Which panes the window has no room for."""
    ground: QFrame
    """What holds all panes, and `list_notices` above them."""
    centre: QFrame
    """The middle pane: `notice_bar` above `middle`."""
    middle: QStackedWidget
