"""Furnishes the frame of the window: makes the parts, lays them out, and ties each wish to the verb that answers it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout

from ui.actions.window_actions import WindowActions
from ui.checklist.panel import ChecklistPanel
from ui.editor.pane import EditorPane
from ui.look import icons
from ui.look.notices import NoticeBar
from ui.open_story.checker import Checker
from ui.open_story.current_finding import CurrentFinding
from ui.open_story.live_draft import LiveDraft
from ui.open_story.open_story import OpenStory
from ui.open_story.recovery import RecoveryCopy
from ui.people.strip import SetUpStrip
from ui.queue.panel import QueuePanel
from ui.review.view import ReviewView
from ui.verbs.names import NameVerbs
from ui.verbs.notes import NoteVerbs
from ui.verbs.people import PeopleVerbs
from ui.verbs.problems import ProblemVerbs
from ui.verbs.queue import QueueVerbs
from ui.verbs.report import ReportVerbs
from ui.verbs.review import ReviewVerbs
from ui.verbs.story import StoryVerbs
from ui.verbs.text import TextVerbs
from ui.verbs.view import ViewVerbs
from ui.verbs.window_parts import WindowParts
from ui.window import layout_memory
from ui.window.frame import MainWindow
from ui.window.refresh import Refresher
from ui.window.situation import SituationWatch
from ui.window.status_line import StatusLine
from ui.window.story_bar import StoryBar
from ui.window.welcome import Welcome
from ui.work.hub import Hub
from ui.work.lanes import Lanes, Runner


def furnish(window: MainWindow, lanes: Runner | None) -> None:
    """Fill the window; `lanes` are its own where none are given."""
    window.lanes = lanes or Lanes(window)
    window.hub = Hub(window.lanes, window)
    window.parts = _make_parts(window)
    window.story_verbs = StoryVerbs(window.parts)
    window.problem_verbs = ProblemVerbs(window.parts)
    window.view_verbs = ViewVerbs(window.parts)
    window.name_verbs = NameVerbs(window.parts, window.parts.checklist.names)
    window.set_up = SetUpStrip()
    window.people_verbs = PeopleVerbs(window.parts, window.set_up)
    verbs = {**window.story_verbs.table(), **TextVerbs(window.parts).table(), **window.problem_verbs.table()}
    verbs |= {**window.view_verbs.table(), **window.name_verbs.table(), **window.people_verbs.table()}
    window.review_verbs = ReviewVerbs(window.parts, window.problem_verbs.step_back_or_on)
    window.queue_verbs = QueueVerbs(
        window.parts, window.story_verbs, window.review_verbs, window.view_verbs.panes_changed
    )
    window.report_verbs = ReportVerbs(window.parts)
    window.note_verbs = NoteVerbs(window.parts, lambda: window.review_verbs.active)
    verbs |= {
        **window.review_verbs.table(),
        **window.note_verbs.table(),
        **window.queue_verbs.table(),
        **window.report_verbs.table(),
    }
    window.actions_ = WindowActions(window, verbs, icons.icon)
    window.parts.editor.finding_actions = window.answers
    window.actions_.fill(window.menuBar())
    window.welcome = Welcome(verbs, window.set_up)
    window.parts.middle.addWidget(window.welcome)
    window.status_line = StatusLine(window.parts)
    window.refresher = Refresher(window.parts, window.actions_, window.welcome, window.status_line)
    window.review_verbs.turned.connect(SituationWatch(window.parts, window.actions_).look)
    _connect(window)
    layout_memory.restore(window.parts.panes)
    window.view_verbs.panes_changed()
    window.refresher.tint()
    window.refresher.story_changed()


def _make_parts(window: MainWindow) -> WindowParts:
    hub, editor = window.hub, EditorPane()
    live_draft = LiveDraft(hub, editor)
    current, checker = CurrentFinding(hub.board), Checker(hub, live_draft)
    recovery = RecoveryCopy(hub, live_draft)
    panes = QSplitter(Qt.Orientation.Horizontal)
    parts = WindowParts(
        window=window,
        hub=hub,
        editor=editor,
        live_draft=live_draft,
        queue=QueuePanel(hub),
        checklist=ChecklistPanel(hub.board, current),
        review=ReviewView(),
        current_finding=current,
        checker=checker,
        recovery_copy=recovery,
        open_story=OpenStory(hub, editor, live_draft, checker, recovery),
        notices=NoticeBar(),
        story_bar=StoryBar(),
        panes=panes,
        centre=QFrame(),
        middle=QStackedWidget(),
    )
    _lay_out(window, parts)
    return parts


def _lay_out(window: MainWindow, parts: WindowParts) -> None:
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
    window.setCentralWidget(parts.panes)


def _connect(window: MainWindow) -> None:
    p, problems, story = window.parts, window.problem_verbs, window.story_verbs
    p.queue.open_wanted.connect(story.open)
    p.queue.paste_wanted.connect(story.paste)
    p.checklist.finding_wanted.connect(problems.show)
    p.checklist.tick_wanted.connect(problems.tick)
    p.checklist.step_wanted.connect(problems.step_back_or_on)
    p.checklist.page_changed.connect(window.name_verbs.refresh)
    p.checklist.remedies_wanted.connect(problems.remedies)
    p.checklist.decisions.undo_wanted.connect(problems.undo)
    card = p.checklist.card
    card.place_wanted.connect(p.editor.go_to)
    card.remedy_wanted.connect(problems.mend)
    card.waive_wanted.connect(problems.waive)
    card.not_an_error_wanted.connect(problems.not_an_error)
    card.quiet_rule_wanted.connect(problems.quiet_rule)
    card.undo_wanted.connect(problems.undo)
    card.engine_wanted.connect(window.view_verbs.engine)
    p.editor.remedyChosen.connect(problems.mend)
    p.editor.cursorMoved.connect(problems.at_cursor)
    p.story_bar.save_wanted.connect(story.save)
    p.story_bar.move_wanted.connect(story.move)
    p.open_story.stuck.connect(story.ask_when_stuck)
    p.open_story.overtaken.connect(story.ask_when_overtaken)
    p.open_story.newer.connect(story.tell_newer)
    story.stayed.connect(window.stay)
