"""Commented words as they are drawn on the sheet: a ground, a line beneath, and a sign in the margin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desk.text.change import Change
from desk.text.moving import stretched
from desk.text.spans import Span
from ui.editor import tints
from ui.editor.following import add_to
from ui.editor.page import Page
from ui.editor.sheet import Sheet

if TYPE_CHECKING:
    from desk.review.comments import Placed

_SIGN = 11.0


@dataclass(frozen=True, slots=True)
class CommentMark:
    """One open comment where its words stand now; empty where they are gone."""

    thread: str
    span: Span
    tip: str


class CommentMarks:
    """All open comments of one text; an edit moves them along."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._marks: list[CommentMark] = []
        self._since: list[Change] = []
        """The edits since `begin`."""
        self.flash: Span | None = None
        """A place that is shown for a moment."""

    def begin(self) -> None:
        """Take down the edits from now on: comments are being placed in the text as it is."""
        self._since.clear()

    def show_placed(self, threads: Iterable["Placed"]) -> None:
        """Mark comments that were placed in the text that stood there at `begin`."""
        self.show(threads, tuple(self._since))

    def show(self, threads: Iterable["Placed"], since: Sequence[Change] = ()) -> None:
        """Mark the comments that are not resolved; `since` are the edits since they were placed."""
        self._marks = [
            CommentMark(each.thread.id, each.span, f"{each.thread.who}: {each.thread.words}")
            for each in threads
            if not each.thread.resolved
        ]
        for change in since:
            self._follow(change)
        self._sheet.viewport().update()

    def show_flash(self, span: Span | None) -> None:
        """Set a place off until the next call, or none."""
        self.flash = span
        self._sheet.viewport().update()

    def absorb(self, change: Change) -> None:
        """Follow an edit: what is put into commented words belongs to them."""
        add_to(self._since, change)
        self._follow(change)

    def _follow(self, change: Change) -> None:
        self._marks = [
            mark if mark.span.end < change.start else replace(mark, span=stretched(mark.span, change))
            for mark in self._marks
        ]

    def span_of(self, thread: str) -> Span | None:
        """Return where a comment's words stand now; None for one that is not marked."""
        return next((mark.span for mark in self._marks if mark.thread == thread), None)

    def at(self, point: int) -> CommentMark | None:
        """Return the comment at a place, the shortest of several."""
        there = [mark for mark in self._marks if mark.span.start <= point <= mark.span.end and len(mark.span)]
        return min(there, key=lambda mark: len(mark.span), default=None)

    def __iter__(self) -> Iterator[CommentMark]:
        return iter(self._marks)

    # -- Drawn -------------------------------------------------------------------------------------------------------

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw the grounds."""
        now = tints.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.comment))
        for mark in self._marks:
            if mark.span.touches(page.span):
                self._boxes(painter, page, mark.span)
        if self.flash is not None and self.flash.touches(page.span):
            painter.setBrush(QColor(self._sheet.colours.flash))
            self._boxes(painter, page, self.flash)

    def _boxes(self, painter: QPainter, page: Page, span: Span) -> None:
        for part in page.stretches(span):
            box = QRectF(part.left, part.row.top, part.right - part.left, part.row.bottom - part.row.top)
            painter.drawRoundedRect(box.adjusted(-2, -1, 2, 2), 3, 3)

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw a dotted line beneath the words, and the sign of a comment in the margin of their first line."""
        edge = QColor(tints.current().edge)
        for mark in self._marks:
            if not mark.span.touches(page.span) and not (page.span.start <= mark.span.start <= page.span.end):
                continue
            for part in page.stretches(mark.span):
                painter.setPen(QPen(edge, 1.4, Qt.PenStyle.DotLine))
                foot = part.row.baseline + 3.5
                painter.drawLine(QPointF(part.left, foot), QPointF(part.right, foot))
        for _, box in self.signs(page):
            self._sign(painter, box.left(), box.top(), edge)

    @property
    def margin(self) -> float:
        """Return the width in pixels of the margin that the signs stand in."""
        return _SIGN + 8

    def signs(self, page: Page) -> Iterator[tuple[CommentMark, QRectF]]:
        """Yield the comments whose first line is on the screen with the boxes of their signs, none over another."""
        lowest = float("-inf")
        for mark in sorted(self._marks, key=_place):
            part = next(iter(page.stretches(mark.span)), None)
            if part is not None and page.span.start <= mark.span.start:
                top = max((part.row.top + part.row.bottom - _SIGN) / 2, lowest)
                lowest = top + _SIGN + 2
                yield mark, QRectF(page.width - _SIGN - 4, top, _SIGN, _SIGN)

    def sign_at(self, point: QPointF, page: Page) -> CommentMark | None:
        """Return the comment whose sign is at a place of the viewport, with a little air around it."""
        return next((mark for mark, box in self.signs(page) if box.adjusted(-4, -1, 4, 1).contains(point)), None)

    def _sign(self, painter: QPainter, left: float, top: float, edge: QColor) -> None:
        corners = [(0, 0), (1, 0), (1, 0.7), (0.6, 0.7), (0.3, 1), (0.3, 0.7), (0, 0.7)]
        painter.setPen(QPen(edge, 1.4))
        painter.setBrush(QColor(tints.current().comment))
        painter.drawPolygon(QPolygonF([QPointF(left + x * _SIGN, top + y * _SIGN) for x, y in corners]))


def _place(mark: CommentMark) -> tuple[int, int]:
    return mark.span.start, mark.span.end
