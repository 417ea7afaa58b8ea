"""Asks how long the story is to be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.text.length import Length, Unit
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.drop_down import DropDown
from ui.look.widgets import number_field

_MOST = 100_000


class LengthDialog(Dialog):
    """A number and what it counts; nought stands for no length."""

    wanted = Signal(str)
    """The length as it is kept, empty for none."""

    def __init__(self, length: Length | None, column: int, parent: QWidget | None) -> None:
        """`column` is how many characters a line of the desk's column has."""
        super().__init__("How long the story is to be", parent, 420)
        self.number = number_field(0, _MOST, length.number if length else 0)
        self.number.setSpecialValueText("No length")
        self.unit = DropDown()
        self.unit.addItem("words", Unit.WORDS.value)
        self.unit.addItem(f"lines of {column} characters", Unit.LINES.value)
        self.unit.setCurrentIndex(self.unit.findData(length.unit.value if length else Unit.WORDS.value))
        fields = form()
        add_row(fields, "Length", self.number)
        add_row(fields, "Counted in", self.unit)
        self.body.addLayout(fields)
        self.say("Headline, byline and captions count; advertising, its labels and leftovers do not.", "muted")
        self.answer("Cancel", self.reject)
        self.answer("Keep", self._accept, primary=True)
        self.number.setFocus()
        self.number.selectAll()

    def _accept(self) -> None:
        number = self.number.value()
        self.wanted.emit(str(Length(number, Unit(self.unit.currentData()))) if number else "")
        self.accept()
