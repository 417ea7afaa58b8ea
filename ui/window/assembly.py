"""Makes the parts of a window, lays them out, and ties each wish to the verb that answers it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.actions.keys import with_key
from ui.checklist.panel import ChecklistPanel
from ui.editor.pane import EditorPane
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
from ui.verbs.problems import Answers
from ui.verbs.verbs import Verbs
from ui.verbs.window_parts import WindowParts
from ui.window.panes import Panes
from ui.window.story_bar import StoryBar
from ui.window.welcome import Welcome
from ui.work.hub import Hub

if TYPE_CHECKING:
    from ui.review.view import ReviewView

_LEAST = (160, 300, 240, 300)
"""Pixels of width that each pane keeps; the first three fit 720, so that a window can be made that narrow at once."""
_LEAST_HEIGHT = 240
"""Pixels of height that every pane keeps; words not yet laid out in their width would ask for more and make the window
grow."""


def make_parts(window: QMainWindow, hub: Hub, windows: Windows, story_bar: StoryBar, welcome: Welcome) -> WindowParts:
    """Return the parts of a window, each in its place.

    They are made from the outside in, and in the order in which Tab goes round them: whatever is put into a window is
    dressed anew by the style sheet with all that it holds, and each part was once for every step on its way there.
    """
    current, notices = CurrentFinding(hub.board), Notices()
    tip = with_key("Put this notice aside", "notice_aside")
    bar, list_bar = NoticeBar(notices, tip), NoticeBar(notices, tip, of_desk_only=True)
    list_bar.allow(False)
    panes = Panes(bar, list_bar)
    ground = _stacked(QFrame(window), list_bar, panes)
    queue, centre = QueuePanel(hub, panes), QFrame(panes)
    middle = QStackedWidget()
    _stacked(centre, bar, middle)
    sheet = QFrame(middle)
    story_bar.setParent(sheet)
    editor = EditorPane(Answers(window, current).on, sheet)
    middle.addWidget(_stacked(sheet, story_bar, editor))
    middle.addWidget(welcome)
    middle.addWidget(QFrame())  # while the last story comes: neither a page for beginners nor a sheet to type on
    live_draft = LiveDraft(hub, editor)
    change_watch = ChangeWatch(hub, editor)
    checker, recovery = Checker(hub, live_draft), RecoveryCopy(hub, live_draft)
    checklist = ChecklistPanel(hub.board, current, hub.explain, panes)
    parts = WindowParts(
        window=window,
        hub=hub,
        windows=windows,
        editor=editor,
        live_draft=live_draft,
        queue=queue,
        checklist=checklist,
        review=Later(partial(_review, notices), panes),
        current_finding=current,
        checker=checker,
        change_watch=change_watch,
        recovery_copy=recovery,
        open_story=OpenStory(hub, editor, live_draft, checker, recovery),
        notices=notices,
        notice_bar=bar,
        list_notices=list_bar,
        hints=Hints(window.statusBar(), notices),
        panes=panes,
        folding=Folding(panes, queue, centre, checklist),
        ground=ground,
        centre=centre,
        middle=middle,
    )
    _lay_out(parts)
    return parts


def _review(notices: Notices) -> "ReviewView":
    from ui.review.view import ReviewView

    return ReviewView(notices)


def _lay_out(parts: WindowParts) -> None:
    """Put stories, text, checklist and review side by side."""
    parts.centre.setObjectName("centre")
    for nth, pane in enumerate((parts.queue, parts.centre, parts.checklist, parts.review)):
        pane.setMinimumSize(_LEAST[nth], _LEAST_HEIGHT)
        parts.panes.setStretchFactor(nth, int(nth in (1, 3)))
    parts.review.hide()
    parts.panes.setHandleWidth(1)
    parts.panes.setChildrenCollapsible(False)


def _stacked(into: QFrame, above: QWidget, below: QWidget) -> QFrame:
    box = QVBoxLayout(into)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addWidget(above)
    box.addWidget(below, 1)
    return into


def connect(parts: WindowParts, verbs: Verbs, story_bar: StoryBar) -> None:
    """Tie what panes ask for to the verbs that answer it."""
    _connect_lists(parts, verbs)
    _connect_card(parts, verbs)
    story_bar.save_wanted.connect(verbs.story.save)
    story_bar.move_wanted.connect(verbs.story.move)
    story_bar.stories_wanted.connect(verbs.view.toggle_stories)
    story_bar.checklist_wanted.connect(verbs.view.toggle_checklist)
    parts.folding.changed.connect(verbs.view.panes_changed)
    parts.checklist.left.connect(verbs.view.leave_checklist)
    parts.editor.remedyChosen.connect(verbs.problems.mend)
    parts.editor.links.asked.connect(verbs.links.ask)
    parts.editor.edit.dropped_links.connect(verbs.links.told)
    parts.editor.edit.heavily_pasted.connect(verbs.pasting.read)
    parts.editor.cursorMoved.connect(verbs.problems.at_cursor)
    parts.open_story.stuck.connect(verbs.story.ask_when_stuck)
    parts.open_story.waiting.connect(verbs.story.ask_when_waiting)
    parts.open_story.slow.connect(parts.hints.hint)
    parts.open_story.stayed.connect(verbs.story.stayed)
    parts.open_story.overtaken.connect(verbs.story.ask_when_overtaken)
    parts.open_story.newer.connect(verbs.story.tell_newer)
    verbs.review.turned.connect(verbs.view.panes_changed)
    verbs.review.turned.connect(parts.hints.drop_hint)
    parts.checker.accepted.connect(parts.hints.drop_hint)
    parts.editor.edited.connect(parts.hints.drop)


def _connect_lists(parts: WindowParts, verbs: Verbs) -> None:
    queue, checklist, problems = parts.queue, parts.checklist, verbs.problems
    queue.open_wanted.connect(verbs.story.open)
    queue.paste_wanted.connect(verbs.story.paste)
    checklist.finding_wanted.connect(problems.show)
    checklist.tick_wanted.connect(problems.tick)
    checklist.step_wanted.connect(problems.step_back_or_on)
    checklist.page_changed.connect(verbs.names.ledger.refresh)
    checklist.page_changed.connect(verbs.figures.ledger.refresh)
    checklist.remedies_wanted.connect(problems.remedies)
    checklist.undo_wanted.connect(problems.undo)


def _connect_card(parts: WindowParts, verbs: Verbs) -> None:
    card, problems = parts.checklist.card, verbs.problems
    card.place_wanted.connect(parts.editor.go_to)
    card.remedy_wanted.connect(problems.mend)
    card.waive_wanted.connect(problems.waive)
    card.not_an_error_wanted.connect(problems.not_an_error)
    card.quiet_rule_wanted.connect(problems.quiet_rule)
    card.undo_wanted.connect(problems.undo)
    card.engine_wanted.connect(verbs.view.engine)
    card.pack_wanted.connect(verbs.view.pack)
