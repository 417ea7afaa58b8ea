"""Asks for one person: name, initials, roles by section, PIN."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from desk.review.people import EVERY_SECTION, NEWCOMERS_ROLES, OFFERED_ROLES, Person, SectionRoles
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.tips import plain_tip
from ui.look.widgets import label


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as the user entered them; `pin` is None where it is to stay."""

    name: str
    initials: str
    roles: SectionRoles = field(default_factory=dict)
    pin: str | None = None

    def beside(self, person: Person) -> dict[str, Any]:
        """Return what differs from the person, as `Session.change_person` takes it: one's own PIN needs no leave."""
        given: dict[str, Any] = {}
        if self.name != person.name:
            given["name"] = self.name
        if self.initials != person.initials:
            given["initials"] = self.initials
        if self.roles != roles_of(person):
            given["roles"] = self.roles
        if self.pin is not None:
            given["pin"] = self.pin
        return given


def roles_of(person: Person) -> SectionRoles:
    """Return the roles by section, "*" for all."""
    found = {EVERY_SECTION: person.roles, **person.by_section}
    return {section: roles for section, roles in found.items() if roles}


def role_words(person: Person) -> str:
    """Return what a person may do, in words."""
    parts = [
        (
            ", ".join(sorted(role.words for role in roles))
            if section == EVERY_SECTION
            else f"{section}: {', '.join(sorted(role.words for role in roles))}"
        )
        for section, roles in roles_of(person).items()
    ]
    return "; ".join(parts) or "looks on only"


class PersonDialog(Dialog):
    """Fields, and a table of sections and roles."""

    added = Signal(object)
    """The `Entry` of somebody new."""
    changed = Signal(object, object)
    """The `Person` who was shown, and the `Entry` of what they are to be."""

    def __init__(self, person: Person | None, sections: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(person.name if person else "Somebody new", parent, 560)
        self._person = person
        self.name = QLineEdit(person.name if person else "")
        self.name.setMaxLength(80)
        self.initials = QLineEdit(person.initials if person else "")
        self.initials.setMaxLength(4)
        self.initials.setPlaceholderText("From the name")
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(64)
        has_pin = person is not None and person.has_pin
        self.pin.setPlaceholderText("Stays as it is" if has_pin else "None")
        self.no_pin = QCheckBox("Take the PIN away")
        self.no_pin.setVisible(has_pin)
        fields = form()
        add_row(fields, "Name", self.name, "What decisions are signed with.")
        add_row(fields, "Initials", self.initials, "What is typed to say who is working.")
        add_row(fields, "PIN", self.pin, "Asked for when somebody says they are this person, if the desk wants that.")
        self.body.addLayout(fields)
        self.body.addWidget(self.no_pin)
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self.body.addLayout(self._table(person, sections))
        self.body.addStretch(1)
        self.answer("Cancel", self.reject)
        self._yes = self.answer("Keep", self._accept, primary=True)
        self.name.textChanged.connect(self._look)
        self._look()

    def _table(self, person: Person | None, sections: Sequence[str]) -> QGridLayout:
        roles = roles_of(person) if person else {EVERY_SECTION: NEWCOMERS_ROLES}
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        for column, role in enumerate(OFFERED_ROLES, 1):
            title = label(role.heading, "muted")
            title.setToolTip(plain_tip(role.words))
            grid.addWidget(title, 0, column, Qt.AlignmentFlag.AlignHCenter)
        listed = [EVERY_SECTION, *dict.fromkeys([*sections, *(s for s in roles if s != EVERY_SECTION)])]
        for at, section in enumerate(listed, 1):
            name = "All sections" if section == EVERY_SECTION else section
            grid.addWidget(label(name), at, 0)
            for column, role in enumerate(OFFERED_ROLES, 1):
                box = QCheckBox()
                box.setAccessibleName(f"{name}: {role.words}")
                box.setToolTip(plain_tip(f"{name}: {role.words}"))
                box.setChecked(role in roles.get(section, ()))
                self.boxes[section, role] = box
                grid.addWidget(box, at, column, Qt.AlignmentFlag.AlignHCenter)
        grid.setColumnStretch(0, 1)
        return grid

    def _look(self) -> None:
        self._yes.setEnabled(bool(self.name.text().strip()))

    def roles(self) -> SectionRoles:
        """Return the roles that are ticked."""
        sections = dict.fromkeys(section for section, _ in self.boxes)
        found = {s: frozenset(r for r in OFFERED_ROLES if self.boxes[s, r].isChecked()) for s in sections}
        return {section: roles for section, roles in found.items() if roles}

    def _accept(self) -> None:
        pin = "" if self.no_pin.isChecked() else self.pin.text() or None
        name, initials = " ".join(self.name.text().split()), "".join(self.initials.text().split())
        entry = Entry(name, initials, self.roles(), pin)
        if self._person is None:
            self.added.emit(entry)
        else:
            self.changed.emit(self._person, entry)
        self.accept()
