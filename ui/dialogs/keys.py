"""Every command and key of the window in one list, from the same table as the menus; what is found is run."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from ui.actions.keys import keys_of, pressed
from ui.actions.spec import ActionSpec, Where
from ui.actions.table import counting_in, menus
from ui.look.dialog_frame import Dialog
from ui.look.group_rows import group_row
from ui.look.tips import plain_tip
from ui.look.widgets import label

Line = tuple[str, str, str]
"""What is done, its keys, and its help."""

_INDENT = 16
_NAME = Qt.ItemDataRole.UserRole


def groups() -> Iterator[tuple[str, list[Line]]]:
    """Yield the menus with their actions, then each place with the keys that count there alone."""
    for menu, entries in menus():
        yield menu.replace("&", ""), [(spec.name, keys_of(spec), spec.help) for spec in entries]
    for where in Where:
        if where is not Where.WINDOW:
            yield where.value, [(spec.name, keys_of(spec, where), spec.help) for spec in counting_in(where)]


class KeysDialog(Dialog):
    """A list with a filter; what is chosen runs, unless something stands in its way, which is said."""

    run_wanted = Signal(str)
    """The id of an action of the menus; the dialog has gone by then."""
    settings_wanted = Signal()

    def __init__(self, why_not: Callable[[str], str], parent: QWidget | None) -> None:
        """`why_not` says why an action cannot be used now, empty where it can."""
        super().__init__("Commands and keys", parent, 900)
        self._why_not = why_not
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Find a command or a key")
        self.filter.setAccessibleName("Find a command or a key")
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName("Commands and keys")
        self.list.setHeaderLabels(["Command", "Keys", "What it does"])
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setIndentation(_INDENT)
        self.list.setMinimumHeight(360)
        self.list.itemActivated.connect(self._run_item)
        self.list.currentItemChanged.connect(self._look)
        self._fill()
        self._why = label(" ", "muted")
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._why)
        self.answer("Change keys…", self._change_keys)
        self.answer("Close", self.reject)
        self.run = self.answer("Run", self._run, primary=True)
        self._narrow("")

    def _fill(self) -> None:
        for menu, entries in menus():
            group = group_row(self.list, menu.replace("&", ""))
            for spec in entries:
                self._add(group, spec, keys_of(spec), runs=True)
        for where in (one for one in Where if one is not Where.WINDOW):
            group = group_row(self.list, where.value)
            for spec in counting_in(where):
                self._add(group, spec, keys_of(spec, where), runs=False)
        self.list.expandAll()
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _add(self, group: QTreeWidgetItem, spec: ActionSpec, keys: str, *, runs: bool) -> None:
        """Add one line: a command that runs has its id, one that cannot now is dim and says why."""
        why = self._why_not(spec.id) if runs else f"{group.text(0)}, by its key."
        item = QTreeWidgetItem(group, [spec.name, keys, spec.help])
        item.setToolTip(2, plain_tip(spec.help))
        item.setData(0, _NAME, spec.id if runs and not why else "")
        item.setData(1, _NAME, why)
        item.setData(2, _NAME, runs)
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, keys or "No key")
        if why:
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{spec.name}, not now: {why}")
        if runs and why:
            for column in range(3):
                item.setForeground(
                    column, self.palette().brush(self.palette().ColorGroup.Disabled, self.palette().ColorRole.Text)
                )

    # -- Finding -----------------------------------------------------------------------------------------------------

    def _narrow(self, words: str) -> None:
        """Leave what holds all these words, or stands below a title that does, and choose what fits them best."""
        sought = [re.compile(rf"(?<!\w){re.escape(word)}") for word in words.casefold().split()]
        for group in self._items(self.list.invisibleRootItem()):
            title = group.text(0).casefold()
            whole = bool(sought) and all(word.search(title) for word in sought)
            for item in self._items(group):
                text = " ".join(item.text(column) for column in range(3)).casefold()
                item.setHidden(not whole and not all(word.search(text) for word in sought))
            group.setHidden(all(item.isHidden() for item in self._items(group)))
        self._choose_best(" ".join(words.casefold().split()))

    def _choose_best(self, words: str) -> None:
        shown = self._shown()
        if shown:
            best = min(shown, key=_Fit(words))
            self.list.setCurrentItem(best)
            self.list.scrollToItem(best, QTreeWidget.ScrollHint.PositionAtCenter)
        else:
            self.list.setCurrentIndex(QModelIndex())
        self._look()

    def _shown(self) -> list[QTreeWidgetItem]:
        groups = self._items(self.list.invisibleRootItem())
        return [item for group in groups for item in self._items(group) if not item.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys move through the list, and run what is chosen, while letters are typed."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match pressed(event, Where.COMMANDS):
                case "command_next":
                    return self._step(1)
                case "command_previous":
                    return self._step(-1)
                case "command_run":
                    self._run()
                    return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> bool:
        shown, now = self._shown(), self.list.currentItem()
        at = shown.index(now) + by if now in shown else 0
        if shown:
            self.list.setCurrentItem(shown[min(max(at, 0), len(shown) - 1)])
        return True

    # -- Running -----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        item = self.list.currentItem()
        why = str(item.data(1, _NAME) or "") if item else "" if self._shown() else "No command is called that."
        self._why.setText(why or " ")
        self.run.setEnabled(bool(item and item.data(0, _NAME)))

    def _run_item(self, _item: QTreeWidgetItem) -> None:
        self._run()

    def _run(self) -> None:
        item = self.list.currentItem()
        if item and (name := str(item.data(0, _NAME) or "")):
            self.accept()
            self.run_wanted.emit(name)

    def _change_keys(self) -> None:
        self.accept()
        self.settings_wanted.emit()

    @staticmethod
    def _items(parent: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        return [item for nth in range(parent.childCount()) if (item := parent.child(nth)) is not None]


class _Fit:
    """How badly a line fits what was typed: a command named so fits best, whether it can run or not."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __call__(self, item: QTreeWidgetItem) -> tuple[bool, int]:
        name = item.text(0).casefold()
        fits = (name == self._words, name.startswith(self._words), f" {self._words}" in name, True)
        return not item.data(2, _NAME), fits.index(True)
