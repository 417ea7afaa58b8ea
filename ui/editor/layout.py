"""Room between the lines: QPlainTextEdit's own layout sets them solid and takes no line height."""

import re

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

from ui.editor.table_stops import TableStops

_LONG_WORD = 1_000
_ENDLESS_WORD = re.compile(rf"\S{{{_LONG_WORD},}}")
LINE_HEIGHT = 1.38
"""Line height over the font's own; print sets running text at 1.3 to 1.45."""


def shape(layout: QTextLayout, width: float, margin: float) -> float:
    """Break one paragraph into lines of `width` pixels, with half of the extra room above each line, half below.

    Returns how high they are together, in pixels.
    """
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        if not line.textLength():
            line.setNumColumns(1)  # Qt counts blanks at the end of a line in 16 bits: after 65,536 it gets no further
        height = line.height()
        line.setPosition(QPointF(margin, top + height * (LINE_HEIGHT - 1) / 2))
        top += height * LINE_HEIGHT
    layout.endLayout()
    return top


def wrapping(text: str) -> QTextOption.WrapMode:
    """Return how a paragraph is broken: between words, and one with a word without an end anywhere.

    For each line Qt looks for the end of the word: a word of a million letters would take two minutes.
    """
    if _may_be_endless(text) and _ENDLESS_WORD.search(text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def _may_be_endless(text: str) -> bool:
    """Return whether half as many letters as an endless word has stand together at one of the places it would cover.

    Asked with each key: the pattern by itself takes 0.6 ms for a paragraph of 5,000 words, this 0.02.
    """
    half = _LONG_WORD // 2
    return any(len(text[at : at + half].split(None, 1)) < 2 for at in range(0, len(text) - half, half))


class SpacedLayout(QPlainTextDocumentLayout):
    """Lays out plain text with room between the lines; `use_width` comes before each resize of the view.

    Qt lays a paragraph out when it first asks for its rectangle and again after a change within it. Both ways lead
    through the two methods below, and all else (scrolling, painting, cursor) reads the lines as they stand.
    """

    grew = Signal(object)
    """A paragraph became higher or lower: what stands below it moved. (Qt's own `update` would paint all, and
    crashes PySide 6.11 when it is emitted with its rectangle.)"""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.text_width = 600.0
        self._blocks = document.blockCount()
        self._telling = False
        self._tables = TableStops()

    def use_width(self, width: float) -> None:
        """Break lines at so many pixels; said before the view is resized."""
        self.text_width = width

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the rectangle of a paragraph, laid out now if it was not yet.

        Qt asks for it some 30 times a key, so that each call into it counts.
        """
        if not block.isValid():
            return super().blockBoundingRect(block)
        layout = block.layout()
        lines = layout.lineCount()
        if not lines:
            self._lay_out(block)
            lines = layout.lineCount()
        rect = super().blockBoundingRect(block)
        if lines and block.isVisible():
            # The half of the extra room below the last line.
            rect.setHeight(rect.height() + layout.lineAt(lines - 1).height() * (LINE_HEIGHT - 1) / 2)
        return rect

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Lay out what changed: one paragraph at once, several when they are asked for."""
        document = self.document()
        block = document.findBlock(position)
        last = document.findBlock(max(0, position + removed + added - 1))
        count, self._blocks = self._blocks, document.blockCount()
        if block.isValid() and "\t" in block.text():
            self._line_up(block)
        if block != last or count != self._blocks or not block.isValid() or not block.layout().lineCount():
            super().documentChanged(position, removed, added)
            return
        height = block.layout().boundingRect().height()
        self._lay_out(block)
        if block.layout().boundingRect().height() == height:
            self.updateBlock.emit(block)
        else:
            self.grew.emit(block)

    def _line_up(self, block: QTextBlock) -> None:
        """Lay the other rows of a table out anew where a cell has become the widest of its column, or is so no more."""
        if not (stops := self._tables.stops(block)):
            return
        for row in self._tables.rows(block):
            if row != block and row.layout().lineCount() and row.layout().textOption().tabs() != stops:
                self._lay_out(row)
                self.grew.emit(row)

    def _lay_out(self, block: QTextBlock) -> None:
        document, layout = self.document(), block.layout()
        lines = document.lineCount()
        option = document.defaultTextOption()
        if block.textDirection() == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)  # Qt would leave such paragraphs at the left edge
        option.setWrapMode(wrapping(block.text()))
        layout.setTextOption(option)
        if "\t" in block.text() and (stops := self._tables.stops(block)):
            option.setTabs(stops)
            layout.setTextOption(option)
        margin = document.documentMargin()
        shape(layout, max(1.0, self.text_width - 2 * margin), margin)
        block.setLineCount(layout.lineCount() if block.isVisible() else 0)
        if document.lineCount() != lines and not self._telling:
            self._telling = True  # the scroll bars ask for rectangles while they are told
            self.documentSizeChanged.emit(self.documentSize())
            self._telling = False
