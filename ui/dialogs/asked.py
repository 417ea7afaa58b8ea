"""Asks what counts of two decisions: what each side did, and the answers; nothing is preset."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desk.review.asked import Asked
from ui.actions.keys import numbered_shortcuts
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label


class AskedDialog(Dialog):
    """One question; closing it answers nothing, and it waits on."""

    answered = Signal(object, int)
    """The `Asked`, and the number of the answer from 0."""

    def __init__(self, asked: Asked, parent: QWidget | None) -> None:
        super().__init__("What counts", parent, 620)
        self._asked = asked
        if asked.slug:
            self.say(asked.slug, "muted")
        self.body.addWidget(label(asked.said, "heading", wrap=True))
        for side in asked.sides:
            self.say(side)
        self.group = QButtonGroup(self)
        for nth, words in enumerate(asked.answers):
            choice = QRadioButton(f"{nth + 1}   {words}".replace("&", "&&"))
            self.group.addButton(choice, nth)
            self.body.addWidget(choice)
        self.group.idClicked.connect(self.choose)
        if asked.after:
            self.say(asked.after, "muted")
        self.answer("&Later", self.reject)
        self.on = self.answer("This counts", self._on, primary=True)
        self.on.setEnabled(False)
        numbered_shortcuts(self, "laying_answer", self.choose)

    def choose(self, nth: int) -> None:
        """Choose an answer by its number, from 0."""
        if (choice := self.group.button(nth)) is not None:
            choice.setChecked(True)
            choice.setFocus()
            self.on.setEnabled(True)

    def _on(self) -> None:
        nth = self.group.checkedId()
        if nth >= 0:
            self.accept()
            self.answered.emit(self._asked, nth)
