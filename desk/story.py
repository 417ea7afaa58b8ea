"""A story as the window sees it: frozen values that the session hands out and takes back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desk.checking.checklist import Judged, Standing, Tick, why_words
from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item
from desk.checks.house import Brief, House, NameAnswer, Verdict
from desk.readers.file_kind import DOCUMENT
from desk.review.decisions import STANDING, WHOLE_RULE, Decision, InForce, Scope
from desk.review.embargo import embargo_words
from desk.review.states import State
from desk.review.words import STATES, words_for
from desk.text.block_roles import BlockRoles
from desk.text.blocks import Kind, Manuscript
from desk.text.links import Links
from desk.text.moments import own_day

if TYPE_CHECKING:
    from desk.review.obstacles import Obstacle
    from desk.review.seal import SealStatus

NO_KINDS: Mapping[int, Kind] = MappingProxyType({})
NO_RUNS: Mapping[Item, ItemRun] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision still in force, as the list of decisions shows it."""

    id: str
    standing: Standing
    what: str
    reason: str
    who: str
    when: datetime
    scope: Scope = Scope.HERE

    @property
    def why(self) -> str:
        """Return reason, person and time in one line."""
        return why_words(self.reason, self.who, self.when)


_ANSWERS = {
    Verdict.SAME: "the same, written “{0}”",
    Verdict.DIFFERENT: "two different {1}",
    Verdict.AS_QUOTED: "as quoted",
}


def answered(d: Decision) -> str:
    """Return what was answered on two names or figures; empty where it is no answer."""
    return "" if d.answer is None else _ANSWERS[d.answer.verdict].format(d.answer.first, d.item or Item.NAMES)


def _ruling(d: Decision) -> Ruling:
    if d.answer is not None:
        said = answered(d)
        what = f"{d.answer.first} / {d.answer.second}"
        return Ruling(d.id, Standing.NOT_AN_ERROR, what, said, d.who.name, d.when, Scope.STORY)
    what = f"Everything of {d.rule}" if d.subject == WHOLE_RULE else d.subject
    return Ruling(d.id, STANDING[d.done], what, d.reason, d.who.name, d.when, d.scope)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Every decision in force for one story; which of them settles a finding `InForce` says."""

    force: InForce = field(default_factory=InForce)
    ticked: Mapping[str, Tick] = field(default_factory=dict)
    """Manual item -> who ticked it and when."""

    @property
    def name_answers(self) -> tuple[NameAnswer, ...]:
        """Return the answers on names."""
        return self.force.answers

    @property
    def figure_answers(self) -> tuple[NameAnswer, ...]:
        """Return the answers on figures."""
        return self.force.figure_answers

    def judge(self, finding: Finding) -> Judged:
        """Return the finding with its standing."""
        return self.force.judge(finding)

    def on(self, finding: Finding) -> Ruling | None:
        """Return the decision that settles the finding, None while it is open."""
        decision = self.force.on(finding)
        return None if decision is None else _ruling(decision)

    def all(self) -> tuple[Ruling, ...]:
        """Return every decision in force, the newest first; the answers on names and figures are among them."""
        force = self.force
        every = (*force.places.values(), *force.keys.values(), *(d for d in force.listed if d.answer is not None))
        unique = {decision.id: decision for decision in every}
        return tuple(sorted(map(_ruling, unique.values()), key=lambda ruling: ruling.when, reverse=True))


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story, opened: its current text with everything known about it. Offsets are code points of `text`."""

    id: str
    slug: str
    text: str
    state: str = State.DRAFT
    headline: str = ""
    section: str = ""
    owner: str = ""
    variant: str = ""
    format: str = "text"
    encoding: str = "utf-8"
    path: Path | None = None
    version: int = 0
    saved: datetime | None = None
    by_hand: Mapping[int, Kind] = field(default_factory=lambda: NO_KINDS)
    roles: BlockRoles = ()
    """What the document that it came in said the blocks are."""
    links: Links = ()
    place: int = 0
    top: int = 0
    """The code point that stood at the top of the sheet when it was let go of here last."""
    runs: Mapping[Item, ItemRun] = field(default_factory=lambda: NO_RUNS)
    """The last check, if it was made for exactly this text; empty otherwise."""
    verdicts: Verdicts = field(default_factory=Verdicts)
    notes: tuple[str, ...] = ()
    """Sentences to show once: the encoding that was guessed, a file that changed on disk, a recovered copy."""
    read_only: str = ""
    """Why the story must not be edited here (open in another window); empty where it may be."""
    recovered: bool = False
    """Whether `text` is a recovery copy newer than the saved version."""
    changed_on_disk: bool = False
    """Whether the file that the story was made from has other words by now than when it was read or written."""
    seal_valid: bool = False
    """Whether an approval stands for exactly this text."""
    seal: "SealStatus | None" = None
    """The last approval, whether it stands or not; None if there never was one."""
    deadline: datetime | None = None
    hold_until: datetime | None = None
    embargo: datetime | None = None
    """The moment before which it must not be published."""
    details: Mapping[str, str] = field(default_factory=dict)
    """What its wire says of it besides, by the names of the readers, and what the desk wants of it."""
    hands: str = ""
    """The id of the person whose hands it is in, empty for nobody's."""
    hands_too: tuple[str, ...] = ()
    """Ids of those who took it in hand elsewhere without knowing of that."""
    in_hands: str = ""
    """The names of all whose hands it is in, as one lists them."""
    state_name: str = ""
    """What the desk calls the state."""
    apart: int = 0
    """How many other texts of it were saved elsewhere and nobody laid together yet."""
    opposites: int = 0
    """How much of it was decided differently in two places."""
    lent: str = ""
    """Whom it is lent to, in words; empty for nobody."""

    @property
    def state_words(self) -> str:
        """Return what people read for the state."""
        return self.state_name or words_for(STATES, self.state)

    def embargo_words(self, at: datetime | None = None) -> str:
        """Return until when the story must not be published, as long as that is so (by now); empty where it may be."""
        return embargo_words(self.embargo, self.details.get("embargo", ""), at)

    @property
    def draft(self) -> "Draft":
        """Return it as the editor has it before the first edit."""
        return Draft(self.text, self.by_hand, self.place, self.format, self.roles, self.links)

    @property
    def text_path(self) -> Path | None:
        """Return where its text is written to by default: its own file, or beside it where that is a document."""
        return self.path.with_suffix(".txt") if self.path is not None and self.format == DOCUMENT else self.path

    def brief(self, house: House) -> Brief:
        """Return what the checks are told about the story, beside what they are told about every one."""
        said = self.verdicts
        return Brief(house, self.variant, said.name_answers, said.figure_answers, own_day(self.details, self.saved))


