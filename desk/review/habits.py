"""What a desk makes of the grammar rules: which are settled as no error so often that they might speak more quietly.

Nothing is lowered here: a proposal is a line that a person answers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

_ENOUGH = 8
"""Findings of a rule that people have dealt with, before anything is proposed."""
_MOSTLY = 0.75
"""How many of them were let stand."""


@dataclass(frozen=True, slots=True)
class RuleHabit:
    """How often a rule (with `grammar.`) was let stand, by waiver or as no error, and how often it was mended."""

    rule: str
    let_stand: int
    mended: int

    @property
    def words(self) -> str:
        """Return the habit in words."""
        return f"let stand {self.let_stand} of {self.let_stand + self.mended} times"


def proposals(habits: Iterable[RuleHabit], answered: Iterable[str]) -> tuple[RuleHabit, ...]:
    """Return the rules that are worth lowering, the most often waved through first.

    `answered` are rules (without `grammar.`) on which this desk has said something already. A word that is not in the
    dictionary is a matter of that word, never of the rule.
    """
    settled = {*answered, "SPELLING", "OTHER_ENGLISH"}
    worth = [
        habit
        for habit in habits
        if habit.rule.removeprefix("grammar.") not in settled
        and habit.let_stand + habit.mended >= _ENOUGH
        and habit.let_stand >= _MOSTLY * (habit.let_stand + habit.mended)
    ]
    return tuple(sorted(worth, key=lambda habit: (-habit.let_stand, habit.rule)))
