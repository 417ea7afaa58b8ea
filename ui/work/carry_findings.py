"""Takes findings along when the text has moved on since they were made, until the next check brings new ones."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from desk.checks.check import Edit, Evidence, Finding, Remedy
from desk.text.change import Change, trimmed
from desk.text.moving import moved
from desk.text.spans import Span

Move = Callable[[Span], Span | None]


def carried(findings: Iterable[Finding], old: str, new: str) -> tuple[Finding, ...]:
    """Return the findings whose words stand untouched in `new`, at their new places; `findings` have spans of `old`."""
    if old == new:
        return tuple(findings)
    change = trimmed(Change(0, old, new))

    def move(span: Span) -> Span | None:
        return moved(span, change)

    return tuple(f for f in (_carried(finding, move) for finding in findings) if f is not None)


def _carried(finding: Finding, move: Move) -> Finding | None:
    span = move(finding.span)
    if span is None:
        return None
    evidence = tuple(Evidence(place, e.note) for e in finding.evidence if (place := move(e.span)) is not None)
    remedies = tuple(r for r in (_remedy(remedy, move) for remedy in finding.remedies) if r is not None)
    return replace(finding, span=span, evidence=evidence, remedies=remedies)


def _remedy(remedy: Remedy, move: Move) -> Remedy | None:
    edits = tuple(Edit(place, edit.text) for edit in remedy.edits if (place := move(edit.span)) is not None)
    return replace(remedy, edits=edits) if len(edits) == len(remedy.edits) else None