@dataclass(frozen=True, slots=True)
class Draft:
    """The live text of one story at one moment, as the editor has it: what is checked, saved and kept for recovery."""

    text: str
    by_hand: Mapping[int, Kind] = field(default_factory=lambda: NO_KINDS)
    place: int = 0
    format: str = "text"
    roles: BlockRoles = ()
    """What the document that it came in said the blocks are."""
    links: Links = ()


@dataclass(frozen=True, slots=True)
class Examination:
    """What the checks came to for one draft: its copy map and one run an item asked for."""

    manuscript: Manuscript
    runs: Mapping[Item, ItemRun]
    spoken_variant: str = ""
    """The English that the text plainly speaks, where it is another than the one in force; empty otherwise."""


class Part(StrEnum):
    """What an operation can change; each view refreshes itself when its part is named."""

    QUEUE = "queue"
    TEXT = "text"
    DECISIONS = "decisions"
    STORY = "story"
    SETTINGS = "settings"
    BRIEF = "brief"
    """What the checks are told (variant, dictionary, name answers): check again."""
    ENGINE = "engine"
    BOOK = "name book"
    PEOPLE = "people"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Unsent:
    """An approved story that did not go out into the outgoing folder, and why, in full."""

    story_id: str
    why: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What an operation changed: the parts, and the story as it is now where it concerns one."""

    parts: frozenset[Part]
    story: StoryView | None = None
    said: str = ""
    """One sentence for the status line; empty for none."""
    left: str = ""
    """What was asked for and could not be done, in full; empty where all was."""
    unsent: tuple[Unsent, ...] = ()
    """Stories that were approved, and did not go out."""
    to_read: tuple[str, ...] = ()
    """Sentences on what happened that have to be read, such as where a signing key was put: each stays until somebody
    puts it aside."""
    came: tuple[str, ...] = ()
    """The ids of stories that were taken in."""

    @property
    def told(self) -> str:
        """Return all there is to say, for a terminal."""
        return " ".join(filter(None, (self.said, *self.to_read)))


@dataclass(frozen=True, slots=True)
class RecoveryOffer:
    """Text that was typed but not saved when an application ended, beside what is saved (empty if nothing is)."""

    id: str
    slug: str
    typed: str
    saved: str
    when: datetime


@dataclass(frozen=True, slots=True)
class MoveOption:
    """One way a story can go from here: what stands in the way, and whether a reason must be given.

    An obstacle that is `acknowledgeable` stands aside once it is passed with a reason; any other must be cleared first.
    """

    action: str
    obstacles: tuple["Obstacle", ...] = ()
    needs_reason: bool = False
    words: str = ""
    """What the screen says for the move."""
    target: str = ""
    """The state it leads to."""
    asks_person: bool = False
    """Whether it asks to whom the story goes."""
    asks_until: bool = False
    """Whether it asks until when."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a story was returned with: the list that its editor works through."""

    by: str
    when: datetime
    note: str
    to: str
    to_name: str
    findings: tuple[str, ...] = ()
    """Fingerprints."""
    comments: tuple[str, ...] = ()
    """Thread ids."""


@dataclass(frozen=True, slots=True)
class GoingBack:
    """What would go back into the document that a story came in: its name, how many changes and comments."""

    name: str
    changes: int
    by: tuple[str, ...]
    """Who made them, by name."""
    comments: int


class Choice(StrEnum):
    """Whether the window must ask who is working."""

    NOBODY_NEEDED = "nobody needed"
    SET_UP = "set up"
    """Nobody is set up on this desk yet: offer it, once."""
    CHOOSE = "choose"


__all__ = [
    "Brief",
    "Changes",
    "Draft",
    "Examination",
    "MoveOption",
    "Part",
    "RecoveryOffer",
    "Ruling",
    "Scope",
    "StoryView",
    "Verdicts",
]
