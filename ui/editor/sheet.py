"""The sheet of paper: what is on the screen, what is painted around the words, and where the mouse points."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
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
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from desk.text.spans import Span
from ui.editor.column import MARGIN, Column
from ui.editor.layout import SpacedLayout
from ui.editor.live_text import LiveText
from ui.editor.page import Page, Paragraph, rows_between
from ui.look.editor_colours import LIGHT, Colours
from ui.look.scrolled import scrolled
from ui.look.widgets import RestingScrollBar


class Layer(Protocol):
    """Something drawn on the sheet beneath and above the words."""

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw what lies beneath the words."""

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw what lies above the words."""


class Sheet(QPlainTextEdit):
    """A column of words that looks like paper; what is drawn around the words comes from its layers."""

    linesMoved = Signal()
    """A paragraph became higher or lower while it was typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = LiveText()
        self.colours: Colours = LIGHT
        self._layers: Sequence[Layer] = ()
        scrolled(
            self
        )  # it knows its viewport from here on: whoever asked for it first would wait 20 ms (ui.look.scrolled)
        self._spaced = self._make_document()
        self._spaced.grew.connect(self._paint_from)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(RestingScrollBar(self))
        # Always there, so that the column does not jump when a text grows longer than the window.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setCursorWidth(2)
        self.setAutoFillBackground(True)
        self.column = Column(self)

    def _make_document(self) -> SpacedLayout:
        document = QTextDocument(self)
        document.setDocumentMargin(MARGIN)
        spaced = SpacedLayout(document)
        document.setDocumentLayout(spaced)
        self.setDocument(document)
        return spaced

    def use_layers(self, *layers: Layer) -> None:
        """Draw these around the words, the first one lowest."""
        self._layers = layers
        self.viewport().update()

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

    # -- Size --------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Fit the column before the text is laid out in a new size."""
        if event.type() == QEvent.Type.Resize:
            self.column.fit()
        done = super().event(event)
        if event.type() == QEvent.Type.ApplicationFontChange:  # the copy map beside it is written in that font
            self.column.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the text out anew for the width of the sheet."""
        self._spaced.use_width(float(self.viewport().width()))
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with the Control key held; scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.column.turn(event)
            event.accept()
        else:
            super().wheelEvent(event)

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
        for layer in self._layers:
            layer.under(painter, page)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self._layers:
            layer.over(painter, page)
        painter.end()

    def _paint_from(self, block: QTextBlock) -> None:
        """Paint a paragraph and what stands below it; what stands above has not moved."""
        top = max(0, int(self.blockBoundingGeometry(block).translated(self.contentOffset()).top()) - 1)
        self.viewport().update(0, top, self.viewport().width(), self.viewport().height())
        self.linesMoved.emit()

    def scroll_to(self, point: int) -> None:
        """Bring the paragraph at a code point to the top, as far as what stands below it reaches."""
        block = self.document().findBlock(self.live.units.to_units(min(point, len(self.live.text))))
        self.verticalScrollBar().setValue(block.firstLineNumber())

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
