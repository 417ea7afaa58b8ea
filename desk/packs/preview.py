"""What taking a pack in would come to, in sentences, before anything is taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.exchange.bag import BagVersion, Load, StoryBag
from desk.exchange.graph import heads, line_up, nearest_common
from desk.merging.values import MergeText
from desk.packs.contents import PackContents
from desk.text.blocks import Kind
from desk.text.words import plural


class Coming(StrEnum):
    """What a story of a pack is to this desk."""

    NEW = "is new here"
    ON = "goes on from the text here"
    HERE = "has no newer text than is here"
    APART = "was changed here as well"


@dataclass(frozen=True, slots=True)
class ComingStory:
    """One story of a pack beside what is here; `questions` are paragraphs that would need a person."""

    id: str
    name: str
    how: Coming
    questions: int = 0

    @property
    def said(self) -> str:
        """Return it in a sentence."""
        if self.how is not Coming.APART:
            return f"“{self.name}” {self.how}."
        if not self.questions:
            return f"“{self.name}” {self.how}; no paragraph was changed on both sides."
        return f"“{self.name}” {self.how}: {plural(self.questions, 'paragraph needs', 'paragraphs need')} you."


@dataclass(frozen=True)
class PackPreview:
    """A pack that was read and proved, beside what is here; `load` is what would be taken in."""

    contents: PackContents
    stories: tuple[ComingStory, ...]
    load: Load

    def count(self, *how: Coming) -> int:
        """Return how many stories come in one of these ways."""
        return sum(story.how in how for story in self.stories)

    @property
    def said(self) -> str:
        """Return in one sentence what would come and what would need a person."""
        come, here = self.count(Coming.NEW, Coming.ON, Coming.APART), self.count(Coming.HERE)
        needs = sum(bool(story.questions) for story in self.stories)
        parts = [plural(come, "story comes", "stories come")]
        parts += [plural(here, "has no newer text", "have no newer text")] if here else []
        parts += [plural(needs, "needs you", "need you")] if needs else []
        return f"{', '.join(parts)}."


Here = Mapping[str, tuple[str, ...]]
"""Versions of a story that are here, by digest, with those they were made from."""


def coming(bag: StoryBag, texts: Mapping[str, str], here: Here, current: str, text_here: MergeText) -> ComingStory:
    """Return what a story of a pack is to this desk; `current` is the version that stands here, with its text."""
    name = bag.card.headline or bag.card.slug
    if not here:
        return ComingStory(bag.card.id, name, Coming.NEW)
    versions = {version.id: version for part in bag.parts for version in part.versions}
    whole = dict(here) | {digest: version.parents for digest, version in versions.items()}
    newer = [digest for digest in heads(whole) if digest not in here]
    if not newer:
        return ComingStory(bag.card.id, name, Coming.HERE)
    if all(current in line_up(whole, digest) for digest in newer):
        return ComingStory(bag.card.id, name, Coming.ON)
    other = versions[next(digest for digest in newer if current not in line_up(whole, digest))]
    before = versions.get(nearest_common(whole, (current, other.id)))
    return ComingStory(bag.card.id, name, Coming.APART, _questions(before, text_here, other, texts))


def _questions(before: BagVersion | None, text_here: MergeText, other: BagVersion, texts: Mapping[str, str]) -> int:
    from desk.merging.merge import merge

    base = MergeText("") if before is None else text_of(before, texts)
    return len(merge(base, text_here, text_of(other, texts)).questions)


def text_of(version: BagVersion, texts: Mapping[str, str]) -> MergeText:
    """Return the text of a version on its way."""
    kinds: Iterable[tuple[int, str]] = version.kinds
    return MergeText(texts[version.sha256], {start: Kind(kind) for start, kind in kinds}, version.links)
