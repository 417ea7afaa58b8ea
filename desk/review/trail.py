"""The trail: every decision has its place and is chained to the one before by SHA-256, so that no change stays hidden.

Order is the place alone; what a clock says never moves an entry.

Entries of databases up to revision 0004 were chained with words ("not an error") where slugs stand since. What was
chained cannot be rewritten: the links that follow, and those that signed seals speak of, would all differ. So such an
entry keeps the words it was chained with beside its slugs (`spelt`), and its link is computed from them; words that do
not come to the very slugs that stand there (`to_slug`) fit no link, so they open no way round it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from desk.review.decisions import Decision
from desk.review.people import kept_id
from desk.review.words import to_slug
from desk.text.moments import date_and_time, micros

NO_CHAIN = "0" * 64
"""What the first entry is chained to."""
NO_WORDS: Mapping[str, str] = {}
SPELT = frozenset({"done", "scope", "state", "role", "why"})
"""What old entries were chained with in words; `why` is part of the note."""
_KEPT = 50
"""Entries that do not follow, kept to see whether two were exchanged: more were never exchanged by hand."""


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One decision as the database keeps it: its place from 1 without gaps, and its link (64 hexadecimal digits)."""

    place: int
    chain: str
    decision: Decision
    number: int = 0
    """Where it stands in the database by its own count, which grows with the places; 0 where there is no such count."""
    spelt: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The words that an old entry was chained with where slugs stand now."""

    def follows(self, before: str) -> bool:
        """Return whether the entry is chained to the link `before`."""
        return link(before, self.decision, self.place, self.spelt) == self.chain


@dataclass(frozen=True, slots=True)
class End:
    """Where the chain ends by the database's own count."""

    place: int = 0
    chain: str = NO_CHAIN


def plain(decision: Decision, place: int) -> dict[str, Any]:
    """Return everything that the link is bound to, as plain values."""
    answer = decision.answer
    return {
        "id": decision.id,
        "story": decision.story,
        "done": str(decision.done),
        "who": decision.who.name,
        "person": kept_id(decision.who),
        "role": decision.role,
        "reason": decision.reason,
        "scope": str(decision.scope),
        "fingerprint": decision.fingerprint,
        "rule": decision.rule,
        "subject": decision.subject,
        "item": decision.item,
        "state": str(decision.state or ""),
        "answer": None if answer is None else [answer.first, answer.second, str(answer.verdict)],
        "undoes": decision.undoes,
        "sha256": decision.sha256,
        "note": dict(decision.note),
        "made": micros(decision.when),
        "place": place,
    }


def chained(decision: Decision, place: int, spelt: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the very values that were chained; None where the words beside the decision are not those of its slugs."""
    entry = plain(decision, place)
    for name, words in spelt.items():
        within = entry["note"] if name == "why" else entry
        if name not in SPELT or within.get(name) != to_slug(words):
            return None
        within[name] = words
    return entry


def link(before: str, decision: Decision, place: int, spelt: Mapping[str, str] = NO_WORDS) -> str:
    """Return the link of a decision at a place behind the link `before`; empty, which fits nothing, for false words."""
    values = chained(decision, place, spelt)
    if values is None:
        return ""
    entry = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{entry}".encode("ascii")).hexdigest()


def faults(entries: Iterable[TrailEntry], end: End, anchors: Mapping[int, str] | None = None) -> Iterator[str]:
    """Yield one sentence for each entry that was altered, removed, reordered or inserted; none if the trail is whole.

    `entries` by place, and only one at a time is looked at: a trail may have millions. `anchors` are links that signed
    seals speak of, by place: whoever computes the whole chain anew cannot make those agree.
    """
    walk = _Walk(end, dict(anchors or {}))
    for place, group in groupby(entries, key=lambda entry: entry.place):
        yield from walk.past(place, list(group))
    yield from walk.done()


class _Walk:
    """One walk along the trail: the link before, and the few entries that do not follow from it."""

    def __init__(self, end: End, anchors: dict[int, str]) -> None:
        self._end, self._anchors = end, anchors
        self._place, self._number, self._chain = 0, 0, NO_CHAIN
        self._bad: list[tuple[str, TrailEntry]] = []
        self._whole = True

    def past(self, place: int, found: list[TrailEntry]) -> Iterator[str]:
        """Go on to what stands at one place."""
        if not 0 < place <= self._end.place:
            yield from self._inserted(found)
            return
        if place > self._place + 1:
            yield self._removed(self._place + 1, place - 1)
        before = self._chain if place == self._place + 1 else None
        entry = next((e for e in found if before is not None and e.follows(before)), found[0])
        found.remove(entry)
        yield from self._inserted(found)
        if entry.number and entry.number < self._number:
            self._whole = False
            yield f"Entry {place} of the trail was reordered: it stands before {self._place}: {_named(entry)}."
        yield from self._followed(before, entry)
        self._place, self._chain, self._number = place, entry.chain, max(entry.number, self._number)

    def done(self) -> Iterator[str]:
        """Return what can only be told at the end."""
        if self._end.place > self._place:
            yield self._removed(self._place + 1, self._end.place)
        swapped = dict(self._swapped())
        for _, entry in self._bad:
            if entry.place not in swapped:
                yield _altered(entry)
            elif entry.place < swapped[entry.place]:
                yield f"Entries {entry.place} and {swapped[entry.place]} of the trail were reordered: {_named(entry)}."
        if self._whole and not self._bad and self._chain != self._end.chain:
            yield f"Entry {self._end.place} of the trail was altered: the chain ends otherwise than the database says."
        if self._whole and not self._bad:
            for place in sorted(self._anchors):  # those that agreed were taken out on the way
                yield f"A signed seal speaks of entry {place} of the trail, which is not there: it was removed."

    def _followed(self, before: str | None, entry: TrailEntry) -> Iterator[str]:
        fits = before is None or entry.follows(before)
        if not fits and len(self._bad) < _KEPT:
            self._bad.append((before or "", entry))
        elif not fits:
            yield _altered(entry)
        anchor = self._anchors.pop(entry.place, entry.chain)
        if fits and self._whole and not self._bad and anchor != entry.chain:
            self._whole = False
            said = f"The trail was rewritten up to entry {entry.place}: a signed seal knows another one"
            yield f"{said}: {_named(entry)}."

    def _removed(self, first: int, last: int) -> str:
        self._whole = False
        return (
            f"Entry {first} was removed from the trail."
            if first == last
            else (f"Entries {first} to {last} were removed from the trail.")
        )

    def _inserted(self, found: Iterable[TrailEntry]) -> Iterator[str]:
        for entry in found:
            self._whole = False
            yield f"An entry was inserted into the trail at place {entry.place}: {_named(entry)}."

    def _swapped(self) -> Iterator[tuple[int, int]]:
        """Yield the places whose decisions fit each other's links: the two were exchanged."""
        for before, entry in self._bad:
            for _, other in self._bad:
                if other is not entry and link(before, other.decision, entry.place, other.spelt) == entry.chain:
                    yield entry.place, other.place


def _altered(entry: TrailEntry) -> str:
    return f"Entry {entry.place} of the trail was altered: {_named(entry)}."


def _named(entry: TrailEntry) -> str:
    decision = entry.decision
    return f"“{decision.done.words}” by {decision.who.name or 'nobody'}, {date_and_time(decision.when)}"
