"""The question below the ledger: are these two forms one name? Answered once, for the whole story."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desk.checks.check import Finding
from desk.checks.house import NameAnswer, Verdict
from desk.checks.names.entries import LedgerEntry
from ui.look.widgets import button, empty, label

_SAID = {
    Verdict.SAME: "one name, written “{0.first}”",
    Verdict.DIFFERENT: "two different names",
    Verdict.AS_QUOTED: "as quoted",
}


class AnswerCard(QFrame):
    """Shows what is in doubt about one entry, with the answers as buttons; nothing while nothing is."""

    answer_wanted = Signal(object, object)
    choice_wanted = Signal(str, str, object)
    """The form likely to be kept, the other one, and the entry: the editor wants to choose the places."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 12)
        self._box.setSpacing(8)
        self.hide()

    def show_entry(self, entry: LedgerEntry | None) -> None:
        """Show the doubts of this entry, and the answers already given."""
        empty(self._box)
        if entry is not None:
            for namesake in entry.namesakes[: 1 if not entry.doubts else 0]:
                self._ask_of_namesakes(entry, namesake)
            for doubt in entry.doubts[:2]:
                self._ask(doubt, entry)
            for answer in entry.answers:
                said = _SAID[answer.verdict].format(answer)
                self._box.addWidget(
                    label(f"You said of “{answer.first}” and “{answer.second}”: {said}.", "muted", wrap=True)
                )
        self.setVisible(self._box.count() > 0)

    def _ask(self, doubt: Finding, entry: LedgerEntry) -> None:
        self._box.addWidget(label(doubt.message, wrap=True))
        if not doubt.pair:
            return
        first, second = doubt.pair
        likely = doubt.suggestions[0] if doubt.suggestions else first
        keep, drop = (second, first) if likely == second else (first, second)
        for text, answer, primary in (
            (f"One name: “{keep}” everywhere", NameAnswer(keep, drop, Verdict.SAME), True),
            (f"One name: “{drop}” everywhere", NameAnswer(drop, keep, Verdict.SAME), False),
            ("One name: choose the places…", None, False),
            ("Two different names", NameAnswer(keep, drop, Verdict.DIFFERENT), False),
            ("As quoted: leave both", NameAnswer(keep, drop, Verdict.AS_QUOTED), False),
        ):
            act = (
                partial(self.answer_wanted.emit, answer, entry)
                if answer
                else partial(self.choice_wanted.emit, keep, drop, entry)
            )
            self._box.addWidget(button(text, act, primary=primary, short=True))

    def _ask_of_namesakes(self, entry: LedgerEntry, namesake: str) -> None:
        family = entry.name.split()[-1]
        self._box.addWidget(
            label(f"“{entry.name}” and “{namesake}” share a family name. Are they two people?", wrap=True)
        )
        for text, answer in (
            (f"Two people: warn where “{family}” stands alone", NameAnswer(entry.name, namesake, Verdict.DIFFERENT)),
            (f"One person: “{entry.name}” everywhere", NameAnswer(entry.name, namesake, Verdict.SAME)),
        ):
            self._box.addWidget(button(text, partial(self.answer_wanted.emit, answer, entry), short=True))
