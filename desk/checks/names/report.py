"""Turns what the comparisons came to into findings: plain words, evidence, suggestions and remedies."""

import re
from collections.abc import Iterable, Sequence

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity
from desk.text.spans import Span

_EVIDENCE = 5  # other places shown; more would bury the list


def places_in_words(count: int) -> str:
    """Return "1 place", "2 places"."""
    return "1 place" if count == 1 else f"{count} places"


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
        Evidence(span, f"{_flat(span.of(text))}, {places_in_words(len(keeps))}") for span in keeps[:_EVIDENCE]
    )
    edits = tuple(Edit(span, in_case_of(form, span.of(text))) for span in departs)
    out = []
    for span, edit in zip(departs, edits, strict=True):
        remedies = [Remedy(f"Change to “{edit.text}”", (edit,))]
        if len(edits) > 1:
            remedies.append(Remedy(f"Change all {len(edits)} places to “{form}”", edits))
        out.append(
            Finding(
                Item.NAMES,
                rule,
                span,
                span.of(text),
                message,
                (edit.text, *others),
                severity,
                evidence,
                tuple(remedies),
                subject=pair,
            )  # fmt: skip
        )
        if once:
            break
    return out


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)
