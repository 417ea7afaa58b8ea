"""Gives rules of review, house style and name book of the desk to its laptops, or proposes a laptop's own."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk.errors import KnownError
from desk.review.papers import PaperLine, PapersStand
from desk.story import Changes
from ui.look.dialog_frame import Dialog
from ui.look.pressed import in_window
from ui.look.widgets import label
from ui.work.hub import Hub

if TYPE_CHECKING:
    from desk.session import Desk

_AT_HOME = (
    "Laptops work by what the desk gives out: with the next pack or exchange it is in force there, and their own files "
    "stay where they were. It is signed with your key."
)
_ON_A_LAPTOP = (
    "This laptop works by what its desk gave out. What it has of its own can be proposed: an administrator of the desk "
    "takes it over or says no."
)


class PapersDialog(Dialog):
    """A line for each paper and how it stands; one button gives out all that differs."""

    def __init__(self, hub: Hub, parent: QWidget | None) -> None:
        super().__init__("Rules for laptops", parent, 560)
        self._hub = hub
        self.about, self.lines = label("", "muted", wrap=True), label("Looking…", wrap=True)
        self.told, self.fault = label("", wrap=True), label("", "error", wrap=True)
        for widget in (self.about, self.lines, self.told, self.fault):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.answer("Close", self.reject)
        self.go = self.answer("Give out", self._give_out, primary=True)
        self.go.setEnabled(False)
        self._tell()
        self._look()

    def _look(self) -> None:
        self._hub.ask(_standing, self._show, self._failed)

    def _show(self, stand: PapersStand) -> None:
        self.about.setText(_AT_HOME if stand.at_home else _ON_A_LAPTOP)
        self.lines.setText("\n".join(f"{_mark(one)}  {_begun(one.name)}: {one.how}" for one in stand.lines))
        self.go.setText("Give out" if stand.at_home else "Propose")
        self.go.setEnabled(bool(stand.differing) and not stand.why_not)
        if stand.why_not:
            self._tell(fault=stand.why_not)

    def _give_out(self) -> None:
        self.go.setEnabled(False)
        self._tell()
        self._hub.store(lambda desk: desk.papers.give_out(), self._given, self._failed)

    def _given(self, changes: Changes) -> None:
        self._tell(changes.said)
        self._look()

    def _failed(self, error: KnownError) -> None:
        self._tell(fault=in_window(str(error)))

    def _tell(self, said: str = "", fault: str = "") -> None:
        for one, words in ((self.told, said), (self.fault, fault)):
            one.setText(words)
            one.setVisible(bool(words))


def _standing(desk: "Desk") -> PapersStand:
    return desk.papers.standing()


def _mark(line: PaperLine) -> str:
    """Return a dash for what is to be given out, a tick for what was; a dot where there is none."""
    return "–" if line.differs else "✓" if line.is_given else "·"


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
