"""The checklist as a tree: items, and under each its findings in text order.

A new state is worked in row by row, by fingerprint, so that what is open, chosen and scrolled stays so while someone
types.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checks.check import Finding
from desk.review.words import STANDINGS, item_state, item_words
from ui.look.pressed import in_window
from ui.look.tips import as_tip

LINE = Qt.ItemDataRole.UserRole
"""Role: the `Line` of an item's row."""
JUDGED = Qt.ItemDataRole.UserRole + 1
"""Role: the `Judged` of a finding's row."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True, eq=False)
class _Node:
    """One item with the findings shown under it."""

    line: Line
    shown: list[Judged] = field(default_factory=list)


def state_words(line: Line) -> str:
    """Return the state of an item in words, with its count."""
    if line.state is ItemState.ATTENTION and not line.manual:
        return f"{len(line.open)} open"
    return item_state(line.state, manual=line.manual)


class ChecklistModel(QAbstractItemModel):
    """Two levels: rows of `Line`, below them rows of `Judged`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; rows that stay are changed in place."""
        if [node.line.item for node in self._nodes] != [line.item for line in lines]:
            self.beginResetModel()
            self._nodes = [_Node(line, list(line.findings)) for line in lines]
            self.endResetModel()
            return
        for row, line in enumerate(lines):
            node = self._nodes[row]
            changed = node.line != line
            node.line = line
            if changed:
                self._work_in(row, node, line.findings)
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _work_in(self, row: int, node: _Node, wanted: Sequence[Judged]) -> None:
        keep = {judged.finding.fingerprint for judged in wanted}
        for at in reversed(range(len(node.shown))):
            if node.shown[at].finding.fingerprint not in keep:
                self._remove(row, node, at)
        for at, judged in enumerate(wanted):
            self._place(row, node, at, judged)
        while len(node.shown) > len(wanted):
            self._remove(row, node, len(node.shown) - 1)

    def _place(self, row: int, node: _Node, at: int, judged: Judged) -> None:
        if at < len(node.shown) and node.shown[at].finding.fingerprint == judged.finding.fingerprint:
            if node.shown[at] != judged:
                node.shown[at] = judged
                index = self.index(at, 0, self.index(row, 0))
                self.dataChanged.emit(index, index)
            return
        self.beginInsertRows(self.index(row, 0), at, at)
        node.shown.insert(at, judged)
        self.endInsertRows()

    def _remove(self, row: int, node: _Node, at: int) -> None:
        self.beginRemoveRows(self.index(row, 0), at, at)
        del node.shown[at]
        self.endRemoveRows()

    def index_of(self, finding: Finding) -> QModelIndex:
        """Return the row of a finding, by its fingerprint; an invalid index if it is not shown."""
        for row, node in enumerate(self._nodes):
            for at, judged in enumerate(node.shown):
                if judged.finding.item == finding.item and judged.finding.fingerprint == finding.fingerprint:
                    return self.index(at, 0, self.index(row, 0))
        return QModelIndex()

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, never changed
        """Return the number of items, or of an item's findings."""
        if not parent.isValid():
            return len(self._nodes)
        return 0 if parent.internalId() else len(self._nodes[parent.row()].shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 1."""
        return 1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a row; a finding's carries the number of its item's row, counted from 1, as its id."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        """Return the item's index for a finding's."""
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return words for people and readers of screens, and the values behind them."""
        if not index.isValid():
            return None
        above = index.internalId()
        if not above:
            return _line_data(self._nodes[index.row()].line, role)
        return _finding_data(self._nodes[above - 1].shown[index.row()], role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return enabled and selectable; manual items can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.internalId() and self._nodes[index.row()].line.manual:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags


def _line_data(line: Line, role: int) -> Any:
    if role == LINE:
        return line
    if role == Qt.ItemDataRole.DisplayRole:
        return item_words(line.item)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{item_words(line.item)}: {state_words(line)}" + (f". {in_window(line.about)}" if line.about else "")
    if role == Qt.ItemDataRole.ToolTipRole:
        return as_tip(in_window(line.about) or state_words(line).capitalize())
    if role == Qt.ItemDataRole.CheckStateRole and line.manual:
        return Qt.CheckState.Checked if line.state is ItemState.PASSED else Qt.CheckState.Unchecked
    return None


def _finding_data(judged: Judged, role: int) -> Any:
    finding = judged.finding
    if role == JUDGED:
        return judged
    if role == Qt.ItemDataRole.DisplayRole:
        return finding.quote
    if role == Qt.ItemDataRole.ToolTipRole:
        return as_tip(judged.why or finding.message)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        settled = "" if judged.standing is Standing.OPEN else f", {STANDINGS[judged.standing]}: {judged.why}"
        return f"{finding.quote}: {finding.message}{settled}"
    return None
