"""Dates that the calendar speaks against: a weekday that does not fit, two weekdays, days that do not exist."""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from desk.checks.check import Severity
from desk.checks.figures.dates import MONTHS, WEEKDAYS, Dated, made
from desk.checks.figures.slips import Doubt
from desk.checks.figures.weekday_agreement import odd_dates
from desk.text.matcher import matcher

NEAR = 45
"""Days around the story's own date within which a date without a year is taken for the nearest one."""
_FUTURE = matcher(
    r"\b(?:will|won['’]t|shall|(?:is|are|was|were) (?:due|set|scheduled|expected|to)|going to|next|upcoming"
    r"|plans?|by)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_PAST = matcher(
    r"\b(?:was|were|had|did|said|told|went|came|met|left|held|took|made|began|won|lost|found|ran|fell|rose|spoke|wrote|gave|got"
    r"|saw|last|since|\w{2,}ed)\b",
    re.IGNORECASE,
)


def story_date(blocks: Iterable[tuple[str, tuple[Dated, ...]]]) -> date | None:
    """Return the date that stands in a line of its own near the top of the story, None where there is none."""
    for text, found in blocks:
        if len(found) == 1 and found[0].year and len(text) - (found[0].end - found[0].start) <= 24:
            return found[0].on(found[0].year)
    return None


def weekday_slips(dated: Iterable[Dated], text: str, today: date | None) -> Iterator[Doubt]:
    """Yield a slip on each date whose weekday is another, or that another place gives another weekday.

    Offsets are those of the story, `today` is its own date; without one, a date without a year is compared with the
    others of the story alone.
    """
    with_weekday = [one for one in dated if one.weekday >= 0]
    told = set()
    for one, partners in _two_weekdays(with_weekday, today):
        told.add(one.start)
        yield _other_weekday(one, partners, text)
    for one in with_weekday:
        if one.start not in told and (right := _wrong(one, today)):
            told.add(one.start)
            yield _not_that_day(one, right, text, today)
    for found in _apart(with_weekday, told, text):
        told.add(found.start)
        yield found
    if today is None and not told:
        yield from (_odd(one, others, right, text) for one, others, right in odd_dates(with_weekday))


def _odd(one: Dated, others: tuple[Dated, ...], right: int, text: str) -> Doubt:
    """Return the slip on a date that the others of the story make another weekday."""
    return Doubt(
        "figures.weekday",
        one.start,
        one.end,
        f"If the other dates are right, {_named(one)} is a {WEEKDAYS[right]}, not a {WEEKDAYS[one.weekday]}.",
        (_with_weekday(one, text, right),),
        tuple((other.start, other.end, WEEKDAYS[other.weekday]) for other in others),
        severity=Severity.ERROR,
    )


def _wrong(one: Dated, today: date | None) -> tuple[date, ...]:
    """Return the days that the date may be, if it is the named weekday in none of them."""
    days = _candidates(one, today)
    if not days or any(day.weekday() == one.weekday for day in days):
        return ()
    return days


def _candidates(one: Dated, today: date | None) -> tuple[date, ...]:
    if one.year:
        other = made(one.year, *one.other[::-1]) if one.other[0] else None
        return tuple(day for day in (one.on(one.year), other) if day is not None)
    if today is None:
        return ()
    around = [day for year in range(today.year - 2, today.year + 2) if (day := one.on(year)) is not None]
    before, behind = [day for day in around if day <= today], [day for day in around if day > today]
    named = [day for year in one.years if (day := one.on(year)) is not None]
    future, past = bool(_FUTURE.search(one.sentence)), bool(_PAST.search(one.sentence))
    nearest = min(around, key=lambda day: abs(day - today), default=None)
    if nearest is not None and abs((nearest - today).days) <= NEAR:
        out = [nearest]
        if future and not past and nearest <= today:
            out += behind[:1]
        if past and not future and nearest > today:
            out += before[-1:]
    else:
        out = [*before[-2:] * (past or not future), *before[-1:], *behind[:1] * (future or not past)]
    return tuple(dict.fromkeys([*out, *named]))


def _two_weekdays(dated: Iterable[Dated], today: date | None) -> Iterator[tuple[Dated, list[Dated]]]:
    """Yield each date that has another weekday than the same date elsewhere, with those places."""
    by_day: dict[tuple[int, int], list[Dated]] = defaultdict(list)
    for one in dated:
        by_day[one.month, one.day].append(one)
    for places in by_day.values():
        for one in places if len({place.weekday for place in places}) > 1 else ():
            others = [p for p in places if p.weekday != one.weekday and _same_year(p, one)]
            alike = sum(p.weekday == one.weekday for p in places)
            if others and _is_the_wrong_one(one, others[0], alike, len(others), today):
                yield one, others


