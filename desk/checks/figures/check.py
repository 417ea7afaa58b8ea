"""The figures check: reads each block once, then compares all figures of the story with each other and the calendar."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from desk.checks.ceiling import Made, under_ceiling
from desk.checks.check import Finding, Item
from desk.checks.figures.ages import age_slips
from desk.checks.figures.answers import FigureAnswers
from desk.checks.figures.calendar_slips import no_such_day, story_date, weekday_slips
from desk.checks.figures.clock import zone_slips
from desk.checks.figures.comparisons import ComparedFigures, Comparisons
from desk.checks.figures.context import Told
from desk.checks.figures.dates import Dated
from desk.checks.figures.exchange_rates import exchange_doubts, moved
from desk.checks.figures.reading import NO_FIGURES, BlockFigures, read_block
from desk.checks.figures.rules import RULES
from desk.checks.figures.scores import score_doubts
from desk.checks.figures.slips import Doubt, finding_of
from desk.checks.figures.twice import FigurePlace, twice_told
from desk.checks.figures.years import year_slips
from desk.checks.house import Brief
from desk.text.blocks import Block, Manuscript
from desk.text.quotations import is_inside

_Pair = tuple[Block, BlockFigures]


class FiguresCheck:
    """Figures that something in the story, or the calendar, speaks against."""

    item = Item.FIGURES
    rules = RULES

    def __init__(self) -> None:
        self._look = ComparedFigures()

    def key(self, brief: Brief) -> str:
        """Return nothing: a reading depends on the block alone."""
        return ""

    def read(self, block: Block, brief: Brief) -> BlockFigures:
        """Return the figures of one block; none of a block that does not belong to the story."""
        return read_block(block) if block.editorial else NO_FIGURES

    def judge(self, manuscript: Manuscript, readings: Sequence[BlockFigures], brief: Brief) -> list[Finding]:
        """Return the findings of the whole story, less those of rules that the desk switched off."""
        pairs = [pair for pair in zip(manuscript.blocks, readings, strict=True) if pair[1] is not NO_FIGURES]
        today = story_date((block.flat, reading.dates) for block, reading in pairs) or brief.dated
        told = [_placed(one, block, nth) for nth, (block, reading) in enumerate(pairs) for one in reading.told]
        compared = Comparisons(self._look)
        said = FigureAnswers(brief.figure_answers)
        slips = said.heard([*_slips(pairs, manuscript.text, today), *twice_told(told, compared, said)], manuscript.text)
        self._look = compared.look
        quoted = [(block.start + a, block.start + b) for block, reading in pairs for a, b in reading.speech]
        made = (_made(slip, manuscript.text, tuple(quoted)) for slip in slips if slip.rule not in brief.house.style_off)
        return under_ceiling(made)


def _made(slip: Doubt, text: str, quoted: tuple[tuple[int, int], ...]) -> Made:
    return slip.rule, partial(finding_of, slip, text, is_inside(quoted, slip.start, slip.end))


def _slips(pairs: Sequence[_Pair], text: str, today: date | None) -> Iterator[Doubt]:
    for block, reading in pairs:
        yield from (slip.shifted(block.start) for slip in reading.slips)
        if today is not None and reading.by_date:
            yield from (slip.shifted(block.start) for slip in year_slips(block.flat, reading.starts, today))
            months = {one.month for one in reading.dates} or {today.month}
            if len(months) == 1:
                yield from (slip.shifted(block.start) for slip in zone_slips(block.flat, months.pop()))
    dated = [_moved(one, block.start) for block, reading in pairs for one in reading.dates]
    unreal = [slip for one in dated if (slip := no_such_day(one, today, text))]
    yield from unreal
    bad = {slip.start for slip in unreal}
    yield from weekday_slips((one for one in dated if one.start not in bad), text, today)
    results = [
        replace(one, start=one.start + block.start, end=one.end + block.start)
        for block, reading in pairs
        for one in reading.scores
    ]
    yield from score_doubts(results, text)
    yield from exchange_doubts([moved(one, block.start) for block, reading in pairs for one in reading.sums])
    aged = [one.shifted(block.start) for block, reading in pairs for one in reading.ages]
    yield from age_slips(aged, text, today)


def _placed(told: Told, block: Block, nth: int) -> FigurePlace:
    start = block.start + told.number.start
    return FigurePlace(start, block.start + told.number.end, told, nth, block.role)


def _moved(one: Dated, by: int) -> Dated:
    at = (one.weekday_at[0] + by, one.weekday_at[1] + by)
    return replace(one, start=one.start + by, end=one.end + by, at=one.at + by, till=one.till + by, weekday_at=at)
