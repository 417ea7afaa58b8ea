"""How loud the grammar rules are on this desk: proposals from what people decided, and the answers to them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.checks.check import Item
from desk.review.habits import RuleHabit, proposals
from desk.settings.declared import Settings
from desk.story import Changes

if TYPE_CHECKING:
    from desk.store.connect import Store


class RuleDesk:
    """The verbs on grammar rules; rules are named with or without `grammar.`."""

    def __init__(
        self,
        store: "Store",
        settings: Callable[[], Settings],
        change: Callable[[Mapping[str, object]], Changes],
    ) -> None:
        self._store, self._settings, self._change = store, settings, change

    def proposals(self) -> tuple[RuleHabit, ...]:
        """Return the rules that this desk mostly lets stand; a person says whether they speak more quietly."""
        said = self._settings()
        answered = (*said.grammar_off, *said.grammar_low, *said.grammar_on, *said.grammar_kept)
        return proposals(self._store.decisions.habits(Item.GRAMMAR), answered)

    def lower(self, rule: str) -> Changes:
        """Have a rule told as a hint on this desk from now on."""
        name = rule.removeprefix("grammar.")
        changed = self._change({"grammar_low": tuple(dict.fromkeys((*self._settings().grammar_low, name)))})
        return replace(changed, said=f"{name} is a hint from now on; Help > Grammar rules takes it back.")

    def keep(self, rule: str) -> Changes:
        """Keep a rule as it is, and do not propose it again."""
        name = rule.removeprefix("grammar.")
        changed = self._change({"grammar_kept": tuple(dict.fromkeys((*self._settings().grammar_kept, name)))})
        return replace(changed, said=f"{name} stays as it is.")

    def restore(self, rule: str) -> Changes:
        """Have a rule that this desk switched off, lowered or kept told and proposed as before."""
        name = rule.removeprefix("grammar.")
        lists = ("grammar_off", "grammar_low", "grammar_kept")
        changes = {key: tuple(one for one in getattr(self._settings(), key) if one != name) for key in lists}
        return replace(self._change(changes), said=f"{name} is told as before.")
