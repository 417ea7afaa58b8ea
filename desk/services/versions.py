"""The versions of a story: who saved which, when and why, their texts, and any two compared; for the store lane."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.review.decisions import Decision
from desk.review_page import VersionLine
from desk.text.diff import Comparison, compare

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.store.records.values import Version


class VersionsService:
    """What was saved of the stories of a desk."""

    def __init__(self, context: "DeskContext") -> None:
        self._store = context.store

    def lines(self, story_id: str) -> tuple[VersionLine, ...]:
        """Return all versions of a story, the newest first."""
        trail = self._store.decisions.of_story(story_id)
        return tuple(line_of(version, trail) for version in self._store.stories.versions(story_id))

    def text(self, story_id: str, number: int) -> str:
        """Return the text of one version."""
        return self._store.stories.text(story_id, number)

    def compared(self, story_id: str, number: int, other: int | None = None, *, live: str | None = None) -> Comparison:
        """Return what changed from one version to another, or to the text `live`; without either, its text alone."""
        old = self.text(story_id, number)
        return compare(old, live if live is not None else old if other is None else self.text(story_id, other))


def line_of(version: "Version", trail: Sequence[Decision]) -> VersionLine:
    """Return a version with the moves that were made on its text: that is what their people saw."""
    moves = [f"{d.done.words} by {d.who}" for d in trail if d.state is not None and d.sha256 == version.sha256]
    why = " · ".join(part for part in (version.why, *moves) if part)
    return VersionLine(version.number, str(version.who), why, version.when)
