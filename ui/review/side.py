"""The list beside the text: sections with their counts, and rows that say in full what was found, waived, by whom."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.review.rows import Row, Sort
from ui.review.side_delegate import SideDelegate

ROW = Qt.ItemDataRole.UserRole
"""Role: the `Row`."""

Index = QModelIndex | QPersistentModelIndex


class SideModel(QAbstractListModel):
    """Rows in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        if tuple(rows) != tuple(self.rows):
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, never changed
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return selectable for rows that the keyboard stops at."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        chosen = self.rows[index.row()].can_be_chosen
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if chosen else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, or its words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None


class Side(QListView):
    """The list; moving to a row shows its place, Return acts on it."""

    place_wanted = Signal(object)
    """The `Row` that was moved to."""
    acted = Signal(object)
    """The `Row` that Return was pressed on, or that was clicked twice; a box at its first click."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What was not checked, waived, found and noted")
        self.model_ = SideModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(SideDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._working_in = False
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(self._activated)
        self.clicked.connect(self._clicked)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows and stay on the one that was chosen, where it is still there."""
        before = self.current_row()
        self._working_in = True
        self.model_.show(rows)
        if before is not None:
            self.choose(before.key)
        self._working_in = False

    def current_row(self) -> Row | None:
        """Return the row the keyboard is at."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row if isinstance(row, Row) and row.can_be_chosen else None

    def choose(self, key: str) -> None:
        """Move to the row of this key without showing its place anew."""
        quiet, self._working_in = self._working_in, True
        at = next((nth for nth, row in enumerate(self.model_.rows) if row.can_be_chosen and row.key == key), -1)
        if at >= 0:
            self.setCurrentIndex(self.model_.index(at))
        self._working_in = quiet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the rows that can be chosen, skipping titles."""
        act = pressed(event, Where.NOTES)
        if act in ("row_next", "row_previous"):
            self._step(1 if act == "row_next" else -1)
        elif act == "row_act":
            self._act(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        at = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else len(self.model_.rows))
        while 0 <= at + by < len(self.model_.rows):
            at += by
            if self.model_.rows[at].can_be_chosen:
                self.setCurrentIndex(self.model_.index(at))
                if not any(row.can_be_chosen for row in self.model_.rows[:at]):
                    self.scrollToTop()
                return

    def focusInEvent(self, event: Any) -> None:
        """Come to the first row when the keyboard enters and none was chosen yet."""
        super().focusInEvent(event)
        if self.current_row() is None:
            self._step(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Break them anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, Row) and row.can_be_chosen and not self._working_in:
            self.place_wanted.emit(row)

    def _clicked(self, index: QModelIndex) -> None:
        """Tick what is drawn as a box, as the checklist does."""
        if _is_box(index):
            self._act(index)

    def _activated(self, index: QModelIndex) -> None:
        """Act on what was clicked twice; the first click has ticked a box."""
        if not _is_box(index):
            self._act(index)

    def _act(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, Row) and row.can_be_chosen:
            self.acted.emit(row)


def _is_box(index: QModelIndex) -> bool:
    row = index.data(ROW) if index.isValid() else None
    return isinstance(row, Row) and row.sort is Sort.MANUAL
