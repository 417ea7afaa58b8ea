"""From suspicions to findings: the house and the editor have the last word, and each place is reported once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desk.checks.check import Finding, Severity
from desk.checks.house import Brief, NameAnswer, Verdict
from desk.checks.names.acronyms import misfits, stops, swapped
from desk.checks.names.group import Story
from desk.checks.names.near import near_variants, places_renamed
from desk.checks.names.people import People, people
from desk.checks.names.report import departing, places_in_words, subject
from desk.checks.names.spacing import respaced
from desk.checks.names.suspicion import Suspicion
from desk.checks.names.swaps import swapped_given_names


def suspicions(story: Story, folk: People) -> Iterator[Suspicion]:
    """Yield all that departs from itself in the story, the surest families first."""
    yield from respaced(story)
    yield from stops(story)
    yield from places_renamed(story)
    yield from near_variants(story)
    yield from swapped_given_names(story, folk)
    yield from swapped(story)
    yield from misfits(story)


def findings(story: Story, brief: Brief) -> list[Finding]:
    """Return the findings of the names check: one a departing place, the first family that reports it wins."""
    folk = people(story)
    answered = settle(suspicions(story, folk), brief.name_answers)
    out: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for suspicion in answered:
        for finding in _findings(story, suspicion):
            span = (finding.span.start, finding.span.end)
            if not any(span[0] < end and start < span[1] for start, end in taken):
                out.append(finding)
        taken += [(span.start, span.end) for span in suspicion.departing]
    return out


def settle(found: Iterable[Suspicion], answers: Iterable[NameAnswer]) -> Iterator[Suspicion]:
    """Yield what the editor's answers leave open: different and quoted forms are silent, `SAME` decides the direction."""
    said = {subject(answer.first, answer.second): answer for answer in answers}
    for suspicion in found:
        answer = said.get(subject(suspicion.keep, suspicion.depart))
        if answer is None:
            yield suspicion
        elif answer.verdict is Verdict.SAME:
            directed = suspicion.turned() if answer.first == suspicion.depart else suspicion
            yield replace(directed, severity=Severity.ERROR, once=False)


def _findings(story: Story, suspicion: Suspicion) -> list[Finding]:
    message = (
        f"“{suspicion.depart}” ({places_in_words(len(suspicion.departing))}) and “{suspicion.keep}” "
        f"({places_in_words(len(suspicion.kept))}) look like one name: {suspicion.why}."
    )
    return departing(
        story.text,
        suspicion.rule,
        suspicion.departing,
        suspicion.kept,
        suspicion.keep,
        message,
        subject(suspicion.keep, suspicion.depart),
        suspicion.severity,
        once=suspicion.once,
    )
