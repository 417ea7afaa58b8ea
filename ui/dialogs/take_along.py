"""Asks which stories are taken along, and whether the pack is locked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from desk.packs.exchange_plan import Leaving
from desk.packs.loan import Loan
from desk.text.words import plural
from ui.dialogs.moment import MomentField
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label, row

_TWICE = "The two passphrases differ."


class TakeAlongDialog(Dialog):
    """One choice and a passphrase on wish; where nothing is open, the list alone can go."""

    asked = Signal(bool)
    """It is to be said what would go: with the whole list, or with the first choice."""
    wanted = Signal(bool, str, object)
    """Whether the whole list goes, the passphrase, empty for none, and the `Loan`, None for none."""

    def __init__(self, slug: str, chosen: int, listed: int, parent: QWidget | None) -> None:
        """`slug` is of the open story, empty for none; `chosen` counts those chosen in the list, `listed` all of it."""
        super().__init__("Take along", parent, 560)
        self.say(
            "A pack is one file: every version, decision, comment and document of its stories. What is here stays."
        )
        one = f"The &stories chosen in the list ({chosen})" if chosen > 1 else f"&This story: “{slug}”"
        self.one = QRadioButton(one)
        self.all = QRadioButton(f"&All of the list as it is filtered now: {plural(listed, 'story', 'stories')}")
        self.one.setEnabled(bool(slug) or chosen > 1)
        self.all.setEnabled(bool(listed))
        (self.one if self.one.isEnabled() else self.all).setChecked(True)
        self.body.addWidget(self.one)
        self.body.addWidget(self.all)
        self.leaving = label("", "heading", wrap=True)
        self.body.addWidget(self.leaving)
        self.all.toggled.connect(self.asked)
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field, name in ((self.passphrase, "Passphrase, if it is to be locked"), (self.again, "Once more")):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.textChanged.connect(self._look)
            self.body.addWidget(field)
        self.to, self.laptop = QLineEdit(), QLineEdit()
        for field, name in ((self.to, "Lent to, if it is a loan: a name"), (self.laptop, "On which laptop")):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
        self.until = MomentField("Back by", None)
        self.body.addLayout(row(self.to, self.laptop))
        self.body.addWidget(self.until)
        self.body.addWidget(
            label("A loan is shown in the list. It stops nobody from going on here.", "muted", wrap=True)
        )
        self.fault = label(" ", "error", wrap=True)
        self.body.addWidget(self.fault)
        self.answer("Cancel", self.reject)
        self.save = self.answer("Save as…", self._accept, primary=True)
        self._look()

    def ask(self) -> None:
        """Ask what would go."""
        self.asked.emit(self.all.isChecked())

    def tell(self, leaving: Leaving) -> None:
        """Say what would go."""
        self.leaving.setText(leaving.said)

    def _look(self) -> None:
        differ = self.passphrase.text() != self.again.text()
        self.fault.setText(_TWICE if differ and self.again.text() else " ")
        self.save.setEnabled(not differ and (self.one.isEnabled() or self.all.isEnabled()))

    def _accept(self) -> None:
        whole, passphrase, to = self.all.isChecked(), self.passphrase.text(), self.to.text().strip()
        loan = Loan(to, self.laptop.text().strip(), self.until.moment()) if to else None
        self.accept()
        self.wanted.emit(whole, passphrase, loan)
