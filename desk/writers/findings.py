"""Open findings as comments in the margin of a document that goes back."""

from collections import Counter
from collections.abc import Iterable, Iterator

from desk.checks.check import Finding
from desk.text.spans import Span
from desk.writers.edits import ParagraphPlace, ReturnedRemark
from desk.writers.places import comparable, occurrence


def remarks_on(text: str, findings: Iterable[Finding]) -> tuple[ReturnedRemark, ...]:
    """Return a comment a finding, at its words in the paragraphs of this text (all changes accepted), in its order."""
    paragraphs = list(_paragraphs(text))
    ordered = sorted(findings, key=_start)
    remarks = []
    for finding in ordered:
        for span, place in paragraphs:
            if span.start <= finding.span.start < span.end:
                words = Span(finding.span.start, max(finding.span.start, min(finding.span.end, span.end)))
                remarks.append(_remark(finding, span.of(text), words.shifted(-span.start), place))
    return tuple(remarks)


def _paragraphs(text: str) -> Iterator[tuple[Span, ParagraphPlace]]:
    """Yield each paragraph with its place: equal ones are told apart by their number."""
    seen: Counter[str] = Counter()
    at = 0
    for paragraph in text.split("\n\n"):
        key = comparable(paragraph)
        yield Span(at, at + len(paragraph)), ParagraphPlace(key, seen[key])
        seen[key] += 1
        at += len(paragraph) + 2


def _remark(finding: Finding, paragraph: str, words: Span, place: ParagraphPlace) -> ReturnedRemark:
    on = words.of(paragraph)
    return ReturnedRemark(place, on, _said(finding), on_nth=occurrence(on, paragraph, words.start) if on else 0)


def _said(finding: Finding) -> str:
    proposals = ", ".join(f"“{words}”" for words in finding.suggestions if words)
    return f"{finding.message} Perhaps: {proposals}." if proposals else finding.message


def _start(finding: Finding) -> int:
    return finding.span.start
