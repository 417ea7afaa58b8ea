"""Lists every key of the window, from the same table as the menus."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from ui.actions.keys import keys_of
from ui.actions.menus import MENUS
from ui.actions.spec import Where
from ui.actions.table import counting_in
from ui.look.dialog_frame import Dialog
from ui.look.tips import plain_tip

Line = tuple[str, str, str]
"""What is done, its keys, and its help."""

_INDENT = 16


def groups() -> Iterator[tuple[str, list[Line]]]:
    """Yield the menus with their actions, then each place with the keys that count there alone."""
    for menu, entries in MENUS:
        yield menu.replace("&", ""), [(spec.name, keys_of(spec), spec.help) for spec in entries]
    for where in Where:
        if where is not Where.WINDOW:
            yield where.value, [(spec.name, keys_of(spec, where), spec.help) for spec in counting_in(where)]


class KeysDialog(Dialog):
    """A list with a filter."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__("Keyboard shortcuts", parent, 900)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Find a command or a key")
        self.filter.setAccessibleName("Find a command or a key")
        self.filter.textChanged.connect(self._narrow)
        self.list = QTreeWidget()
        self.list.setAccessibleName("Keyboard shortcuts")
        self.list.setHeaderLabels(["Command", "Keys", "What it does"])
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setIndentation(_INDENT)
        self.list.setMinimumHeight(360)
        for title, lines in groups():
            self._add(title, lines)
        self.list.expandAll()
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        self.answer("Close", self.accept, primary=True)

    def _add(self, title: str, lines: Sequence[Line]) -> None:
        group = QTreeWidgetItem(self.list, [title])
        font = self.list.font()
        font.setBold(True)
        group.setFont(0, font)
        group.setFirstColumnSpanned(True)
        for column in (1, 2):  # covered by the title, which a screen reader does not see
            group.setData(column, Qt.ItemDataRole.AccessibleTextRole, title)
        for line in lines:
            item = QTreeWidgetItem(group, list(line))
            item.setToolTip(2, plain_tip(line[2]))
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, line[1] or "No key")

    def _narrow(self, words: str) -> None:
        """Leave what holds these words in any column, or stands below a title that does."""
        sought = words.casefold()
        for group in self._items(self.list.invisibleRootItem()):
            whole = sought in group.text(0).casefold()
            for item in self._items(group):
                text = " ".join(item.text(column) for column in range(3)).casefold()
                item.setHidden(not whole and sought not in text)
            group.setHidden(all(item.isHidden() for item in self._items(group)))

    @staticmethod
    def _items(parent: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        return [item for nth in range(parent.childCount()) if (item := parent.child(nth)) is not None]
