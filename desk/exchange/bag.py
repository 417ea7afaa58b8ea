"""The values that travel: a bag holds one story, by the strand (the database) that each thing was made in.

    bag = StoryBag.from_bytes(raw)     # `desk.exchange.bag_bytes`: form, links, digests and signatures are looked at
    bag.texts, bag.originals           # digests of what travels beside it, byte by byte

A strand is named by its key: its id is the beginning of the key's fingerprint, so that nobody writes under another's.
Everything that one strand has of a story stands in one part, with a statement that the strand signed: whoever carries
it on can neither change it nor leave anything out of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desk.exchange.version_id import version_id
from desk.review.comments import Remark
from desk.review.people import Actor
from desk.review.trail import NO_CHAIN, TrailEntry
from desk.text.block_roles import BlockRoles
from desk.text.links import Links

ID_LENGTH = 32
"""Hexadecimal digits of a strand's id: 128 bits of the fingerprint of its key."""
FORM_OF_BAGS = 2
"""How a story is written on its way. 1 is still read: who packed it signed all but their own name, not believed."""


@dataclass(frozen=True, slots=True)
class Strand:
    """One database that writes: its key (base64), and what people call it ("laptop of Rosa")."""

    id: str
    public: str
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class BagVersion:
    """One saved text; `parents` are the ids of those it was made from, none for a first one, two for a merged one."""

    story: str
    sha256: str
    """Of the text, which travels beside the bag."""
    parents: tuple[str, ...]
    """Sorted."""
    who: Actor
    """With the id as it is kept."""
    why: str
    when: datetime
    kinds: tuple[tuple[int, str], ...] = ()
    """Kinds set by hand, by block start in code points."""
    links: Links = ()

    @property
    def id(self) -> str:
        """Return the digest that names it."""
        return version_id(
            self.story,
            self.sha256,
            kinds=self.kinds,
            links=self.links,
            parents=self.parents,
            who=self.who,
            why=self.why,
            when=self.when,
        )


@dataclass(frozen=True, slots=True)
class BagEntry:
    """One entry of a strand's trail with the link that it is chained to: it proves itself without the one before.

    Moves, waivers, ticks, answers on names, deadlines and loans are entries.
    """

    before: str
    entry: TrailEntry

    @property
    def holds(self) -> bool:
        """Return whether the link is that of what it says."""
        return self.entry.follows(self.before)


@dataclass(frozen=True, slots=True)
class BagRemark:
    """One remark; `after` is the id of the last one of its thread that its author had seen, `version` a version's id.

    The remark's own `version`, a local number, is 0.
    """

    remark: Remark
    after: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class BagSeal:
    """An approval as it was signed, letter by letter; `beside` are the columns of one of before seals were signed."""

    id: str
    payload: str
    signature: str
    run: tuple[Any, ...] = field(default=(), hash=False)
    """What the checks had found, as plain values."""
    beside: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class BagOriginal:
    """A document that a version (by its id) was read from; its bytes travel beside the bag by `sha256`."""

    version: str
    sha256: str
    size: int
    name: str
    format: str
    when: datetime


@dataclass(frozen=True, slots=True)
class StrandPart:
    """Everything that one strand has of one story, with what the strand signed of it; of the desk where `story` is "".

    `place` and `chain` are where the strand's trail ended when it signed: up to there nothing of the story is missing.
    """

    strand: Strand
    story: str
    entries: tuple[BagEntry, ...] = ()
    """By place."""
    versions: tuple[BagVersion, ...] = ()
    """By id, as everything below."""
    remarks: tuple[BagRemark, ...] = ()
    seals: tuple[BagSeal, ...] = ()
    originals: tuple[BagOriginal, ...] = ()
    place: int = 0
    chain: str = NO_CHAIN
    signature: str = ""


@dataclass(frozen=True, slots=True)
class StoryCard:
    """What a story is besides its texts, as the database that packed it has it; taken where it is not there yet."""

    id: str
    slug: str
    section: str
    variant: str
    owner: Actor
    format: str
    encoding: str
    source_sha256: str
    created: datetime
    roles: BlockRoles = ()
    embargo: datetime | None = None
    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    deadline: datetime | None = None
    headline: str = ""
    """For telling of it before anything is taken."""


@dataclass(frozen=True, slots=True)
class StoryBag:
    """One story on its way: its card, signed by who packed it, and a part of each strand, by the strand's id."""

    card: StoryCard
    parts: tuple[StrandPart, ...]
    packed_by: Strand
    signature: str = ""
    form: int = FORM_OF_BAGS

    @property
    def texts(self) -> frozenset[str]:
        """Return the digests of the texts that travel beside it."""
        return frozenset(version.sha256 for part in self.parts for version in part.versions)

    @property
    def originals(self) -> frozenset[str]:
        """Return the digests of the documents that travel beside it."""
        return frozenset(original.sha256 for part in self.parts for original in part.originals)

    @property
    def strands(self) -> tuple[Strand, ...]:
        """Return who wrote any of it, and who packed it."""
        return tuple({strand.id: strand for strand in (self.packed_by, *(part.strand for part in self.parts))}.values())


@dataclass(frozen=True, slots=True)
class DeskBag:
    """People and keys of the desk, by which seals are read: entries of the trail, a part of each strand."""

    parts: tuple[StrandPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Load:
    """All that travels at once: bags, and beside them texts and documents by their SHA-256."""

    bags: tuple[StoryBag, ...]
    desk: DeskBag = DeskBag()
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    originals: Mapping[str, bytes] = field(default_factory=dict, hash=False)
