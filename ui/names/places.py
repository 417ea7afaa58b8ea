"""Asks which places of one form are to be written like the other; the chosen ones change in one step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desk.checks.check import Edit, Remedy
from desk.checks.names.entries import LedgerEntry
from desk.checks.names.mend import some, unified
from desk.text.words import plural
from ui.look.dialog_frame import Dialog
from ui.look.drop_down import DropDown
from ui.look.widgets import label, wrapped_list

_EDIT = Qt.ItemDataRole.UserRole
_AROUND = 40
"""Code points of the text shown on either side of a place."""


class PlacesDialog(Dialog):
    """One form to keep, and every place of the other one with a box; unticked places stay as they are."""

    wanted = Signal(object, object)
    """The `Remedy`, and the `NameAnswer` that goes with it."""

    def __init__(self, text: str, entry: LedgerEntry, keep: str, drop: str, parent: QWidget | None) -> None:
        super().__init__("Choose the places", parent, 560, 320)
        self._text, self._entry = text, entry
        self.form = DropDown()
        self.form.setAccessibleName("The form to write")
        for one, other in ((keep, drop), (drop, keep)):
            self.form.addItem(f"Write “{one}” instead of “{other}”", (one, other))
        self.places = wrapped_list("Places to change")
        self.places.itemChanged.connect(self._look)
        self.body.addWidget(self.form)
        self.body.addWidget(self.places, 1)
        self.body.addWidget(
            label("Places without a tick stay as they are, and are not asked about again.", "muted", wrap=True)
        )
        self.answer("Cancel", self.reject)
        self.yes = self.answer("Change", self._accept, primary=True)
        self.form.currentIndexChanged.connect(self._fill)
        self._fill()
        self.places.setFocus()

    @property
    def _forms(self) -> tuple[str, str]:
        keep, drop = self.form.currentData()
        return keep, drop

    def _remedy(self) -> Remedy:
        return unified(self._text, self._entry, *self._forms)

    def _fill(self) -> None:
        self.places.clear()
        for edit in self._remedy().edits:
            item = QListWidgetItem(_shown(self._text, edit))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_EDIT, edit)
            self.places.addItem(item)
        if self.places.count():
            self.places.setCurrentRow(0)
        self._look()

    def chosen(self) -> list[Edit]:
        """Return the edits of the places with a tick."""
        items = (self.places.item(at) for at in range(self.places.count()))
        return [item.data(_EDIT) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _look(self) -> None:
        count = len(self.chosen())
        self.yes.setEnabled(count > 0)
        self.yes.setText(f"Change {plural(count, 'place')}")

    def _accept(self) -> None:
        self.wanted.emit(*some(self._remedy(), self.chosen(), *self._forms))
        self.accept()


def _shown(text: str, edit: Edit) -> str:
    """Return the words of a place between some of those around it."""
    start, end = edit.span.start, edit.span.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join(f"…{before}“{edit.span.of(text)}”{after}…".split())
