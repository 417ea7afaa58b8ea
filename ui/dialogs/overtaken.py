"""Shows what somebody else saved while a story was edited here, beside the text that stands here; nothing is lost."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.text.diff import Comparison
from ui.actions.keys import key_of, shortcuts
from ui.actions.spec import Where
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label, row
from ui.review.changes import ChangesSheet
from ui.review.strips import summary

_WIDTH, _HEIGHT = 900, 340


class OvertakenDialog(Dialog):
    """Save on top, keep apart as a story of its own, or stay, as one does by dismissing it."""

    on_top = Signal()
    apart = Signal()
    stayed = Signal()

    def __init__(self, who: str, version: int, comparison: Comparison, parent: QWidget | None) -> None:
        """`comparison` is of the text that was saved meanwhile with the one that stands here."""
        super().__init__("Saved by somebody else meanwhile", parent, _WIDTH)
        self.body.addWidget(
            label(f"{who or 'Somebody'} saved version {version} while you edited this story.", "heading", wrap=True)
        )
        self.say(
            f"Your text against it: {summary(comparison)}. {key_of('change_next')} walks the changes. "
            "Both texts are kept.",
            "muted",
        )
        self.body.addLayout(row(label("Saved meanwhile", "heading"), None, label("Your text", "heading"), None))
        self.changes = ChangesSheet()
        self.changes.setMinimumHeight(_HEIGHT)
        self.changes.show_comparison(comparison, beside=True, folded=True)
        self.body.addWidget(self.changes, 1)
        shortcuts(self, Where.OVERTAKEN, {"change_next": self._next, "change_previous": self._previous})
        self.answer("Stay here", self.reject)
        self.answer("Keep mine as a story of its own", self._keep_apart)
        self.answer("Save mine as the next version", self._save_on_top, primary=True)
        self.changes.setFocus()

    def _next(self) -> None:
        self.changes.step(back=False)

    def _previous(self) -> None:
        self.changes.step(back=True)

    def _keep_apart(self) -> None:
        self.accept()
        self.apart.emit()

    def _save_on_top(self) -> None:
        self.accept()
        self.on_top.emit()

    def reject(self) -> None:
        """Stay with the text as it is here."""
        super().reject()
        self.stayed.emit()
