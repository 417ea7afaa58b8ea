"""How loud the grammar rules are on this desk: proposals from what people decided, and the answers to them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.checks.check import Item
from desk.review.habits import RuleHabit, proposals
from desk.story import Changes

if TYPE_CHECKING:
    from desk.services.context import DeskContext


class GrammarRulesService:
    """The verbs on grammar rules; rules are named with or without `grammar.`."""

    def __init__(self, context: "DeskContext") -> None:
        self._context = context

    def proposals(self) -> tuple[RuleHabit, ...]:
        """Return the rules that this desk mostly lets stand; a person says whether they speak more quietly."""
        said = self._context.settings
        answered = (*said.grammar_off, *said.grammar_low, *said.grammar_on, *said.grammar_kept)
        return proposals(self._context.store.decisions.habits(Item.GRAMMAR), answered)

    def lower(self, rule: str) -> Changes:
        """Have a rule told as a hint on this desk from now on."""
        name = rule.removeprefix("grammar.")
        changed = self._context.change_settings(
            {"grammar_low": tuple(dict.fromkeys((*self._context.settings.grammar_low, name)))}
        )
        return replace(changed, said=f"{name} is a hint from now on; Help > Grammar rules takes it back.")

    def keep(self, rule: str) -> Changes:
        """Keep a rule as it is, and do not propose it again."""
        name = rule.removeprefix("grammar.")
        changed = self._context.change_settings(
            {"grammar_kept": tuple(dict.fromkeys((*self._context.settings.grammar_kept, name)))}
        )
        return replace(changed, said=f"{name} stays as it is.")

    def restore(self, rule: str) -> Changes:
        """Have a rule that this desk switched off, lowered or kept told and proposed as before."""
        name = rule.removeprefix("grammar.")
        lists = ("grammar_off", "grammar_low", "grammar_kept")
        changes = {key: tuple(one for one in getattr(self._context.settings, key) if one != name) for key in lists}
        return replace(self._context.change_settings(changes), said=f"{name} is told as before.")
