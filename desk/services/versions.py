"""The versions of a story: who saved which, when and why, their texts, and any two compared; for the store lane."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desk.exchange.clocks import SLACK
from desk.review.decisions import Decision
from desk.review.looks import BarsSince
from desk.review_page import EarlierText, VersionLine
from desk.story import Draft
from desk.text.diff import Comparison, compare
from desk.text.moments import to_the_minute

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.store.records.values import Version


CLOCK_BEHIND = " (its clock was behind)"
"""Behind what was done with an earlier date than something that was known then."""


class VersionsService:
    """What was saved of the stories of a desk."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def lines(self, story_id: str) -> tuple[VersionLine, ...]:
        """Return all versions of a story, the newest first."""
        versions, trail = self._store.stories.versions(story_id), self._store.decisions.of_story(story_id)
        return lines_of(versions, trail, self._store.emptying.said())

    def text(self, story_id: str, number: int) -> str:
        """Return the text of one version."""
        return self._store.stories.text(story_id, number)

    def draft(self, story_id: str, number: int) -> Draft:
        """Return one version as the editor takes it: its text and where its words lead."""
        links = next((one.links for one in self._store.stories.versions(story_id) if one.number == number), ())
        return Draft(self.text(story_id, number), links=links)

    def compared(self, story_id: str, number: int, other: int | None = None, *, live: str | None = None) -> Comparison:
        """Return what changed from one version to another, or to the text `live`; without either, its text alone."""
        old = self.text(story_id, number)
        return compare(old, live if live is not None else old if other is None else self.text(story_id, other))

    def earlier(self, story_id: str, since: BarsSince) -> EarlierText | None:
        """Return what the bars in the margin compare with; the story as it came where nobody else saved one."""
        versions = self._store.stories.versions(story_id)
        person = self._context.person
        wanted = versions[-1] if versions else None
        if since is BarsSince.SAVED:
            based_on = self._context.based_on.get(story_id)  # a later one may have come from another copy
            newest = versions[0] if versions else None
            wanted = next((version for version in versions if version.number == based_on), newest)
        elif since is BarsSince.OTHER:
            wanted = next((version for version in versions if not person.did(version.who)), wanted)
        if wanted is None or since is BarsSince.NOTHING:
            return None
        who = str(wanted.who) or "somebody"
        words = f"version {wanted.number} of {who}, {to_the_minute(wanted.when)}"
        return EarlierText(self.text(story_id, wanted.number), words)


def lines_of(
    versions: Sequence["Version"], trail: Sequence[Decision], gone: Mapping[str, str]
) -> tuple[VersionLine, ...]:
    """Return versions, each with the moves that were made on its text: that is what their people saw.

    `gone` says by digest by whom and why a text was emptied.
    """
    there = {version.digest: version for version in versions}
    return tuple(_line_of(v, trail, gone.get(v.sha256, ""), _behind(v, there)) for v in versions)


def _line_of(version: "Version", trail: Sequence[Decision], gone: str, clock: str) -> VersionLine:
    moves = [f"{d.done.words} by {d.who}" for d in trail if d.state is not None and d.sha256 == version.sha256]
    why = " · ".join(part for part in (gone, version.why, *moves, clock) if part)
    return VersionLine(version.number, str(version.who), why, version.when, bool(gone))


def _behind(version: "Version", there: Mapping[str, "Version"]) -> str:
    """Return that a version is dated before one that it was made from; empty where no clock went back."""
    late = [there[parent] for parent in version.parents if parent in there]
    late = [parent for parent in late if version.when + SLACK < parent.when]
    return f"its clock was behind: made from version {late[0].number}" if late else ""
