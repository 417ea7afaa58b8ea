"""The remedy for an editor's answer "they are the same": every place of the other form, as one step."""

import re
from collections.abc import Iterable

from desk.checks.check import Edit, Remedy
from desk.checks.house import NameAnswer, Verdict
from desk.checks.names.entries import LedgerEntry
from desk.text.spans import Span
from desk.text.words import plural


def unified(text: str, entry: LedgerEntry, keep: str, drop: str) -> Remedy:
    """Return the remedy that writes `keep` wherever the entry has `drop`, alone or within a longer form.

    Possessive endings stay, for they are no part of a form; words in capitals stay in capitals.
    """
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, drop.split())) + r"(?!\w)")
    edits = tuple(_edits(text, (place for form in entry.forms for place in form.places), pattern, keep))
    return _titled(edits, keep, drop)


def _titled(edits: tuple[Edit, ...], keep: str, drop: str) -> Remedy:
    return Remedy(f"Change “{drop}” to “{keep}” in {plural(len(edits), 'place')}", edits)


def some(remedy: Remedy, edits: Iterable[Edit], keep: str, drop: str) -> tuple[Remedy, NameAnswer]:
    """Return the remedy for the chosen places alone, with the answer that goes with it.

    Places left out are left on purpose, so the two forms then stand as quoted; with all chosen they are one name.
    """
    chosen = tuple(edit for edit in remedy.edits if edit in set(edits))
    verdict = Verdict.SAME if chosen == remedy.edits else Verdict.AS_QUOTED
    return _titled(chosen, keep, drop), NameAnswer(keep, drop, verdict)


def _edits(text: str, places: Iterable[Span], pattern: re.Pattern[str], keep: str) -> Iterable[Edit]:
    for place in sorted(places):
        for match in pattern.finditer(text, place.start, place.end):
            words = match.group()
            yield Edit(Span(*match.span()), keep.upper() if len(words) > 1 and words.isupper() else keep)
