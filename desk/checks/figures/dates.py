"""Dates of a block: day, month, year where it stands there, and the weekday beside them, in every order."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desk.checks.figures.sentences import sentence_at
from desk.text.matcher import matcher
from desk.text.words import holds_one

_MONTHS_WORDS = "January February March April May June July August September October November December"
MONTHS = _MONTHS_WORDS.split()
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SHORT_DAYS = {
    **dict.fromkeys(("mon",), 0),
    **dict.fromkeys(("tue", "tues"), 1),
    **dict.fromkeys(("wed", "weds"), 2),
    **dict.fromkeys(("thu", "thur", "thurs"), 3),
    **dict.fromkeys(("fri",), 4),
    **dict.fromkeys(("sat",), 5),
    **dict.fromkeys(("sun",), 6),
}
_MONTH = (
    r"(?P<{0}month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\.|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th)?"
_WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Weds?|Thu|Thur|Thurs|Fri|Sat|Sun)"
    r"(?=[. ,])\.?)"
)
_YEAR = r"(?:,? (?P<{0}year>(?:1[5-9]|20)\d\d)\b(?!-|,\d|%| ?percent))?"
_OF_DAY = r"(?:[’']s)?(?: (?:night|morning|afternoon|evening|lunchtime))?"
_WORDS = matcher(
    rf"(?:(?<![\w/–-]){_WEEKDAY}{_OF_DAY},? (?:the |on )?\(?)?"
    rf"(?:(?<![\w/–-]){_MONTH.format('a')} {_DAY.format('a')}(?![\d:]|[.,]\d){_YEAR.format('a')}"
    rf"|(?<![\w/–.,:$£€-]){_DAY.format('b')}(?: of|-| day of)? ?{_MONTH.format('b')}(?![\w]){_YEAR.format('b')})"
)
_FIGURES = matcher(
    rf"(?<![\w/–-]){_WEEKDAY}{_OF_DAY},? \(?(?:(?P<iso>(?:19|20)\d\d)-(?P<isomonth>\d\d)-(?P<isoday>\d\d)"
    r"|(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<numyear>(?:(?:19|20)\d\d|\d\d)))(?![\w/])"
)
_BEHIND = matcher(rf"(?:,? \(|, (?:which (?:is|was|will be) )?(?:an? )?(?=\w)){_WEEKDAY}(?P<close>\)|(?=[,.;)]|$))")
_LISTED = matcher(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:and|or|to|through|until|till|&|–|-) ?|[-–/,] ?)$"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_IN_FIGURES = matcher(r"\d[/.-]\d")
"""What stands in every block with a date: most have none, and these are looked for four times as fast."""
_YEARS = matcher(r"(?<![\w$£€.,-])(?:1[89]|20)\d\d(?![\w,]\d|%|\w)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of one block: `[start, end)` with its weekday, `[at, till)` without; offsets in code points.

    `weekday` counts from Monday, 0; -1 where none stands there, and `year` is 0 so. `other` is the date read with
    day and month the other way round (03/04/2026). `sentence` is that around it, and `years` are those of the block.
    """

    start: int
    end: int
    at: int
    till: int
    day: int
    month: int
    year: int
    weekday: int = -1
    weekday_at: tuple[int, int] = (0, 0)
    sentence: str = ""
    years: tuple[int, ...] = ()
    other: tuple[int, int] = (0, 0)

    @property
    def form(self) -> str:
        """Return how an answer names it where a weekday stands with it: “Monday, March 3”."""
        named = f"{MONTHS[self.month - 1]} {self.day}" if 1 <= self.month <= 12 else ""
        return f"{WEEKDAYS[self.weekday]}, {named}" if self.weekday >= 0 else named

    def on(self, year: int) -> date | None:
        """Return the date in a year, None where there is none (February 29)."""
        return made(year, self.month, self.day)


def made(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none."""
    if 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def dates(text: str, starts: tuple[int, ...]) -> tuple[Dated, ...]:
    """Return the dates of one block in text order; `starts` are its sentences."""
    named, figures = holds_one(text, _MONTHS), _DAY_IN_FIGURES.search(text)
    if not named and not figures:
        return ()
    years = tuple(sorted({int(found[0]) for found in _YEARS.finditer(text)}))
    found = [*_in_words(text, starts, years)] if named else []
    found += _in_figures(text, starts, years) if figures else ()
    return tuple(sorted(found, key=lambda one: one.start))


def _in_words(text: str, starts: tuple[int, ...], years: tuple[int, ...]) -> Iterator[Dated]:
    for found in _WORDS.finditer(text):
        which = "a" if found["amonth"] else "b"
        at = found.start("amonth") if which == "a" else found.start("bday")
        weekday, place, start, end = -1, (0, 0), at, found.end()
        if found["weekday"] and not _LISTED.search(text, max(0, found.start() - 16), found.start()):
            weekday, place, start = weekday_number(found["weekday"]), found.span("weekday"), found.start()
            end += "(" in text[start:at] and text[end : end + 1] == ")"
        elif not found["weekday"] and (behind := _BEHIND.match(text, end)):
            weekday, place, end = weekday_number(behind["weekday"]), behind.span("weekday"), behind.end()
        begin, stop = sentence_at(starts, at, len(text))
        yield Dated(
            start,
            end,
            at,
            found.end(),
            int(found[f"{which}day"]),
            month_number(found[f"{which}month"]),
            int(found[f"{which}year"] or 0),
            weekday=weekday,
            weekday_at=place,
            sentence=text[begin:stop],
            years=years,
        )


def _in_figures(text: str, starts: tuple[int, ...], years: tuple[int, ...]) -> Iterator[Dated]:
    for found in _FIGURES.finditer(text):
        if _LISTED.search(text, max(0, found.start() - 16), found.start()):
            continue
        if found["iso"]:
            day, month, year, other = int(found["isoday"]), int(found["isomonth"]), int(found["iso"]), (0, 0)
            at, till = found.start("iso"), found.end("isoday")
        else:
            day, month, year = int(found["first"]), int(found["second"]), int(found["numyear"])
            year, other = year + 2000 * (year < 100), (month, day)
            at, till = found.start("first"), found.end("numyear")
        begin, stop = sentence_at(starts, at, len(text))
        weekday = weekday_number(found["weekday"])
        yield Dated(
            found.start(),
            found.end(),
            at,
            till,
            day,
            month,
            year,
            weekday=weekday,
            weekday_at=found.span("weekday"),
            sentence=text[begin:stop],
            years=years,
            other=other,
        )


def month_number(word: str) -> int:
    """Return the number of a month, 1 for January, however it is shortened."""
    return next(nth for nth, name in enumerate(MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))


def weekday_number(word: str) -> int:
    """Return the number of a weekday, 0 for Monday, however it is shortened."""
    bare = word.rstrip(".").lower()
    return _SHORT_DAYS[bare] if bare in _SHORT_DAYS else [name.lower() for name in WEEKDAYS].index(bare)
