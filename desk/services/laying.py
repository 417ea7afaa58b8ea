"""Two texts of a story that were saved apart, laid together; for the store lane."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.checking.copy_map import copy_map
from desk.errors import KnownError
from desk.exchange.graph import heads, nearest_common
from desk.merging.apart import ApartSide, NeedsYou, TextsApart
from desk.merging.values import MergeText
from desk.review.states import is_turned
from desk.services import views
from desk.story import Changes, Part
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.store.records.values import Version


class LayingService:
    """Says what came together by itself and what needs a person, and saves what they said."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def waiting(self) -> tuple[NeedsYou, ...]:
        """Return the stories whose texts are apart, each with what it needs of a person, the last changed first."""
        return tuple(self._needs(self.apart(story.id)) for story in self._store.apart_texts.waiting())

    def count(self) -> int:
        """Return how many stories have texts apart."""
        return len(self._store.apart_texts.waiting())

    def _needs(self, apart: TextsApart) -> NeedsYou:
        whose = f"{apart.ours.said} and {apart.theirs.said}"
        return NeedsYou(apart.story, apart.slug, whose, apart.needs, len(apart.merge.questions))

    def apart(self, story_id: str) -> TextsApart:
        """Return the text here and one that was saved elsewhere; raises `KnownError` where there is none."""
        from desk.merging.merge import merge

        story = self._store.stories.get(story_id)
        versions = self._store.stories.versions(story_id)
        here = next(version for version in versions if version.number == story.version)
        others = _others(versions, here)
        if not others:
            raise KnownError(f"“{story.slug}” has one text alone: there is nothing to lay together.")
        parents = {version.digest: version.parents for version in versions}
        base = nearest_common(parents, (here.digest, others[0].digest))
        before = next((version for version in versions if version.digest == base), None)
        ours = replace(self._text(here), kinds=dict(story.by_hand))  # set since the version, perhaps
        theirs = self._text(others[0])
        return TextsApart(
            story_id,
            story.headline or story.slug,
            self._side(here),
            self._side(others[0]),
            ours,
            theirs,
            merge(self._text(before) if before else MergeText(""), ours, theirs),
            len(others) - 1,
        )

    def lay(self, apart: TextsApart, text: MergeText) -> Changes:
        """Save what two texts came to as a version made from both."""
        why = f"laid together with the text of {apart.theirs.said}"
        parents = (apart.ours.version, apart.theirs.version)
        person = self._context.signed()
        headline, before = self._headline(apart.story, text), self._store.stories.get(apart.story).state
        story = self._store.apart_texts.lay_together(apart.story, parents, text, person.actor, why, headline=headline)
        self._context.based_on[story.id] = story.version
        more = " More texts of it are still apart." if apart.more else ""
        parts = frozenset({Part.STORY, Part.QUEUE})
        if is_turned(before, story.state):
            parts |= self._context.read_use()
        return Changes(parts, self._context.view(story.id), f"Laid together as version {story.version}.{more}")

    def _headline(self, story_id: str, text: MergeText) -> str:
        story = self._store.stories.get(story_id)
        return views.headline_of(copy_map(text.text, story.format, tuple(sorted(text.kinds.items())), story.roles))

    def lay_clear(self, but: Collection[str] = ()) -> Changes:
        """Lay together all texts of which nothing needs a person, but for some stories and those that others edit."""
        said, left, parts = [], 0, frozenset({Part.QUEUE})
        for needs in self.waiting():
            if needs.questions or needs.story in but or self._store.locks.holder(needs.story) is not None:
                left += 1
                continue
            apart = self.apart(needs.story)
            parts |= self.lay(apart, apart.merge.settled({})).parts & {Part.BRIEF}
            said.append(needs.slug)
        count = plural(len(said), "story was", "stories were")
        rest = f" {plural(left, 'story is', 'stories are')} left." if left else ""
        return Changes(parts, said=f"{count} laid together.{rest}")

    def _side(self, version: "Version") -> ApartSide:
        copies = self._store.apart_texts.copies(version.story)
        return ApartSide(version.who.name, version.when, copies.get(version.digest, ""), version.digest)

    def _text(self, version: "Version") -> MergeText:
        text = self._store.stories.text(version.story, version.number)
        return MergeText(text, dict(version.by_hand), version.links)


def _others(versions: Sequence["Version"], here: "Version") -> list["Version"]:
    """Return the last versions that say something else than the one here, one a text, by their digests."""
    tops = set(heads({version.digest: version.parents for version in versions}))
    found = {_says(here): here}
    for version in sorted(versions, key=lambda one: one.digest):
        if version.digest in tops:
            found.setdefault(_says(version), version)
    return list(found.values())[1:]


def _says(version: "Version") -> tuple[object, ...]:
    return version.sha256, tuple(sorted(version.by_hand.items())), version.links
