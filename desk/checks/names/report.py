"""Turns what the comparisons came to into findings: plain words, evidence, suggestions and remedies."""

import re

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy
from desk.checks.names.suspicion import Suspicion
from desk.text.words import plural

_EVIDENCE = 5  # other places shown; more would bury the list


def subject(first: str, second: str) -> str:
    """Return the pair of forms in stable order, for "not an error in this story"."""
    return " / ".join(sorted((" ".join(first.split()), " ".join(second.split()))))


def in_case_of(form: str, quote: str) -> str:
    """Return the form in capitals where the words it replaces are in capitals."""
    return form.upper() if len(quote) > 1 and quote.isupper() and not form.isupper() else form


def departing(text: str, suspicion: Suspicion, message: str) -> list[Finding]:
    """Return one finding a place of the departing form (the first alone where that is enough), with both remedies."""
    form, departs, keeps = suspicion.keep, suspicion.departing, suspicion.kept
    evidence = tuple(
        Evidence(span, f"{_flat(span.of(text))}, {plural(len(keeps), 'place')}") for span in keeps[:_EVIDENCE]
    )
    edits = tuple(Edit(span, in_case_of(form, span.of(text))) for span in departs)
    found = zip(departs[:1], edits[:1], strict=True) if suspicion.once else zip(departs, edits, strict=True)
    return [
        Finding(
            item=Item.NAMES,
            rule=suspicion.rule,
            span=span,
            quote=span.of(text),
            message=message,
            suggestions=(edit.text,),
            severity=suspicion.severity,
            evidence=evidence,
            remedies=_remedies(edit, edits, form),
            subject=subject(form, suspicion.depart),
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
