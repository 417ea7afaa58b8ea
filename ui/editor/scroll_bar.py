"""A quiet scroll bar that shows where in the whole text the open findings stand."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from desk.checks.check import Item
from ui.editor.marks import Marks
from ui.look.editor_colours import LIGHT, Colours

_INSET = 4
_TICK = 2


class QuietScrollBar(QScrollBar):
    """Draws a plain handle and a tick a finding.

    The handle of Qt's Fusion style costs 1.8 ms to draw, which each new line of typing would pay; this one 0.05 ms.
    """

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks = marks
        self._colours = LIGHT
        self._length = 1
        self._ticks: QPixmap | None = None
        self._stand: list[tuple[int, Item]] = []
        """Where the ticks stand, in half pixels, and what for."""

    def apply_colours(self, colours: Colours) -> None:
        """Take on another look."""
        self._colours = colours
        self._ticks = None
        self.update()

    def refresh(self, length: int) -> None:
        """Draw the ticks anew for a text of so many code points, if one of them stands elsewhere then."""
        before, self._length = self._stand, max(1, length)
        steps = 2 * self.height()
        self._stand = [(m.start * steps // self._length, m.finding.item) for m in self._marks if m.open]
        if self._stand != before:
            self._ticks = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw groove, ticks and handle."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colours.paper))
        if self._ticks is None or self._ticks.deviceIndependentSize().toSize() != self.size():
            self._ticks = self._drawn_ticks()
        if self.maximum() > self.minimum():
            handle = QColor(self._colours.faint)
            handle.setAlphaF(0.6 if self.isSliderDown() or self.underMouse() else 0.35)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(handle)
            box = self._part(QStyle.SubControl.SC_ScrollBarSlider).adjusted(_INSET, 1, -_INSET, -1)
            painter.drawRoundedRect(box, box.width() / 2, box.width() / 2)
        painter.drawPixmap(QPoint(0, 0), self._ticks)

    def _part(self, part: QStyle.SubControl) -> QRectF:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self))

    def _drawn_ticks(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        image = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        groove = self._part(QStyle.SubControl.SC_ScrollBarGroove)
        painter = QPainter(image)
        for mark in self._marks:
            if mark.open:
                y = groove.top() + (groove.height() - _TICK) * min(1.0, mark.span.start / self._length)
                colour = QColor(self._colours.marks[mark.finding.item])
                painter.fillRect(QRectF(_INSET, y, self.width() - 2 * _INSET, _TICK), colour)
        painter.end()
        return image
