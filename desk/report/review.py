"""The report of a review: one frozen value with all that is known about a story, made by `desk.services.reports`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.checking.checklist import ItemState, Line
from desk.review.comments import Placed
from desk.review.seal import Seal
from desk.review.trail import TrailEntry
from desk.story import StoryView
from desk.text.blocks import Manuscript
from desk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Report:
    """A story with its marks, findings, waivers, what was not checked, its trail and its seal, all of one moment."""

    story: StoryView
    state_name: str
    state_names: Mapping[str, str]
    """The desk's states, id to name."""
    manuscript: Manuscript
    lines: tuple[Line, ...]
    """The checklist for exactly this text; an item that did not run on it is `unchecked` or `checking`."""
    unnamed: tuple[Span, ...]
    """Where the story gives words or facts to a source that it does not name."""
    comments: tuple[Placed, ...]
    trail: tuple[TrailEntry, ...]
    trail_faults: tuple[str, ...]
    clocks_behind: Mapping[str, datetime]
    """Entries dated before something their author had seen, by id, with the moment of that."""
    seal: Seal | None
    signed: Mapping[str, Any]
    """What was signed, empty without a seal."""
    rules: str
    engine: str
    made: datetime
    made_by: str
    program: str

    @property
    def unchecked(self) -> Sequence[Line]:
        """Return the items that say nothing about this text: not checked, or not checked since it was edited."""
        return [line for line in self.lines if line.state in (ItemState.UNCHECKED, ItemState.CHECKING)]
