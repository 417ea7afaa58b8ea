"""From the store's rows to the values the window is shown, and from a draft to what a new story begins with."""

import re
from typing import TYPE_CHECKING

from desk.checking.checklist import Tick
from desk.checks.check import Item
from desk.packs.loan import loan_words
from desk.queue_row import QueueRow
from desk.review.decisions import Decision, InForce
from desk.review.rules import RULES, Rules
from desk.story import MoveOption, RecoveryOffer, Returned, Verdicts
from desk.text.blocks import BlockRole, Manuscript
from desk.text.moments import now, to_the_minute

if TYPE_CHECKING:
    from desk.store.records.values import OpenElsewhere, Option, Pending, QueueRecord

_MOST_OF_A_SLUG = 48
UNTITLED = "untitled"
"""The slug of a story without a word."""


def verdicts_of(force: InForce, rules: Rules = RULES, sha256: str = "") -> Verdicts:
    """Return what is in force for the text with this digest, ready for the checklist."""
    ticks = force.ticks(sha256, rules.policy.again_after_edit)
    return Verdicts(force, {item: Tick(d.who.name, d.when) for item, d in ticks.items()})


def queue_row(row: "QueueRecord") -> QueueRow:
    """Return one line of the queue; a story of which no item was checked in this very text has no count."""
    never = not row.checked or len(row.open.unchecked) == len(Item)
    return QueueRow(
        id=row.id,
        slug=row.slug,
        section=row.section,
        state=row.state,
        open_findings=None if never else row.open.all,
        changed=row.changed,
        headline=row.headline,
        owner=row.owner,
        hands=row.hands,
        deadline=row.deadline,
        hold_until=row.hold_until,
        embargo=row.embargo,
        embargo_said=row.embargo_said,
        waived=row.waived,
        unchecked=row.unchecked,
        void=row.void,
        apart=row.apart,
        opposites=row.opposites,
        lent=loan_words(row.lent),
    )


def offer_of(pending: "Pending", saved: str) -> RecoveryOffer:
    """Return what a dead window left behind, beside the saved text."""
    copy = pending.copy
    slug = pending.story.slug if pending.story else copy.slug
    return RecoveryOffer(copy.id, slug or "Untitled", copy.text, saved, copy.when or now())


def locked_words(other: "OpenElsewhere") -> str:
    """Return why a story can only be read here."""
    where = f" on {other.machine}" if other.machine else " in another window"
    who = f" by {other.who}" if other.who.name else ""
    return f"Open{where}{who} since {to_the_minute(other.since)}: read it here, edit it there, or close it there first."


def option(found: "Option") -> MoveOption:
    """Return one way a story can go, as the window shows it."""
    move = found.move
    return MoveOption(
        action=move.action,
        obstacles=found.obstacles,
        needs_reason=move.reason,
        words=move.words,
        target=found.target,
        asks_person=move.asks_person,
        asks_until=move.asks_until,
    )


def returned(decision: Decision) -> Returned:
    """Return what a story was returned with."""
    note = decision.note
    findings, comments = (tuple(map(str, note.get(key, ()))) for key in ("findings", "comments"))
    to, name = str(note.get("to", "")), str(note.get("to_name", ""))
    return Returned(decision.who.name, decision.when, decision.reason, to, name, findings, comments)


def headline_of(manuscript: Manuscript) -> str:
    """Return the headline that the copy map found, on one line; empty where there is none."""
    return next((" ".join(b.text.split()) for b in manuscript.blocks if b.role is BlockRole.HEADLINE), "")


def slug_of(text: str) -> str:
    """Return a slug from the first words of a text: "Harbour bridge to close" becomes "harbour-bridge-to-close"."""
    first = next((line for line in text.split("\n") if re.search(r"\w", line)), "")
    slug = ""
    for word in re.findall(r"\w+", re.sub(r"[’']", "", first.casefold())):
        longer = f"{slug}-{word}" if slug else word[:_MOST_OF_A_SLUG]
        if len(longer) > _MOST_OF_A_SLUG:
            break
        slug = longer
    return slug or UNTITLED
