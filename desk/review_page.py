"""One story as a chief reviews it: a frozen page that holds everything the view shows, all of one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desk.checking.checklist import Line
from desk.review.comments import Placed
from desk.review.looks import Base
from desk.review.obstacles import Obstacle, Why
from desk.review.seal import text_digest
from desk.review.states import Action
from desk.story import MoveOption, StoryView
from desk.text.blocks import Manuscript
from desk.text.diff import Comparison
from desk.text.spans import Span

DECISIONS = (Action.APPROVE, Action.RETURN, Action.HOLD)
"""The moves that a chief makes with one key."""


@dataclass(frozen=True, slots=True)
class KeyedMove:
    """What one key of the review does now: the move, and where it cannot be made the reason why."""

    action: str
    option: MoveOption | None = None
    why_not: str = ""
    """One sentence; empty where the person may make the move."""

    @property
    def can_be_made(self) -> bool:
        """Return whether the person may make it, once what stands in its way is out of it."""
        return self.option is not None

    @property
    def in_the_way(self) -> tuple[Obstacle, ...]:
        """Return what must be cleared first, or passed with a reason."""
        return self.option.obstacles if self.option is not None else ()


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list to compare with; `why` says what it was saved for and what was decided on it."""

    number: int
    who: str
    why: str
    when: datetime
    emptied: bool = False
    """Whether its words are gone by law."""


@dataclass(frozen=True, slots=True)
class EarlierText:
    """One version as a text to compare with, and which one that is in words."""

    text: str
    words: str


@dataclass(frozen=True, slots=True)
class Taken:
    """An obstacle that somebody took upon themselves: the item, what it was, who, when and why."""

    item: str
    why: str
    fact: str
    """What it said, as a sentence without its end."""
    who: str
    when: datetime
    reason: str

    @property
    def did_not_run(self) -> bool:
        """Return whether it was that an item did not run; an old entry says nothing of what it was."""
        return self.why in {Why.UNCHECKED, Why.BY_HAND, ""}


@dataclass(frozen=True, slots=True)
class Said:
    """A note given with a move: what was done, by whom, when, and the words."""

    done: str
    who: str
    when: datetime
    words: str
    id: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What the review view shows; offsets are code points of `story.text`."""

    story: StoryView
    manuscript: Manuscript
    lines: tuple[Line, ...]
    """The checklist; an item whose last run was made for another text is `checking`."""
    versions: tuple[VersionLine, ...]
    """All versions, the newest first."""
    base: Base | None
    """What the text is compared with; None where there is no earlier version."""
    comparison: Comparison | None
    threads: tuple[Placed, ...]
    moves: tuple[MoveOption, ...]
    state: str = ""
    """What the desk calls the state."""
    looked: datetime | None = None
    """When the person looked at this story last; None for the first time."""
    known: frozenset[str] | None = None
    """The findings shown at that look, by fingerprint; None for the first time."""
    hands: str = ""
    """The name of whoever has the story in hand."""
    refused: Mapping[str, str] = field(default_factory=dict)
    """Decision -> why this person cannot make it now, in one sentence; empty where they can."""
    taken: tuple[Taken, ...] = ()
    """What was let past the gate with this very text."""
    said: tuple[Said, ...] = ()
    """The notes given with moves, the newest first."""
    unnamed: tuple[Span, ...] = ()
    """Where the story gives words or facts to a source that it does not name."""
    found_anew: bool = False
    """Whether what the checks found is not what the last move knew: it is looked for anew before anybody decides."""
    other_rules: str = ""
    """That it was moved on by other rules of review than those it is judged by, in one sentence."""
    links_changed: int = 0
    """Links that were set, changed or taken off since `base`, where their words still stand."""

    def line_of(self, number: int) -> VersionLine | None:
        """Return one version's line."""
        return next((line for line in self.versions if line.number == number), None)

    def move(self, action: str) -> MoveOption | None:
        """Return the move of this name, None where this person cannot make it now."""
        return next((option for option in self.moves if option.action == action), None)

    @property
    def approving(self) -> KeyedMove:
        """Return what the key does that approves."""
        return self._keyed(Action.APPROVE)

    @property
    def returning(self) -> KeyedMove:
        """Return what the key does that returns the story."""
        return self._keyed(Action.RETURN)

    @property
    def holding(self) -> KeyedMove:
        """Return what the key does that holds the story."""
        return self._keyed(Action.HOLD)

    def _keyed(self, action: str) -> KeyedMove:
        return KeyedMove(action, self.move(action), self.refused.get(action, ""))

    @property
    def sha256(self) -> str:
        """Return the digest of the text that is shown."""
        return text_digest(self.story.text)

    @property
    def seen(self) -> tuple[str, ...]:
        """Return the fingerprints of every finding that the page shows."""
        return tuple(judged.finding.fingerprint for line in self.lines for judged in line.findings)

    @property
    def open_threads(self) -> Sequence[Placed]:
        """Return the comments that nobody has resolved."""
        return tuple(placed for placed in self.threads if not placed.thread.resolved)
