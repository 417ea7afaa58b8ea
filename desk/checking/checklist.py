"""The checklist: each item with its state, derived from what the checks found and what people decided."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.checking.overlaps import told_once
from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item


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
    NOT_AN_ERROR = "not an error"


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with its standing, and who gave which reason (empty for an open one)."""

    finding: Finding
    standing: Standing = Standing.OPEN
    why: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the checklist; `findings` in text order, the settled ones among them."""

    item: str
    state: ItemState
    findings: tuple[Judged, ...] = ()
    reason: str = ""
    manual: bool = False

    @property
    def open(self) -> tuple[Finding, ...]:
        """Return the findings nobody has decided on."""
        return tuple(j.finding for j in self.findings if j.standing is Standing.OPEN)


Judge = Callable[[Finding], Judged]


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
    ticked: Mapping[str, str],
    wanted: Sequence[Item] = tuple(Item),
) -> tuple[Line, ...]:
    """Return the whole checklist: automatic items first, then the desk's manual ones.

    `ticked` maps a manual item to who ticked it and when, in words. An item of `wanted` without a run is being checked.
    """
    runs = told_once(runs)
    automatic = [line_of(runs[item], judge) if item in runs else Line(item, ItemState.CHECKING) for item in wanted]
    by_hand = [
        Line(
            name, ItemState.PASSED if name in ticked else ItemState.ATTENTION, reason=ticked.get(name, ""), manual=True
        )
        for name in manual
    ]
    return (*automatic, *by_hand)
