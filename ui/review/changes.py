"""Shows what changed, in line or side by side: added words underlined, removed ones struck, moved passages barred.

Drawn by hand because two columns must keep step paragraph by paragraph, which no text widget of Qt can do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from desk.text.diff import ChangeKind, Comparison
from desk.text.hard_wraps import widest_lines
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.editor import tints
from ui.editor.layout import shape, wrapping
from ui.editor.page import x_of
from ui.editor.utf16 import units_of
from ui.look import theme
from ui.look.fonts import column_width, reading_font
from ui.look.roles import Spoken
from ui.look.widgets import RestingScrollBar
from ui.review.strips import Look, Run, Strip, strips_of, words_of_step

_MARGIN, _GUTTER, _BETWEEN = 28.0, 28.0, 0.72
"""Pixels at the edges and between two columns; room between paragraphs as a part of a line."""
_LINE_STEP = 40


@dataclass(slots=True)
class _Cell:
    """One column of a strip, laid out."""

    layout: QTextLayout
    runs: tuple[Run, ...]
    height: float


@dataclass(slots=True)
class _Placed:
    """A strip with its place on the sheet."""

    strip: Strip
    cells: list[_Cell] = field(default_factory=list)
    top: float = 0.0
    height: float = 0.0


class ChangesSheet(QAbstractScrollArea):
    """A column of strips; `go_to` brings a change into the middle."""

    accessible_role = Spoken.Document
    step_chosen = Signal(int)
    """The number of the change that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("What changed")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(RestingScrollBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self._comparison: Comparison | None = None
        self._placed: list[_Placed] = []
        self._font, self._characters = reading_font("", 13), 72
        self._beside, self._folded, self._current = False, True, -1
        self._foot = 0.0
        self._widest = 0.0
        """Pixels that the lines of a hard-wrapped text need: broken twice, every second one would be a stump."""

    # -- What is shown -----------------------------------------------------------------------------------------------

    def show_comparison(self, comparison: Comparison | None, *, beside: bool, folded: bool) -> None:
        """Show a comparison in one column, or in two; `folded` leaves out what stayed."""
        same = comparison is self._comparison and beside == self._beside and folded == self._folded
        self._comparison, self._beside, self._folded = comparison, beside, folded
        if comparison is None or self._current >= len(comparison.steps):
            self._current = -1
        if not same:
            self._make()

    def use_font(self, font: QFont, characters: int) -> None:
        """Set the words in this font, in lines of so many characters at most."""
        self._font, self._characters = font, characters
        self._make()

    @property
    def current(self) -> int:
        """Return the number of the change in hand, -1 for none."""
        return self._current

    def step(self, *, back: bool) -> int:
        """Take the next change in hand, or the one before, going round; return its number, -1 where there is none."""
        count = len(self._comparison.steps) if self._comparison is not None else 0
        if not count:
            return -1
        start = self._current if self._current >= 0 else (count if back else -1)
        self.go_to((start + (-1 if back else 1)) % count)
        return self._current

    def go_to(self, number: int) -> None:
        """Take a change in hand and bring it into the middle of the sheet."""
        self._current = number
        if self._comparison is not None and 0 <= number < len(self._comparison.steps):
            self.setAccessibleDescription(words_of_step(self._comparison, number))
            place = next((p for p in self._placed if number in p.strip.steps), None)
            if place is not None:
                self._bring(place, number)
        self.viewport().update()

    def _bring(self, placed: _Placed, number: int) -> None:
        line = min((self._line_of(cell, number) for cell in placed.cells), default=0.0)
        at, height = placed.top + line, self.viewport().height()
        seen = at - self.verticalScrollBar().value()
        if not height / 5 <= seen <= 3 * height / 4:
            self.verticalScrollBar().setValue(round(at - height / 3))

    def _line_of(self, cell: _Cell, number: int) -> float:
        """Return how far below the head of its strip a change begins; far away where the cell has none of it."""
        start = 0
        for run in cell.runs:
            if run.step == number:
                return cell.layout.lineForTextPosition(start).y()
            start += units_of(run.text)
        return float("inf") if len(self._placed) and cell.height else 0.0

    # -- Laying out --------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self._placed = []
        self._widest = self._measured()
        if self._comparison is not None:
            for strip in strips_of(self._comparison, beside=self._beside, folded=self._folded):
                self._placed.append(_Placed(strip))
        self._lay_out()

    def _measured(self) -> float:
        passages = self._comparison.passages if self._comparison is not None else ()
        now = ["".join(p.text for p in each.pieces if p.change is not ChangeKind.REMOVED).strip() for each in passages]
        measure = QFontMetricsF(self._font)
        return max((measure.horizontalAdvance(line) for line in widest_lines("\n\n".join(now))), default=0.0)

    def _lay_out(self) -> None:
        """Break every strip into lines: 80 paragraphs in two columns take some 25 ms."""
        width, top = self._column(), _MARGIN * 0.7
        between = QFontMetricsF(self._font).height() * _BETWEEN
        for placed in self._placed:
            placed.cells = [self._cell(runs, width) for runs in placed.strip.columns]
            placed.top, placed.height = top, max((cell.height for cell in placed.cells), default=0.0)
            top += placed.height + between
        self._foot = top + _MARGIN
        self._fit_bar()
        self.viewport().update()

    def _fit_bar(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, round(self._foot) - self.viewport().height()))

    def _column(self) -> float:
        there = self.viewport().width() - 2 * _MARGIN
        if self._beside:
            there = (there - _GUTTER) / 2
        return max(80.0, min(there, max(column_width(self._font, self._characters), self._widest)))

    def _left(self) -> float:
        width = self._column()
        whole = 2 * width + _GUTTER if self._beside else width
        return max(_MARGIN, (self.viewport().width() - whole) / 2)

    def _cell(self, runs: Sequence[Run], width: float) -> _Cell:
        text = "".join(run.text for run in runs)
        layout = QTextLayout(text, self._font)
        layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(wrapping(text))  # an address must not leave its column
        layout.setTextOption(option)
        layout.setFormats(_formats(runs))
        return _Cell(layout, tuple(runs), shape(layout, width, 0))

    def tint(self) -> None:
        """Take on the colours of the theme."""
        self._make()

    # -- Painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strips that are on the screen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.current().base))
        painter.setPen(QColor(theme.current().text))
        above, height = self.verticalScrollBar().value(), self.viewport().height()
        for placed in self._placed:
            if placed.top + placed.height < above:
                continue
            if placed.top > above + height:
                break
            self._paint(painter, placed, placed.top - above)
        painter.end()

    def _paint(self, painter: QPainter, placed: _Placed, y: float) -> None:
        left, width = self._left(), self._column()
        if self._current in placed.strip.steps:
            bar = QRectF(left - 14, y, 4, placed.height)
            painter.fillRect(bar, QColor(tints.current().edge))
        elif placed.strip.steps:
            painter.fillRect(QRectF(left - 13, y, 2, placed.height), QColor(theme.current().control))
        for nth, cell in enumerate(placed.cells):
            at = QPointF(left + nth * (width + _GUTTER), y)
            painter.setPen(QColor(theme.current().text))
            cell.layout.draw(painter, at)
            self._frame(painter, cell, at)
        if self._beside:
            middle = left + width + _GUTTER / 2
            painter.fillRect(QRectF(middle, y, 1, placed.height), QColor(theme.current().border))

    def _frame(self, painter: QPainter, cell: _Cell, at: QPointF) -> None:
        """Draw a frame around the words of the change in hand."""
        start = 0
        painter.setPen(QPen(QColor(tints.current().edge), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in cell.runs:
            end = start + units_of(run.text)
            if run.step == self._current and run.step >= 0 and run.look in (Look.ADDED, Look.REMOVED):
                for box in _boxes(cell.layout, start, end):
                    painter.drawRoundedRect(box.translated(at).adjusted(-1.5, -1, 1.5, 1), 3, 3)
            start = end

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()
        else:
            self._fit_bar()

    # -- Keyboard and mouse ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll."""
        bar = self.verticalScrollBar()
        page = bar.pageStep() - _LINE_STEP
        steps = {
            "line_down": _LINE_STEP,
            "line_up": -_LINE_STEP,
            "page_down": page,
            "page_up": -page,
            "changes_top": -bar.maximum(),
            "changes_end": bar.maximum(),
        }
        by = steps.get(pressed(event, Where.CHANGES))
        if by is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + by)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the change of the paragraph that was clicked in hand."""
        at = event.position().y() + self.verticalScrollBar().value()
        place = next((p for p in self._placed if p.top <= at <= p.top + p.height and p.strip.steps), None)
        if place is not None:
            self.step_chosen.emit(place.strip.steps[0])


def _boxes(layout: QTextLayout, start: int, end: int) -> Iterator[QRectF]:
    """Yield the boxes around a range of UTF-16 units, a line each."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if low < high:
            left, right = sorted((x_of(line, low), x_of(line, high)))
            yield QRectF(left, line.y(), right - left, line.height())


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in runs:
        length = units_of(run.text)
        if run.look is not Look.PLAIN:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, length, _format(run)
            formats.append(one)
        start += length
    return formats


def _format(run: Run) -> QTextCharFormat:
    out = QTextCharFormat()
    now = tints.current()
    grounds = {Look.ADDED: now.added, Look.REMOVED: now.removed, Look.MOVED: now.moved}
    if run.look is Look.SAID:
        out.setForeground(QColor(theme.current().muted))
        out.setFontItalic(True)
    else:
        out.setBackground(QColor(grounds[run.look]))
    out.setFontStrikeOut(run.look is Look.REMOVED)
    out.setFontUnderline(run.look is Look.ADDED)
    return out
