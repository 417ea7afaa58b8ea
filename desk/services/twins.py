"""Drafts that were filed on two copies, offered as one story and never joined unseen; for the store lane."""

from typing import TYPE_CHECKING

from desk.review.asked import TWINS, Asked
from desk.services.carrying import headline_of_text
from desk.story import Changes, Part

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.store.exchange.twins import Twins
    from desk.store.records.values import Story

_AFTER = (
    "As one story, the text of the other is laid beside it, paragraph by paragraph as ever, and the other is spiked; "
    "its comments and decisions stay with it."
)


class TwinsService:
    """Asks whether two stories of one file are one, and does as somebody says."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def waiting(self) -> tuple[Asked, ...]:
        """Return the pairs that nobody has said anything of."""
        return tuple(_asked(twins) for twins in self._store.twins.waiting())

    def of_story(self, story_id: str) -> tuple[Asked, ...]:
        """Return those that a story belongs to."""
        return tuple(_asked(twins) for twins in self._store.twins.of_story(story_id))

    def answer(self, asked: Asked, nth: int) -> Changes:
        """Make one story of two that goes on as the first or the second, or keep two."""
        person = self._context.signed()
        _, one, other = asked.id.split(":")
        parts = frozenset({Part.QUEUE, Part.STORY, Part.DECISIONS})
        if nth > 1:
            self._store.twins.keep_two(one, other, person)
            return Changes(parts, said=f"{asked.said} They stay two.")
        stays, goes = (one, other) if nth == 0 else (other, one)
        story = self._store.twins.make_one(stays, goes, person, headline_of_text)
        apart = " Its texts are apart: lay them together." if story.apart else ""
        return Changes(parts, self._context.view(stays), f"One story: {story.slug}.{apart}")


def _asked(twins: "Twins") -> Asked:
    one, other = twins.stories
    return Asked(
        f"{TWINS}:{one.id}:{other.id}",
        one.id,
        one.headline or one.slug,
        f"“{one.slug}” and “{other.slug}” were filed from the same file on two copies. Are they one story?",
        tuple(_told(story, copy) for story, copy in zip(twins.stories, twins.copies, strict=True)),
        (*(_goes_on(story, copy) for story, copy in zip(twins.stories, twins.copies, strict=True)), "Two stories"),
        _AFTER,
    )


def _goes_on(story: "Story", copy: str) -> str:
    """Return it with the copy, for two that were filed from one file have one slug as a rule."""
    return f"One story, which goes on as “{story.slug}” of {copy or 'this copy'}"


def _told(story: "Story", copy: str) -> str:
    return f"{story.owner.name or 'Somebody'} filed “{story.slug}”, {copy or 'here'}."
