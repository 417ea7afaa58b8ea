"""The verbs of comments and returned points in the editor: write, walk, answer, resolve."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desk.story import Changes, Part, Returned
from desk.text.spans import Span
from desk.text.words import plural
from ui.actions.keys import key_of
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.hub import Hub

if TYPE_CHECKING:
    from desk.review.comments import Placed
    from desk.session import Desk
    from ui.dialogs.comment import Passage, ThreadDialog
    from ui.review.notes import NotesPanel
    from ui.review.rows import Row

_PARTS = frozenset({Part.TEXT, Part.COMMENTS, Part.STORY})


class ThreadVerbs(QObject):
    """What is done with the comments of one story; it lives as long as the dialog on one of them."""

    def __init__(self, hub: Hub, story_id: str, dialog: "ThreadDialog") -> None:
        super().__init__(dialog)
        self._hub, self._story = hub, story_id
        dialog.answer_wanted.connect(self._answer)
        dialog.resolve_wanted.connect(self._resolve)
        dialog.reopen_wanted.connect(self._reopen)

    def _answer(self, thread: str, words: str) -> None:
        operations.answer(self._hub, self._story, thread, words)

    def _resolve(self, thread: str, words: str) -> None:
        operations.resolve(self._hub, self._story, thread, words)

    def _reopen(self, thread: str, words: str) -> None:
        operations.reopen(self._hub, self._story, thread, words)


def ask_thread(hub: Hub, story_id: str, placed: "Placed", window: QWidget, at: QPoint | None = None) -> None:
    """Show one comment, at a place of the screen where one is given, and do with it what is asked for."""
    from ui.dialogs.comment import ThreadDialog

    dialog = ThreadDialog(placed, window)
    ThreadVerbs(hub, story_id, dialog)
    if at is not None:
        dialog.move(at)
    dialog.open()


class NoteVerbs(QObject):
    """Keeps the tab "Notes" and the comments in the text true, and acts on them."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts
        self._threads: Sequence[Placed] = ()
        self._work: Returned | None = None
        self._asked = 0
        self._told = ""
        parts.hub.changed.connect(self._changed)
        parts.hub.board.changed.connect(self._show)
        parts.checklist.note_page.when_made(self._connect)

    def _connect(self, panel: "NotesPanel") -> None:
        panel.comment_wanted.connect(self.comment)
        panel.row_wanted.connect(self._go_to)
        panel.acted.connect(self._act)
        self._show()

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {
            "comment": self.comment,
            "notes": self.show,
            "next_point": lambda: self.step(back=False),
            "previous_point": lambda: self.step(back=True),
        }

    # -- Kept true ---------------------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if not changes.parts & _PARTS:
            return
        story = self._p.hub.story
        if story is None:
            self._threads, self._work, self._told = (), None, ""
            self._p.editor.comments.show(())
            self._show()
            return
        self._asked += 1
        mine, text = self._asked, self._p.editor.text()
        self._p.editor.comments.begin()

        def ask(desk: "Desk") -> tuple[Sequence["Placed"], Returned | None]:
            return desk.review.placed_in(story.id, text), desk.moves.work_list(story.id)

        self._p.hub.ask(ask, lambda came: self._take(story.id, mine, *came))

    def _take(self, story_id: str, mine: int, threads: Sequence["Placed"], work: Returned | None) -> None:
        if mine != self._asked or self._p.hub.story is None or self._p.hub.story.id != story_id:
            return
        self._threads, self._work = threads, work
        self._p.editor.comments.show_placed(threads)
        self._show()
        if work is None:
            self._p.notices.drop("returned")
        elif self._told != f"{story_id} {work.when}":
            self._told = f"{story_id} {work.when}"
            self._tell(work)

    def _tell(self, work: Returned) -> None:
        count = len(work.findings) + len(work.comments)
        points = f" {plural(count, 'point')} to do: {key_of('next_point')} goes through them." if count else ""
        self._p.notices.tell(
            "returned", f"Returned by {work.by or 'somebody'}: “{work.note}”.{points}", [("Show them", self.show)]
        )

    def _show(self) -> None:
        if (panel := self._p.checklist.note_page.made) is not None:
            from ui.review.notes import note_rows

            board = self._p.hub.board
            panel.show_rows(note_rows(self._work, board.judged, self._threads, board.verdicts))

    # -- Verbs -------------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the tab and move the keyboard there."""
        if self._p.review.isHidden():
            self._p.checklist.show()
            self._p.checklist.show_notes()

    def step(self, *, back: bool) -> None:
        """Go to the next point that is not done."""
        if not self._p.review.isHidden():
            return
        row = self._p.checklist.note_page.get().step(back=back)
        if row is None:
            self._p.hints.hint("Nothing is left to do.")
        else:
            self._go_to(row)

    def _go_to(self, row: "Row") -> None:
        """Show a point in the text; a finding is taken in hand, so that its remedies are a key away."""
        from ui.review.rows import Sort

        judged = next((j for j in self._p.hub.board.judged if j.finding.fingerprint == row.key), None)
        if row.sort is Sort.FINDING and judged is not None:
            self._p.current_finding.choose(judged.finding)
            self._p.editor.go_to(judged.finding.span)
        elif row.sort is Sort.NOTE:
            span = self._p.editor.comments.span_of(row.key) or row.span
            if span is not None:
                self._p.editor.go_to_now(span)

    def _act(self, row: "Row") -> None:
        from ui.review.rows import Sort

        if row.sort is not Sort.NOTE or not self.open(row.key):
            self._go_to(row)
            self._p.editor.setFocus()

    def open(self, thread: str, at: QPoint | None = None) -> bool:
        """Show a comment with everything said on it, at a place of the screen; False where there is none of this id."""
        placed = next((each for each in self._threads if each.thread.id == thread), None)
        story = self._p.hub.story
        if placed is None or story is None:
            return False
        ask_thread(self._p.hub, story.id, placed, self._p.window, at)
        return True

    def comment(self) -> None:
        """Ask for a comment on the words selected, else on the paragraph at the cursor; the text is saved first."""
        if not self._p.review.isHidden():
            self._p.review.get().ask_comment()
            return
        self.comment_on(self._p.editor.comment_span())

    def comment_on(self, span: Span) -> None:
        """Ask for a comment on a place of the text."""
        from ui.dialogs.comment import CommentDialog, Passage

        story, text = self._p.hub.story, self._p.editor.text()
        if story is None:
            return
        if not span.of(text).strip():
            self._p.hub.refuse("A comment needs words that it is about: select some first.")
            return
        dialog = CommentDialog(Passage(story.id, text, span), self._p.window)
        dialog.wanted.connect(self._commented)
        dialog.open()

    def _commented(self, on: "Passage", words: str) -> None:
        self._p.open_story.save(lambda: operations.comment(self._p.hub, on.story_id, on.text, on.span, words))
