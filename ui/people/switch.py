"""Asks who is working: by initials, with a PIN where the desk wants one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desk.errors import KnownError
from desk.review.people import Person
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.look.dialog_frame import Dialog
from ui.look.pressed import in_window
from ui.look.widgets import label

_PERSON = Qt.ItemDataRole.UserRole
Failed = Callable[[KnownError], None]
Switch = Callable[[Person, str, Callable[[], None], Failed], None]
"""Called with the person, the PIN, what to do when it was done, and with a fault."""


class SwitchDialog(Dialog):
    """Type initials or the beginning of a name, then Return."""

    def __init__(
        self, people: Sequence[Person], now: Person, switch: Switch, parent: QWidget | None, *, pins: bool, start: bool
    ) -> None:
        """`pins` says whether the desk asks for a PIN, `start` that nobody has said yet who is working."""
        super().__init__("Who is working?", parent, 420)
        self._switch, self._pins, self._people = switch, pins, people
        self.initials = QLineEdit()
        self.initials.setAccessibleName("Initials or name")
        self.initials.setPlaceholderText("Initials, or the beginning of a name")
        self.initials.setMaxLength(80)
        self.initials.textChanged.connect(self._narrow)
        self.initials.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("People of the desk")
        self.list.setMinimumHeight(200)
        self.list.currentItemChanged.connect(self._look)
        self.list.itemActivated.connect(self._accept)
        self.pin = QLineEdit()
        self.pin.setAccessibleName("PIN")
        self.pin.setPlaceholderText("PIN")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(64)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        if not start:
            self.say(f"{now.name} is working now.", "muted")
        for widget in (self.initials, self.list, self.pin, self.trouble):
            self.body.addWidget(widget)
        self.answer("Only look" if start else "Cancel", self.reject)
        self.go = self.answer("Work", self._accept, primary=True)
        self._narrow("")
        self.initials.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys move through the list while letters are typed."""
        if watched is self.initials and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {"person_next": 1, "person_previous": -1}.get(pressed(event, Where.SWITCH), 0)
            if step:
                at = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(at, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        """Show whoever's initials or name begins with what was typed; exact initials come first."""
        sought = " ".join(typed.split()).casefold()
        fitting = [p for p in self._people if _fits(p, sought)]
        fitting.sort(key=lambda p: (p.initials.casefold() != sought, p.name.casefold()))
        self.list.clear()
        for person in fitting:
            item = QListWidgetItem(f"{person.initials}    {person.name}")
            item.setData(_PERSON, person)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._look()

    def _chosen(self) -> Person | None:
        item = self.list.currentItem()
        person = item.data(_PERSON) if item else None
        return person if isinstance(person, Person) else None

    def _look(self) -> None:
        person = self._chosen()
        self.pin.setVisible(self._pins and person is not None and person.has_pin)
        self.go.setEnabled(person is not None)
        self.go.setText(f"Work as {person.initials}".replace("&", "&&") if person else "Work")
        self._tell("" if person or not self.initials.text() else "Nobody of the desk is called so.")

    def _accept(self) -> None:
        person = self._chosen()
        if person is None:
            return
        if self.pin.isVisible() and not self.pin.text():
            self.pin.setFocus()
            return
        self.go.setEnabled(False)
        self._switch(person, self.pin.text(), self.accept, self._failed)

    def _failed(self, error: KnownError) -> None:
        self.go.setEnabled(True)
        self._tell(in_window(str(error)))
        if self.pin.isVisible():
            self.pin.setFocus()
            self.pin.selectAll()

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))


def _fits(person: Person, sought: str) -> bool:
    words = [person.initials, person.name, *person.name.split()]
    return any(word.casefold().startswith(sought) for word in words)
