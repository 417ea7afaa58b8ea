"""What the entries on a story set of it besides its text: slug, section, English, facts, dates."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from desk.review.decisions import Decision, Done, without_dropped
from desk.text.moments import from_micros

TELLING = frozenset({Done.DESCRIBED, Done.EMBARGOED})
"""What sets facts of a story."""
_LIMIT = 1 << 62


def set_by(decisions: Iterable[Decision]) -> dict[str, Any]:
    """Return the columns that the entries on a story set, the last entry for each; others stay as they are."""
    values: dict[str, Any] = {}
    for one in without_dropped(list(decisions)):
        note = one.note
        if one.state is not None and one.done is not Done.RESTORED:
            values["hold_until"] = moment_of(note.get("until"))
        elif one.done is Done.REASSIGNED and "section" in note:
            values["section"] = str(note["section"])
        elif one.done in _SETS:
            values |= _SETS[one.done](note)
    return values


def with_facts(details: Mapping[str, str], decisions: Iterable[Decision]) -> dict[str, str]:
    """Return what is told of a story with the facts that its entries set; those that say nothing are not there."""
    facts: dict[str, str] = {}
    for one in decisions:
        if one.done is Done.EMBARGOED:
            facts["embargo"] = ""  # what its wire said of one in words is settled
        elif one.done is Done.DESCRIBED and "fact" in one.note:
            facts[str(one.note["fact"])] = str(one.note.get("words", ""))
    return {name: words for name, words in {**details, **facts}.items() if words}


def moment_of(value: Any) -> Any:
    """Return the moment that a note has in microseconds; None for none, or for what is none."""
    return from_micros(value) if isinstance(value, int) and abs(value) < _LIMIT // 64 else None


_SETS: Mapping[Done, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    Done.RENAMED: lambda note: {"slug": str(note["slug"])} if "slug" in note else {},
    Done.DESCRIBED: lambda note: {"variant": str(note["variant"])} if "variant" in note else {},
    Done.DEADLINE_SET: lambda note: {"deadline": moment_of(note.get("deadline"))},
    Done.EMBARGOED: lambda note: {"embargo": moment_of(note["embargo"])} if "embargo" in note else {},
}
