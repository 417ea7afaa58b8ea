"""Lists all that needs a person: stories that were changed in two places, and what was decided in two ways."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desk.review.asked import Needs
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label, wrapped_list

_WHAT = Qt.ItemDataRole.UserRole
NOTHING = "Nothing was changed or decided in two places, and no signing key waits: nothing needs you."
SOME = (
    "This waits for a word of yours. Of two sides both are kept, nothing is chosen for you, and no text is "
    "approved before it is one."
)


class NeedsYouDialog(Dialog):
    """One line a story whose texts are apart, and one a question; the chosen one is opened."""

    wanted = Signal(str)
    """The id of a story whose texts are to be laid together."""
    asked = Signal(object)
    """A question (`Asked`) that is to be answered."""
    clear_wanted = Signal()
    """Those of which nothing needs a person are to be laid together at once."""

    def __init__(self, needs: Needs, parent: QWidget | None) -> None:
        super().__init__("What needs a person", parent, 620)
        some = bool(needs.apart or needs.asked)
        self.body.addWidget(label(SOME if some else NOTHING, wrap=True))
        self.list = wrapped_list("What needs a person")
        self.list.setVisible(some)
        for one in needs.apart:
            self._add(f"{one.slug}\n{one.whose}. {one.needs}", one.story)
        for asked in needs.asked:
            self._add("\n".join((": ".join(filter(None, (asked.slug, asked.said))), *asked.sides)), asked)
        self.list.itemActivated.connect(self._open)
        self.body.addWidget(self.list, 1)
        if not some:
            self.answer("Close", self.reject, primary=True)
            return
        self.list.setCurrentRow(0)
        self.answer("Close", self.reject)
        clear = sum(not one.questions for one in needs.apart)
        if clear:
            self.answer(f"&All that need nothing ({clear})", self._take_clear)
        self.answer("Open", self._open, primary=True)
        self.list.setFocus()

    def _take_clear(self) -> None:
        self.accept()
        self.clear_wanted.emit()

    def _add(self, words: str, what: object) -> None:
        item = QListWidgetItem(words)
        item.setData(_WHAT, what)
        self.list.addItem(item)

    def _open(self) -> None:
        if (item := self.list.currentItem()) is not None:
            what = item.data(_WHAT)
            self.accept()
            (self.wanted if isinstance(what, str) else self.asked).emit(what)
