"""Weekdays where no year is known: dates of one story that agree on a calendar show which of them is the odd one."""

from collections.abc import Iterator, Sequence

from desk.checks.figures.dates import Dated

_FEWEST = 3
"""Dates that must agree: two of them agree on some year by chance."""
_MONTHS_APART = 4
"""Dates further apart may be of two years."""
_YEARS = range(2000, 2028)
"""In 28 years in a row the calendar has every form that it can have."""


def odd_dates(dated: Sequence[Dated]) -> Iterator[tuple[Dated, tuple[Dated, ...], int]]:
    """Yield the date whose weekday no calendar of the others has, with those and the weekday that it has there.

    `dated` are dates with a weekday. Nothing is said where one has a year, or where years are told beside them.
    """
    if len(dated) <= _FEWEST or any(one.year or one.years for one in dated) or not _are_near(dated):
        return
    fits = {year: tuple(one for one in dated if _fits(one, year)) for year in _YEARS}
    best = max(map(len, fits.values()))
    calendars = [year for year in _YEARS if len(fits[year]) == best]
    agreeing = fits[calendars[0]]
    odd = [one for one in dated if one not in agreeing]
    if not odd or any(fits[year] != agreeing for year in calendars):
        return
    if len({(one.month, one.day) for one in agreeing}) < _FEWEST or len({(one.month, one.day) for one in odd}) > 1:
        return
    days = {day.weekday() for year in calendars if (day := odd[0].on(year)) is not None}
    if len(days) == 1:
        right = days.pop()
        yield from ((one, agreeing, right) for one in odd)


def _are_near(dated: Sequence[Dated]) -> bool:
    months = [one.month for one in dated]
    return max(months) - min(months) <= _MONTHS_APART


def _fits(one: Dated, year: int) -> bool:
    day = one.on(year)
    return day is not None and day.weekday() == one.weekday
