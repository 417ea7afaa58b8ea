"""Keeps other headlines of a story beside the one it has, each with its counts, and lets one take its place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.look.dialog_frame import Dialog
from ui.look.widgets import button, label, row, wrapped_list

_HEADLINE = Qt.ItemDataRole.UserRole


class HeadlinesDialog(Dialog):
    """The headline of the story, a line for another one, and the list of those that are kept."""

    kept = Signal(object)
    """All alternatives, as a tuple."""
    used = Signal(str)
    """The headline that is to stand; the one that stood is among the alternatives that were told before."""

    def __init__(
        self, now: str, others: Sequence[str], told: Callable[[str], str], parent: QWidget | None, *, may_use: bool
    ) -> None:
        """`told` gives the counts of a headline; `may_use` says whether the story has a headline to exchange."""
        super().__init__("Headlines", parent, 560)
        self._now, self._told, self._may_use = now, told, may_use
        self.body.addWidget(label(now or "This story has no headline yet.", "heading", wrap=True))
        self.body.addWidget(label(told(now) if now else "", "muted"))
        self.new = QLineEdit()
        self.new.setPlaceholderText("Another headline")
        self.new.setAccessibleName("Another headline")
        self.new.textChanged.connect(self._count)
        self.new.installEventFilter(self)
        self.counts = label(" ", "muted")
        self.list = wrapped_list("Other headlines")
        self.list.currentRowChanged.connect(self._look)
        self.remove = button("Remove", self._remove)
        self.body.addWidget(self.new)
        self.body.addWidget(self.counts)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row(button("Add", self.add), self.remove, None))
        self.answer("Cancel", self.reject)
        self.use = self.answer("Use it", self._use)
        self.answer("Keep", self._keep, primary=True)
        for headline in others:
            self._append(headline)
        self._look()

    def others(self) -> tuple[str, ...]:
        """Return the alternatives as they stand in the list."""
        items = (self.list.item(nth) for nth in range(self.list.count()))
        return tuple(str(item.data(_HEADLINE)) for item in items)

    def add(self) -> None:
        """Put what was written into the list, once."""
        headline = " ".join(self.new.text().split())
        if headline and headline != self._now and headline not in self.others():
            self._append(headline)
            self.list.setCurrentRow(self.list.count() - 1)
        self.new.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Return add what stands in the line, so that several can be written; in an empty one it keeps them."""
        written = watched is self.new and self.new.text().strip() and event.type() == QEvent.Type.KeyPress
        if written and isinstance(event, QKeyEvent) and pressed(event, Where.HEADLINES) == "headline_add":
            self.add()
            return True
        return super().eventFilter(watched, event)

    def _append(self, headline: str) -> None:
        item = QListWidgetItem(f"{headline}\n{self._told(headline).removeprefix('Headline: ')}")
        item.setData(_HEADLINE, headline)
        self.list.addItem(item)

    def _count(self, words: str) -> None:
        self.counts.setText(self._told(words).removeprefix("Headline: ") if words.strip() else " ")

    def _look(self) -> None:
        chosen = self.list.currentRow() >= 0
        self.remove.setEnabled(chosen)
        self.use.setEnabled(chosen and self._may_use)

    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._look()

    def _use(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            chosen = str(item.data(_HEADLINE))
            rest = (self._now if other == chosen else other for other in self.others())
            self.kept.emit(tuple(rest))
            self.used.emit(chosen)
            self.accept()

    def _keep(self) -> None:
        self.add()
        self.kept.emit(self.others())
        self.accept()
