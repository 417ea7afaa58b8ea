"""Decisions on findings, names and manual items: made, signed with the text they are about, and taken back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.checks.check import Finding, Item
from desk.checks.house import NameAnswer
from desk.review.decisions import WHOLE_RULE, Decision, Done, Scope, on_finding
from desk.review.people import Actor
from desk.review.states import is_turned
from desk.story import Changes, Part

if TYPE_CHECKING:
    from desk.services.context import DeskContext

_DECIDED = frozenset({Part.DECISIONS, Part.QUEUE})
_UNKNOWN_WORD = "grammar.SPELLING"
_RULE_OFF = "which rules are off on the whole desk"


class DecisionsService:
    """The decisions of a desk besides its moves, for the store lane."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def fixed(self, story_id: str, mended: Sequence[tuple[Finding, str]]) -> Changes:
        """Record that findings were mended, and how: each with the title of its remedy."""
        who = self._who
        made = [on_finding(Done.FIXED, finding, story_id, who, reason=title) for finding, title in mended]
        return self._decide(made)

    def waive(self, story_id: str, finding: Finding, reason: str) -> Changes:
        """Let a finding stand, with the reason."""
        return self._decide([on_finding(Done.WAIVED, finding, story_id, self._who, reason=reason)])

    def not_an_error(self, story_id: str, finding: Finding, scope: Scope, *, whole_rule: bool = False) -> Changes:
        """Declare a finding not an error; on the whole desk, an unknown word joins the desk's dictionary.

        With `whole_rule` the rule is quiet as far as the scope reaches, whatever it speaks of; on the whole desk only a
        keeper says that.
        """
        if whole_rule and scope is Scope.DESK:
            self._context.keeper(_RULE_OFF)
        decision = on_finding(Done.NOT_AN_ERROR, finding, story_id, self._who, scope=scope, whole_rule=whole_rule)
        is_word = scope is Scope.DESK and finding.rule == _UNKNOWN_WORD and not whole_rule
        with self._store.together():
            decided = self._decide([decision], Part.BRIEF)
            if is_word:
                self._store.dictionary.add(finding.quote, self._who.name)
        if is_word:
            self._context.read_words()
        if whole_rule and scope is Scope.DESK:
            said = f"{finding.rule} is off on this desk; to take the last decision back puts it on again."
            return replace(decided, said=said)
        return decided

    def answer_pair(self, story_id: str, item: Item, answer: NameAnswer) -> Changes:
        """Keep an answer on two forms of a name, or on two figures; the story is checked again with it."""
        decision = Decision(Done.ANSWERED, story_id, self._who, item=item, answer=answer)
        return self._decide([decision], Part.BRIEF)

    def tick(self, story_id: str, manual_item: str, on: bool) -> Changes:
        """Tick a manual item, or take the tick away."""
        done = Done.TICKED if on else Done.UNTICKED
        return self._decide([Decision(done, story_id, self._who, item=manual_item)])

    def undo_decision(self, story_id: str, decision_id: str) -> Changes:
        """Take back a decision; what it was about is open again, and a word leaves the desk's dictionary."""
        before = self._store.stories.get(story_id).state
        with self._store.together():
            undone = self._store.decisions.undo(decision_id, self._context.signed())
            if undone.scope is Scope.DESK and undone.subject == WHOLE_RULE:
                self._context.keeper(_RULE_OFF)
            is_word = undone.scope is Scope.DESK and undone.rule == _UNKNOWN_WORD
            if is_word:
                self._store.dictionary.remove(undone.subject)
        if is_word:
            self._context.read_words()
        return self._told(story_id, before, _DECIDED | {Part.BRIEF}, "Taken back.")

    def undo_last(self, story_id: str) -> Changes:
        """Take back the last of the decisions in force for a story; says so where there is none."""
        rulings = self._context.view(story_id).verdicts.all()
        if not rulings:
            return Changes(frozenset(), said="There is no decision to take back.")
        return self.undo_decision(story_id, rulings[0].id)

    @property
    def _who(self) -> Actor:
        """Return who decides; raises `KnownError` while nobody has said who works, before anything is done."""
        return self._context.signed().actor

    def _decide(self, made: Sequence[Decision], *also: Part) -> Changes:
        """Sign decisions on one story and keep them, all or none."""
        story, person = self._store.stories.get(made[0].story), self._context.signed()
        role = person.acting_as((), story.section)
        signed = [replace(one, sha256=story.sha256, who=person.actor, role=role) for one in made]
        self._store.decisions.add(*signed)
        return self._told(story.id, story.state, _DECIDED | frozenset(also))

    def _told(self, story_id: str, before: str, parts: frozenset[Part], said: str = "") -> Changes:
        """Return what changed, an approval that fell or came back with a decision too."""
        view = self._context.view(story_id)
        if is_turned(before, view.state):
            parts |= self._context.read_use()
        return Changes(parts, view, said)
