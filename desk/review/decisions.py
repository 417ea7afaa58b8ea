"""What people decided: values in an append-only list, and the folding of that list into what is in force now."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from desk.checking.checklist import Judged, Standing
from desk.checks.check import Finding, Item
from desk.checks.house import NameAnswer
from desk.errors import KnownError
from desk.review.ids import new_id
from desk.review.people import Actor
from desk.review.states import Action, Read, Stand, after, edited, restored
from desk.review.words import DONE, SCOPES
from desk.text.moments import now


class Done(StrEnum):
    """What a person did."""

    FIXED = "fixed"
    WAIVED = "waived"
    NOT_AN_ERROR = "not-an-error"
    TICKED = "ticked"
    UNTICKED = "unticked"
    ANSWERED = "answered"
    """A question on two forms of a name, or on two figures; the item says of which."""
    ACKNOWLEDGED = "acknowledged"
    """That an item was not checked, or that warnings stay open."""
    SUBMITTED = "submitted"
    PASSED_ON = "passed-on"
    SENT_TO_CHIEF = "sent-to-the-section-chief"
    APPROVED = "approved"
    RETURNED = "returned"
    HELD = "held"
    RESUMED = "taken-off-hold"
    SPIKED = "spiked"
    REOPENED = "reopened"
    MOVED = "moved"
    """By a move that the desk added; the note says which."""
    TAKEN = "taken-in-hand"
    REASSIGNED = "put-into-another-section"
    VOIDED = "approval-voided"
    """By an edit; signed by whoever made it, by nobody where another program did."""
    RESTORED = "approval-back"
    """The very text that was approved stands again."""
    UNDONE = "undone"
    RENAMED = "given-another-slug"
    """Of a story that was approved; the note says which."""
    EMBARGOED = "embargo-set"
    """Or another one, or none any more: the reason says which."""
    DEADLINE_SET = "deadline-set"
    """Or taken off; the note says when it is, once a story may be on its way."""
    DESCRIBED = "described-otherwise"
    """Its English; the note says which."""
    LENT = "lent"
    """To somebody on a laptop, until a moment or without one; it stops nobody."""
    GIVEN_BACK = "given-back"
    SETTLED = "which-move-counts"
    """Of two that were made apart: a person said which; the note has the moves that count for nothing any more."""
    ONE_STORY = "one-story"
    """With another one that was filed from the same file: its text stands beside; the note has its id."""
    TWO_STORIES = "two-stories"
    """And not one with another of the same file: nobody is asked again; the note has its id."""
    DESK_AS_FOUND = "desk-as-it-was-found"
    """People and keys of before these stood in the trail. It and what follows is done to the desk, and to no story."""
    PERSON_ADDED = "person-added"
    PERSON_CHANGED = "person-changed"
    PERSON_LEFT = "person-left"
    PIN_CHANGED = "pin-changed"
    KEY_ENTERED = "key-entered"
    KEY_CONFIRMED = "key-confirmed"
    KEY_REVOKED = "key-revoked"
    PAPER_GIVEN = "paper-given-out"
    """Rules of review, house style or the name book as everybody is to work by them: the note has the words."""
    PROPOSAL_DECIDED = "proposal-decided"
    """What another copy did to people or keys was taken over, or refused: the note says which."""
    TEXT_EMPTIED = "text-emptied"
    """By law: the words of a saved text, or a document, are gone everywhere; what names them stays."""

    @property
    def words(self) -> str:
        """Return what people read."""
        return DONE[self]


DONE_BY: Mapping[str, Done] = {
    Action.SUBMIT: Done.SUBMITTED,
    Action.PASS_ON: Done.PASSED_ON,
    Action.SEND_TO_CHIEF: Done.SENT_TO_CHIEF,
    Action.APPROVE: Done.APPROVED,
    Action.RETURN: Done.RETURNED,
    Action.HOLD: Done.HELD,
    Action.RESUME: Done.RESUMED,
    Action.SPIKE: Done.SPIKED,
    Action.REOPEN: Done.REOPENED,
}
"""A move that is not named here is `MOVED`."""
_READ_BY = {Done.PASSED_ON: Read.FIRST, Done.SENT_TO_CHIEF: Read.SECOND}
"""Which read a move of an older trail ended; newer ones say it in their note."""

MOVES_ALONE = frozenset({*DONE_BY.values(), Done.MOVED, Done.VOIDED, Done.RESTORED, Done.SETTLED})
"""What moves a story, and therefore only comes about through the table, the gate or an edit."""

DROPPED = "dropped"
"""In the note of a move: moves made apart from it that count for nothing, for somebody went further or said so."""

FOUND = "found"
"""In the note of a move: the digest of what the checks had found in its text."""

WHOLE_RULE = "*"
"""The subject of a decision that speaks of everything a rule says, whatever it is about."""

UNDOABLE = frozenset(
    {Done.WAIVED, Done.NOT_AN_ERROR, Done.TICKED, Done.UNTICKED, Done.ANSWERED, Done.ACKNOWLEDGED, Done.UNDONE}
)
"""What can be taken back by a later decision; a fix is undone in the text, a move by another move."""


class Scope(StrEnum):
    """How far "not an error" reaches."""

    HERE = "here"
    STORY = "in-this-story"
    DESK = "on-this-desk"

    @property
    def words(self) -> str:
        """Return what people read."""
        return SCOPES[self]


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a person did, never changed afterwards; empty strings where a field has no meaning for `done`."""

    done: Done
    story: str
    who: Actor
    reason: str = ""
    scope: Scope = Scope.HERE
    fingerprint: str = ""
    rule: str = ""
    subject: str = ""
    """What the finding was about (`Finding.key[1]`)."""
    item: str = ""
    """The item of the checklist, automatic or manual."""
    state: str | None = None
    """For a move: the state it led to."""
    answer: NameAnswer | None = None
    undoes: str = ""
    """For `UNDONE`: the id of the decision that was taken back."""
    sha256: str = ""
    """Of the text that was decided on."""
    role: str = ""
    """The role that allowed it (`words.ROLES`)."""
    note: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """More about it as plain values: whom a story was returned to, what was picked, until when it is held."""
    when: datetime = field(default_factory=now)
    id: str = field(default_factory=new_id)

    @property
    def key(self) -> tuple[str, str]:
        """Return rule and subject, as `Finding.key`."""
        return self.rule, self.subject


