"""Going to places of the text, and saying what stands under the mouse or the cursor."""

from PySide6.QtCore import QObject, QPoint, QTimer

from desk.checks.check import Finding
from desk.text.links import TextLink
from desk.text.spans import Span
from desk.text.words import shortened
from ui.editor.comment_marks import CommentMarks
from ui.editor.following import Following
from ui.editor.marks import Mark
from ui.editor.marks_layer import MarksLayer
from ui.editor.text_edit import TextEdit

_FLASH_MS = 650
_LONGEST = 120
"""Characters of an address that are shown: its host and the way to the page."""


class Pointing(QObject):
    """The finger on the page."""

    def __init__(self, edit: TextEdit, state: Following, layer: MarksLayer, comments: CommentMarks) -> None:
        super().__init__(edit)
        self._edit = edit
        self._state = state
        self._layer, self._comments = layer, comments
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FLASH_MS)
        self._timer.timeout.connect(self.end_flash)
        edit.tipAsked.connect(self._show_tip)

    def go_to(self, span: Span) -> None:
        """Put the cursor at a span of the text as it is, bring it into the middle of the sheet and flash it."""
        self._edit.select(Span(span.start, span.start))
        self._edit.show_in_the_middle()
        self._layer.show_flash(span)
        self._timer.start()

    def end_flash(self) -> None:
        """Let the flash go out."""
        self._timer.stop()
        self._layer.show_flash(None)

    def at_cursor(self) -> Finding | None:
        """Return the open finding that the cursor is in or touches, the shortest of several."""
        return next((mark.finding for mark in self._state.marks.at(self._edit.point) if mark.open), None)

    def marks_under(self, point: QPoint) -> list[Mark]:
        """Return the marks whose words are under a place of the viewport, the shortest first."""
        marks = self._state.marks.at(self._edit.place_at(point))
        return [mark for mark in marks if mark.open and self._edit.is_over(mark.span, point)]

    def link_under(self, point: QPoint) -> TextLink | None:
        """Return the link whose words are under a place of the viewport; None where there is none."""
        there = self._state.links.at(self._edit.place_at(point))
        return there if there is not None and self._edit.is_over(there.span, point) else None

    def _show_tip(self, point: QPoint, on_screen: QPoint) -> None:
        self._edit.show_tip(self.tip(point), on_screen)

    def tip(self, point: QPoint) -> str:
        """Return what is to be said of the words under a place: findings, where they lead, and comments."""
        told = [described(mark) for mark in self.marks_under(point)]
        there, comment = self.link_under(point), self._comments.at(self._edit.place_at(point))
        told += [leads_to(there)] if there is not None else []
        told += [comment.tip] if comment is not None and self._edit.is_over(comment.span, point) else []
        return "\n\n".join(told)


def described(mark: Mark) -> str:
    """Return an open finding in plain words: the message and its evidence."""
    finding = mark.finding
    return "\n".join([finding.message, *(note.note for note in finding.evidence[:3] if note.note)])


def leads_to(link: TextLink) -> str:
    """Return where words lead, shortened, in plain words."""
    return f"Leads to {shortened(link.address, _LONGEST)}"