def _same_year(one: Dated, other: Dated) -> bool:
    return not one.year or not other.year or one.year == other.year


def _is_the_wrong_one(one: Dated, other: Dated, alike: int, unlike: int, today: date | None) -> bool:
    """Return whether, of two places, it is the one to be mended: by the calendar, else the rarer, else the later."""
    first, second = _candidates(one, today), _candidates(other, today)
    if first or second:
        wrong = not any(day.weekday() == one.weekday for day in first)
        other_wrong = not any(day.weekday() == other.weekday for day in second)
        if wrong != other_wrong:
            return wrong and bool(first)
        if not wrong:  # each fits a year of its own
            return today is not None and _is_further_off(one, other, today)
    return alike < unlike if alike != unlike else one.start > other.start


def _is_further_off(one: Dated, other: Dated, today: date) -> bool:
    """Return whether a weekday fits a year further off than the other does, where nothing tells of two years."""
    if one.year or other.year or one.years or other.years or _of_other_times(one, other):
        return False
    first, second = (_nearest_fit(each, today) for each in (one, other))
    return first is not None and second is not None and first > second


def _of_other_times(one: Dated, other: Dated) -> bool:
    tenses = {(bool(_FUTURE.search(each.sentence)), bool(_PAST.search(each.sentence))) for each in (one, other)}
    return len(tenses - {(False, False)}) > 1 or "year" in one.sentence or "year" in other.sentence


def _nearest_fit(one: Dated, today: date) -> int | None:
    """Return how many days off the nearest day is on which the date has its weekday."""
    days = (one.on(year) for year in range(today.year - 2, today.year + 2))
    return min((abs((day - today).days) for day in days if day and day.weekday() == one.weekday), default=None)


def _other_weekday(one: Dated, others: list[Dated], text: str) -> Doubt:
    said = others[0]
    right = WEEKDAYS[said.weekday]
    message = f"{_named(one)} is a {WEEKDAYS[one.weekday]} here and a {right} elsewhere in this story."
    return Doubt(
        "figures.two-weekdays",
        one.start,
        one.end,
        message,
        (_with_weekday(one, text, said.weekday),),
        tuple((p.start, p.end, WEEKDAYS[p.weekday]) for p in others),
        tuple((p.start, p.end, _with_weekday(p, text, one.weekday)) for p in others[:1]),
        Severity.ERROR,
        pair=(one.form, said.form),
    )


def _not_that_day(one: Dated, days: tuple[date, ...], text: str, today: date | None) -> Doubt:
    day = min(days, key=lambda d: abs(d - today)) if today and not one.year else days[0]
    tail = f", {day.year}," if one.year else ""
    verb = "was" if today is None or day < today else "is"
    message = f"{_named(one)}{tail} {verb} a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[one.weekday]}."
    partners = ((*one.weekday_at, "the weekday"), (one.at, one.till, "the date"))
    return Doubt(
        "figures.weekday",
        one.start,
        one.end,
        message,
        tuple(dict.fromkeys(_remedies(one, day, text, today))),
        partners,
        severity=Severity.ERROR,
    )


def _remedies(one: Dated, day: date, text: str, today: date | None) -> Iterator[str]:
    """Yield the ways to mend it: weekday and day first, then the month, then the year where it stands there."""
    weekday = _with_weekday(one, text, day.weekday())
    near = sorted(_same_week(one, day), key=lambda d: abs(d - day))
    if one.year or today is None:
        yield weekday
        yield from (_with_day(one, text, d) for d in near[:1])
    else:
        back = today - timedelta((today.weekday() - one.weekday) % 7)
        if abs((back - day).days) <= 14 and (_PAST.search(one.sentence) or not _FUTURE.search(one.sentence)):
            near = [back, *(d for d in near if d != back)] if back.month == one.month else near
        yield from (_with_day(one, text, d) for d in near[:1])
        yield weekday
        yield from (_with_day(one, text, d) for d in near[1:2])
    if month := _other_month(one, day):
        yield _with_month(one, text, month)
    if one.year and (year := _other_year(one)):
        yield text[one.start : one.end].replace(str(one.year), str(year), 1)


def _same_week(one: Dated, day: date) -> list[date]:
    ahead = (one.weekday - day.weekday()) % 7
    both = (day + timedelta(ahead), day + timedelta(ahead - 7))
    return [d for d in both if d.month == day.month]


