"""The column: plain text in lines of comfortable length, centred, with room between them, and zoom."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QResizeEvent, QTextDocument, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStyle, QWidget

from ui.editor.layout import SpacedLayout
from ui.look.editor_colours import LIGHT, Colours
from ui.look.fonts import column_width, reading_font, zoomed

MARGIN = 22.0
GUTTER, WIDE_GUTTER = 38, 88
"""Pixels kept for the copy map left of the text: letters alone, and whole words where the window is wide."""
SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 50, 300, 10
_NOTCH = 120  # what Qt reports for one notch of a wheel


class Column(QPlainTextEdit):
    """A plain-text widget that sets its words for reading."""

    zoomed = Signal(int)
    """The letters are this many per cent of the size of the settings."""
    columnFitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours: Colours = LIGHT
        self.zoom = 100
        self._characters = 72
        self._widest: Sequence[str] = ()
        self._wheel = 0
        self._face = reading_font("", 13)
        document = QTextDocument(self)
        document.setDocumentMargin(MARGIN)
        self.spaced = SpacedLayout(document)
        document.setDocumentLayout(self.spaced)
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
        self.spaced.text_width = float(self.viewport().width())
        super().resizeEvent(event)

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
