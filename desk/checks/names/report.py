"""Turns what the comparisons came to into findings: plain words, evidence, suggestions and remedies."""

import re
from collections.abc import Iterable, Sequence

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity
from desk.text.spans import Span
from desk.text.words import plural

_EVIDENCE = 5  # other places shown; more would bury the list


def subject(first: str, second: str) -> str:
    """Return the pair of forms in stable order, for "not an error in this story"."""
    return " / ".join(sorted((" ".join(first.split()), " ".join(second.split()))))


def in_case_of(form: str, quote: str) -> str:
    """Return the form in capitals where the words it replaces are in capitals."""
    return form.upper() if len(quote) > 1 and quote.isupper() and not form.isupper() else form


def departing(
    text: str,
    rule: str,
    departs: Sequence[Span],
    keeps: Sequence[Span],
    form: str,
    message: str,
    pair: str,
    severity: Severity = Severity.WARNING,
    others: Iterable[str] = (),
    once: bool = False,
) -> list[Finding]:
    """Return one finding a place of the departing form (with `once`, the first alone), each with both remedies."""
    evidence = tuple(
        Evidence(span, f"{_flat(span.of(text))}, {plural(len(keeps), 'place')}") for span in keeps[:_EVIDENCE]
    )
    edits = tuple(Edit(span, in_case_of(form, span.of(text))) for span in departs)
    found = zip(departs[:1], edits[:1], strict=True) if once else zip(departs, edits, strict=True)
    return [
        Finding(
            Item.NAMES,
            rule,
            span,
            span.of(text),
            message,
            (edit.text, *others),
            severity,
            evidence,
            _remedies(edit, edits, form),
            subject=pair,
        )
        for span, edit in found
    ]


def _remedies(here: Edit, everywhere: tuple[Edit, ...], form: str) -> tuple[Remedy, ...]:
    """Return the remedy for one place, and for all of them in one step where there are more."""
    remedy = Remedy(f"Change to “{here.text}”", (here,))
    if len(everywhere) == 1:
        return (remedy,)
    return remedy, Remedy(f"Change all {plural(len(everywhere), 'place')} to “{form}”", everywhere)


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)
