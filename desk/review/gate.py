"""Whether a story may move: the only place that decides it, for window, command line and import alike.

The gate lists exactly what stands in the way, each with its places in the text or on the checklist. Warnings can be
passed with a reason, errors only by a role that the desk names; both are decisions of the trail.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checks.check import Finding, Item, Severity
from desk.errors import InTheWay
from desk.review.obstacles import Grade, Obstacle, Place, Why
from desk.review.people import Person
from desk.review.rules import Policy, Weight
from desk.review.states import Move, Watch

PAID_RULE = "ads.unlabelled"
_NO_LABEL = frozenset({PAID_RULE, "ads.wrong-label"})


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the gate looks at: one story with its checklist, for one person."""

    lines: Sequence[Line]
    policy: Policy = field(default_factory=Policy)
    section: str = ""
    edited: bool = False
    """Whether the last check was made for another text."""
    unseen: Sequence[Finding] = ()
    """What was found since the person last looked, and that was not decided by that very person."""
    embargo: str = ""
    """Until when it must not be published, in words; empty where it may be."""
    apart: bool = False
    """Whether it was changed in two places, and the texts were not laid together yet."""
    by_hand: frozenset[str] = frozenset()
    """Items that somebody ticked for this text, automatic ones among them."""


@dataclass(frozen=True, slots=True)
class Passed:
    """An obstacle that somebody took upon themselves, and why."""

    obstacle: Obstacle
    reason: str


_READ = frozenset({Why.EDITED, Why.CHECKING, Why.PAID, Why.ERRORS, Why.UNCHECKED, Why.BY_HAND})
WATCHED = {Watch.NONE: frozenset[Why](), Watch.READ: _READ, Watch.ALL: frozenset(Why)}
_OPEN = ((Severity.ERROR, Why.ERRORS, Grade.ERROR), (Severity.WARNING, Why.WARNINGS, Grade.WARNING))


def obstacles(move: Move, case: Case, person: Person) -> tuple[Obstacle, ...]:
    """Return everything that stands in the way of the move, what must be waited for first, then by the checklist."""
    watched = WATCHED[move.watch]
    found = [
        *_apart(case),
        *_edited(case),
        *_embargo(case),
        *(o for line in case.lines for o in _of(line, case)),
        *_unseen(case),
    ]
    return tuple(_for(person, _graded(obstacle, move, case), case) for obstacle in found if obstacle.why in watched)


def left(move: Move, case: Case, person: Person, passed: Mapping[str, str]) -> tuple[Obstacle, ...]:
    """Return the obstacles that remain once those in `passed` (key -> reason) are taken on by the person."""
    return tuple(o for o in obstacles(move, case, person) if not (o.acknowledgeable and passed.get(o.key, "").strip()))


def pass_gate(move: Move, case: Case, person: Person, passed: Mapping[str, str]) -> tuple[Passed, ...]:
    """Return what had to be passed and was, for the record; raises `InTheWay` if anything is left."""
    if remaining := left(move, case, person, passed):
        raise InTheWay(f"“{move.words}” has to wait. " + " ".join(_told(obstacle) for obstacle in remaining))
    return tuple(Passed(o, passed[o.key].strip()) for o in obstacles(move, case, person))


def _told(obstacle: Obstacle) -> str:
    if obstacle.acknowledgeable or not obstacle.by:
        return obstacle.sentence
    return f"{obstacle.sentence} A {obstacle.passers} can also let it pass, with a reason."


def _graded(obstacle: Obstacle, move: Move, case: Case) -> Obstacle:
    """Return the obstacle one grade lower where the item is only recommended, or where this is not the last move."""
    if obstacle.grade is not Grade.ERROR:
        return obstacle
    recommended = obstacle.item and case.policy.weight(obstacle.item, case.section) is Weight.RECOMMENDED
    later = move.watch is Watch.READ and obstacle.why is Why.UNCHECKED
    return replace(obstacle, grade=Grade.WARNING) if recommended or later else obstacle


def _for(person: Person, obstacle: Obstacle, case: Case) -> Obstacle:
    if obstacle.grade is Grade.WARNING:
        return obstacle
    if obstacle.grade is Grade.WAIT:
        return replace(obstacle, acknowledgeable=False)
    roles = case.policy.errors_by
    may = bool(roles) and person.may(roles, case.section)
    return replace(obstacle, acknowledgeable=may, by=tuple(sorted(roles)))


def _edited(case: Case) -> Iterable[Obstacle]:
    if case.edited:
        yield Obstacle("", Why.EDITED, Grade.WAIT)


def _apart(case: Case) -> Iterable[Obstacle]:
    if case.apart:
        yield Obstacle("", Why.APART, Grade.WAIT)


def _embargo(case: Case) -> Iterable[Obstacle]:
    if case.embargo:
        yield Obstacle("", Why.EMBARGO, Grade.ERROR, about=case.embargo)


def _unseen(case: Case) -> Iterable[Obstacle]:
    found = [f for f in case.unseen if case.policy.weight(f.item, case.section) is not Weight.OFF]
    if found:
        yield Obstacle("", Why.NEW, Grade.WARNING, tuple(map(_place, found)))


def _of(line: Line, case: Case) -> Iterable[Obstacle]:
    weight = case.policy.weight(line.item, case.section)
    if weight is Weight.OFF:
        return
    here = (Place(line.item),)
    if line.manual:
        if line.state is not ItemState.PASSED:
            yield Obstacle(line.item, Why.UNTICKED, Grade.ERROR, here, line.reason)
    elif line.state is ItemState.UNCHECKED:
        by_hand = line.item in case.by_hand
        why, grade = (Why.BY_HAND, Grade.WARNING) if by_hand else (Why.UNCHECKED, Grade.ERROR)
        yield Obstacle(line.item, why, grade, here, line.reason)
    elif line.state is ItemState.CHECKING:
        if not case.edited:
            yield Obstacle(line.item, Why.CHECKING, Grade.WAIT, here)
    else:
        yield from _open(line, weight)


def _open(line: Line, weight: Weight) -> Iterable[Obstacle]:
    paid = [f for f in line.open if _unlabelled(f)]
    if paid:
        yield Obstacle(line.item, Why.PAID, Grade.ERROR, tuple(map(_place, paid)))
    for severity, why, grade in _OPEN:
        open_ = [f for f in line.open if f.severity is severity and not _unlabelled(f)]
        if open_ and (why is Why.ERRORS or weight is Weight.REQUIRED):
            yield Obstacle(line.item, why, grade, tuple(map(_place, open_)))


def _unlabelled(finding: Finding) -> bool:
    """Return whether it is paid text without a label; a desk that made a warning of it has it among its warnings."""
    return finding.rule in _NO_LABEL and finding.severity is Severity.ERROR


def _place(finding: Finding) -> Place:
    return Place(finding.item, finding.span, finding.fingerprint, finding.quote)


def unseen(lines: Iterable[Line], seen: Iterable[str], own: Iterable[str]) -> tuple[Finding, ...]:
    """Return the findings, open or waived, that are neither among the fingerprints `seen` nor decided by oneself."""
    known = {*seen, *own}
    return tuple(
        j.finding for line in lines for j in line.findings if _counts(j) and j.finding.fingerprint not in known
    )


def _counts(judged: Judged) -> bool:
    return judged.standing is not Standing.NOT_AN_ERROR and judged.finding.item in set(Item)
