"""The clean text of a story under review: to read, select and comment, never to edit."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desk.review.comments import Placed
from desk.text.blocks import Manuscript
from desk.text.spans import Span
from ui.editor.comment_marks import CommentMarks
from ui.editor.copy_map import CopyMap
from ui.editor.kinds_layer import KindsLayer
from ui.editor.text_edit import TextEdit

_FLASH_MS = 900


class ReadingSheet(TextEdit):
    """A sheet without a single mark but comments; advertising and leftovers stand back as in the editor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The story, to read")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._map = CopyMap()
        self.marks = CommentMarks(self)
        self.layers = (KindsLayer(self, self._map), self.marks)
        self.tip = self._tip
        self._timer = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._timer.timeout.connect(self._end_flash)

    def show_story(self, manuscript: Manuscript, threads: Iterable[Placed]) -> None:
        """Show a text with its comments; the same text stays where it was scrolled to."""
        words = _unwrapped(manuscript)
        if self.text != words:
            self.load(words)
        self._map.show(manuscript.blocks)
        self.marks.show(threads)

    def use_looks(self, font: QFont, characters: int) -> None:
        """Set the text in this font, in lines of so many characters."""
        self.use_font(font)
        self.use_line_width(characters)

    def go_to(self, span: Span) -> None:
        """Put the cursor at a place, bring it into the middle of the sheet and show it for a moment."""
        self.select(Span(span.start, span.start))
        self.show_in_the_middle()
        self.marks.flash = span
        self._timer.start()
        self.viewport().update()

    def about(self) -> Span:
        """Return the words that a comment would be on: those selected, else the paragraph at the cursor."""
        if len(self.selected):
            return self.selected
        index = self._map.index_at(self.point)
        return self._map[index].span if index >= 0 else Span(0, 0)

    def _end_flash(self) -> None:
        self.marks.flash = None
        self.viewport().update()

    def _tip(self, point: QPoint) -> str:
        mark = self.marks.at(self.place_at(point))
        return mark.tip if mark is not None and self.is_over(mark.span, point) else ""


def _unwrapped(manuscript: Manuscript) -> str:
    """Return the text with each soft wrap as a space: it reads in lines of its own width, and every place stays."""
    text, out, at = manuscript.text, [], 0
    for block in manuscript.blocks:
        out += [text[at : block.start], block.flat]
        at = block.end
    return "".join([*out, text[at:]])
