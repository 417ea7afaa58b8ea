"""The ledger of figures: every figure and date of a story with what it counts and where it stands."""

from collections.abc import Collection, Iterator

from desk.checks.check import Finding
from desk.checks.figures.context import STOP, Told, singular
from desk.checks.figures.entries import FigureEntry
from desk.checks.figures.numbers import Counted
from desk.checks.figures.reading import read_block
from desk.checks.figures.scores import Score
from desk.text.blocks import Manuscript
from desk.text.spans import Span


def figure_ledger(manuscript: Manuscript, findings: Collection[Finding]) -> tuple[FigureEntry, ...]:
    """Return the figures of a story by their first places; `findings` are those of the figures check."""
    told: dict[tuple[str, ...], tuple[str, str, list[Span]]] = {}
    for key, shown, noun, span in _places(manuscript):
        told.setdefault(key, (shown, noun, []))[2].append(span)
    doubted = [finding.span for finding in findings] + [e.span for finding in findings for e in finding.evidence]
    return tuple(
        FigureEntry(shown, noun, tuple(places), any(place.touches(span) for place in places for span in doubted))
        for shown, noun, places in sorted(told.values(), key=lambda entry: entry[2][0])
    )


def _places(manuscript: Manuscript) -> Iterator[tuple[tuple[str, ...], str, str, Span]]:
    for block in manuscript.blocks:
        if not block.editorial:
            continue
        reading = read_block(block)
        for date in reading.dates:
            span = Span(block.start + date.start, block.start + date.end)
            key = (f"{date.month}-{date.day}", str(date.year), "date")
            yield key, block.flat[date.start : date.end], "date", span
        for score in reading.scores:
            span = Span(block.start + score.start, block.start + score.end)
            yield (*map(str, score.same), "score"), block.flat[score.start : score.end], _result(score), span
        ages = {age.start: age for age in reading.ages if age.family}
        taken = [(a.start, a.end) for a in reading.dates] + [(a.start, a.end) for a in reading.scores]
        for one in reading.told:
            at = one.number.start
            if not one.is_date and not any(start <= at < end for start, end in taken):
                span = Span(block.start + at, block.start + one.number.end)
                noun = f"age of {ages[at].family.capitalize()}" if at in ages else _noun(one)
                yield (str(one.number.value), *one.kind, noun if not one.head else ""), one.number.text, noun, span


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
