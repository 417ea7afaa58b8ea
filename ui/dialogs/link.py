"""Asks where words lead."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.errors import KnownError
from desk.text.links import address_typed
from desk.text.words import shortened
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.widgets import label

_LONGEST = 80


class LinkDialog(Dialog):
    """The words, and one line for their address; what is no address is said beneath and not taken."""

    wanted = Signal(str)
    """The address, as it is kept."""

    def __init__(self, words: str, address: str, parent: QWidget | None) -> None:
        super().__init__("Link", parent, 520)
        self.say(f"“{shortened(words, _LONGEST)}” leads to")
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("https://… or a mail address")
        self.address.selectAll()
        self.address.textEdited.connect(self._edited)
        rows = form()
        add_row(rows, "Address", self.address, "Of the web or of mail; it is kept, and never opened.")
        self.body.addLayout(rows)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        self.body.addWidget(self.fault)
        self.answer("Cancel", self.reject)
        self.set = self.answer("Set link", self._accept, primary=True)
        self.address.setFocus()
        self._edited(address)

    def _edited(self, typed: str) -> None:
        self.fault.hide()
        self.set.setEnabled(bool(typed.strip()))

    def _accept(self) -> None:
        try:
            address = address_typed(self.address.text())
        except KnownError as error:
            self.fault.setText(str(error))
            self.fault.show()
            return
        self.accept()
        self.wanted.emit(address)
