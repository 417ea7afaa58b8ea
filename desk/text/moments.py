"""Moments, and how they are said: the user's own time on screen, with its zone in what travels, UTC in files.

| made for | said by | reads |
|---|---|---|
| what was decided, what is due | `to_the_minute` | 18:30 · tomorrow 09:00 · 3 Nov 18:30 · 3 Nov 2029 18:30 |
| what somebody elsewhere has set (an embargo) | `to_the_minute_there` | 18:30 CET · tomorrow 09:00 CET |
| narrow lists | `to_the_day` | 18:30 today, else 3 Nov · 3 Nov 2029 |
| documents and the terminal | `date_and_time`, `date_alone` | 2031-03-09 18:30 CET · 2031-03-09 |
| tables under a zone named once | `date_and_time_beside` | 2031-03-09 18:30 |
| JSON, CSV | `iso` | 2031-03-09T17:30:00+00:00 |
| Word, OpenDocument, news formats | `iso_to_the_second` | 2031-03-09T17:30:00Z |
| names of files | `file_stamp` | 20310309T173000000000Z |
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_STAMP = "%Y%m%dT%H%M%S%fZ"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Not by `%b`, which speaks the language of the machine once Qt has started."""
_LONGEST_ZONE = 5
"""Letters of a zone's name ("CET", "AEDT"); Windows says "Central European Standard Time", others "+04"."""


def now() -> datetime:
    """Return this moment in UTC, with its zone."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return a moment in the user's own time, with its zone."""
    return moment.astimezone()


def micros(moment: datetime) -> int:
    """Return a moment as whole microseconds since 1970; one without a zone is a mistake of ours: `TypeError`."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(count: int) -> datetime:
    """Return the moment, in UTC, that stands this many microseconds after 1970 began."""
    return _EPOCH + count * _MICROSECOND


def day_month_year(said: str) -> str:
    """Return a day, a month or a year as figures ("2014-11-01", "2014-11", "2014") in words: 1 Nov 2014, Nov 2014."""
    year, *rest = said.split("-")
    month, day = [int(one) for one in rest] + [0] * (2 - len(rest))
    return " ".join(filter(None, [str(day or ""), _MONTHS[month - 1] if month else "", year]))


def own_day(details: Mapping[str, str], saved: datetime | None) -> date:
    """Return a story's own date: when its wire was made, else when it was saved last, else today."""
    said = details.get("created", "")
    for form in (said[:10], f"{said[:4]}-{said[4:6]}-{said[6:8]}"):  # 2031-03-09T17:30:00Z, 20310309T173000Z
        with suppress(ValueError):
            return date.fromisoformat(form)
    return local(saved or now()).date()


def to_the_minute(moment: datetime, at: datetime | None = None) -> str:
    """Return a moment on screen: "18:30" on the day of `at` (now), "tomorrow 09:00", "yesterday 18:30", else dated."""
    here, today = local(moment), local(at or now()).date()
    near = {today: "", today + timedelta(days=1): "tomorrow ", today - timedelta(days=1): "yesterday "}
    before = near.get(here.date(), f"{_day(here, today.year)} ")
    return f"{before}{_clock(here)}"


def to_the_day(moment: datetime, at: datetime | None = None) -> str:
    """Return a moment where there is little room: "18:30" on the day of `at` (now), else "3 Nov" or "3 Nov 2029"."""
    here, today = local(moment), local(at or now()).date()
    return _clock(here) if here.date() == today else _day(here, today.year)


def date_and_time(moment: datetime) -> str:
    """Return a moment in a document or the terminal: "2031-03-09 18:30 CET", in the user's time with its zone."""
    here = local(moment)
    return f"{here.date().isoformat()} {_clock(here)} {_zone(here)}"


def to_the_minute_there(moment: datetime, at: datetime | None = None) -> str:
    """Return a moment on screen with the zone that it is told in: "18:30 CET", for what others have set."""
    return f"{to_the_minute(moment, at)} {_zone(local(moment))}"


def date_and_time_beside(moment: datetime, other: datetime) -> str:
    """Return a moment without its zone where that of `other` has been named: "2031-03-09 18:30", else with its own."""
    here = local(moment)
    whole = date_and_time(moment)
    return whole.removesuffix(f" {_zone(here)}") if _zone(here) == zone_of(other) else whole


def zone_of(moment: datetime) -> str:
    """Return the name of the user's zone at a moment: "CET", or "UTC+02:00" where it has no short one."""
    return _zone(local(moment))


def date_alone(moment: datetime) -> str:
    """Return the day of a moment in a document or the terminal, in the user's time: "2031-03-09"."""
    return local(moment).date().isoformat()


def iso(moment: datetime) -> str:
    """Return a moment for other programs: ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat()


def iso_to_the_second(moment: datetime) -> str:
    """Return a moment as documents of other programs have it: ISO 8601 in UTC, to the second, with a Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_iso(words: str) -> datetime:
    """Return the moment that `iso` wrote; one without a zone is taken for UTC; raises `ValueError`."""
    moment = datetime.fromisoformat(words)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def from_iso_here(words: str) -> datetime | None:
    """Return a moment that somebody else wrote by ISO 8601, None where it is none; without a zone it is local time."""
    try:
        return datetime.fromisoformat(words.strip()).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def file_stamp(moment: datetime) -> str:
    """Return a moment as part of a file's name: UTC to the microsecond, so that names sort by it."""
    return moment.astimezone(UTC).strftime(_STAMP)


def from_file_stamp(stamp: str) -> datetime:
    """Return the moment that `file_stamp` wrote; raises `ValueError`."""
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def _clock(here: datetime) -> str:
    return f"{here.hour:02}:{here.minute:02}"


def _day(here: datetime, this_year: int) -> str:
    year = "" if here.year == this_year else f" {here.year}"
    return f"{here.day} {_MONTHS[here.month - 1]}{year}"


def _zone(here: datetime) -> str:
    name = here.tzname() or ""
    if name.isalpha() and len(name) <= _LONGEST_ZONE:
        return name
    return str(timezone(here.utcoffset() or timedelta()))
