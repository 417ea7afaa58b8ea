"""Asks for keys of one's own: each command with its key, one line to press another in, and why it cannot be had."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.settings.own_keys import lines_of, own_keys_of
from ui.actions.keys import keys_of
from ui.actions.menus import MENUS
from ui.actions.own_keys import default_of, refused
from ui.actions.table import with_own
from ui.look.dialog_frame import form
from ui.look.widgets import button, label, row

_NAME = Qt.ItemDataRole.UserRole
_PRESS = "Press the new key"


class KeysField(QWidget):
    """Every command of the menus; what is pressed in the line becomes the key of the one that is chosen."""

    def __init__(self, lines: Iterable[str]) -> None:
        super().__init__()
        self._own = own_keys_of(lines)
        self.list = QTreeWidget()
        self.list.setAccessibleName("Commands and their keys")
        self.list.setHeaderLabels(["Command", "Key", "Menu"])
        self.list.setRootIsDecorated(False)
        self.list.setMinimumHeight(240)
        for title, entries in MENUS:
            for spec in entries:
                item = QTreeWidgetItem(self.list, [spec.name, "", title.replace("&", "")])
                item.setData(0, _NAME, spec.id)
        for column in (0, 1):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._look)
        self.key = QKeySequenceEdit()
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName(_PRESS)
        for line in self.key.findChildren(QLineEdit):
            line.setAccessibleName(_PRESS)
            line.setPlaceholderText(_PRESS)
        self.key.editingFinished.connect(self._set)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self.usual = button("Its usual key", self._as_usual)
        self.all_usual = button("All usual keys", self._all_as_usual)
        self._lay_out()
        self._show_keys()
        self.list.setCurrentItem(self._items()[0])

    def _lay_out(self) -> None:
        words = label("New key")
        words.setBuddy(self.key)
        rows = form()
        rows.addRow(words, self.key)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.list, 1)
        box.addLayout(rows)
        box.addWidget(self.trouble)
        box.addLayout(row(self.usual, self.all_usual, None))

    def lines(self) -> tuple[str, ...]:
        """Return the keys that differ from the usual ones, as lines of the setting."""
        return lines_of(self._own)

    def _items(self) -> list[QTreeWidgetItem]:
        every = (self.list.topLevelItem(nth) for nth in range(self.list.topLevelItemCount()))
        return [item for item in every if item is not None]

    def _show_keys(self) -> None:
        for item in self._items():
            name = str(item.data(0, _NAME))
            if (spec := default_of(name)) is not None:
                item.setText(1, keys_of(with_own(spec, self._own)))
                item.setData(1, Qt.ItemDataRole.AccessibleTextRole, item.text(1) or "No key")
                font = self.list.font()
                font.setBold(name in self._own)
                item.setFont(1, font)
        self.all_usual.setEnabled(bool(self._own))
        self.usual.setEnabled(self._name() in self._own)

    def _name(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, _NAME)) if item else ""

    def _look(self) -> None:
        self._say("")
        self.usual.setEnabled(self._name() in self._own)

    def _set(self) -> None:
        """Give the chosen command the key that was pressed, or say why that cannot be."""
        keys = self.key.keySequence().toString()
        self.key.clear()
        for line in self.key.findChildren(QLineEdit):
            line.setPlaceholderText(_PRESS)  # the toolkit has words of its own for an empty one
        if keys and self._name():
            self._take(self._name(), keys)

    def _take(self, name: str, keys: str) -> None:
        spec = default_of(name)
        why = refused(name, keys, {one: own for one, own in self._own.items() if one != name})
        self._say(why)
        if not why and spec is not None:
            self._own.pop(name, None)
            if keys != (spec.keys[0] if spec.keys else ""):
                self._own[name] = keys
            self._show_keys()

    def _as_usual(self) -> None:
        """Give the chosen command back the key that it comes with, unless that is another one's by now."""
        name, spec = self._name(), default_of(self._name())
        if spec is None or not spec.keys:
            self._own.pop(name, None)
            self._show_keys()
        else:
            self._take(name, spec.keys[0])

    def _all_as_usual(self) -> None:
        self._own.clear()
        self._say("")
        self._show_keys()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
