"""From the store's rows to the values the window is shown, and from a draft to what a new story begins with."""

import re
from collections.abc import Mapping
from datetime import datetime

from desk.checklist import Line, Standing, lines
from desk.checks.check import Finding, Item
from desk.checks.house import NameAnswer, Verdict
from desk.engine import ItemRun
from desk.review.decisions import Decision, Done, InForce, Scope
from desk.review.gate import obstacles
from desk.review.people import Person
from desk.review.states import MOVES, moves_from
from desk.settings import Settings
from desk.store.rows import OpenElsewhere, Pending
from desk.store.rows import QueueRow as StoredRow
from desk.story import MoveOption, Offer, QueueRow, Ruling, Verdicts
from desk.text.blocks import Manuscript, Role

_STANDING = {Done.WAIVED: Standing.WAIVED, Done.NOT_AN_ERROR: Standing.NOT_AN_ERROR}
_MOST_OF_A_SLUG = 48


def verdicts_of(force: InForce) -> Verdicts:
    """Return what is in force, ready for the checklist."""
    return Verdicts(
        by_fingerprint={fingerprint: _ruling(d) for fingerprint, d in force.places.items()},
        by_key={key: _ruling(d) for key, d in force.keys.items()},
        ticked={item: f"{d.who}, {local(d.when)}" for item, d in force.ticked.items()},
        name_answers=force.answers,
        answered=tuple(_answer(d, d.answer) for d in force.listed if d.answer is not None),
    )


_SAID = {
    Verdict.SAME: "the same, written “{0}”",
    Verdict.DIFFERENT: "two different names",
    Verdict.AS_QUOTED: "as quoted",
}


def _answer(decision: Decision, answer: NameAnswer) -> Ruling:
    what, said = f"{answer.first} / {answer.second}", _SAID[answer.verdict].format(answer.first)
    return Ruling(decision.id, Standing.NOT_AN_ERROR, what, said, decision.who, decision.when, Scope.STORY)


def _ruling(decision: Decision) -> Ruling:
    standing = _STANDING[decision.done]
    return Ruling(decision.id, standing, decision.subject, decision.reason, decision.who, decision.when, decision.scope)


def queue_row(row: StoredRow) -> QueueRow:
    """Return one line of the queue; a story of which no item was checked has no count."""
    never = len(row.open.unchecked) == len(Item)
    return QueueRow(
        row.id,
        row.slug,
        row.section,
        row.state,
        None if never else row.open.all,
        row.changed,
        row.headline,
        row.owner,
        row.hands,
        row.deadline,
        row.hold_until,
        row.waived,
        row.unchecked,
        row.void,
    )


def offer_of(pending: Pending, saved: str) -> Offer:
    """Return what a dead window left behind, beside the saved text."""
    copy = pending.copy
    slug = pending.story.slug if pending.story else copy.slug
    return Offer(copy.id, slug or "Untitled", copy.text, saved, copy.when or datetime.now().astimezone())


def locked_words(other: OpenElsewhere) -> str:
    """Return why a story can only be read here."""
    where = f" on {other.machine}" if other.machine else " in another window"
    who = f" by {other.who}" if other.who else ""
    return f"Open{where}{who} since {local(other.since)}: read it here, edit it there, or close it there first."


def checklist_of(runs: Mapping[Item, ItemRun], force: InForce, settings: Settings) -> tuple[Line, ...]:
    """Return the checklist as the store has it; an item without a run for this text is still being checked."""
    verdicts = verdicts_of(force)
    return lines(runs, verdicts.judge, settings.manual_items, verdicts.ticked)


def options(force: InForce, person: Person, checklist: tuple[Line, ...]) -> tuple[MoveOption, ...]:
    """Return where the story can go from here, with what stands in the way of each move."""
    able = moves_from(force.stand, person)
    reasons = {move.action: move.reason for move in MOVES if force.stand.state in move.sources}
    return tuple(MoveOption(action, obstacles(action, checklist), reasons[action]) for action in able)


def headline_of(manuscript: Manuscript) -> str:
    """Return the headline that the copy map found, on one line; empty where there is none."""
    return next((" ".join(b.text.split()) for b in manuscript.blocks if b.role is Role.HEADLINE), "")


def slug_of(text: str) -> str:
    """Return a slug from the first words of a text: "Harbour bridge to close" becomes "harbour-bridge-to-close"."""
    first = next((line for line in text.split("\n") if re.search(r"\w", line)), "")
    slug = ""
    for word in re.findall(r"\w+", re.sub(r"[’']", "", first.casefold())):
        longer = f"{slug}-{word}" if slug else word[:_MOST_OF_A_SLUG]
        if len(longer) > _MOST_OF_A_SLUG:
            break
        slug = longer
    return slug or "untitled"


def all_findings(runs: Mapping[Item, ItemRun]) -> tuple[Finding, ...]:
    """Return every finding of a run."""
    return tuple(finding for run in runs.values() for finding in run.findings)


def local(moment: datetime) -> str:
    """Return a moment in the user's own time: "14:02" today, "3 Nov 14:02" else."""
    here = moment.astimezone()
    today = here.date() == datetime.now().astimezone().date()
    return f"{here:%H:%M}" if today else f"{here.day} {here:%b %H:%M}"
