"""What laying together starts from and comes to: texts, paragraphs with who changed them, questions, answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Flag, StrEnum, auto

from desk.text.blocks import Kind, paragraphs
from desk.text.cut import pieces
from desk.text.links import Links


class Sides(Flag):
    """Whose hands changed something: ours (this database's), theirs (what came in), both, or nobody's."""

    NOBODY = 0
    OURS = auto()
    THEIRS = auto()
    BOTH = OURS | THEIRS


@dataclass(frozen=True, slots=True)
class MergeText:
    """One text with its kinds set by hand (block start to kind) and its links."""

    text: str
    kinds: Mapping[int, Kind] = field(default_factory=dict)
    links: Links = ()


@dataclass(frozen=True, slots=True)
class Spots:
    """The place in order of a paragraph in the base, in ours and in theirs; None where it does not stand there."""

    base: int | None = None
    ours: int | None = None
    theirs: int | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """One paragraph as somebody left it, without the room behind it; kinds and links count from its start."""

    words: str
    kinds: tuple[tuple[int, Kind], ...] = ()
    links: Links = ()
    spots: Spots = field(default=Spots(), compare=False)

    @property
    def seen(self) -> tuple[tuple[str, ...], tuple[Kind, ...], tuple[str, ...]]:
        """Return what a reader sees of it: words without spacing, parted where paragraphs are; kinds, addresses."""
        parts = (" ".join(part.text.split()) for part in pieces(paragraphs(self.words)))
        kinds, addresses = (kind for _, kind in self.kinds), (link.address for link in self.links)
        return tuple(parts), tuple(kinds), tuple(addresses)


class Asks(StrEnum):
    """Why a person is asked."""

    CHANGED_TWICE = "changed on both sides"
    CHANGED_OR_GONE = "changed on one side, taken out on the other"
    MOVED_OR_GONE = "moved on one side, taken out on the other"
    MOVED_TWICE = "moved to two places"
    PUT_IN_TWICE = "new at the same place on both sides"


class Take(StrEnum):
    """What a person can say to a question."""

    OURS = "ours"
    THEIRS = "theirs"
    OURS_FIRST = "ours, then theirs"
    THEIRS_FIRST = "theirs, then ours"
    WRITTEN = "written anew"


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    """One thing that a person has to say; a side is empty where the paragraph was taken out.

    `before` is what stood there before both; for `MOVED_TWICE` all three tell the paragraph, and the sides its places.
    """

    number: int
    asks: Asks
    before: tuple[Wording, ...]
    ours: tuple[Wording, ...]
    theirs: tuple[Wording, ...]

    @property
    def of_kinds_alone(self) -> bool:
        """Return whether both sides have the same words, and called them something else."""
        words = [[wording.words for wording in side] for side in (self.ours, self.theirs)]
        kinds = [[wording.kinds for wording in side] for side in (self.ours, self.theirs)]
        return self.asks is Asks.CHANGED_TWICE and words[0] == words[1] and kinds[0] != kinds[1]

    @property
    def takes(self) -> tuple[Take, ...]:
        """Return what can be said to it; nothing is preset."""
        if self.asks is Asks.MOVED_TWICE or self.of_kinds_alone:
            return (Take.OURS, Take.THEIRS)
        if self.asks in (Asks.CHANGED_OR_GONE, Asks.MOVED_OR_GONE):
            return (Take.OURS, Take.THEIRS, Take.WRITTEN)
        return tuple(Take)


@dataclass(frozen=True, slots=True)
class MergeAnswer:
    """What a person said to one question; `words` for `WRITTEN` alone, empty where the paragraph is to go."""

    take: Take
    words: str = ""


@dataclass(frozen=True, slots=True)
class MergedParagraph:
    """One place of the text laid together.

    `wording` says what stands there, or `asked` which question decides it. `only_if` names the question of which of two
    places it stands at: it is here if the answer takes the side `place`.
    """

    wording: Wording | None
    before: Wording | None = None
    changed: Sides = Sides.NOBODY
    moved: Sides = Sides.NOBODY
    asked: int | None = None
    only_if: int | None = None
    place: Sides = Sides.NOBODY
