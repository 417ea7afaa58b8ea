"""What stands in the way of a move: open errors, items that were not checked, manual items nobody has ticked.

Some obstacles can be acknowledged by name, so that nothing is passed silently; the others must be dealt with.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.checklist import Line, State
from desk.checks.check import Finding, Severity
from desk.errors import KnownError
from desk.review.states import Action


class Why(StrEnum):
    """The kind of an obstacle."""

    ERRORS = "open errors"
    WARNINGS = "open warnings"
    UNCHECKED = "not checked"
    CHECKING = "being checked"
    UNTICKED = "not ticked"


MENDABLE_BY_NAME = frozenset({Why.UNCHECKED, Why.WARNINGS})
"""What a person may take on by naming the item; the rest must be fixed, waived, awaited or ticked."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way: the item, the kind, and a sentence that says how to clear it."""

    item: str
    why: Why
    sentence: str

    @property
    def acknowledgeable(self) -> bool:
        """Return whether naming the item is enough."""
        return self.why in MENDABLE_BY_NAME


_ALL = frozenset(Why)
_READ = _ALL - {Why.UNTICKED, Why.WARNINGS}
WATCHED: dict[Action, frozenset[Why]] = {Action.PASS_ON: _READ, Action.SEND_TO_CHIEF: _READ, Action.APPROVE: _ALL}
"""What each move looks at; a move that is not named (submit, return, hold, ...) is never stopped by the checklist."""


def obstacles(action: Action, lines: Iterable[Line]) -> tuple[Obstacle, ...]:
    """Return everything the checklist holds against the move, in the order of the list."""
    watched = WATCHED.get(action, frozenset())
    return tuple(found for line in lines for found in _of(line) if found.why in watched)


def left(action: Action, lines: Iterable[Line], acknowledged: Collection[str]) -> tuple[Obstacle, ...]:
    """Return the obstacles that remain once the named items are acknowledged."""
    return tuple(o for o in obstacles(action, lines) if not (o.acknowledgeable and o.item in acknowledged))


def pass_gate(action: Action, lines: Sequence[Line], acknowledged: Collection[str] = ()) -> tuple[str, ...]:
    """Return the items that had to be acknowledged and were, for the record; raises `KnownError` if one is left."""
    if remaining := left(action, lines, acknowledged):
        raise KnownError(f"“{action}” has to wait. " + " ".join(obstacle.sentence for obstacle in remaining))
    return tuple(dict.fromkeys(o.item for o in obstacles(action, lines)))


def _of(line: Line) -> Iterable[Obstacle]:
    if line.manual:
        if line.state is not State.PASSED:
            yield Obstacle(line.item, Why.UNTICKED, f"“{line.item}” is not ticked yet.")
    elif line.state is State.UNCHECKED:
        why = line.reason.rstrip(". ") or "the check did not run"
        yield Obstacle(line.item, Why.UNCHECKED, f"“{line.item}” was not checked ({why}): acknowledge it by name.")
    elif line.state is State.CHECKING:
        yield Obstacle(line.item, Why.CHECKING, f"“{line.item}” is still being checked: wait a moment.")
    else:
        yield from _open(line.item, line.open)


def _open(item: str, findings: Sequence[Finding]) -> Iterable[Obstacle]:
    for severity, why, mend in (
        (Severity.ERROR, Why.ERRORS, "fix or waive each"),
        (Severity.WARNING, Why.WARNINGS, "fix or waive each, or acknowledge the item by name"),
    ):
        if count := sum(finding.severity is severity for finding in findings):
            noun = severity.value if count == 1 else f"{severity.value}s"
            yield Obstacle(item, why, f"“{item}” has {count} open {noun}: {mend}.")
