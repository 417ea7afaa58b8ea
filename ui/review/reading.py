"""The clean text of a story under review: to read, select and comment, never to edit."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.review.comments import Placed
from desk.text.blocks import Manuscript
from desk.text.hard_wraps import widest_lines
from desk.text.links import Links
from desk.text.spans import Span
from ui.editor.comment_marks import CommentMarks
from ui.editor.copy_map import CopyMap
from ui.editor.kinds_layer import KindsLayer
from ui.editor.links_layer import LinksLayer
from ui.editor.pointing import leads_to
from ui.editor.text_edit import TextEdit
from ui.editor.text_links import TextLinks
from ui.look.editor_colours import Colours

_FLASH_MS = 900


class ReadingSheet(QWidget):
    """A text without a single mark but comments and links; advertising and leftovers stand back as in the editor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = TextEdit(self)
        self.edit.setAccessibleName("The story, to read")
        self.edit.setReadOnly(True)
        self.edit.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusProxy(self.edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.edit)
        self._shown = ""
        self._characters = 72
        self._map = CopyMap()
        self._links = TextLinks()
        self.edit.use_copy_map(self._map, self._links)
        self.marks = CommentMarks(self.edit)
        self.edit.use_layers(KindsLayer(self.edit, self._map), self.marks, LinksLayer(self.edit, self._links))
        self.edit.tipAsked.connect(self._show_tip)
        self._timer = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._timer.timeout.connect(self._end_flash)

    def show_story(self, manuscript: Manuscript, threads: Iterable[Placed], links: Links = ()) -> None:
        """Show a text with comments and links, its lines as sealed; the same text stays where it was scrolled to."""
        if self._shown != manuscript.text:
            self._shown = manuscript.text
            self.edit.load(manuscript.text)
            self._fit_line_width()
        self._map.show(manuscript.blocks)
        self._links.load(links)
        self.marks.show(threads)

    def use_looks(self, font: QFont, characters: int) -> None:
        """Set the text in this font, in lines of so many characters."""
        self._characters = characters
        self.edit.column.use_font(font)
        self._fit_line_width()

    def _fit_line_width(self) -> None:
        """Give hard-wrapped text room for its lines: broken twice, every second one would be a stump."""
        self.edit.column.use_line_width(self._characters, widest_lines(self._shown))

    def apply_colours(self, colours: Colours) -> None:
        """Take on another look."""
        self.edit.apply_colours(colours)

    def go_to(self, span: Span) -> None:
        """Put the cursor at a place, bring it into the middle of the sheet and show it for a moment."""
        self.edit.select(Span(span.start, span.start))
        self.edit.show_in_the_middle()
        self.marks.show_flash(span)
        self._timer.start()

    def about(self) -> Span:
        """Return the words that a comment would be on: those selected, else the paragraph at the cursor."""
        if len(self.edit.selected):
            return self.edit.selected
        index = self._map.index_at(self.edit.point)
        return self._map[index].span if index >= 0 else Span(0, 0)

    def _end_flash(self) -> None:
        self.marks.show_flash(None)

    def _show_tip(self, point: QPoint, on_screen: QPoint) -> None:
        at = self.edit.place_at(point)
        mark, there = self.marks.at(at), self._links.at(at)
        told = [mark.tip] if mark is not None and self.edit.is_over(mark.span, point) else []
        if there is not None and self.edit.is_over(there.span, point):
            told.append(leads_to(there))
        self.edit.show_tip("\n\n".join(told), on_screen)
