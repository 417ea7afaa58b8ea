"""The window: stories, text, checklist. Puts the parts together; what they do is in `ui.verbs`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFrame, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout

from desk.checks.check import Finding
from ui import layout_memory
from ui.actions import Actions
from ui.checker import Checker
from ui.checklist.panel import ChecklistPanel
from ui.dialogs.unusable import UnusableDialog
from ui.editor.pane import EditorPane
from ui.hub import Hub
from ui.keeper import Keeper
from ui.live import Live
from ui.notices import NoticeBar
from ui.parts import Parts
from ui.people.strip import SetUpStrip
from ui.problems import Problems
from ui.queue.panel import QueuePanel
from ui.recovery import RecoveryKeeper
from ui.refresh import Refresher
from ui.review.view import ReviewView
from ui.status_line import StatusLine
from ui.story_bar import StoryBar
from ui.tasks import Lanes, Runner
from ui.verbs.names import NameVerbs
from ui.verbs.notes import NoteVerbs
from ui.verbs.people import PeopleVerbs
from ui.verbs.problems import ANSWERS, ProblemVerbs
from ui.verbs.queue import QueueVerbs
from ui.verbs.report import ReportVerbs
from ui.verbs.review import ReviewVerbs
from ui.verbs.story import StoryVerbs
from ui.verbs.view import ViewVerbs
from ui.welcome import Welcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.rescue import Backup
    from desk.session import Session


class MainWindow(QMainWindow):
    """One window on one desk."""

    left = Signal()
    """The story is let go and every lane has ended: nothing holds the application any longer."""

    def __init__(self, lanes: Runner | None = None) -> None:
        super().__init__()
        self.setObjectName("copydesk")
        self.setWindowTitle("Copydesk")
        self.setAcceptDrops(True)
        self.lanes: Runner = lanes or Lanes(self)
        self.hub = Hub(self.lanes, self)
        self.parts = self._make_parts()
        self.story_verbs = StoryVerbs(self.parts)
        self.problem_verbs = ProblemVerbs(self.parts)
        self.view_verbs = ViewVerbs(self.parts)
        self.name_verbs = NameVerbs(self.parts, self.parts.checklist.names)
        self.set_up = SetUpStrip()
        self.people_verbs = PeopleVerbs(self.parts, self.set_up)
        verbs = {**self.story_verbs.table(), **self.problem_verbs.table()}
        verbs |= {**self.view_verbs.table(), **self.name_verbs.table(), **self.people_verbs.table()}
        self.review_verbs = ReviewVerbs(self.parts, self.problem_verbs.step_back_or_on)
        self.queue_verbs = QueueVerbs(self.parts, self.story_verbs, self.review_verbs, self.view_verbs.panes_changed)
        self.report_verbs = ReportVerbs(self.parts)
        self.note_verbs = NoteVerbs(self.parts, lambda: self.review_verbs.active)
        verbs |= {
            **self.review_verbs.table(),
            **self.note_verbs.table(),
            **self.queue_verbs.table(),
            **self.report_verbs.table(),
        }
        self.actions_ = Actions(self, verbs, self.view_verbs.adopted())
        self.parts.editor.finding_actions = self.answers
        self.actions_.fill(self.menuBar())
        self.welcome = Welcome(verbs, self.set_up)
        self.parts.middle.addWidget(self.welcome)
        self.status_line = StatusLine(self.parts)
        self.refresher = Refresher(self.parts, self.actions_, self.welcome, self.status_line)
        self._connect()
        layout_memory.restore(self, self.parts.panes)
        self.view_verbs.panes_changed()
        self.refresher.tint()
        self.refresher.story_changed()
        self._leaving = False
        self.is_left = False
        """Whether the story is let go and every lane has ended."""

    def _make_parts(self) -> Parts:
        hub, editor = self.hub, EditorPane()
        live = Live(hub, editor)
        problems, checker = Problems(hub.board), Checker(hub, live)
        recovery = RecoveryKeeper(hub, live)
        panes = QSplitter(Qt.Orientation.Horizontal)
        parts = Parts(
            window=self,
            hub=hub,
            editor=editor,
            live=live,
            queue=QueuePanel(hub),
            checklist=ChecklistPanel(hub.board, problems),
            review=ReviewView(),
            problems=problems,
            checker=checker,
            recovery=recovery,
            keeper=Keeper(hub, editor, live, checker, recovery),
            notices=NoticeBar(),
            story_bar=StoryBar(),
            panes=panes,
            centre=QFrame(),
            middle=QStackedWidget(),
        )
        self._lay_out(parts)
        return parts

    def _lay_out(self, parts: Parts) -> None:
        story = QFrame()
        box = QVBoxLayout(story)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(parts.story_bar)
        box.addWidget(parts.editor, 1)
        parts.middle.addWidget(story)
        parts.centre.setObjectName("centre")
        outer = QVBoxLayout(parts.centre)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(parts.notices)
        outer.addWidget(parts.middle, 1)
        for nth, pane in enumerate((parts.queue, parts.centre, parts.checklist, parts.review)):
            pane.setMinimumWidth((200, 320, 260, 320)[nth])
            parts.panes.addWidget(pane)
            parts.panes.setStretchFactor(nth, int(nth in (1, 3)))
        parts.review.hide()
        parts.panes.setHandleWidth(1)
        parts.panes.setChildrenCollapsible(False)
        self.setCentralWidget(parts.panes)

    def _connect(self) -> None:
        p, problems, story = self.parts, self.problem_verbs, self.story_verbs
        p.queue.open_wanted.connect(story.open)
        p.queue.paste_wanted.connect(story.paste)
        p.checklist.finding_wanted.connect(problems.show)
        p.checklist.tick_wanted.connect(problems.tick)
        p.checklist.step_wanted.connect(problems.step_back_or_on)
        p.checklist.page_changed.connect(self.name_verbs.refresh)
        p.checklist.remedies_wanted.connect(problems.remedies)
        p.checklist.decisions.undo_wanted.connect(problems.undo)
        card = p.checklist.card
        card.place_wanted.connect(p.editor.go_to)
        card.remedy_wanted.connect(problems.mend)
        card.waive_wanted.connect(problems.waive)
        card.not_an_error_wanted.connect(problems.not_an_error)
        card.quiet_rule_wanted.connect(problems.quiet_rule)
        card.undo_wanted.connect(problems.undo)
        card.engine_wanted.connect(self.view_verbs.engine)
        p.editor.remedyChosen.connect(problems.mend)
        p.editor.cursorMoved.connect(problems.at_cursor)
        p.story_bar.save_wanted.connect(story.save)
        p.story_bar.move_wanted.connect(story.move)
        p.keeper.stuck.connect(story.ask_when_stuck)
        p.keeper.overtaken.connect(story.ask_when_overtaken)
        p.keeper.newer.connect(story.tell_newer)
        story.stayed.connect(self.stay)

    def answers(self, finding: Finding) -> list[QAction]:
        """Return what the context menu of the text offers for a finding besides its remedies."""
        self.parts.problems.choose(finding)
        return [self.actions_[name] for name in ANSWERS]

    # -- From the outside --------------------------------------------------------------------------------------------

    def start(self, make: "Callable[[], Session]", files: list[Path]) -> None:
        """Make the session in its lane; once it is known who is working, open these files."""
        self.hub.unusable.connect(lambda sentence, backups: self._ask_when_unusable(sentence, backups, make))
        self.hub.ready.connect(lambda: self.people_verbs.begin(lambda: self.story_verbs.open_files(files)))
        self.hub.start(make)

    def _ask_when_unusable(self, sentence: str, backups: "Sequence[Backup]", make: "Callable[[], Session]") -> None:
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
        if event.mimeData().hasUrls() or event.mimeData().hasText():
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
        event.ignore()
        if not self._leaving:
            self._leaving = True
            self.review_verbs.leave()
            self.parts.keeper.leave(self._leave)

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
