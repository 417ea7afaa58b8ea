"""What the store hands out: frozen values, all moments in UTC with their zone, all offsets in code points."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.checks.house import BookEntry
from desk.errors import KnownError
from desk.review.comments import Remark
from desk.review.move_request import MoveRequest
from desk.review.obstacles import Obstacle
from desk.review.people import Actor, Person
from desk.review.states import Move
from desk.text.block_roles import BlockRoles
from desk.text.blocks import Kind
from desk.text.links import Links


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """Open findings of a story's last check, by severity and by item; `unchecked` names the items that did not run."""

    errors: int = 0
    warnings: int = 0
    hints: int = 0
    by_item: Mapping[str, int] = field(default_factory=dict)
    unchecked: tuple[str, ...] = ()

    @property
    def all(self) -> int:
        """Return the number of open findings."""
        return self.errors + self.warnings + self.hints


@dataclass(frozen=True, slots=True)
class FirstHand:
    """What a story's text was before the changes that it came with, whose that is, whose they are, and how many."""

    text: str
    who: Actor
    changed_by: Actor
    why: str
    links: Links = ()


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a text was read from: its name, its format by content, its very bytes."""

    name: str
    format: str
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptOriginal:
    """A document kept with a story: the version that was read from it, and where its bytes are."""

    version: int
    name: str
    format: str
    sha256: str
    size: int
    """Bytes."""
    when: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStory:
    """What a story begins with; `source_sha256` is of the file's bytes as read, `by_hand` maps block start to kind."""

    slug: str
    text: str
    headline: str = ""
    section: str = ""
    variant: str = ""
    owner: Actor | None = None
    """Whoever creates it, where nobody is named."""
    path: Path | None = None
    source_sha256: str = ""
    format: str = "text"
    encoding: str = "utf-8"
    by_hand: Mapping[int, Kind] = field(default_factory=dict)
    roles: BlockRoles = ()
    links: Links = ()
    embargo: datetime | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    """What its wire says of it besides (byline, urgency, editor's note …), by the names of the readers."""
    place: int = 0
    first: FirstHand | None = None
    """Its first version, where the text is the second."""
    remarks: tuple[Remark, ...] = ()
    """Comments that it came with, on its newest version."""
    original: Original | None = None
    """The document that its newest version was read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story without its text: `version` is the number and `sha256` the digest of the current one."""

    id: str
    slug: str
    headline: str
    section: str
    variant: str
    state: str
    owner: Actor
    path: Path | None
    source_sha256: str
    format: str
    encoding: str
    created: datetime
    changed: datetime
    place: int
    version: int
    sha256: str
    by_hand: Mapping[int, Kind]
    open: OpenCounts
    roles: BlockRoles = ()
    links: Links = ()
    embargo: datetime | None = None
    """The moment before which it must not be published."""
    details: Mapping[str, str] = field(default_factory=dict)
    deadline: datetime | None = None
    hold_until: datetime | None = None
    hands: str = ""
    """The id of the person whose hands it is in, empty for nobody's."""
    hands_too: tuple[str, ...] = ()
    """Ids of those who took it in hand without knowing of that."""
    waived: int = 0
    unchecked: int = 0
    seal: str = ""
    """The id of the seal that stands, empty for none."""
    apart: int = 0
    """How many other texts of it were saved elsewhere and nobody laid together yet."""
    opposites: int = 0
    """How much of it was decided differently in two places."""
    lent: Mapping[str, Any] = field(default_factory=dict)
    """Whom it is lent to: `to`, `laptop`, `until` in microseconds, other loans as `also`; nothing where it is not."""


@dataclass(frozen=True, slots=True)
class QueueRecord:
    """One line of the queue; `owner` and `hands` are names, `hands` those of all who have it in hand.

    `waived` and `unchecked` count findings and items.
    """

    id: str
    slug: str
    headline: str
    section: str
    state: str
    owner: str
    changed: datetime
    version: int
    open: OpenCounts
    hands: str = ""
    deadline: datetime | None = None
    hold_until: datetime | None = None
    embargo: datetime | None = None
    embargo_said: str = ""
    """The sender's words for an embargo that names no moment."""
    waived: int = 0
    unchecked: int = 0
    checked: bool = True
    """Whether the counts speak of the text as it is; False where it was edited since, or never checked."""
    lent: Mapping[str, Any] = field(default_factory=dict)
    """As `Story.lent`."""
    void: bool = False
    """Whether the story is called approved, and seal, signature, trail and text do not all say so."""
    apart: int = 0
    """How many other texts of it were saved elsewhere and nobody laid together yet."""
    opposites: int = 0
    """How much of it was decided differently in two places."""


