"""What changed since another text, on the sheet: bars in the margin, words in and places of words out on demand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desk.text.change import Change
from desk.text.spans import Span
from ui.editor import tints
from ui.editor.page import Page, Stretch
from ui.editor.places import Places
from ui.editor.sheet import Sheet

if TYPE_CHECKING:
    from desk.text.diff import Comparison, Step

_LEFT, _WIDE, _WEDGE = 3.0, 3.0, 6.0
"""Pixels: where the bars stand in the margin, how wide they are, and how high the sign is of words that only went."""
_ENDLESS = 4000


@dataclass(slots=True)
class ChangeMark:
    """One change where it stands now; `step` is None for what was typed since the texts were compared."""

    start: int
    end: int
    step: "Step | None" = None

    def move(self, by: int) -> None:
        """Stand so many code points further on."""
        self.start += by
        self.end += by

    @property
    def span(self) -> Span:
        """Return its words as they are now, empty where words only went."""
        return Span(self.start, self.end)


class ChangeBars:
    """All changes of one text; an edit moves them, and is one of them until the texts are compared anew."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._marks: Places[ChangeMark] = Places()
        """All but passages that moved: none touches another."""
        self._moved: list[ChangeMark] = []
        self.on = False
        """Whether there is a text to compare with."""
        self.words_shown = False

    def show(self, comparison: "Comparison | None") -> None:
        """Show the changes of a comparison with the text as it is; None for nothing to compare with."""
        from desk.text.diff import Fate

        steps = comparison.steps if comparison is not None else ()
        marks = [ChangeMark(step.new.start, _words_end(step), step) for step in steps]
        self._moved = [mark for mark in marks if mark.step and mark.step.fate is Fate.MOVED]
        self._marks.show(sorted((mark for mark in marks if mark.step and mark.step.fate is not Fate.MOVED), key=_start))
        self.on = comparison is not None
        self._sheet.viewport().update()

    def show_words(self, on: bool) -> None:
        """Set off the words that came, and the places of those that went."""
        self.words_shown = on
        self._sheet.viewport().update()

    def absorb(self, change: Change) -> None:
        """Follow an edit: what it touches is one change with it."""
        if not self.on:
            return
        by, first = change.by, self._first_behind(change.start)
        back = change.start - self._marks[first].start if first < len(self._marks) else 0
        self._marks.absorb(change, max(0, back), _joined)
        for mark in self._moved:
            mark.start += by if mark.start >= change.end else 0
            mark.end += by if mark.end >= change.end else 0

    def _first_behind(self, point: int) -> int:
        """Return the number of the first change that ends at a place or behind it."""
        first = self._marks.before(point)
        while first and self._marks[first - 1].end >= point:
            first -= 1
        return first

    # -- Asked -------------------------------------------------------------------------------------------------------

    def marks(self) -> Sequence[ChangeMark]:
        """Return every change in the order of the text."""
        return sorted([*self._marks, *self._moved], key=_start)

    def at(self, point: int, room: Span | None = None) -> ChangeMark | None:
        """Return the change that a place touches, else the nearest one in `room`; words before passages that moved."""
        touching = next((mark for mark in self._marks if mark.start <= point <= mark.end), None)
        within = [mark for mark in self._marks if room is not None and room.start <= mark.start <= room.end]
        near = min(within, key=lambda mark: min(abs(mark.start - point), abs(mark.end - point)), default=None)
        return touching or next((mark for mark in self._moved if mark.start <= point < mark.end), None) or near

    def beside(self, point: int, *, back: bool) -> ChangeMark | None:
        """Return the next change behind a place, or the one before it, going round; None where there is none."""
        marks = self.marks()
        if back:
            return next((mark for mark in reversed(marks) if mark.end < point), marks[-1] if marks else None)
        return next((mark for mark in marks if mark.start > point), marks[0] if marks else None)

    # -- Drawn -------------------------------------------------------------------------------------------------------

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw the grounds of words that came."""
        if not self.words_shown:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tints.current().added))
        for mark in self._within(page.span):
            for part in page.stretches(mark.span):
                painter.drawRect(
                    QRectF(part.left, part.row.top, part.right - part.left, part.row.bottom - part.row.top)
                )

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw the bars, and with words shown a line under those that came and a sign where others went."""
        colour = QColor(tints.current().bar)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for mark in self._within(page.span):
            self._bar(painter, page, mark)
        if not self.words_shown:
            return
        for mark in self._within(page.span):
            for part in page.stretches(mark.span):
                self._words(painter, part, colour, gone=not len(mark.span))

    def _bar(self, painter: QPainter, page: Page, mark: ChangeMark) -> None:
        for part in page.stretches(mark.span):
            top, bottom = part.row.slot_top, part.row.slot_bottom
            if mark.start == mark.end:
                middle = (part.row.top + part.row.bottom) / 2
                corners = [(0.0, -_WEDGE), (_WEDGE, 0.0), (0.0, _WEDGE)]
                painter.drawPolygon(QPolygonF([QPointF(_LEFT + x, middle + y) for x, y in corners]))
            elif bottom - top < _ENDLESS:
                painter.drawRect(QRectF(_LEFT, top, _WIDE, bottom - top))

    def _words(self, painter: QPainter, part: Stretch, colour: QColor, *, gone: bool) -> None:
        foot = part.row.baseline + 2.5
        if not gone:
            painter.setPen(QPen(colour, 1.2))
            painter.drawLine(QPointF(part.left, foot), QPointF(part.right, foot))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = [(0.0, part.row.top - 1), (-4.0, part.row.top - 6), (4.0, part.row.top - 6)]
        painter.drawPolygon(QPolygonF([QPointF(part.left + x, y) for x, y in corners]))

    def _within(self, span: Span) -> Iterable[ChangeMark]:
        yield from self._marks.between(self._first_behind(span.start), self._marks.before(span.end))
        yield from (mark for mark in self._moved if mark.start <= span.end and mark.end >= span.start)


def _words_end(step: "Step") -> int:
    """Return where the words of a change end: the room behind a paragraph that came is nothing to look at."""
    room = len(step.added) - len(step.added.rstrip("\n"))
    return step.new.end - room if room < len(step.new) else step.new.end


def _joined(marks: Sequence[ChangeMark], change: Change) -> list[ChangeMark]:
    """Return changes that an edit touches as one with it."""
    start = min((mark.start for mark in marks), default=change.start)
    end = max((mark.end for mark in marks), default=change.end)
    return [ChangeMark(min(start, change.start), max(end, change.end) + change.by)]


def _start(mark: ChangeMark) -> int:
    return mark.start
