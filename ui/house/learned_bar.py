"""What approved stories clearly do, asked one by one: a keeper makes it the rule, or says no for good."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desk.checks.style.choices.learning import FormsOfText, Learned, learned
from desk.services.house_style import ApprovedForms, HousePage
from desk.settings.house_writing import HouseEdit
from ui.house.standing import proposal_words, proposed
from ui.look.widgets import button, label, row
from ui.work import house
from ui.work.hub import Hub
from ui.work.lanes import Token


class LearnedBar(QFrame):
    """One question at a time above the choices; nothing where there is none."""

    made = Signal(object)
    """The `Learned` whose form is to be the rule."""
    declined = Signal(str)
    """A choice, or choice and word, that is not to be proposed again."""

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.setObjectName("card")
        self._hub = hub
        self._token: Token | None = None
        self._known: dict[str, FormsOfText] = {}
        self._learnt: Sequence[Learned] = ()
        self._open: list[Learned] = []
        self._unread = 0
        self._stopped = False
        self.said = label("", wrap=True)
        self.make = button("&Make it the rule", self._make)
        self.no = button("&No", self._no)
        self.later = button("Ne&xt", self._later)
        line = row(self.said, self.make, self.no, self.later, margins=(12, 8, 12, 8))
        line.setStretchFactor(self.said, 1)
        self.setLayout(line)
        self.hide()

    @property
    def busy(self) -> bool:
        """Return whether approved stories are being read."""
        return self._token is not None

    def look(self) -> None:
        """Ask what approved stories do; those that nobody read yet are read, in the lane of checks."""
        house.approved(self._hub, self._found)

    def stop(self) -> None:
        """Break off reading; `resume` goes on with what is not known by then."""
        if self._token is not None:
            self._token.cancel()
            self._token = None
            self._stopped = True

    def resume(self) -> None:
        """Read on what was broken off."""
        if self._stopped:
            self._stopped = False
            self.look()

    def show_for(self, page: HousePage, edit: HouseEdit) -> None:
        """Ask what is open with this page and edit."""
        still = {one.id: one for one in proposed(page, edit, self._learnt)}
        first = [
            still[one.id] for one in self._open if one.id in still
        ]  # in the order that somebody put them in by “Next”
        self._open = [*first, *(one for one in still.values() if one not in first)]
        self.setVisible(bool(self._open) or self.busy)
        if self._open:
            self.said.setText(proposal_words(page, self._open[0]))
        for one in (self.make, self.no):
            one.setVisible(bool(self._open))
            one.setEnabled(not page.refused)
        self.later.setVisible(len(self._open) > 1)
        self.later.setText(f"Ne&xt of {len(self._open)}")

    changed = Signal()
    """More is known than before."""

    def _found(self, found: ApprovedForms) -> None:
        self._known = dict(found.known)
        self._unread = len(found.unread)
        if found.unread:
            self._token = Token()
            house.read_forms(self._hub, found.unread, told=self._told, done=self._read, token=self._token)
            self._told(0)
        self._learn()

    def _told(self, count: int) -> None:
        if self.busy and not self._open:
            self.said.setText(f"Reading approved stories: {count} of {self._unread} …")

    def _read(self, forms: Mapping[str, FormsOfText]) -> None:
        self._token = None
        self._known.update(forms)
        house.keep_forms(self._hub, forms)
        self._learn()

    def _learn(self) -> None:
        self._learnt = learned(self._known.values())
        self.changed.emit()

    def _make(self) -> None:
        if self._open:
            self.made.emit(self._open[0])

    def _no(self) -> None:
        if self._open:
            self.declined.emit(self._open[0].id)

    def _later(self) -> None:
        self._open = [*self._open[1:], *self._open[:1]]
        self.changed.emit()