def _other_month(one: Dated, day: date) -> int:
    """Return the nearest month in which that day is the named weekday, 0 where the months beside it are none."""
    near = (one.month - 1, one.month + 1)
    fits = [m for m in near if (d := made(day.year, m, one.day)) is not None and d.weekday() == one.weekday]
    return fits[0] if fits else 0


def _other_year(one: Dated) -> int:
    near = sorted(range(one.year - 3, one.year + 4), key=lambda y: abs(y - one.year))
    return next((y for y in near if (d := one.on(y)) is not None and d.weekday() == one.weekday), 0)


def _with_weekday(one: Dated, text: str, weekday: int) -> str:
    start, end = one.weekday_at
    return text[one.start : start] + _like(text[start:end], weekday) + text[end : one.end]


_ALIKE = {
    3: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    4: ("Mon", "Tues", "Weds", "Thurs", "Fri", "Sat", "Sun"),
}


def _like(written: str, weekday: int) -> str:
    """Return a weekday as long or as short as another one is written."""
    bare = written.rstrip(".")
    if bare in WEEKDAYS:
        return WEEKDAYS[weekday]
    return _ALIKE[3 if len(bare) == 3 else 4][weekday] + "." * written.endswith(".")


def _with_day(one: Dated, text: str, day: date) -> str:
    whole = text[one.start : one.at]
    dated = text[one.at : one.till]
    ordinal = re.search(r"\d(?:st|nd|rd|th)\b", dated)
    new = (
        f"{day.day}{_ordinal(day.day)}" if ordinal else f"{day.day:02}" if re.search(r"\b0\d", dated) else str(day.day)
    )
    dated = re.sub(rf"(?<!\d)0?{one.day}(?:st|nd|rd|th)?(?!\d)", new, dated, count=1)
    return whole + dated + text[one.till : one.end]


def _ordinal(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _with_month(one: Dated, text: str, month: int) -> str:
    written = text[one.start : one.end]
    name = re.search(rf"\b{MONTHS[one.month - 1][:3]}[a-z]*\.?", written[one.at - one.start :])
    if name is None:
        return written
    full = name[0].rstrip(".") == MONTHS[one.month - 1] and len(name[0]) > 4
    new = (
        MONTHS[month - 1]
        if full or len(MONTHS[month - 1]) <= 4
        else f"{_short_month(month)}" + "." * name[0].endswith(".")
    )
    return written.replace(name[0], new, 1)


def _short_month(month: int) -> str:
    return "Sept" if month == 9 else MONTHS[month - 1][:3]


def _apart(dated: list[Dated], told: set[int], text: str) -> Iterator[Doubt]:
    """Yield a slip on the second of two dates in one sentence that are not as many days apart as their weekdays."""
    for first, second in pairwise(dated):
        if first.sentence != second.sentence or {first.start, second.start} & told or first.year or second.year:
            continue
        days = [first.on(2023), second.on(2023)]
        if days[0] is None or days[1] is None or not 0 < (days[1] - days[0]).days < 60 or first.month == 2:
            continue
        if (days[1] - days[0]).days % 7 != (second.weekday - first.weekday) % 7:
            right = (first.weekday + (days[1] - days[0]).days) % 7
            shift = (second.weekday - right + 3) % 7 - 3
            day = _with_day(second, text, days[1] + timedelta(shift))
            yield Doubt(
                "figures.two-weekdays",
                second.start,
                second.end,
                f"If {_named(first)} is a {WEEKDAYS[first.weekday]}, {_named(second)} is a {WEEKDAYS[right]}.",
                (day, _with_weekday(second, text, right)),
                ((first.start, first.end, WEEKDAYS[first.weekday]),),
                severity=Severity.ERROR,
                subject=f"{second.month}-{second.day}",
            )


def _named(one: Dated) -> str:
    return f"{MONTHS[one.month - 1]} {one.day}"


def no_such_day(one: Dated, today: date | None, text: str) -> Doubt | None:
    """Return a slip on a day that no month has, or February 29 of a year that has none; None for any other."""
    if one.other[0]:
        return None
    year = one.year or (today.year if today else 0)
    last = 29 if one.month == 2 and not year else calendar.monthrange(year or 2024, one.month)[1]
    if 1 <= one.day <= last or (one.month == 2 and one.day == 29 and not one.year):
        return None
    where = f" in {one.year}" if one.month == 2 and one.year and one.day == 29 else ""
    message = f"{MONTHS[one.month - 1]} has no {one.day}{_ordinal(one.day)} day{where}: it ends on the {last}th."
    suggestion = _with_day(one, text, date(2000 if last == 29 else 2023, one.month, min(last, 31)))
    return Doubt("figures.no-such-day", one.start, one.end, message, (suggestion,), severity=Severity.ERROR)
