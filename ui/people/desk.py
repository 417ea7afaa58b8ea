"""The people of the desk: who belongs to it and does what in which section. Administrators change it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from desk.errors import KnownError
from desk.review.people import Person
from desk.story import Changes
from ui.look.dialog_frame import Dialog
from ui.look.pressed import in_window
from ui.look.widgets import button, label, row, wrapped_list
from ui.people.person import Entry, PersonDialog, role_words
from ui.work import operations
from ui.work.hub import Hub

if TYPE_CHECKING:
    from desk.session import Desk

_PERSON = Qt.ItemDataRole.UserRole


class PeopleDialog(Dialog):
    """A list, and what can be done with one of it."""

    def __init__(self, hub: Hub, parent: QWidget | None) -> None:
        super().__init__("People of the desk", parent, 640)
        self._hub = hub
        self.list = wrapped_list("People of the desk")
        self.list.setMinimumHeight(280)
        self.list.itemActivated.connect(self.change)
        self._none = label(
            "Nobody is set up yet: whoever works here can do all, and the trail says so. "
            "The first who is added is an administrator.",
            "muted",
            wrap=True,
        )
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        for widget in (self._none, self.list, self.trouble):
            self.body.addWidget(widget)
        self._change = button("Change…", self.change)
        self._leave = button("Take out…", self.take_out)
        self.confirm_key = button("Confirm key", self.confirm)
        self._waiting: dict[str, str] = {}
        self.list.currentRowChanged.connect(self._show_waiting)
        self.body.addLayout(row(button("Add…", self.add), self._change, self._leave, self.confirm_key, None))
        self.answer("Close", self.accept, primary=True)
        hub.changed.connect(self._changed)
        self.reload()

    def _changed(self, _changes: Changes) -> None:
        self.reload()

    def reload(self) -> None:
        """Ask who belongs to the desk."""
        self._hub.ask(_people_and_keys, self._show, self._failed)

    def _show(self, found: tuple[Sequence[Person], dict[str, str], dict[str, str]]) -> None:
        people, self._waiting, told = found
        at = self.list.currentRow()
        self.list.clear()
        for person in people:
            of_key = f"\n{told[person.id]}" if person.id in told else ""
            item = QListWidgetItem(f"{person.name} ({person.initials})\n{role_words(person)}{of_key}")
            item.setData(_PERSON, person)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(at, 0), len(people) - 1))
        self.list.setVisible(bool(people))
        self._none.setVisible(not people)
        for one in (self._change, self._leave):
            one.setEnabled(bool(people))
        self._show_waiting()

    def _show_waiting(self) -> None:
        person = self._chosen()
        self.confirm_key.setVisible(person is not None and bool(self._key_of(person)))

    def _key_of(self, person: Person) -> str:
        return self._waiting.get(person.id, "")

    def confirm(self) -> None:
        """Let the key of the chosen person count that waits."""
        person = self._chosen()
        if person is not None and (key := self._key_of(person)):
            operations.keep_people(self._hub, lambda desk: desk.signing_keys.confirm(key), self._done, self._failed)

    def _chosen(self) -> Person | None:
        item = self.list.currentItem()
        person = item.data(_PERSON) if item else None
        return person if isinstance(person, Person) else None

    def add(self) -> None:
        """Ask for somebody new."""
        self._ask(None)

    def _added(self, entry: Entry) -> None:
        operations.keep_people(
            self._hub,
            lambda desk: desk.people.add(entry.name, entry.initials, entry.roles, entry.pin or ""),
            self._done,
            self._failed,
        )

    def change(self) -> None:
        """Ask for other words, roles or another PIN of the chosen person."""
        if person := self._chosen():
            self._ask(person)

    def _changed_to(self, person: Person, entry: Entry) -> None:
        operations.keep_people(
            self._hub,
            lambda desk: desk.people.change(person.id, **entry.beside(person)),
            self._done,
            self._failed,
        )

    def take_out(self) -> None:
        """Let the chosen person leave the desk, after asking."""
        if person := self._chosen():
            dialog = TakeOutDialog(person, self)
            dialog.wanted.connect(self._taken_out)
            dialog.open()

    def _taken_out(self, person: Person) -> None:
        operations.keep_people(self._hub, lambda desk: desk.people.withdraw(person.id), self._done, self._failed)

    def _ask(self, person: Person | None) -> None:
        settings = self._hub.facts.settings
        dialog = PersonDialog(person, settings.sections, self)
        dialog.added.connect(self._added)
        dialog.changed.connect(self._changed_to)
        dialog.open()

    def _done(self, _changes: Changes) -> None:
        self.trouble.hide()

    def _failed(self, error: KnownError) -> None:
        self.trouble.setText(in_window(str(error)))
        self.trouble.show()


def _people_and_keys(desk: "Desk") -> tuple[Sequence[Person], dict[str, str], dict[str, str]]:
    """Return who belongs to the desk, by person the key that waits to be confirmed, and what is told of their keys."""
    waiting = {key.who.id: key.fingerprint for key in desk.signing_keys.waiting()}
    return desk.people.all(), waiting, desk.signing_keys.told_of_people()


class TakeOutDialog(Dialog):
    """Asks once more."""

    wanted = Signal(object)
    """The `Person`."""

    def __init__(self, person: Person, parent: QWidget | None) -> None:
        super().__init__("Take out", parent, 400)
        self._person = person
        self.body.addWidget(label(person.name, "heading", wrap=True))
        self.say("What was decided, waived and sealed stays in the trail under this name.")
        self.answer("Cancel", self.reject)
        self.answer("Take out", self.accept, primary=True)

    def accept(self) -> None:
        """Say yes."""
        super().accept()
        self.wanted.emit(self._person)
