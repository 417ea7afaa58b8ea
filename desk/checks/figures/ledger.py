"""The ledger of figures: every figure and date of a story with what it counts and where it stands."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from desk.checks.check import Finding
from desk.checks.figures.context import STOP, Told, singular
from desk.checks.figures.entries import FigureEntry
from desk.checks.figures.numbers import Counted
from desk.checks.figures.reading import read_block
from desk.checks.figures.scores import Score
from desk.checks.house import NameAnswer
from desk.text.blocks import Manuscript
from desk.text.spans import Span


class _LedgerPlace(NamedTuple):
    """One place of a figure: `key` is the same for all places of one entry."""

    key: tuple[str, ...]
    noun: str
    form: str
    span: Span


def figure_ledger(
    manuscript: Manuscript, findings: Collection[Finding], answers: Collection[NameAnswer] = ()
) -> tuple[FigureEntry, ...]:
    """Return the figures of a story by their first places; `findings` are those of the figures check."""
    asked = {form for pair in (*(f.pair for f in findings), *(a.pair for a in answers)) for form in pair}
    told: dict[tuple[str, ...], list[_LedgerPlace]] = defaultdict(list)
    for place in _places(manuscript):
        told[*place.key, place.form if place.form in asked else ""].append(place)
    entries = (_entry(places, manuscript.text, findings, answers) for places in told.values())
    return tuple(sorted(entries, key=lambda entry: entry.places[0]))


def _entry(
    places: Sequence[_LedgerPlace], text: str, findings: Collection[Finding], answers: Collection[NameAnswer]
) -> FigureEntry:
    first, spans = places[0], tuple(place.span for place in places)
    doubts = [finding for finding in findings if any(span.touches(s) for span in spans for s in _speaks_of(finding))]
    return FigureEntry(
        first.span.of(text),
        first.noun,
        spans,
        first.form,
        tuple({finding.pair or finding.fingerprint: finding for finding in reversed(doubts)}.values()),
        tuple(answer for answer in answers if first.form in answer.pair),
    )


def _speaks_of(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (evidence.span for evidence in finding.evidence)


def _places(manuscript: Manuscript) -> Iterator[_LedgerPlace]:
    for block in manuscript.blocks:
        if not block.editorial:
            continue
        reading = read_block(block)
        for date in reading.dates:
            span = Span(block.start + date.start, block.start + date.end)
            yield _LedgerPlace((f"{date.month}-{date.day}", str(date.year), "date"), "date", date.form, span)
        for score in reading.scores:
            span = Span(block.start + score.start, block.start + score.end)
            yield _LedgerPlace((*map(str, score.same), "score"), _result(score), score.form, span)
        ages = {age.start: age for age in reading.ages if age.family}
        taken = [(a.start, a.end) for a in reading.dates] + [(a.start, a.end) for a in reading.scores]
        for one in reading.told:
            at = one.number.start
            if not one.is_date and not any(start <= at < end for start, end in taken):
                span = Span(block.start + at, block.start + one.number.end)
                noun = f"age of {ages[at].family.capitalize()}" if at in ages else _noun(one)
                key = (str(one.number.value), *one.kind, noun if not one.head else "")
                yield _LedgerPlace(key, noun, ages[at].form if at in ages else one.form, span)


def _result(score: Score) -> str:
    return "vote" if score.vote else "result"


def _noun(one: Told) -> str:
    """Return what is counted, in the words of the story; nothing where no noun was found."""
    if one.number.sort is Counted.PERCENT:
        return "per cent"
    if one.number.sort is Counted.POINTS:
        return "points"
    if one.number.sort is Counted.MONEY:
        return "money"
    for nth, word in enumerate(one.after[:5]):
        if one.head and singular(word) == one.head.removeprefix("-"):
            return " ".join(one.after[: nth + 1])
    nearest = one.after[0] if one.after and one.after[0] not in STOP and one.after[0][0].isalpha() else ""
    return one.head.removeprefix("-") or nearest
