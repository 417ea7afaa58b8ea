"""Operations that decide on findings, names and manual items, and take decisions back."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.checks.check import Finding, Item, Remedy
from desk.checks.house import NameAnswer
from desk.story import Changes, Scope
from ui.work.hub import Hub

if TYPE_CHECKING:
    from desk.session import Desk


def fixed(hub: Hub, story_id: str, mended: Sequence[tuple[Finding, Remedy]]) -> None:
    """Record that findings were mended, each with a remedy."""
    hub.store(lambda desk: desk.decisions.fixed(story_id, [(finding, remedy.title) for finding, remedy in mended]))


def waive(hub: Hub, story_id: str, finding: Finding, reason: str, said: str = "") -> None:
    """Let a finding stand, with the reason; `said` is told once that is kept."""
    hub.store(lambda desk: replace(desk.decisions.waive(story_id, finding, reason), said=said))


def not_an_error(
    hub: Hub, story_id: str, finding: Finding, scope: Scope, said: str = "", *, whole_rule: bool = False
) -> None:
    """Declare a finding not an error: here, in this story, or on this desk; or everything that its rule says.

    `said` is told once that is kept, where the desk says nothing itself.
    """

    def job(desk: "Desk") -> Changes:
        decided = desk.decisions.not_an_error(story_id, finding, scope, whole_rule=whole_rule)
        return replace(decided, said=decided.said or said)

    hub.store(job)


def undo_last(hub: Hub, story_id: str) -> None:
    """Take back the decision on a story that was made last when the desk comes to it."""
    hub.store(lambda desk: desk.decisions.undo_last(story_id))


def undo_decision(hub: Hub, story_id: str, decision_id: str) -> None:
    """Take back a decision; what it was about is open again."""
    hub.store(lambda desk: desk.decisions.undo_decision(story_id, decision_id))


def tick(hub: Hub, story_id: str, item: str, on: bool) -> None:
    """Tick a manual item, or take the tick away."""
    hub.store(lambda desk: desk.decisions.tick(story_id, item, on))


def answer_pair(hub: Hub, story_id: str, item: Item, answer: NameAnswer) -> None:
    """Keep an answer on two forms of a name, or on two figures, with the story."""
    hub.store(lambda desk: desk.decisions.answer_pair(story_id, item, answer))
