"""The sheet of paper: what is on the screen, what is painted around the words, and where the mouse points."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from desk.text.spans import Span
from ui.editor.column import Column
from ui.editor.live_text import LiveText
from ui.editor.page import Page, Paragraph, rows_between


class Layer(Protocol):
    """Something drawn on the sheet beneath and above the words."""

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw what lies beneath the words."""

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw what lies above the words."""


class Sheet(Column):
    """A column that looks like paper; what is drawn around the words comes from its layers."""

    linesMoved = Signal()
    """A paragraph became higher or lower while it was typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = LiveText()
        self.layers: Sequence[Layer] = ()
        self.spaced.grew.connect(self._paint_from)

    # -- Painting ------------------------------------------------------------------------------------------------

    def page(self, clip: QRectF | None = None) -> Page:
        """Return what is on the screen between top and bottom of `clip` (viewport pixels), all of it without one."""
        top = clip.top() if clip is not None else 0.0
        bottom = clip.bottom() if clip is not None else float(self.viewport().height())
        seen = []
        block, origin = self.firstVisibleBlock(), self.contentOffset()
        geometry = self.blockBoundingGeometry(block).translated(origin)
        while block.isValid() and geometry.top() <= bottom:
            if geometry.bottom() >= top:
                layout = block.layout()
                rows = tuple(rows_between(layout, geometry.top(), top, bottom))
                seen.append(Paragraph(block.position(), block.length() - 1, layout, geometry.topLeft(), rows))
            block = block.next()
            geometry = QRectF(geometry.left(), geometry.bottom(), 0, self.blockBoundingRect(block).height())
        return Page(tuple(seen), self.live.units, float(self.viewport().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies beneath the words, the words, and what lies above them."""
        clip = QRectF(event.rect())
        page = self.page(clip)
        painter = QPainter(self.viewport())
        painter.setClipRect(clip)
        for layer in self.layers:
            layer.under(painter, page)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self.layers:
            layer.over(painter, page)
        painter.end()

    def _paint_from(self, block: QTextBlock) -> None:
        """Paint a paragraph and what stands below it; what stands above has not moved."""
        top = max(0, int(self.blockBoundingGeometry(block).translated(self.contentOffset()).top()) - 1)
        self.viewport().update(0, top, self.viewport().width(), self.viewport().height())
        self.linesMoved.emit()

    def show_in_the_middle(self) -> None:
        """Scroll so that the cursor stands in the middle third, unless it does already."""
        height = self.viewport().height()
        if not height / 3 <= self.cursorRect().center().y() <= 2 * height / 3:
            self.centerCursor()

    # -- Mouse ---------------------------------------------------------------------------------------------------

    def snapped(self, point: QPointF) -> QPointF:
        """Return the nearest place on a line: in the room between two lines Qt would take the start of the lower."""
        for paragraph in self.page(QRectF(0, point.y(), 1, 1)).paragraphs:
            for row in paragraph.rows:
                if row.slot_top <= point.y() < row.slot_bottom:
                    return QPointF(point.x(), min(max(point.y(), row.top + 1), row.bottom - 1))
        return point

    def place_at(self, point: QPoint) -> int:
        """Return the code point under a place of the viewport."""
        return self.live.units.to_points(self.cursorForPosition(self.snapped(QPointF(point)).toPoint()).position())

    def is_over(self, span: Span, point: QPoint) -> bool:
        """Return whether a place of the viewport is over the words of a span."""
        clip = QRectF(0, point.y(), self.width(), 1)
        return any(part.slot.contains(QPointF(point)) for part in self.page(clip).stretches(span))

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        return QMouseEvent(
            event.type(),
            self.snapped(event.position()),
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on the line that was meant."""
        super().mousePressEvent(self._on_a_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select to the line that was meant."""
        super().mouseMoveEvent(self._on_a_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the selection on the line that was meant."""
        super().mouseReleaseEvent(self._on_a_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word on the line that was meant."""
        super().mouseDoubleClickEvent(self._on_a_line(event))
