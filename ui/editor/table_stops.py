"""Where the columns of a table begin: rows of the text with tabs that stand one below the other line up."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextOption

_GAP = 24.0
"""Pixels between the widest cell of a column and the next one."""
MOST_COLUMNS = 64
"""A row with more is none of a table: with stops of its own a line of 70,000 tabs took Qt five minutes."""
_MOST_ROWS = 300
"""Rows looked at above and below: measuring takes 2 us a cell, and each key in a table asks."""


class TableStops:
    """Tab stops of the table that a paragraph is a row of; the last table is remembered until the text changes."""

    def __init__(self) -> None:
        self._key: tuple[int, str] | None = None
        self._first = self._last = -1
        self._stops: list[QTextOption.Tab] = []

    def stops(self, block: QTextBlock) -> list[QTextOption.Tab]:
        """Return where the columns of the table begin that this row belongs to, in pixels from the left edge."""
        if not _is_row(block):
            return []
        document = block.document()
        key = (document.revision(), document.defaultFont().key())
        if key != self._key or not self._first <= block.blockNumber() <= self._last:
            rows = list(self.rows(block))
            self._key, self._first, self._last = key, rows[0].blockNumber(), rows[-1].blockNumber()
            self._stops = stops_of([row.text() for row in rows], QFontMetricsF(document.defaultFont()))
        return self._stops

    def rows(self, block: QTextBlock) -> Iterator[QTextBlock]:
        """Yield the rows of the table from the first to the last, this one among them."""
        first, left = block, _MOST_ROWS
        while left and _is_row(first.previous()):
            first, left = first.previous(), left - 1
        row, left = first, 2 * _MOST_ROWS
        while left and row.isValid() and _is_row(row):
            yield row
            row, left = row.next(), left - 1


def _is_row(block: QTextBlock) -> bool:
    return 0 < block.text().count("\t") <= MOST_COLUMNS


def stops_of(rows: Sequence[str], metrics: QFontMetricsF) -> list[QTextOption.Tab]:
    """Return where the columns of these rows begin, in pixels from the left edge."""
    widest: list[float] = []
    for row in rows:
        for nth, cell in enumerate(row.split("\t")[:-1]):
            width = metrics.horizontalAdvance(cell)
            if nth == len(widest):
                widest.append(width)
            widest[nth] = max(widest[nth], width)
    out, at = [], 0.0
    for width in widest:
        at += width + _GAP
        out.append(QTextOption.Tab(at, QTextOption.TabType.LeftTab))
    return out
