"""The verbs of the menu "Review": read a story as its chief, see what changed, comment, and decide."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk.checks.check import Finding
from desk.errors import InTheWay, KnownError
from desk.review.people import Person
from desk.story import Changes, Part
from desk.text.spans import Span
from ui.open_story.page_checker import PageChecker
from ui.verbs.moves import MoveVerbs
from ui.verbs.notes import ask_thread
from ui.verbs.review_keys import keys_beside, read_it_first
from ui.verbs.window_parts import WindowParts
from ui.work import decisions, operations

if TYPE_CHECKING:
    from desk.review.move_request import MoveRequest
    from desk.review_page import KeyedMove, ReviewPage
    from ui.dialogs.comment import Passage
    from ui.review.view import ReviewView

_LOOK_AGAIN = 4000
"""Milliseconds between two looks at the database while a page is shown: another program may have changed the story."""
_LIST_WIDTH = 300
"""Pixels that the list of stories keeps at most beside the view: it may have had the whole window before."""
_PARTS = frozenset({Part.STORY, Part.DECISIONS, Part.COMMENTS, Part.SETTINGS, Part.PEOPLE})


class ReviewVerbs(QObject):
    """Opens and leaves the review view, keeps its page true, and decides."""

    turned = Signal()
    """The view was opened or left."""
    text_wanted = Signal()
    """The view was left for the editor."""

    def __init__(self, parts: WindowParts, walk: Callable[[bool], None]) -> None:
        """`walk` is what the keys to next and previous do outside the view, with True for back."""
        super().__init__(parts.window)
        self._p, self._walk = parts, walk
        self._moves = MoveVerbs(parts)
        self._wanted = ""
        self._since = 0
        self._hidden: list[bool] = []
        self._sizes: list[int] = []
        self._timer = QTimer(self, interval=_LOOK_AGAIN)
        self._timer.timeout.connect(self._look_again)
        self._looking = False
        self._checker = PageChecker(parts.hub)
        parts.hub.changed.connect(self._changed)
        parts.review.when_made(self._connect)

    def _connect(self, view: "ReviewView") -> None:
        view.approve_wanted.connect(self.approve)
        view.return_wanted.connect(self.give_back)
        view.hold_wanted.connect(self.hold)
        view.back_wanted.connect(self.leave)
        view.blockers_wanted.connect(self._ask_approval)
        view.edit_wanted.connect(self.edit)
        view.move_wanted.connect(self._ask_any_move)
        view.tick_wanted.connect(self._tick)
        view.waive_wanted.connect(self._ask_waive)
        view.story_wanted.connect(self.go_on)
        view.since_wanted.connect(self._compare_with)
        view.comment_wanted.connect(self._ask_comment)
        view.thread_wanted.connect(self._ask_thread)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions; walking is the review's while its view is shown."""
        return {
            "review": self.toggle,
            "approve": self.approve,
            "give_back": self.give_back,
            "hold": self.hold,
            "changes": self.changes,
            "beside": self.beside,
            "next": lambda: self.step(back=False),
            "previous": lambda: self.step(back=True),
        }

    # -- In and out --------------------------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Return whether the review view is shown."""
        return not self._p.review.isHidden()

    @property
    def _view(self) -> "ReviewView":
        return self._p.review.get()

    @property
    def _page(self) -> "ReviewPage | None":
        """Return the page that is shown."""
        view = self._p.review.made
        return view.page if view is not None else None

    def toggle(self) -> None:
        """Review the story at hand, or go back to the editor."""
        if self.active:
            self.leave()
        elif story_id := self._at_hand():
            self.enter(story_id)
        else:
            self._say("Open a story, or move to one in the list, to review it.")

    def _at_hand(self) -> str:
        queue = self._p.queue
        index = queue.list.currentIndex()
        if queue.list.hasFocus() and index.isValid():
            return queue.model.id_at(index.row())
        return self._p.hub.story.id if self._p.hub.story else ""

    def enter(self, story_id: str) -> None:
        """Review a story: what is being edited of it is saved first, in any window; another story is let go of."""
        self._p.hub.shared.save_others(self._p.hub, lambda: self._enter(story_id), [story_id])

    def _enter(self, story_id: str) -> None:
        hub, open_story = self._p.hub, self._p.open_story
        self._wanted, self._since = story_id, 0
        if hub.story is not None and hub.story.id != story_id:
            open_story.leave(lambda: self._let_go(story_id))
        elif hub.story is not None and open_story.edited:
            open_story.save(lambda: self._load(story_id))
        else:
            self._load(story_id)

    def _let_go(self, story_id: str) -> None:
        operations.leave(self._p.hub)
        self._load(story_id)

    def _load(self, story_id: str) -> None:
        since, page = self._since, self._page
        before = page if page is not None and page.story.id == story_id else None
        self._p.hub.ask(lambda desk: desk.review.page(story_id, since, before), self._show)

    def _show(self, page: "ReviewPage") -> None:
        if page.story.id != self._wanted:
            return  # another story was asked for meanwhile
        before = self._page
        if before is not None and before.story.id != page.story.id and self.active:
            self._remember(before)
        elif before is not None and before.sha256 != page.sha256 and self.active:
            who = page.versions[0].who or "Somebody"
            self._say(f"{who} changed the text meanwhile: this is version {page.story.version}.")
        entering = not self.active
        if entering:
            self._swap(on=True)
        self._view.show_page(page)
        if entering:
            self._view.take_focus()
            self._say(keys_beside(page))
        self._checker.look(page)
        self._timer.start()

    def leave(self) -> None:
        """Go back to the editor; what was on screen counts as seen."""
        if not self.active:
            return
        self._timer.stop()
        self._checker.stop()
        if (page := self._page) is not None:
            self._remember(page)
        self._wanted = ""
        self._view.let_go()
        self._swap(on=False)
        beside = self._p.hub.story is not None and not self._p.centre.isHidden()
        (self._p.editor if beside else self._p.queue.list).setFocus()

    def _remember(self, page: "ReviewPage") -> None:
        operations.looked(self._p.hub, page)
        self._p.open_story.follow(page.story)

    def _swap(self, *, on: bool) -> None:
        """Put the view in the place of text and checklist, or give it back."""
        panes = (self._p.centre, self._p.checklist)
        if on:
            self._hidden, self._sizes = [pane.isHidden() for pane in panes], self._p.panes.sizes()
        for pane, hidden in zip(panes, self._hidden, strict=True):
            if pane is self._p.checklist and not on:
                self._p.folding.bring_back(pane, hidden=hidden)
            else:
                pane.setHidden(on or hidden)
        self._p.review.setVisible(on)
        width = min(self._sizes[0], _LIST_WIDTH) if on else 0
        self._p.panes.setSizes([width, 0, 0, self._p.panes.width() - width] if on else self._sizes)
        self.turned.emit()

    def edit(self) -> None:
        """Open the story under review in the editor."""
        page = self._page
        self.leave()
        if page is not None and (self._p.hub.story is None or self._p.hub.story.id != page.story.id):
            self._p.open_story.open(page.story.id)
        self.text_wanted.emit()

    def go_on(self, by: int) -> None:
        """Review the next story of the list, or the one before."""
        model, page = self._p.queue.model, self._page
        at = model.row_of(page.story.id) if page is not None else -1
        if page is None or not 0 <= at + by < model.rowCount():
            self._say("This is the last story of the list." if by > 0 else "This is the first story of the list.")
            return
        self.enter(model.id_at(at + by))

    # -- Kept true ---------------------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if Part.TEXT in changes.parts and changes.story is not None and self.active:
            self.leave()  # a story was opened in the editor
        elif self.active and changes.parts & _PARTS and self._page is not None:
            self._load(self._page.story.id)

    def _look_again(self) -> None:
        """Ask whether the story is still what the page shows, whoever may have changed it."""
        if (page := self._page) is None or self._looking:
            return
        self._looking = True

        def looked(same: bool) -> None:
            self._looking = False
            if not same and self._page is page:
                self._load(page.story.id)

        def failed(error: KnownError) -> None:
            self._looking = False
            self._p.hub.fail(error)

        self._p.hub.ask(lambda desk: desk.review.is_of_now(page), looked, failed)

    def _compare_with(self, version: int) -> None:
        self._since = version
        self._view.expect_changes()
        if self._page is not None:
            self._load(self._page.story.id)

    # -- Looking -----------------------------------------------------------------------------------------------------

    def step(self, *, back: bool) -> None:
        """Walk changes or places of the view; outside it, problems."""
        if not self.active:
            self._walk(back)
        elif not self._view.step(back=back):
            self._say("There is no change to go to." if self._view.shows_changes else "Nothing is open or noted.")

    def changes(self) -> None:
        """Show what changed, or the clean text."""
        if self.active:
            self._view.toggle_changes()
        elif story_id := self._at_hand():
            self.enter(story_id)

    def beside(self) -> None:
        """Show changes side by side, or in line."""
        if self.active:
            self._view.toggle_beside()

    # -- Deciding ----------------------------------------------------------------------------------------------------

    def approve(self) -> None:
        """Seal exactly the text that is shown, where nothing stands in the way; show what does where something does."""
        if self._p.queue.list.hasFocus() and len(self._p.queue.chosen()) > 1:
            self._p.queue.approve_wanted.emit()
            return
        page = self._in_hand()
        if page is not None and self._may(page.approving):
            self._p.hub.store(lambda desk: desk.review.approve(page), failed=self._not_approved)

    def _not_approved(self, error: KnownError) -> None:
        if isinstance(error, InTheWay):
            self._ask_approval()
        else:
            self._p.hub.fail(error)

    def hold(self) -> None:
        """Ask why and until when the story is held."""
        page = self._in_hand()
        if page is not None and self._may(page.holding):
            self._ask_move(page.holding.action)

    def give_back(self) -> None:
        """Ask what goes back to the editor."""
        from ui.dialogs.give_back import GiveBackDialog

        page = self._in_hand()
        if page is None or not self._may(page.returning):
            return

        def ask(people: Sequence[Person]) -> None:
            dialog = GiveBackDialog(page, people, self._p.window)
            dialog.wanted.connect(self._gave_back)
            dialog.rejected.connect(self._view.rest_letters)
            dialog.open()

        self._p.hub.ask(lambda desk: desk.people.all(), ask)

    def _gave_back(self, note: str, to: str, findings: Sequence[str], threads: Sequence[str]) -> None:
        page = self._in_hand()
        if page is None or not self._may(page.returning):
            return
        from desk.review.move_request import MoveRequest

        wanted = MoveRequest(
            story=page.story.id,
            action=page.returning.action,
            note=note,
            to=to,
            picked={"findings": list(findings), "comments": list(threads)},
        )
        self._p.hub.store(lambda desk: desk.review.decide(page, wanted))

    def _ask_approval(self) -> None:
        if (page := self._page) is not None:
            self._ask_move(page.approving.action)

    def _ask_any_move(self) -> None:
        self._ask_move("")

    def _ask_move(self, action: str) -> None:
        if (page := self._page) is not None:
            self._moves.ask(page.story, self._moved, action)

    def _moved(self, wanted: "MoveRequest") -> None:
        page = self._page
        if page is not None and page.story.id == wanted.story:
            self._p.hub.store(lambda desk: desk.review.decide(page, wanted))

    def _may(self, move: "KeyedMove") -> bool:
        """Return whether the person may make a move of the page; say which rule forbids it where one does."""
        if move.why_not:
            self._p.hub.refuse(move.why_not)
        return not move.why_not

    def _in_hand(self) -> "ReviewPage | None":
        """Return the page that is decided on; go and read first where there is none."""
        if self.active and self._page is not None:
            return self._page
        if story_id := self._at_hand():
            self.enter(story_id)
            self._say(read_it_first())
        else:
            self._say("Open a story, or move to one in the list, to review it.")
        return None

    def _tick(self, item: str, on: bool) -> None:
        if (page := self._page) is not None:
            decisions.tick(self._p.hub, page.story.id, item, on)

    def _ask_waive(self, finding: Finding) -> None:
        from ui.dialogs.waive import WaiveDialog

        dialog = WaiveDialog(finding, (), self._p.window)
        dialog.wanted.connect(self._waived)
        dialog.rejected.connect(self._view.rest_letters)
        dialog.open()

    def _waived(self, finding: Finding, reason: str) -> None:
        if (page := self._page) is not None:
            decisions.waive(self._p.hub, page.story.id, finding, reason)

    # -- Comments ----------------------------------------------------------------------------------------------------

    def _ask_comment(self, span: Span) -> None:
        from ui.dialogs.comment import CommentDialog, Passage

        page = self._page
        if page is None:
            return
        dialog = CommentDialog(Passage(page.story.id, page.story.text, span), self._p.window)
        dialog.wanted.connect(self._commented)
        dialog.rejected.connect(self._view.rest_letters)
        dialog.open()

    def _commented(self, on: "Passage", words: str) -> None:
        operations.comment(self._p.hub, on.story_id, on.text, on.span, words)

    def _ask_thread(self, thread: str) -> None:
        page = self._page
        placed = next((each for each in page.threads if each.thread.id == thread), None) if page else None
        if page is None or placed is None:
            return
        ask_thread(self._p.hub, page.story.id, placed, self._p.window)

    def _say(self, sentence: str) -> None:
        self._p.hints.hint(sentence)
