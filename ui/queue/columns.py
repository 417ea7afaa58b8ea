"""The columns of the wide queue: where each one stands, and the headings above them, which sort by it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desk.review.queue import Order
from ui.look import theme
from ui.look.tips import plain_tip

WIDE = 930
"""Pixels at the standard font from which the queue has columns: all but one stand whole, beside a scroll bar too."""
_ROOMY = 1020
"""Pixels from which there is room for the column that says least: how many findings were waived."""
_SAYS_LEAST = "waived"
EDGE = 16
_GAP = 12
_STANDARD = 14
"""Height in pixels of a line of the standard font."""
_WIDTHS = (
    ("due", "Deadline", 104, Order.DEADLINE),
    ("story", "Story", 0, Order.STORY),
    ("state", "State", 150, Order.STATE),
    ("section", "Section", 84, Order.SECTION),
    ("hands", "In hand", 112, Order.HANDS),
    ("open", "Open", 56, Order.OPEN),
    ("waived", "Waived", 70, Order.WAIVED),
    ("unchecked", "Unchecked", 92, Order.UNCHECKED),
    ("changed", "Changed", 84, Order.CHANGED),
)
"""Name, title and width in pixels at the standard font, and the order it sorts by; the story takes what is left."""
NUMBERS = frozenset({"open", "waived", "unchecked", "changed"})


def scale(metrics: QFontMetrics) -> float:
    """Return how much larger than the standard font a font is."""
    return max(1.0, metrics.height() / _STANDARD)


def columns(rect: QRect, metrics: QFontMetrics) -> dict[str, QRect]:
    """Return the place of each column within a row; where there is little room, the one that says least is left out."""
    by = scale(metrics)
    shown = [one for one in _WIDTHS if one[0] != _SAYS_LEAST or rect.width() >= _ROOMY * by]
    fixed = sum(round(width * by) for _, _, width, _ in shown) + _GAP * (len(shown) - 1)
    left, cells = rect.left() + EDGE, {}
    for name, _, width, _ in shown:
        pixels = round(width * by) or max(rect.width() - 2 * EDGE - fixed, 120)
        cells[name] = QRect(left, rect.top(), pixels, rect.height())
        left += pixels + _GAP
    return cells


class Heading(QToolButton):
    """The title of one column: pressed, it sorts by it, and once more the other way round."""

    def __init__(self, title: str, order: Order, sort: Callable[[Order], object]) -> None:
        super().__init__()
        self.setObjectName("heading")
        self._title, self.order, self._sort = title, order, sort
        self.clicked.connect(self._do)
        self.show_order(Order.CHANGED, reverse=False)

    def show_order(self, order: Order, *, reverse: bool) -> None:
        """Show whether the stories are sorted by this column, and which way."""
        mine = order is self.order
        self.setText(f"{self._title} {'▴' if reverse else '▾'}" if mine else self._title)
        way = ", the other way round" if reverse else ""
        self.setAccessibleName(f"Sort by {self._title.lower()}")
        self.setAccessibleDescription(f"The stories are sorted by it{way}" if mine else "")
        self.setToolTip(plain_tip(f"Sort by {self._title.lower()}; once more, the other way round"))

    def _do(self) -> None:
        self._sort(self.order)


class Titles(QWidget):
    """The line of headings; each stands above its column, whatever scroll bar or border the rows have."""

    sort_wanted = Signal(object)
    """The `Order` whose heading was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Columns of the list of stories")
        self._rows: QWidget | None = None
        self.headings = {name: Heading(title, order, self.sort_wanted.emit) for name, title, _, order in _WIDTHS}
        for heading in self.headings.values():
            heading.setParent(self)

    def stand_above(self, rows: QWidget) -> None:
        """Keep above these rows: the viewport of the list."""
        self._rows = rows
        rows.installEventFilter(self)

    def show_order(self, order: Order, *, reverse: bool) -> None:
        """Show by which column the stories are sorted."""
        for heading in self.headings.values():
            heading.show_order(order, reverse=reverse)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the rows."""
        if watched is self._rows and event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the rows."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        rows = self._rows
        if rows is None:
            return
        left = rows.mapTo(self.window(), QPoint(0, 0)).x() - self.mapTo(self.window(), QPoint(0, 0)).x()
        cells = columns(QRect(left, 0, rows.width(), self.height() - 1), self.fontMetrics())
        for name, heading in self.headings.items():
            heading.setVisible(name in cells)
            if name in cells:
                heading.setGeometry(_beside(cells[name], heading, at_right=name in NUMBERS))

    def sizeHint(self) -> QSize:
        """Return one line with some air."""
        return QSize(WIDE, self.fontMetrics().height() + 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line between headings and rows."""
        painter = QPainter(self)
        painter.setPen(QColor(theme.current().border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


_INSIDE = 11
"""Pixels of a heading left and right of its words: border and padding of the style sheet."""


def _beside(cell: QRect, heading: Heading, *, at_right: bool) -> QRect:
    """Return where a heading stands so that its words begin, or end, where those of its column do."""
    wide = min(heading.sizeHint().width(), cell.width() + 2 * _INSIDE)
    left = cell.right() + 1 + _INSIDE - wide if at_right else cell.left() - _INSIDE
    return QRect(left, cell.top(), wide, cell.height())
