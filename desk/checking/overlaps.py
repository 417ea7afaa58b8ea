"""One problem, one finding, across the checks: what two of them say about the same words is told by the better one.

The names and the figures check know the whole story and the style check the house, so all three know more of a word
than a dictionary; the grammar check keeps what none of them has, and what says that something was not checked.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desk.checking.runner import ItemRun
from desk.checks.check import UNCHECKED_RULES, Finding, Item
from desk.text.spans import Span

_BETTER = (Item.NAMES, Item.FIGURES, Item.STYLE)
_LONGER = 24  # code points: a finding on a whole sentence does not speak for each word in it


def told_once(runs: Mapping[Item, ItemRun]) -> dict[Item, ItemRun]:
    """Return the runs without grammar findings on words of which a better check speaks as well."""
    grammar = runs.get(Item.GRAMMAR)
    if grammar is None or not grammar.findings:
        return dict(runs)
    spoken = _merged(f.span for item in _BETTER if item in runs for f in runs[item].findings if _is_narrow(f))
    kept = tuple(f for f in grammar.findings if f.rule in UNCHECKED_RULES or not _meets(f.span, spoken))
    return {**runs, Item.GRAMMAR: replace(grammar, findings=kept)}


def _is_narrow(finding: Finding) -> bool:
    return 0 < finding.span.end - finding.span.start <= _LONGER


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, with no two that overlap."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _meets(span: Span, spoken: Sequence[Span]) -> bool:
    wide = Span(span.start, max(span.end, span.start + 1))
    nth = bisect_right(spoken, Span(wide.end, wide.end))
    return nth > 0 and spoken[nth - 1].touches(wide)
