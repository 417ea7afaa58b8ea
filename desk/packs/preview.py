"""What taking a pack in would come to, in sentences, before anything is taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.exchange.bag import BagVersion, Load, StoryBag, Strand
from desk.exchange.graph import heads, line_up, nearest_common
from desk.merging.values import MergeText
from desk.packs.contents import PackContents
from desk.packs.loan import Loan
from desk.text.blocks import Kind
from desk.text.words import plural


class Arrival(StrEnum):
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
    how: Arrival
    questions: int = 0
    besides: str = ""
    """What comes without a newer text, such as "2 decisions"; empty for nothing."""
    why_not: str = ""
    """Why it would be refused, in a sentence; empty where it would not."""
    held: str = ""
    """Who will have it, in a sentence or two: whom it is lent to, and several who took it in hand."""

    @property
    def said(self) -> str:
        """Return it in a sentence or two."""
        if self.why_not:
            return self.why_not
        return f"“{self.name}” {self._how()}.{f' {self.held}' if self.held else ''}"

    def _how(self) -> str:
        if self.how is Arrival.HERE:
            return f"{self.how}; {self.besides or 'nothing of it is new'}"
        if self.how is not Arrival.APART:
            return str(self.how)
        if not self.questions:
            return f"{self.how}; no paragraph was changed on both sides"
        return f"{self.how}: {plural(self.questions, 'paragraph needs', 'paragraphs need')} you"


@dataclass(frozen=True, slots=True)
class PackPreview:
    """A pack that was read and proved, beside what is here; `load` is what would be taken in."""

    contents: PackContents
    stories: tuple[ComingStory, ...]
    load: Load
    unknown: tuple[Strand, ...] = ()
    """Copies that wrote some of it and that nobody accepted here yet."""
    loans: tuple[tuple[Loan, tuple[str, ...]], ...] = ()
    """Whom stories of it are lent to, as is known here or as it says, each with the ids of those stories."""

    def count(self, *how: Arrival) -> int:
        """Return how many stories would come in one of these ways."""
        return sum(story.how in how and not story.why_not for story in self.stories)

    @property
    def said(self) -> str:
        """Return in one sentence what would come and what would need a person."""
        come, here = self.count(Arrival.NEW, Arrival.ON, Arrival.APART), self.count(Arrival.HERE)
        needs, refused = (
            sum(bool(one.questions) for one in self.stories),
            sum(bool(one.why_not) for one in self.stories),
        )
        parts = [plural(come, "story comes", "stories come")]
        parts += [plural(here, "has no newer text", "have no newer text")] if here else []
        parts += [plural(needs, "needs you", "need you")] if needs else []
        parts += [f"{refused} would be refused"] if refused else []
        return f"{', '.join(parts)}."

    @property
    def strangers(self) -> tuple[str, ...]:
        """Return in a sentence each which copies must be accepted first, with the numbers to be read out."""
        return tuple(
            f"Some of it was written on {strand.name or 'a copy without a name'}, which is not known here. Its "
            f"number is {number_of(strand)}: have it read out to you there."
            for strand in self.unknown
        )


Here = Mapping[str, tuple[str, ...]]
"""Versions of a story that are here, by digest, with those they were made from."""


def number_of(strand: Strand) -> str:
    """Return the number of a copy as it is read out: four groups of four."""
    return " ".join(strand.id[at : at + 4] for at in range(0, 16, 4))


def coming(
    bag: StoryBag,
    texts: Mapping[str, str],
    here: Here,
    current: str,
    text_here: MergeText,
    *,
    besides: str = "",
    why_not: str = "",
    held: str = "",
) -> ComingStory:
    """Return what a story of a pack is to this desk; `current` is the version that stands here, with its text."""
    name = bag.card.headline or bag.card.slug
    how, other = _arrival(bag, here, current)
    questions = 0 if other is None or why_not else _questions(bag, here, current, text_here, other, texts)
    return ComingStory(bag.card.id, name, how, questions, besides, why_not, held)


def _versions(bag: StoryBag) -> dict[str, BagVersion]:
    return {version.id: version for part in bag.parts for version in part.versions}


def _arrival(bag: StoryBag, here: Here, current: str) -> tuple[Arrival, BagVersion | None]:
    """Return how a story comes, and the version that stands apart from the one here."""
    versions = _versions(bag)
    whole = dict(here) | {digest: version.parents for digest, version in versions.items()}
    newer = [digest for digest in heads(whole) if digest not in here]
    beside = [digest for digest in newer if current not in line_up(whole, digest)]
    if not here:
        return Arrival.NEW, None
    if not newer:
        return Arrival.HERE, None
    return (Arrival.APART, versions[beside[0]]) if beside else (Arrival.ON, None)


def _questions(
    bag: StoryBag, here: Here, current: str, text_here: MergeText, other: BagVersion, texts: Mapping[str, str]
) -> int:
    from desk.merging.merge import merge

    versions = _versions(bag)
    whole = dict(here) | {digest: version.parents for digest, version in versions.items()}
    before = versions.get(nearest_common(whole, (current, other.id)))
    base = MergeText("") if before is None else text_of(before, texts)
    return len(merge(base, text_here, text_of(other, texts)).questions)


def text_of(version: BagVersion, texts: Mapping[str, str]) -> MergeText:
    """Return the text of a version on its way."""
    kinds = {start: Kind(kind) for start, kind in version.kinds}
    return MergeText(texts[version.sha256], kinds, version.links)
