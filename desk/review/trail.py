"""The trail: every decision has its place and is chained to the one before by SHA-256, so that no change stays hidden.

Order is the place alone; what a clock says never moves an entry.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk.review.decisions import Decision
from desk.review.ids import micros

NO_CHAIN = "0" * 64
"""What the first entry is chained to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as the database keeps it: its place from 1 without gaps, and its link (64 hexadecimal digits)."""

    place: int
    chain: str
    decision: Decision


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
        "who": decision.who,
        "person": decision.person,
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


def link(before: str, decision: Decision, place: int) -> str:
    """Return the link of a decision at a place behind the link `before`."""
    entry = json.dumps(plain(decision, place), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{entry}".encode("ascii")).hexdigest()


def faults(entries: Sequence[Entry], end: End, anchors: Mapping[int, str] | None = None) -> Iterator[str]:
    """Yield one sentence for each entry that was altered, removed, reordered or inserted; none if the trail is whole.

    `entries` in the order in which the database keeps them; `anchors` are links that signed seals speak of, by place:
    whoever computes the whole chain anew cannot make those agree.
    """
    placed, told = _in_place(entries, end)
    yield from told
    bad = list(_broken(placed))
    swapped = dict(_swapped(placed, bad))
    for entry in bad:
        if entry.place in swapped:
            if entry.place < swapped[entry.place]:
                yield f"Entries {entry.place} and {swapped[entry.place]} of the trail were reordered: {_named(entry)}."
        else:
            yield f"Entry {entry.place} of the trail was altered: {_named(entry)}."
    if not told and not bad:
        yield from _against(placed, end, anchors or {})


def _in_place(entries: Sequence[Entry], end: End) -> tuple[dict[int, Entry], list[str]]:
    placed: dict[int, Entry] = {}
    told = []
    last = 0
    for entry in entries:
        if entry.place in placed or not 0 < entry.place <= max(end.place, 0):
            told.append(f"An entry was inserted into the trail at place {entry.place}: {_named(entry)}.")
            continue
        if entry.place < last:
            told.append(f"Entry {entry.place} of the trail was reordered: it stands behind {last}: {_named(entry)}.")
        last = max(last, entry.place)
        placed[entry.place] = entry
    told += [f"{_many(first, final)} removed from the trail." for first, final in _holes(placed, end.place)]
    return placed, told


def _many(first: int, final: int) -> str:
    return f"Entry {first} was" if first == final else f"Entries {first} to {final} were"


def _holes(placed: Mapping[int, Entry], last: int) -> Iterator[tuple[int, int]]:
    at = 1
    for place in [*sorted(placed), last + 1]:
        if place > at:
            yield at, place - 1
        at = place + 1


def _broken(placed: Mapping[int, Entry]) -> Iterator[Entry]:
    """Yield the entries that do not follow from the link before; what stands behind a hole cannot be judged."""
    for place, entry in sorted(placed.items()):
        before = _before(placed, place)
        if before is not None and link(before, entry.decision, place) != entry.chain:
            yield entry


def _before(placed: Mapping[int, Entry], place: int) -> str | None:
    if place == 1:
        return NO_CHAIN
    return placed[place - 1].chain if place - 1 in placed else None


def _swapped(placed: Mapping[int, Entry], bad: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Yield the places whose decisions fit each other's links: the two were exchanged."""
    few = bad[:50]  # more were never exchanged by hand
    for entry in few:
        before = _before(placed, entry.place) or ""
        for other in few:
            if other is not entry and link(before, other.decision, entry.place) == entry.chain:
                yield entry.place, other.place


def _against(placed: Mapping[int, Entry], end: End, anchors: Mapping[int, str]) -> Iterator[str]:
    if placed and placed[end.place].chain != end.chain:
        yield f"Entry {end.place} of the trail was altered: the chain ends otherwise than the database says."
    for place, chain in sorted(anchors.items()):
        if place not in placed:
            yield f"A signed seal speaks of entry {place} of the trail, which is not there: it was removed."
        elif placed[place].chain != chain:
            entry = _named(placed[place])
            yield f"The trail was rewritten up to entry {place}: a signed seal knows another one: {entry}."


def _named(entry: Entry) -> str:
    decision = entry.decision
    return f"“{decision.done}” by {decision.who or 'nobody'}, {decision.when:%Y-%m-%d %H:%M} UTC"
