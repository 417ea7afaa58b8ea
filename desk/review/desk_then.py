"""Who belonged to the desk, with which roles and keys, at any place of the trail: folded from the desk's own entries.

A change counts if an administrator's key signed it, as it stood right before it in the trail. Until a desk has such a
key (nobody is set up, or no administrator has approved or changed anything yet) there is nobody who could sign. Whoever
revokes counts in any case: that is the safe direction. Every signed entry says (`VOUCHED`) that keys count only where
an administrator vouched for them; before the first that says so the first key of each person counted by itself. Tables
of people and keys are copies of this, for quick looks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from desk.review.decisions import Decision, Done
from desk.review.people import EVERY_SECTION, Actor, Role, actor, kept_id
from desk.review.seal import canonical
from desk.text.moments import date_alone, from_micros, micros

OF_THE_DESK = frozenset(
    {
        *(Done.DESK_AS_FOUND, Done.PERSON_ADDED, Done.PERSON_CHANGED, Done.PERSON_LEFT, Done.PIN_CHANGED),
        *(Done.KEY_ENTERED, Done.KEY_CONFIRMED, Done.KEY_REVOKED),
        *(Done.TEXT_EMPTIED, Done.PROPOSAL_DECIDED, Done.PAPER_GIVEN),
    }
)
"""What is done to the desk itself, and therefore to no story."""


VOUCHED = "vouched"
"""In the note of an entry that an administrator's key signed: from here on the first key of a person waits as well."""
REVIEW, HOUSE, NAMES = "review", "house", "names"
PAPERS = {REVIEW: "the rules of review", HOUSE: "the house style", NAMES: "the name book"}
"""What a desk gives out for everybody to work by, in words."""


@dataclass(frozen=True, slots=True)
class PersonThen:
    """One person at a place of the trail; `pin` is the digest of what is kept of it, `here` False once they left."""

    name: str
    initials: str
    roles: Mapping[str, tuple[str, ...]] = field(hash=False)
    pin: str = ""
    here: bool = True


@dataclass(frozen=True, slots=True)
class KeyThen:
    """One key at a place of the trail; `since` is the place from which it counts, None while it waits."""

    fingerprint: str
    who: Actor
    public: str
    created: datetime
    since: int | None
    revoked: int | None = None
    """The place at which it was revoked; of one that was before keys stood in the trail, `revoked_at` says when."""
    revoked_at: datetime | None = None
    revoked_by: str = ""
    why: str = ""
    known_seals: frozenset[str] = frozenset()
    """Seals from elsewhere that were known when it was revoked, by id."""

    @property
    def is_revoked(self) -> bool:
        """Return whether it was revoked by now."""
        return self.revoked is not None or self.revoked_at is not None


@dataclass(frozen=True, slots=True)
class Emptied:
    """A text or a document whose words are gone by law; its digest names it still."""

    sha256: str
    who: Actor
    when: datetime
    reason: str

    @property
    def said(self) -> str:
        """Return by whom, when and why, for the middle of a sentence."""
        return f"emptied by {self.who.name or 'somebody'} on {date_alone(self.when)}, {self.reason}"


@dataclass(slots=True)
class DeskThen:
    """The desk at a place of the trail."""

    people: dict[str, PersonThen] = field(default_factory=dict)
    keys: dict[str, KeyThen] = field(default_factory=dict)
    roots: list[str] = field(default_factory=list)
    """Keys of administrators that count although nobody's key signed them: one where all is well."""
    as_found: int = 0
    """The place at which a desk of before was taken over: of what stands before it only the keys are known."""
    emptied: dict[str, Emptied] = field(default_factory=dict)
    """By the digest of what was emptied."""
    papers: dict[str, str] = field(default_factory=dict)
    """What was given out last for everybody to work by, as it reads, by sort (`PAPERS`)."""
    decided: set[str] = field(default_factory=set)
    """Entries of other copies that were taken over or refused, by id."""
    vouched: bool = False
    """Whether the first key of a person waits for an administrator, as every further one does."""
    unsigned: list[int] = field(default_factory=list)
    """Places of entries that do not count, for no administrator's key signed them."""

    @property
    def is_set_up(self) -> bool:
        """Return whether anybody belongs to the desk."""
        return any(person.here for person in self.people.values())

    def roles(self, person: str, section: str) -> frozenset[str]:
        """Return what a person may do in a section; nothing for whoever is not here."""
        known = self.people.get(person)
        if known is None or not known.here:
            return frozenset()
        return frozenset((*known.roles.get(EVERY_SECTION, ()), *known.roles.get(section, ())))

    def is_administrator(self, who: Actor) -> bool:
        """Return whether somebody may change the desk; anybody may where nobody is set up."""
        return not self.is_set_up or Role.ADMIN in self.roles(who.id, EVERY_SECTION)

    def counting(self, who: Actor) -> list[KeyThen]:
        """Return the keys of somebody that count."""
        return [k for k in self.keys.values() if k.who == who and k.since is not None and not k.is_revoked]

    @property
    def has_a_root(self) -> bool:
        """Return whether an administrator has a key that counts: from then on changes must be signed."""
        return self.is_set_up and any(self.is_administrator(k.who) and self.counting(k.who) for k in self.keys.values())


@dataclass(frozen=True, slots=True)
class InPlace:
    """One entry with its place and the link before it."""

    decision: Decision
    place: int
    before: str


