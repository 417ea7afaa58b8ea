"""From a check run and what was decided to the checklist and the case that the gate judges."""

from collections.abc import Collection, Mapping

from desk.checking.checklist import Line, Tick, lines
from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item
from desk.review.decisions import InForce
from desk.review.gate import Case, unseen
from desk.review.people import Person
from desk.review.rules import Rules


def checklist(runs: Mapping[Item, ItemRun], force: InForce, rules: Rules, sha256: str) -> tuple[Line, ...]:
    """Return the checklist of the text with this digest; `runs` must be of that text, an item without one is checking.

    A tick that was given on another text counts no more where the item says so, and the line says why.
    """
    ticked = force.ticks(sha256, rules.policy.again_after_edit)
    told = {item: Tick(d.who.name, d.when) for item, d in ticked.items()}
    return tuple(_aged(line, force, ticked) for line in lines(runs, force.judge, rules.manual_items, told))


def _aged(line: Line, force: InForce, ticked: Collection[str]) -> Line:
    if not line.manual or line.item in ticked or line.item not in force.ticked:
        return line
    tick = force.ticked[line.item]
    return Line(line.item, line.state, reason=f"{tick.who} ticked it before the text was edited", manual=True)


def case_of(
    runs: Mapping[Item, ItemRun],
    run_sha256: str,
    force: InForce,
    rules: Rules,
    sha256: str,
    *,
    section: str,
    person: Person,
    seen: Collection[str],
    embargo: str = "",
    apart: bool = False,
) -> Case:
    """Return what the gate judges; `seen` are the fingerprints of the findings that the person has looked at.

    `embargo` says until when the story must not be published, empty where it may be; `apart` whether it was changed in
    two places.
    """
    fresh = run_sha256 == sha256
    list_ = checklist(runs if fresh else {}, force, rules, sha256)
    own = [f.fingerprint for line in list_ for j in line.findings if _is_own(force, f := j.finding, person)]
    by_hand = {item for item, d in force.ticked.items() if d.sha256 in ("", sha256)}
    return Case(
        list_,
        rules.policy,
        section,
        edited=bool(run_sha256) and not fresh,
        unseen=unseen(list_, seen, own),
        embargo=embargo,
        apart=apart,
        by_hand=frozenset(by_hand),
    )


def _is_own(force: InForce, finding: Finding, person: Person) -> bool:
    decision = force.on(finding)
    return decision is not None and person.did(decision.who)
