"""Lists every key of the window, from the same table as the menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from ui.actions.table import MENUS, Spec
from ui.look.dialog_frame import Dialog


def keys_of(spec: Spec) -> str:
    """Return the keys of an action as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in spec.keys)


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
        for menu, entries in MENUS:
            for spec in entries:
                words = spec.text.replace("&", "").rstrip("…")
                QTreeWidgetItem(self.list, [f"{menu.replace('&', '')}: {words}", keys_of(spec), spec.help])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        self.answer("Close", self.accept, primary=True)

    def _narrow(self, words: str) -> None:
        for item in self.list.findItems("*", Qt.MatchFlag.MatchWildcard):
            text = " ".join(item.text(column) for column in range(3)).casefold()
            item.setHidden(words.casefold() not in text)
