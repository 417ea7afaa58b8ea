"""The line on the first page that sets up the one who works here, in one step, while nobody is set up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from ui.look.widgets import button, label, row


class SetUpStrip(QFrame):
    """A name that is there already, one button to be it, one to work without."""

    set_up_wanted = Signal(str)
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.name = QLineEdit()
        self.name.setAccessibleName("Your name")
        self.name.setMaxLength(80)
        self.name.setPlaceholderText("Your name")
        self.name.returnPressed.connect(self._set_up)
        self.yes = button("Sign as this", self._set_up)
        self.no = button("Work without", self.declined.emit)
        self.no.setToolTip("You can do all; the trail says that nobody is set up.")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(label("Who works here? Decisions and approvals are signed with this name.", "muted", wrap=True))
        line = row(self.name, self.yes, self.no)
        line.setStretchFactor(self.name, 1)
        box.addLayout(line)
        self.hide()

    def offer(self, name: str) -> None:
        """Show the line with the name of the account."""
        self.name.setText(name)
        self.show()

    def _set_up(self) -> None:
        self.set_up_wanted.emit(self.name.text().strip())