def on_finding(
    done: Done,
    finding: Finding,
    story: str,
    who: Actor,
    *,
    reason: str = "",
    scope: Scope = Scope.HERE,
    sha256: str = "",
    whole_rule: bool = False,
) -> Decision:
    """Return the decision on a finding (fixed, waived, not an error); a waiver without reason is a `KnownError`.

    With `whole_rule` it covers everything that the finding's rule says, as far as `scope` reaches.
    """
    if done is Done.WAIVED and not reason.strip():
        raise KnownError("A waiver needs a reason: say in a few words why this stays as it is.")
    return Decision(
        done,
        story,
        who,
        reason=reason.strip(),
        scope=scope,
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        subject=WHOLE_RULE if whole_rule else finding.key[1],
        item=finding.item,
        sha256=sha256,
        note={"paragraph": finding.paragraph} if done is Done.WAIVED and finding.paragraph else {},
    )


def undo_of(decision: Decision, who: Actor) -> Decision:
    """Return the decision that takes another back, itself undoable; raises `KnownError` where that is not possible."""
    if decision.done not in UNDOABLE:
        raise KnownError(f"“{decision.done.words}” cannot be taken back: move the story instead, or edit its text.")
    return replace(decision, done=Done.UNDONE, who=who, role="", reason="", undoes=decision.id, when=now(), id=new_id())


STANDING = {Done.WAIVED: Standing.WAIVED, Done.NOT_AN_ERROR: Standing.NOT_AN_ERROR}
"""What becomes of a finding that is settled."""


