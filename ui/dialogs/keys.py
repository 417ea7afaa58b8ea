"""Lists every key of the window, from the same table as the menus."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from ui.actions.keys import keys_of
from ui.actions.menus import MENUS
from ui.actions.spec import Where
from ui.actions.table import counting_in
from ui.look.dialog_frame import Dialog


def lines() -> Iterator[tuple[str, str, str]]:
    """Yield what is done, its keys and its help: every action of the menus, then the keys of each single place."""
    for menu, entries in MENUS:
        for spec in entries:
            yield f"{menu.replace('&', '')}: {spec.name}", keys_of(spec), spec.help
    for where in Where:
        if where is not Where.WINDOW:
            for spec in counting_in(where):
                yield f"{where.value}: {spec.name}", keys_of(spec, where), spec.help


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
        self.list.setMinimumHeight(360)
        for line in lines():
            QTreeWidgetItem(self.list, list(line))
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        self.answer("Close", self.accept, primary=True)

    def _narrow(self, words: str) -> None:
        for item in self.list.findItems("*", Qt.MatchFlag.MatchWildcard):
            text = " ".join(item.text(column) for column in range(3)).casefold()
            item.setHidden(words.casefold() not in text)
