"""The grammar rules of this desk: what is proposed for lowering, and what was lowered or switched off."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.review.habits import RuleHabit
from desk.settings.declared import Settings
from desk.story import Changes
from ui.look.dialog_frame import Dialog
from ui.look.widgets import button, empty, label, reading_area, row
from ui.work import operations
from ui.work.hub import Hub

if TYPE_CHECKING:
    from desk.session import Desk

_INTRO = (
    "A rule that this desk keeps waving through can speak more quietly, as a hint. Copydesk proposes, and never lowers "
    "a rule by itself."
)
_LISTS = (("grammar_off", "switched off"), ("grammar_low", "told as a hint"), ("grammar_kept", "kept as it is"))


def _look(desk: "Desk") -> tuple[Sequence[RuleHabit], Settings, str]:
    return desk.grammar_rules.proposals(), desk.settings, desk.examiner.rules_problem


class RulesDialog(Dialog):
    """Proposals above, the desk's own choices below; each line has its answers, and takes effect at once."""

    def __init__(self, hub: Hub, parent: QWidget | None) -> None:
        super().__init__("Grammar rules of this desk", parent, 620)
        self._hub = hub
        self.say(_INTRO, "muted")
        page = QWidget()
        self.lines = QVBoxLayout(page)
        self.lines.setContentsMargins(12, 10, 12, 10)
        self.lines.setSpacing(8)
        scroll = reading_area(page, "Rules")
        scroll.setMinimumHeight(260)
        self.body.addWidget(scroll, 1)
        self.answer("Close", self.accept, primary=True)
        self._ask()

    def _changed(self, _changes: Changes) -> None:
        self._ask()

    def _ask(self) -> None:
        self._hub.ask(_look, self._show)

    def _show(self, found: tuple[Sequence[RuleHabit], Settings, str]) -> None:
        proposed, settings, problem = found
        empty(self.lines)
        if problem:
            self.lines.addWidget(label(problem, wrap=True))
        self.lines.addWidget(label("Proposed", "heading"))
        for habit in proposed:
            lower = ("Lower", partial(operations.lower_rule, self._hub, habit.rule))
            keep = ("Keep", partial(operations.keep_rule, self._hub, habit.rule))
            self._line(habit.rule.removeprefix("grammar."), habit.words, lower, keep)
        if not proposed:
            self.lines.addWidget(label("Nothing: no rule is waved through often enough.", "muted", wrap=True))
        self.lines.addWidget(label("Chosen by this desk", "heading"))
        chosen = [(name, words) for key, words in _LISTS for name in getattr(settings, key)]
        for name, words in chosen:
            self._line(name, words, ("Tell as before", partial(operations.restore_rule, self._hub, name)))
        if not chosen:
            self.lines.addWidget(label("Nothing: every rule speaks as shipped.", "muted", wrap=True))
        self.lines.addStretch(1)

    def _line(self, rule: str, words: str, *answers: tuple[str, Callable[[operations.Done], object]]) -> None:
        said = label(f"{rule}\n{words}", wrap=True)
        buttons = [button(text, partial(act, self._changed)) for text, act in answers]
        for one in buttons:
            one.setAccessibleName(f"{one.text()}: {rule}")
        line = row(said, *buttons)
        line.setStretchFactor(said, 1)
        self.lines.addLayout(line)