@dataclass(frozen=True, slots=True)
class InForce:
    """What the decisions on one story come to."""

    places: Mapping[str, Decision] = field(default_factory=dict)
    """Fingerprint -> waiver, or "not an error" here."""
    keys: Mapping[tuple[str, str], Decision] = field(default_factory=dict)
    """(rule, subject) -> "not an error" in this story or on this desk."""
    ticked: Mapping[str, Decision] = field(default_factory=dict)
    acknowledged: Mapping[str, Decision] = field(default_factory=dict)
    """Item -> the last acknowledgement; look at its `sha256` for the text it was given on."""
    answers: tuple[NameAnswer, ...] = ()
    """On names; `figure_answers`: on figures."""
    figure_answers: tuple[NameAnswer, ...] = ()
    listed: tuple[Decision, ...] = ()
    """Everything in force that can be undone, the newest first."""
    stand: Stand = field(default_factory=Stand)

    def on(self, finding: Finding) -> Decision | None:
        """Return the decision that settles the finding, or None while it is open: the one place that says so.

        One on this place goes before one on the story or the desk; a waiver counts while its paragraph is as it was.
        """
        here = self.places.get(finding.fingerprint)
        if here is not None and not touched(here, finding):
            return here
        return self.keys.get(finding.key) or self.keys.get((finding.rule, WHOLE_RULE))

    def judge(self, finding: Finding) -> Judged:
        """Return the finding with its standing, as card, list, checklist, gate, queue and report have it."""
        decision = self.on(finding)
        if decision is None:
            return Judged(finding)
        return Judged(finding, STANDING[decision.done], decision.reason, decision.who.name, decision.when)

    def ticks(self, sha256: str, again_after_edit: Collection[str]) -> dict[str, Decision]:
        """Return the ticks that count for the text with this digest: an edit reopens the items that say so."""
        return {k: d for k, d in self.ticked.items() if k not in again_after_edit or d.sha256 in ("", sha256)}

    def waivers(self, findings: Iterable[Finding]) -> tuple[Decision, ...]:
        """Return the waivers that cover one of the findings, each once, by id: what a seal is bound to."""
        used = {d.id: d for d in map(self.on, findings) if d is not None and d.done is Done.WAIVED}
        return tuple(used[key] for key in sorted(used))


def fold(decisions: Iterable[Decision], without: Collection[str] = ()) -> InForce:
    """Return what is in force after the decisions, given oldest first: the desk's own ones, then the story's.

    One that stands in both lists counts once. A later decision on the same place, key, item or pair takes the place of
    an earlier one; undoing it brings the earlier one back. Those `without` count for nothing: people decided
    differently, and nobody said yet what counts.
    """
    unique = list({decision.id: decision for decision in decisions}.values())
    standing = [decision for decision in not_undone(unique) if decision.id not in without]
    places = {d.fingerprint: d for d in standing if _settles(d) and d.scope is Scope.HERE}
    keys = {d.key: d for d in standing if _settles(d) and d.scope is not Scope.HERE}
    ticks = {d.item: d for d in standing if d.done in {Done.TICKED, Done.UNTICKED}}
    return InForce(
        places=places,
        keys=keys,
        ticked={item: d for item, d in ticks.items() if d.done is Done.TICKED},
        acknowledged={d.item: d for d in standing if d.done is Done.ACKNOWLEDGED},
        answers=_answers(d for d in standing if d.item != Item.FIGURES),
        figure_answers=_answers(d for d in standing if d.item == Item.FIGURES),
        listed=tuple(d for d in reversed(standing) if d.done in UNDOABLE),
        stand=stand_of(decision for decision in unique if decision.id not in without),
    )


def _answers(decisions: Iterable[Decision]) -> tuple[NameAnswer, ...]:
    """Return the last answer on each pair."""
    answered = {frozenset(d.answer.pair): d.answer for d in decisions if d.answer is not None}
    return tuple(answered.values())


def stand_of(decisions: Iterable[Decision]) -> Stand:
    """Return where the story stands after its moves, oldest first; the other decisions do not matter."""
    stand = Stand()
    for decision in without_dropped(list(decisions)):
        if decision.done is Done.VOIDED:
            stand = edited(stand)
        elif decision.done is Done.RESTORED:
            stand = restored(stand)
        elif decision.state is not None:
            read = Read(decision.note.get("read", _READ_BY.get(decision.done, Read.NONE)))
            stand = after(stand, decision.state, decision.who, read, held=decision.done is Done.HELD)
    return stand


def touched(waiver: Decision, finding: Finding) -> bool:
    """Return whether the paragraph that was waived for has other words by now: then the finding is open again."""
    return bool(waiver.note.get("paragraph")) and waiver.note["paragraph"] != finding.paragraph


def _settles(decision: Decision) -> bool:
    return decision.done in STANDING


def without_dropped(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions without the moves of which a person said that others count, and without what says so."""
    dropped: set[str] = set()
    kept = []
    for decision in reversed(decisions):
        if decision.id in dropped:
            continue
        if decision.state is not None:
            dropped.update(map(str, decision.note.get(DROPPED, ())))
        if decision.done is not Done.SETTLED:
            kept.append(decision)
    return kept[::-1]


def not_undone(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions that nobody took back, and not those that took others back."""
    undone: set[str] = set()
    standing = []
    for decision in reversed(decisions):
        if decision.id in undone:
            continue
        if decision.done is Done.UNDONE:
            undone.add(decision.undoes)
        else:
            standing.append(decision)
    return standing[::-1]
