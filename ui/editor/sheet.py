"""The sheet of paper under the words: a centred column of comfortable length, with room between the lines."""

from collections.abc import Sequence
from math import ceil
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStyle, QWidget

from desk.text.spans import Span
from ui.editor.colours import LIGHT, Colours
from ui.editor.fonts import column_width, reading_font, zoomed
from ui.editor.layout import SpacedLayout
from ui.editor.live_text import LiveText
from ui.editor.page import Page, Paragraph, rows_between

MARGIN = 22.0
GUTTER, WIDE_GUTTER = 38, 96
"""Pixels kept for the copy map left of the text: letters alone, and whole words where the window is wide."""
SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 50, 300, 10
_NOTCH = 120  # what Qt reports for one notch of a wheel


class Layer(Protocol):
    """Something drawn on the sheet beneath and above the words."""

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw what lies beneath the words."""

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw what lies above the words."""


class Sheet(QPlainTextEdit):
    """A plain-text widget that looks like paper; what is drawn around the words comes from its layers."""

    zoomed = Signal(int)
    """The letters are this many per cent of the size of the settings."""
    columnFitted = Signal()
    linesMoved = Signal()
    """A paragraph became higher or lower while it was typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = LiveText()
        self.layers: Sequence[Layer] = ()
        self.colours: Colours = LIGHT
        self.zoom = 100
        self._characters = 72
        self._widest: Sequence[str] = ()
        self._wheel = 0
        self._face = reading_font("", 13)
        document = QTextDocument(self)
        document.setDocumentMargin(MARGIN)
        self._layout = SpacedLayout(document)
        document.setDocumentLayout(self._layout)
        self._layout.grew.connect(self._paint_from)
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that the column does not jump when a text grows longer than the window.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setCursorWidth(2)
        self.setAutoFillBackground(True)
        self.use_font(self._face)

    # -- Font, zoom and colours ----------------------------------------------------------------------------------

    def use_font(self, font: QFont) -> None:
        """Set the story in this font, at the zoom in force."""
        self._face = font
        self.setFont(zoomed(font, self.zoom))
        self.setTabStopDistance(4 * QFontMetricsF(self.font()).horizontalAdvance(" "))
        self.fit_column()

    def use_line_width(self, characters: int, widest: Sequence[str] = ()) -> None:
        """Make lines this long, where the window is wide enough, and so that each of the `widest` has room in one."""
        self._characters = characters
        self._widest = widest
        self.fit_column()

    def zoom_to(self, percent: int) -> None:
        """Show the letters at so many per cent of their size in the settings."""
        percent = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, percent))
        if percent != self.zoom:
            self.zoom = percent
            self.use_font(self._face)
            self.zoomed.emit(percent)

    def apply_colours(self, colours: Colours) -> None:
        """Take on another look."""
        self.colours = colours
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, colours.paper),
            (QPalette.ColorRole.Window, colours.paper),
            (QPalette.ColorRole.Text, colours.ink),
            (QPalette.ColorRole.PlaceholderText, colours.faint),
            (QPalette.ColorRole.Highlight, colours.selection),
            (QPalette.ColorRole.HighlightedText, colours.selected_ink),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # a style sheet of the window keeps it from inheriting
        self.viewport().update()

    # -- The column ----------------------------------------------------------------------------------------------

    def fit_column(self) -> None:
        """Centre the column in the widget, leaving room for the copy map and the scroll bar."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        there = self.width() - bar
        wanted = ceil(max(column_width(self.font(), self._characters), self._width_of_widest()) + 2 * MARGIN)
        spare = there - wanted
        left = max(GUTTER, spare // 2 if spare < 2 * WIDE_GUTTER else max(WIDE_GUTTER, spare // 2))
        self.setViewportMargins(left, 0, max(0, there - left - wanted), 0)
        self.columnFitted.emit()

    def _width_of_widest(self) -> float:
        metrics = QFontMetricsF(self.font())
        return max((metrics.horizontalAdvance(line) + 2 for line in self._widest), default=0.0)

    @property
    def gutter(self) -> int:
        """Return the width in pixels of the room left of the text."""
        return self.viewportMargins().left()

    def event(self, event: QEvent) -> bool:
        """Fit the column before the text is laid out in a new size."""
        if event.type() == QEvent.Type.Resize:
            self.fit_column()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out anew for the width of the sheet."""
        self._layout.text_width = float(self.viewport().width())
        super().resizeEvent(event)

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with the Control key held, a step a notch; scroll otherwise."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches, self._wheel = (
            int(self._wheel / _NOTCH),
            self._wheel % _NOTCH if self._wheel > 0 else self._wheel % -_NOTCH,
        )
        self.zoom_to(self.zoom + ZOOM_STEP * notches)
        event.accept()
