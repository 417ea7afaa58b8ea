"""The question below the ledger of figures: are these two figures one? Answered once, for the whole story."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desk.checks.figures.entries import FigureEntry
from desk.checks.house import NameAnswer, Verdict
from ui.actions.keys import key_of
from ui.look.widgets import button, empty, label

ANSWERS = ("figure_one", "figure_other", "figure_two", "figure_quoted")
"""The actions that answer, in the order of the buttons."""
_SAID = {
    Verdict.SAME: "one figure, “{0.first}”",
    Verdict.DIFFERENT: "two different figures",
    Verdict.AS_QUOTED: "as quoted",
}


class FigureCard(QFrame):
    """Shows what is in doubt about one figure, with the answers as buttons; nothing while nothing is."""

    answer_wanted = Signal(object)
    """A `NameAnswer`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._answers: tuple[NameAnswer, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 12)
        self._box.setSpacing(8)
        self.hide()

    def show_entry(self, entry: FigureEntry | None) -> None:
        """Show the first doubt of a figure, and the answers already given."""
        empty(self._box)
        self._answers = ()
        if entry is not None:
            self._ask(entry)
            for answer in entry.answers:
                said = _SAID[answer.verdict].format(answer)
                words = f"You said of “{answer.first}” and “{answer.second}”: {said}."
                self._box.addWidget(label(words, "muted", wrap=True))
        self.setVisible(self._box.count() > 0)

    def answer(self, name: str) -> None:
        """Give the answer that an action stands for, if it is asked."""
        nth = ANSWERS.index(name)
        if nth < len(self._answers):
            self.answer_wanted.emit(self._answers[nth])

    def _ask(self, entry: FigureEntry) -> None:
        asked = [doubt for doubt in entry.doubts if entry.form in doubt.pair]
        for doubt in (asked or entry.doubts)[:1]:
            self._box.addWidget(label(doubt.message, wrap=True))
        if not asked:
            return
        mine = entry.form
        (other,) = {*asked[0].pair} - {mine}
        in_question = any(place.touches(asked[0].span) for place in entry.places)
        keep, drop = (other, mine) if in_question else (mine, other)
        self._answers = (
            NameAnswer(keep, drop, Verdict.SAME),
            NameAnswer(drop, keep, Verdict.SAME),
            NameAnswer(keep, drop, Verdict.DIFFERENT),
            NameAnswer(keep, drop, Verdict.AS_QUOTED),
        )
        words = (f"One figure: “{keep}”", f"One figure: “{drop}”", "Two different figures", "As quoted: leave both")
        for nth, (name, said) in enumerate(zip(ANSWERS, words, strict=True)):
            act = partial(self.answer, name)
            self._box.addWidget(button(f"{key_of(name)}   {said}", act, primary=nth == 0, short=True))
