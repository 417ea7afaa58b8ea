"""What one block shows of figures: kept by the block's digest, and all that the story is judged from."""

from dataclasses import dataclass

from desk.checks.figures import clock, conversions, percents, sums
from desk.checks.figures.ages import Aged, ages
from desk.checks.figures.context import Told, told_figures
from desk.checks.figures.dates import Dated, dates
from desk.checks.figures.numbers import numbers
from desk.checks.figures.sentences import sentence_starts
from desk.checks.figures.slips import Doubt
from desk.checks.grammar.speech import quoted
from desk.text.blocks import Block


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


def read_block(block: Block) -> BlockFigures:
    """Return the figures of one block; nothing of one that holds no figure and no word for one."""
    text = block.flat
    starts = sentence_starts(text)
    slips = (*clock.slips(text), *percents.slips(text, starts), *sums.slips(text), *conversions.slips(text))
    speech, numerals = quoted(text), tuple(numbers(text))
    told = told_figures(text, numerals, starts, speech)
    return BlockFigures(starts, speech, slips, dates(text), ages(text, starts), told)
