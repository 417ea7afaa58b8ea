"""The decisions in force for the open story, the newest first, each of which can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from desk.checking.checklist import Standing
from desk.review.words import STANDINGS
from desk.story import Ruling
from ui.look import icons, theme
from ui.look.widgets import button, label, row, wrapped_list

_ID = Qt.ItemDataRole.UserRole


class Decisions(QWidget):
    """A list with one button; Delete or Return on a line takes it back as well."""

    undo_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._list = wrapped_list("Decisions in force")
        self._list.itemActivated.connect(self.undo_current)
        self._list.currentRowChanged.connect(self._chose)
        self._none = label("Nothing was waived or called not an error in this story.", "muted", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._undo = button("Take this decision back", self.undo_current, icon="undo")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._none)
        box.addWidget(self._list, 1)
        box.addStretch(0)
        box.addLayout(row(self._undo, None, margins=(16, 8, 16, 12)))
        self.show_rulings(())

    def _chose(self, at: int) -> None:
        self._undo.setEnabled(at >= 0)

    def show_rulings(self, rulings: Sequence[Ruling]) -> None:
        """Show these decisions, keeping the line that was chosen."""
        chosen = self._chosen()
        self._list.clear()
        for ruling in rulings:
            self._list.addItem(_entry(ruling))
            if ruling.id == chosen:
                self._list.setCurrentRow(self._list.count() - 1)
        self._none.setVisible(not rulings)
        self._list.setVisible(bool(rulings))
        self._undo.setVisible(bool(rulings))
        self._undo.setEnabled(self._list.currentRow() >= 0)

    def undo_current(self) -> None:
        """Take the chosen decision back."""
        if chosen := self._chosen():
            self.undo_wanted.emit(chosen)

    def take_focus(self) -> None:
        """Move the keyboard to the list, on its first line if none is chosen."""
        self._list.setFocus()
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def _chosen(self) -> str:
        item = self._list.currentItem()
        return str(item.data(_ID)) if item else ""


def _entry(ruling: Ruling) -> QListWidgetItem:
    name = "waived" if ruling.standing is Standing.WAIVED else "not-an-error"
    reach = "" if ruling.standing is Standing.WAIVED else f" {ruling.scope.words}"
    item = QListWidgetItem(
        icons.icon(name, theme.current().waived),
        f"{ruling.what}\n{STANDINGS[ruling.standing].capitalize()}{reach} · {ruling.why}",
    )
    item.setData(_ID, ruling.id)
    return item
