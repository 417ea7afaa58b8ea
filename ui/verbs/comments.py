"""The verbs of comments at their words: go to one, open it beside them, resolve it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint

from desk.text.spans import Span
from desk.text.words import shortened
from ui.editor.comment_marks import CommentMark
from ui.verbs.notes import NoteVerbs
from ui.verbs.window_parts import WindowParts
from ui.work import operations

_LONGEST = 120
_NONE_HERE = "No comment stands here."


class CommentVerbs(QObject):
    """Acts on the open comments that the sheet shows."""

    def __init__(self, parts: WindowParts, notes: NoteVerbs) -> None:
        super().__init__(parts.window)
        self._p, self._notes = parts, notes
        parts.editor.signs.asked.connect(self.open)
        parts.editor.menus.commentAsked.connect(self.open)
        parts.editor.menus.resolveAsked.connect(self.resolve)
        parts.editor.menus.commentWanted.connect(self._comment_on)

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the names of their actions."""
        return {
            "next_comment": partial(self.step, back=False),
            "previous_comment": partial(self.step, back=True),
            "open_comment": self.open_here,
            "resolve_comment": self.resolve_here,
        }

    def step(self, *, back: bool) -> None:
        """Go to the next open comment in the text, or the one before, going round, and say what it says."""
        editor = self._p.editor
        marks = sorted((mark for mark in editor.comments if len(mark.span)), key=_place, reverse=back)
        point = editor.edit.point
        if not marks:
            self._p.hints.hint("No comment is open in this story.")
            return
        on = (mark for mark in marks if (mark.span.start < point if back else mark.span.start > point))
        mark = next(on, marks[0])
        editor.go_to_now(mark.span)
        self._p.hints.hint(shortened(mark.tip, _LONGEST))

    def open_here(self) -> None:
        """Open the comment at the cursor."""
        if (mark := self._here()) is not None:
            self.open(mark.thread)

    def open(self, thread: str) -> None:
        """Show a comment with everything said on it, beside its words; it is answered and resolved there."""
        self._notes.open(thread, self._beside(thread))

    def resolve_here(self) -> None:
        """Resolve the comment at the cursor."""
        if (mark := self._here()) is not None:
            self.resolve(mark.thread)

    def resolve(self, thread: str) -> None:
        """Settle a comment without a word."""
        if (story := self._p.hub.story) is not None:
            operations.resolve(self._p.hub, story.id, thread)

    def _comment_on(self, place: int) -> None:
        self._notes.comment_on(self._p.editor.comment_span(place))

    def _here(self) -> CommentMark | None:
        mark = self._p.editor.comments.at(self._p.editor.edit.point)
        if mark is None:
            self._p.hints.hint(_NONE_HERE)
        return mark

    def _beside(self, thread: str) -> QPoint | None:
        """Return the place on the screen below the first words of a comment; None where they are not seen."""
        edit = self._p.editor.edit
        span = self._p.editor.comments.span_of(thread) or Span(0, 0)
        part = next(iter(edit.page().stretches(span)), None)
        if part is None:
            return None
        return edit.viewport().mapToGlobal(QPoint(round(part.left), round(part.row.slot_bottom) + 4))


def _place(mark: CommentMark) -> tuple[int, int]:
    return mark.span.start, mark.span.end
