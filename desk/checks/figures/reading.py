"""What one block shows of figures: kept by the block's digest, and all that the story is judged from."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.checks.figures import clock, conversions, divisions, multiples, percents, spans, sums, wholes
from desk.checks.figures.ages import Aged, ages
from desk.checks.figures.capitals import capital_slips
from desk.checks.figures.clock import names_zone
from desk.checks.figures.context import Told, told_figures
from desk.checks.figures.dates import Dated, dates
from desk.checks.figures.exchange_rates import ConvertedSum, exchanged
from desk.checks.figures.former_countries import former_country_slips, former_town_slips
from desk.checks.figures.numbers import Numeral, numbers
from desk.checks.figures.scores import Score, lost_wins, scores
from desk.checks.figures.sentences import sentence_starts
from desk.checks.figures.slips import Doubt
from desk.checks.figures.years import counts_years
from desk.text.blocks import Block
from desk.text.matcher import matcher
from desk.text.quotations import quoted

_DIGIT = matcher(r"\d")
_MANY = matcher(r" and |-member |-seat |-person |-strong | each\b| apiece\b|\ball ")
"""What stands in every sentence that a sum can be made of."""


@dataclass(frozen=True, slots=True)
class BlockFigures:
    """The figures of one block; offsets are code points of the block."""

    starts: tuple[int, ...] = ()
    """Where its sentences begin."""
    speech: tuple[tuple[int, int], ...] = ()
    slips: tuple[Doubt, ...] = ()
    """What is wrong by this block alone."""
    dates: tuple[Dated, ...] = ()
    ages: tuple[Aged, ...] = ()
    told: tuple[Told, ...] = ()
    scores: tuple[Score, ...] = ()
    sums: tuple[ConvertedSum, ...] = ()
    """Sums told in two currencies."""
    by_date: bool = False
    """Whether something in it hangs on the story's own date besides its dates: a count of years, a time zone."""


NO_FIGURES = BlockFigures()


def read_block(block: Block) -> BlockFigures:
    """Return the figures of one block; one without a figure costs a look for one."""
    text = block.flat
    numerals = tuple(numbers(text))
    if not numerals and not _DIGIT.search(text):
        wrong = tuple(capital_slips(text))
        return BlockFigures(speech=quoted(text), slips=wrong) if wrong else NO_FIGURES
    starts, speech = sentence_starts(text), quoted(text)
    return BlockFigures(
        starts=starts,
        speech=speech,
        slips=tuple(_alone(text, starts, numerals)),
        dates=dates(text, starts),
        ages=ages(text, starts),
        told=told_figures(text, numerals, starts, speech),
        scores=scores(text, starts),
        sums=tuple(exchanged(text, numerals, zip(starts, (*starts[1:], len(text)), strict=True))),
        by_date=counts_years(text) or names_zone(text),
    )


def _alone(text: str, starts: tuple[int, ...], numerals: tuple[Numeral, ...]) -> Iterator[Doubt]:
    """Yield what is wrong by the block alone; each look is taken only where what it looks for can stand."""
    yield from capital_slips(text)
    yield from former_country_slips(text)
    yield from former_town_slips(text)
    if _DIGIT.search(text):
        yield from clock.slips(text)
        yield from lost_wins(text)
        if "(" in text or ", " in text:
            yield from conversions.slips(text)
    if "%" in text or "cent" in text or "point" in text:
        yield from percents.slips(text, starts)
    if numerals and _MANY.search(text):
        yield from sums.slips(text, numerals)
    if numerals:
        yield from wholes.slips(text, numerals)
        yield from multiples.slips(text)
        yield from spans.slips(text, starts)
    if len(numerals) > 2:
        yield from divisions.slips(text, starts, numerals)
