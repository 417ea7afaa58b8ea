"""Goes round the places of a row of a ledger: the next one at each time, after the last the first again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from desk.text.spans import Span

_NEXT = Qt.ItemDataRole.UserRole + 8
"""Beyond what the rows of either ledger keep themselves."""


def next_place(row: QTreeWidgetItem, places: Sequence[Span]) -> Span:
    """Return the place to go to now; the row keeps which one is next. There must be one."""
    at = (row.data(0, _NEXT) or 0) % len(places)
    row.setData(0, _NEXT, at + 1)
    return places[at]
