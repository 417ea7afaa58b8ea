"""Lists the stories that were changed in two places, each with how much of it needs a person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desk.merging.apart import NeedsYou
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label

_ID = Qt.ItemDataRole.UserRole
NOTHING = "No story was changed in two places: nothing needs you."
SOME = (
    "These stories were changed in two places. Both texts are kept, and nothing is approved before they are together."
)


class NeedsYouDialog(Dialog):
    """One line a story; the chosen one is opened and its texts laid together."""

    wanted = Signal(str)
    """The id of a story."""
    clear_wanted = Signal()
    """Those of which nothing needs a person are to be laid together at once."""

    def __init__(self, waiting: Sequence[NeedsYou], parent: QWidget | None) -> None:
        super().__init__("What needs a person", parent, 620)
        self.body.addWidget(label(SOME if waiting else NOTHING, wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName("Stories changed in two places")
        self.list.setWordWrap(True)
        self.list.setVisible(bool(waiting))
        for one in waiting:
            item = QListWidgetItem(f"{one.slug}\n{one.whose}. {one.needs}")
            item.setData(_ID, one.story)
            self.list.addItem(item)
        self.list.itemActivated.connect(self._open)
        self.body.addWidget(self.list, 1)
        if not waiting:
            self.answer("Close", self.reject, primary=True)
            return
        self.list.setCurrentRow(0)
        self.answer("Close", self.reject)
        clear = sum(not one.questions for one in waiting)
        if clear:
            self.answer(f"&All that need nothing ({clear})", self._take_clear)
        self.answer("Lay together", self._open, primary=True)
        self.list.setFocus()

    def _take_clear(self) -> None:
        self.accept()
        self.clear_wanted.emit()

    def _open(self) -> None:
        if (item := self.list.currentItem()) is not None:
            story = str(item.data(_ID))
            self.accept()
            self.wanted.emit(story)
