"""Rows of a tree that name a group of others."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem


def group_row(tree: QTreeWidget, title: str) -> QTreeWidgetItem:
    """Add the row of a group, over all columns and in bold; it is read and cannot be chosen."""
    group = QTreeWidgetItem(tree, [title])
    group.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = tree.font()
    font.setBold(True)
    group.setFont(0, font)
    group.setFirstColumnSpanned(True)
    for column in range(1, tree.columnCount()):  # covered by the title, which a screen reader does not see
        group.setData(column, Qt.ItemDataRole.AccessibleTextRole, title)
    return group
