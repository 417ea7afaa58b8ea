"""The window: stories, text, checklist. Its frame is painted first, then it is furnished (`ui.window.assembly`).

Nothing heavy is imported before the frame stands: importing and making all panes takes 0.3 s.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QMainWindow

from ui.window import layout_memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.checks.check import Finding
    from desk.services.rescue import Backup
    from desk.session import Session
    from ui.actions.window_actions import WindowActions
    from ui.people.strip import SetUpStrip
    from ui.verbs.names import NameVerbs
    from ui.verbs.notes import NoteVerbs
    from ui.verbs.people import PeopleVerbs
    from ui.verbs.problems import ProblemVerbs
    from ui.verbs.queue import QueueVerbs
    from ui.verbs.report import ReportVerbs
    from ui.verbs.review import ReviewVerbs
    from ui.verbs.story import StoryVerbs
    from ui.verbs.view import ViewVerbs
    from ui.verbs.window_parts import WindowParts
    from ui.window.refresh import Refresher
    from ui.window.status_line import StatusLine
    from ui.window.welcome import Welcome
    from ui.work.hub import Hub
    from ui.work.lanes import Runner


class MainWindow(QMainWindow):
    """One window on one desk."""

    left = Signal()
    """The story is let go and every lane has ended: nothing holds the application any longer."""

    painted = Signal()
    """The frame is on the screen for the first time."""

    # Set by `furnish`.
    lanes: "Runner"
    hub: "Hub"
    parts: "WindowParts"
    story_verbs: "StoryVerbs"
    problem_verbs: "ProblemVerbs"
    view_verbs: "ViewVerbs"
    name_verbs: "NameVerbs"
    people_verbs: "PeopleVerbs"
    review_verbs: "ReviewVerbs"
    queue_verbs: "QueueVerbs"
    report_verbs: "ReportVerbs"
    note_verbs: "NoteVerbs"
    actions_: "WindowActions"
    set_up: "SetUpStrip"
    welcome: "Welcome"
    status_line: "StatusLine"
    refresher: "Refresher"

    def __init__(self, lanes: "Runner | None" = None, *, furnished: bool = True) -> None:
        """Make the window whole, or only its frame, which `furnish` fills later."""
        super().__init__()
        self.setObjectName("copydesk")
        self.setWindowTitle("Copydesk")
        self.setAcceptDrops(True)
        layout_memory.place(self)
        self._lanes = lanes
        self._painted = False
        self._leaving = False
        self.is_left = False
        """Whether the story is let go and every lane has ended."""
        self.is_furnished = False
        if furnished:
            self.furnish()

    def furnish(self) -> None:
        """Put the panes, menus and verbs into the frame; done once."""
        from ui.window.assembly import furnish

        furnish(self, self._lanes)
        self.is_furnished = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say it once the frame is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def answers(self, finding: "Finding") -> list[QAction]:
        """Return what the context menu of the text offers for a finding besides its remedies."""
        from ui.actions.menus import ANSWERS

        self.parts.current_finding.choose(finding)
        return [self.actions_[name] for name in ANSWERS]

    # -- From the outside --------------------------------------------------------------------------------------------

    def start(self, make: "Callable[[], Session]", files: list[Path]) -> None:
        """Make the session in its lane; once it is known who is working, open these files."""
        self.hub.unusable.connect(lambda sentence, backups: self._ask_when_unusable(sentence, backups, make))
        self.hub.ready.connect(lambda: self.people_verbs.begin(lambda: self.story_verbs.open_files(files)))
        self.hub.start(make)

    def _ask_when_unusable(self, sentence: str, backups: "Sequence[Backup]", make: "Callable[[], Session]") -> None:
        from ui.dialogs.unusable import UnusableDialog

        def restored(aside: Path | None) -> None:
            self.hub.start(make)
            kept = f" The damaged database is kept as {aside}." if aside else ""
            self.parts.notices.tell("restored", f"The backup is in place.{kept}")

        dialog = UnusableDialog(sentence, backups, self)
        dialog.restore.connect(
            lambda backup: self.hub.restore(
                backup, restored, lambda error: self._ask_when_unusable(str(error), backups, make)
            )
        )
        dialog.again.connect(lambda: self.hub.start(make))
        dialog.quit.connect(self.close)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if self.is_furnished and (event.mimeData().hasUrls() or event.mimeData().hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        data = event.mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.story_verbs.open_files(files)
        elif data.hasText():
            self.story_verbs.take_text(data.text())
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save first; then remember the layout and end every lane."""
        if self.is_left:
            event.accept()
            return
        if not self.is_furnished:
            self.is_left = True
            event.accept()
            self.left.emit()
            return
        event.ignore()
        if not self._leaving:
            self._leaving = True
            self.review_verbs.leave()
            self.parts.open_story.leave(self._leave)

    def stay(self) -> None:
        """Take back the wish to close: saving failed and the user wants to see to it."""
        self._leaving = False

    def _leave(self) -> None:
        """Close once the store lane has done all that was asked of it."""
        layout_memory.remember(self, self.parts.panes)
        for dialog in self.findChildren(QDialog):
            dialog.hide()  # asked to end by a signal: a dialog that stays would keep the application
        self.hide()
        self.hub.end()
        self.is_left = True
        self.close()
        self.left.emit()