@dataclass(frozen=True, slots=True)
class Version:
    """One saved text of a story, numbered from 1; `sha256` is its address, `by_hand` its kinds set by hand."""

    story: str
    number: int
    sha256: str
    who: Actor
    why: str
    when: datetime
    by_hand: Mapping[int, Kind] = field(default_factory=dict)
    links: Links = ()
    digest: str = ""
    """What names it in every database; `number` counts here alone."""
    parents: tuple[str, ...] = ()
    """The digests of those it was made from."""


@dataclass(frozen=True, slots=True)
class StoryText:
    """The text of a story as it is now, with all that its copy map is made from."""

    id: str
    slug: str
    variant: str
    sha256: str
    text: str
    format: str
    by_hand: Mapping[int, Kind]
    roles: BlockRoles


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save came to: the story now, whether there is a new version, whether an approval fell."""

    story: Story
    new_version: bool
    voided: bool
    restored: bool = False
    """Whether the very text that was approved is back, and the approval with it."""


class Overtaken(KnownError):  # noqa: N818 - reads as the state it is
    """Somebody else saved a newer version meanwhile: their name, the version's number and its text for a comparison."""

    def __init__(self, sentence: str, *, who: str, version: int, text: str) -> None:
        super().__init__(sentence)
        self.who, self.version, self.text = who, version, text


@dataclass(frozen=True, slots=True)
class Ask:
    """A move that somebody asks for, with who they are and what they have on their screen."""

    wanted: MoveRequest
    person: Person
    to_name: str = ""
    """The name of the person it goes to, as the trail keeps it."""
    seen: frozenset[str] = frozenset()
    """Fingerprints of the findings that are on their screen."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way a story can go from here, with what stands in the way for the person who asked."""

    move: Move
    target: str
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckRun:
    """What the last check of a story came to; `sha256` is of the text it was made for, `digest` of what it says."""

    story: str
    sha256: str
    digest: str
    when: datetime
    runs: Mapping[Item, ItemRun]
    rules: str = ""
    """The rule set that checked, and `engine` the grammar engine with its version; empty in old rows."""
    engine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCopy:
    """What stood in the editor at `when`: `id` is the story's, or any new id for a draft that was never saved."""

    id: str
    slug: str
    text: str
    by_hand: Mapping[int, Kind] = field(default_factory=dict)
    place: int = 0
    format: str = "text"
    path: Path | None = None
    when: datetime | None = None
    """Set by the store."""
    links: Links = ()


@dataclass(frozen=True, slots=True)
class Pending:
    """A recovery copy that a dead process left: `story` is the saved one it belongs to, None for an unsaved draft."""

    copy: RecoveryCopy
    story: Story | None


@dataclass(frozen=True, slots=True)
class OpenElsewhere:
    """Who has a story open in another window or on another machine."""

    who: Actor
    since: datetime
    machine: str
    """Empty for this one."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """One line of the name book: the entry, who agreed to it and when, and who withdrew it (empty while in force)."""

    id: str
    entry: BookEntry
    keeper: str
    agreed: datetime
    withdrawn_by: str = ""
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import into the name book came to, in lines."""

    added: int
    changed: int
    same: int


class Outcome(StrEnum):
    """What a keeper said about a proposal."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that waits for a keeper, with the ids of the approved stories that used it."""

    id: str
    entry: BookEntry
    stories: tuple[str, ...]
    made: datetime


@dataclass(frozen=True, slots=True)
class Upgrading:
    """How far an older database is brought up to date: `done` of `whole`, counted in `what`; 0 where nobody knows."""

    words: str
    done: int = 0
    whole: int = 0
    what: str = ""
    copied: bool = False
    """Whether a copy from before is among the backups: of a file, once it is made."""


ToldOfUpgrade: TypeAlias = Callable[[Upgrading], None]
"""Hears of it, and raises `Cancelled` to have it broken off."""
