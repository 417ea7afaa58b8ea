"""What is wrong with a figure, in one block or in the story, before it becomes a finding."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity, replacements
from desk.text.spans import Span

_MILDER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.HINT, Severity.HINT: Severity.HINT}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure that something speaks against; offsets are those of the text it was found in, a block or the story.

    `suggestions` stand for `[start, end)`, the likeliest first. `partners` are the places that speak against it, each
    with what it says; `others` are remedies at those places: start, end and what to put there.
    """

    rule: str
    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    partners: tuple[tuple[int, int, str], ...] = ()
    others: tuple[tuple[int, int, str], ...] = ()
    severity: Severity = Severity.WARNING
    subject: str = ""
    pair: tuple[str, ...] = ()
    """The figure here and the one elsewhere, where an editor may say that they are two: the subject is both."""

    def shifted(self, by: int) -> "Doubt":
        """Return the slip for the same words, `by` code points further on."""
        partners = tuple((start + by, end + by, note) for start, end, note in self.partners)
        others = tuple((start + by, end + by, text) for start, end, text in self.others)
        return replace(self, start=self.start + by, end=self.end + by, partners=partners, others=others)


def finding_of(slip: Doubt, text: str, quoted: bool) -> Finding:
    """Return the finding of a slip of the whole story; what stands in a quotation is said a step milder."""
    span = Span(slip.start, slip.end)
    message = f"{slip.message} It stands in a quotation: ask whoever said it, or say so." if quoted else slip.message
    return Finding(
        Item.FIGURES,
        slip.rule,
        span,
        span.of(text),
        message,
        slip.suggestions,
        severity=_MILDER[slip.severity] if quoted else slip.severity,
        evidence=tuple(Evidence(Span(start, end), note) for start, end, note in slip.partners),
        remedies=(*replacements(span, slip.suggestions), *_elsewhere(slip.others, text)),
        subject=" / ".join(sorted(slip.pair)) if slip.pair else slip.subject,
    )


def _elsewhere(others: Iterable[tuple[int, int, str]], text: str) -> Iterable[Remedy]:
    for start, end, new in others:
        yield Remedy(f"Change “{text[start:end]}” there to “{new}”", (Edit(Span(start, end), new),))
