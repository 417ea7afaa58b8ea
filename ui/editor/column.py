"""The column: the words of a sheet in lines of comfortable length, centred, and zoom."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStyle

from ui.look.fonts import column_width, reading_font, words_scale, zoomed

MARGIN = 22.0
GUTTER, WIDE_GUTTER = 38, 88
"""Pixels kept for the copy map left of the text: letters alone, and whole words where the window is wide."""
SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 50, 300, 10
_NOTCH = 120  # what Qt reports for one notch of a wheel


class Column(QObject):
    """Sets the font of a sheet and the room on either side of its words."""

    zoomed = Signal(int)
    """The letters are this many per cent of the size of the settings."""
    fitted = Signal()

    def __init__(self, sheet: QPlainTextEdit) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.zoom = 100
        self._characters = 72
        self._widest: Sequence[str] = ()
        self._wheel = 0
        self._face = reading_font("", 13)
        self.use_font(self._face)

    def use_font(self, font: QFont) -> None:
        """Set the story in this font, at the zoom in force."""
        self._face = font
        self._sheet.setFont(zoomed(font, self.zoom))
        self._sheet.setTabStopDistance(4 * QFontMetricsF(self._sheet.font()).horizontalAdvance(" "))
        self.fit()

    def use_line_width(self, characters: int, widest: Sequence[str] = ()) -> None:
        """Make lines this long, where the window is wide enough, and so that each of the `widest` has room in one."""
        self._characters = characters
        self._widest = widest
        self.fit()

    def zoom_to(self, percent: int) -> None:
        """Show the letters at so many per cent of their size in the settings."""
        percent = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, percent))
        if percent != self.zoom:
            self.zoom = percent
            self.use_font(self._face)
            self.zoomed.emit(percent)

    def turn(self, event: QWheelEvent) -> None:
        """Zoom by the wheel, a step a notch."""
        self._wheel += event.angleDelta().y()
        notches, self._wheel = (
            int(self._wheel / _NOTCH),
            self._wheel % _NOTCH if self._wheel > 0 else self._wheel % -_NOTCH,
        )
        self.zoom_to(self.zoom + ZOOM_STEP * notches)

    def fit(self) -> None:
        """Centre the column in the sheet, leaving room for the copy map and the scroll bar."""
        bar = self._sheet.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._sheet)
        there = self._sheet.width() - bar
        wanted = ceil(max(column_width(self._sheet.font(), self._characters), self._width_of_widest()) + 2 * MARGIN)
        spare = there - wanted
        narrow = round(GUTTER * words_scale(QApplication.font()))
        left = max(narrow, spare // 2 if spare < 2 * self.wide_gutter else max(self.wide_gutter, spare // 2))
        self._sheet.setViewportMargins(left, 0, max(0, there - left - wanted), 0)
        self.fitted.emit()

    def _width_of_widest(self) -> float:
        metrics = QFontMetricsF(self._sheet.font())
        return max((metrics.horizontalAdvance(line) + 2 for line in self._widest), default=0.0)

    @property
    def wide_gutter(self) -> int:
        """Return the pixels that the copy map needs for whole words, as large as the window's words are."""
        return round(WIDE_GUTTER * words_scale(QApplication.font()))

    @property
    def gutter(self) -> int:
        """Return the width in pixels of the room left of the text."""
        return self._sheet.viewportMargins().left()
