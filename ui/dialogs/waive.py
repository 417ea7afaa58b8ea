"""Asks why a finding may stand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desk.checks.check import Finding
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label

_USUAL = ("Checked with the writer", "As the person spells it", "Quoted as said", "House style allows it")


class WaiveDialog(Dialog):
    """A line for the reason, and the reasons given lately to choose from."""

    wanted = Signal(object, str)
    """The finding, and the reason."""

    def __init__(self, finding: Finding, recent: Sequence[str], parent: QWidget | None) -> None:
        super().__init__("Waive", parent)
        self._finding = finding
        words = " ".join(finding.quote.split())
        self.body.addWidget(
            label(f"“{words[:80]}”" if any(map(str.isalnum, words)) else "Waive this finding", "heading", wrap=True)
        )
        self.say(finding.message, "muted")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Reason")
        self.reason.setPlaceholderText("Why may it stand? The section chief will read this.")
        self.reason.setMaxLength(500)
        self.reason.textChanged.connect(self._changed)
        self.reason.installEventFilter(self)
        self.body.addWidget(self.reason)
        self.recent = QListWidget()
        self.recent.setAccessibleName("Reasons used before")
        self.recent.addItems([*recent, *(r for r in _USUAL if r not in recent)])
        self.recent.setMaximumHeight(176)
        self.recent.setSpacing(1)
        self.recent.itemClicked.connect(self._take)
        self.recent.currentItemChanged.connect(self._take)
        self.recent.itemActivated.connect(self._accept)
        self.body.addWidget(self.recent)
        self.answer("Cancel", self.reject)
        self._yes = self.answer("Waive", self._accept, primary=True)
        self._yes.setEnabled(False)
        self.reason.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key reach the list of reasons from the line."""
        if (
            watched is self.reason
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and pressed(event, Where.WAIVE) == "reasons"
        ):
            self.recent.setFocus()
            self.recent.setCurrentRow(0)
            return True
        return super().eventFilter(watched, event)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.reason.setText(item.text())

    def _changed(self, text: str) -> None:
        self._yes.setEnabled(bool(text.strip()))

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.wanted.emit(self._finding, reason)
            self.accept()
