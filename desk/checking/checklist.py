"""The checklist: each item with its state, derived from what the checks found and what people decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.checking.overlaps import told_once
from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item
from desk.text.moments import to_the_minute


class ItemState(StrEnum):
    """The state of an item; `UNCHECKED` is never shown or stored as passed."""

    PASSED = "passed"
    ATTENTION = "attention"
    WAIVED = "waived"
    UNCHECKED = "unchecked"
    CHECKING = "checking"


class Standing(StrEnum):
    """What became of a finding: still open, waived with a reason, or declared not an error."""

    OPEN = "open"
    WAIVED = "waived"
    NOT_AN_ERROR = "not-an-error"


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with its standing, and who gave which reason when (empty for an open one)."""

    finding: Finding
    standing: Standing = Standing.OPEN
    reason: str = ""
    who: str = ""
    when: datetime | None = None

    @property
    def why(self) -> str:
        """Return reason, person and time in one line, as the screen says it."""
        return why_words(self.reason, self.who, self.when)


@dataclass(frozen=True, slots=True)
class Tick:
    """Who ticked a manual item, and when."""

    who: str
    when: datetime

    @property
    def words(self) -> str:
        """Return person and time, as the screen says it."""
        return f"{self.who}, {to_the_minute(self.when)}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the checklist; `findings` in text order, the settled ones among them."""

    item: str
    state: ItemState
    findings: tuple[Judged, ...] = ()
    reason: str = ""
    manual: bool = False
    tick: Tick | None = None

    @property
    def open(self) -> tuple[Finding, ...]:
        """Return the findings nobody has decided on."""
        return tuple(j.finding for j in self.findings if j.standing is Standing.OPEN)

    @property
    def about(self) -> str:
        """Return who ticked the item and when, or why it is as it is; empty where nothing is to be said."""
        return self.tick.words if self.tick is not None else self.reason


Judge = Callable[[Finding], Judged]


def why_words(reason: str, who: str, when: datetime | None, said: Callable[[datetime], str] = to_the_minute) -> str:
    """Return reason, person and time of a decision in one line; `said` puts the time into words."""
    return " · ".join(part for part in (reason, who, said(when) if when else "") if part)


def line_of(run: ItemRun, judge: Judge) -> Line:
    """Return the line of one automatic item."""
    if run.unchecked:
        return Line(run.item, ItemState.UNCHECKED, reason=run.unchecked)
    judged = tuple(judge(finding) for finding in run.findings)
    standings = {j.standing for j in judged}
    if Standing.OPEN in standings:
        state = ItemState.ATTENTION
    elif Standing.WAIVED in standings:
        state = ItemState.WAIVED
    else:
        state = ItemState.PASSED
    return Line(run.item, state, judged)


def lines(
    runs: Mapping[Item, ItemRun],
    judge: Judge,
    manual: Sequence[str],
    ticked: Mapping[str, Tick],
    wanted: Sequence[Item] = tuple(Item),
) -> tuple[Line, ...]:
    """Return the whole checklist: automatic items first, then the desk's manual ones.

    `ticked` maps a manual item to who ticked it and when. An item of `wanted` without a run is being checked.
    """
    runs = told_once(runs)
    automatic = [line_of(runs[item], judge) if item in runs else Line(item, ItemState.CHECKING) for item in wanted]
    by_hand = [
        Line(name, ItemState.PASSED if name in ticked else ItemState.ATTENTION, manual=True, tick=ticked.get(name))
        for name in manual
    ]
    return (*automatic, *by_hand)