def signed_words(entry: InPlace) -> str:
    """Return what is signed of an entry: all that it says, its place, and the link before it."""
    decision = entry.decision
    note = {name: value for name, value in decision.note.items() if name != "signature"}
    return canonical(
        {
            "copydesk_entry": 1,
            "id": decision.id,
            "done": str(decision.done),
            "who": {"id": kept_id(decision.who), "name": decision.who.name},
            "about": decision.subject,
            "reason": decision.reason,
            "note": note,
            "made": micros(decision.when),
            "place": entry.place,
            "before": entry.before,
        }
    )


def desk_then(entries: Iterable[InPlace]) -> DeskThen:
    """Return the desk that the entries, by place, come to."""
    desk = DeskThen()
    for entry in entries:
        _apply(desk, entry)
    return desk


def before_place(entries: Sequence[InPlace], place: int) -> int:
    """Return how many of the entries count right before a place; a desk that was taken over does in any case."""
    later = (n for n, e in enumerate(entries) if e.place >= place and e.decision.done is not Done.DESK_AS_FOUND)
    return next(later, len(entries))


def _apply(desk: DeskThen, entry: InPlace) -> None:
    decision = entry.decision
    signed = _is_signed(desk, entry)
    may = signed or not desk.has_a_root
    desk.vouched = desk.vouched or (signed and VOUCHED in decision.note)
    if decision.done is Done.DESK_AS_FOUND:
        _as_found(desk, entry)
    elif decision.done is Done.KEY_ENTERED:
        _key_entered(desk, entry)
    elif decision.done is Done.KEY_REVOKED:
        _key_revoked(desk, entry)
    elif decision.done is Done.PIN_CHANGED and decision.who.id == decision.subject:
        _person(desk, decision)  # one's own PIN everybody may change
    elif not may:
        desk.unsigned.append(entry.place)
    elif decision.done is Done.PAPER_GIVEN:
        desk.papers[decision.subject] = str(decision.note.get("words", ""))
    elif decision.done is Done.PROPOSAL_DECIDED:
        desk.decided.add(decision.subject)
    elif decision.done is Done.TEXT_EMPTIED:
        gone = Emptied(decision.subject, decision.who, decision.when, decision.reason)
        desk.emptied.setdefault(decision.subject, gone)
    elif decision.done is Done.KEY_CONFIRMED:
        known = desk.keys.get(decision.subject)
        if known is not None and known.since is None:
            desk.keys[decision.subject] = replace(known, since=entry.place)
    else:
        _person(desk, decision)


def _is_signed(desk: DeskThen, entry: InPlace) -> bool:
    """Return whether a key of an administrator that counts signed the entry."""
    note = entry.decision.note
    key = desk.keys.get(str(note.get("key", "")))
    if key is None or key not in desk.counting(key.who):
        return False
    if key.who != entry.decision.who or not desk.is_administrator(key.who):
        return False
    from desk.review.signing import proved

    return proved(signed_words(entry), str(note.get("signature", "")), key.public)


def _as_found(desk: DeskThen, entry: InPlace) -> None:
    """Take over a desk of before it stood in the trail: the first entry of the desk, and never a later one."""
    if desk.people or desk.keys:
        desk.unsigned.append(entry.place)
        return
    note, desk.as_found = entry.decision.note, entry.place
    for id_, plain in note["people"].items():
        desk.people[id_] = _person_of(plain)
    for name, plain in note["keys"].items():
        revoked = None if plain["revoked"] is None else from_micros(plain["revoked"])
        who = actor(plain["person"], plain["who"])
        known = KeyThen(name, who, plain["public"], from_micros(plain["created"]), 0)
        desk.keys[name] = replace(known, revoked_at=revoked, revoked_by=plain["by"], why=plain["why"])


def _person_of(plain: Mapping[str, Any]) -> PersonThen:
    roles = {section: tuple(words) for section, words in plain["roles"].items()}
    return PersonThen(plain["name"], plain["initials"], roles, plain["pin"], plain["here"])


def _person(desk: DeskThen, decision: Decision) -> None:
    note, id_ = decision.note, decision.subject
    if decision.done is Done.PERSON_ADDED:
        desk.people[id_] = _person_of({**note, "here": True})
    elif id_ in desk.people and decision.done is Done.PERSON_LEFT:
        desk.people[id_] = replace(desk.people[id_], here=False)
    elif id_ in desk.people:
        kept = {name: note[name] for name in ("name", "initials", "pin") if name in note}
        roles = {s: tuple(words) for s, words in note["roles"].items()} if "roles" in note else desk.people[id_].roles
        desk.people[id_] = replace(desk.people[id_], **kept, roles=roles)


def _key_entered(desk: DeskThen, entry: InPlace) -> None:
    """Take a new key, which waits for an administrator, unless the desk has none or one signed it for themselves.

    Of entries from before keys were vouched for, the first of each person counts as well.
    """
    decision = entry.decision
    name, who = decision.subject, decision.who
    if name in desk.keys:
        return
    signed = _is_signed(desk, entry)
    is_first = not desk.vouched and who.id in desk.people and not any(k.who == who for k in desk.keys.values())
    counts = signed or not desk.has_a_root or is_first
    if not signed and not desk.has_a_root and desk.is_set_up and desk.is_administrator(who):
        desk.roots.append(name)
    public, since = str(decision.note.get("public", "")), entry.place if counts else None
    desk.keys[name] = KeyThen(name, who, public, decision.when, since)


def _key_revoked(desk: DeskThen, entry: InPlace) -> None:
    decision = entry.decision
    known = desk.keys.get(decision.subject)
    if known is not None and not known.is_revoked:
        desk.keys[decision.subject] = replace(
            known,
            revoked=entry.place,
            revoked_at=decision.when,
            revoked_by=decision.who.name,
            why=decision.reason,
            known_seals=frozenset(map(str, decision.note.get("seals", ()))),
        )
