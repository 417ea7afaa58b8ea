"""The remedy for an editor's answer "it is one figure": every place that was compared, as one step."""

from collections.abc import Iterable

from desk.checks.check import Edit, Finding, Remedy
from desk.checks.figures.entries import FigureEntry
from desk.checks.figures.numbers import as_written, one_number
from desk.checks.house import NameAnswer
from desk.text.spans import Span
from desk.text.words import plural


def unified(text: str, entries: Iterable[FigureEntry], answer: NameAnswer) -> Remedy:
    """Return the remedy that writes the first figure of an answer where its doubts found the second.

    Each place stays written as it is, in words or in figures; a second figure that was compared with nothing stays.
    """
    entries = tuple(entries)
    kept = next((entry.shown for entry in entries if entry.form == answer.first), "")
    spans = sorted(set(_places(entries, answer.second, set(answer.pair))))
    edits = tuple(Edit(span, _written(kept, span.of(text))) for span in spans) if kept else ()
    return Remedy(f"Change “{answer.second}” to “{answer.first}” in {plural(len(edits), 'place')}", edits)


def _places(entries: Iterable[FigureEntry], form: str, pair: set[str]) -> Iterable[Span]:
    for entry in entries:
        if entry.form == form:
            asked = [one for one in entry.doubts if set(one.pair) == pair]
            yield from (place for place in entry.places if any(_speaks_of(one, place) for one in asked))


def _speaks_of(finding: Finding, place: Span) -> bool:
    return finding.span.touches(place) or any(evidence.span.touches(place) for evidence in finding.evidence)


def _written(kept: str, there: str) -> str:
    one, other = one_number(kept), one_number(there)
    return as_written(one.value, other) if one and other else kept
