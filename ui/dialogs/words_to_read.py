"""Words to read in a page that scrolls: selected as a whole, always wrapped, with the columns of tables in line."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextBlock, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from ui.editor.table_stops import MOST_COLUMNS, stops_of

_LONGEST_CELL = 60
"""Letters: longer ones are sentences, which wrap."""
_EDGES = 16
"""Pixels beside the words of a table."""
_INDENT = 4
"""Average letters that a tab outside tables goes on by."""


class WordsToRead(QTextEdit):
    """As high as its words are; what it stands in scrolls, and follows the keys that select."""

    at = Signal(object, QRect)
    """These words, and where the selection ends by now, in pixels of the words."""

    def __init__(self, text: str, name: str) -> None:
        """`name` is what the words are called."""
        super().__init__()
        self.setObjectName("words")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.across = 0
        """Pixels that the widest table needs in one line a row."""
        self.setPlainText(text)
        self._line_up()
        self.cursorPositionChanged.connect(self._tell_where)

    def sizeHint(self) -> QSize:
        """Return the size at which every word is seen in the width it was given."""
        self.ensurePolished()  # the style sheet's ring is beside the words
        beside = self.height() - self.contentsRect().height()
        return QSize(super().sizeHint().width(), ceil(self.document().size().height()) + beside)

    def minimumSizeHint(self) -> QSize:
        """Return no width, for words wrap in any, and the whole height."""
        return QSize(0, self.sizeHint().height())

    def spread(self, room: int) -> None:
        """Have tables that need more than the room in one line a row, and all other words wrap within it."""
        if self.across <= room:
            return
        self.setMinimumWidth(self.across)
        for block in _all(self.document().begin()):
            if not block.blockFormat().tabPositions():
                form = block.blockFormat()
                form.setRightMargin(self.across - room)
                QTextCursor(block).setBlockFormat(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the columns anew in letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._line_up()

    def _tell_where(self) -> None:
        self.at.emit(self, self.cursorRect())

    def _line_up(self) -> None:
        metrics = QFontMetricsF(self.font())
        self.setTabStopDistance(_INDENT * metrics.averageCharWidth())
        for rows in _tables(self.document().begin()):
            stops = stops_of([row.text() for row in rows], metrics)
            ends = (metrics.horizontalAdvance(row.text().rpartition("\t")[2]) for row in rows)
            if all(len(cell) <= _LONGEST_CELL for row in rows for cell in row.text().split("\t")):
                self.across = max(self.across, ceil(stops[-1].position + max(ends)) + _EDGES)
            for row in rows:
                form = row.blockFormat()
                form.setTabPositions(stops)
                QTextCursor(row).setBlockFormat(form)


def _all(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _tables(block: QTextBlock) -> Iterator[list[QTextBlock]]:
    """Yield the rows of each table: two or more neighbours with as many cells, those at their edges empty or not."""
    rows: list[QTextBlock] = []
    while block.isValid():
        if rows and not _alike(rows[-1].text(), block.text()):
            if len(rows) > 1:
                yield rows
            rows = []
        if _is_row(block.text()):
            rows.append(block)
        block = block.next()
    if len(rows) > 1:
        yield rows


def _alike(above: str, below: str) -> bool:
    return _is_row(below) and (
        above.count("\t") == below.count("\t") or above.strip().count("\t") == below.strip().count("\t")
    )


def _is_row(line: str) -> bool:
    return "\t" in line.strip() and line.count("\t") <= MOST_COLUMNS
