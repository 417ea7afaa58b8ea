"""Times of day that no clock shows, said twice, or in the wrong half of the year; ranges with a word and a dash."""

import re
from collections.abc import Iterator

from desk.checks.check import Severity
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher
from desk.text.words import holds_one

_HALF = r"(?:[ap]\.m\.?|[ap]m\b|[AP]\.M\.?|[AP]M\b)"
_TIME = matcher(rf"(?<![\w.:,$£€])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?(?P<half>{_HALF})")
_DAY_TIME = matcher(
    r"(?<![\w.:/,])(?P<hour>\d{1,2}):(?P<minute>[6-9]\d)(?=[.,;]?(?: (?:on|in|to|and|GMT|local)\b|[.,]|$))"
)
_TWICE = matcher(
    rf"\b(?P<time>(?:\d{{1,2}}(?:[:.]\d\d)? ?(?P<half>{_HALF})))(?P<gap>,? )(?P<said>(?:in the |this |that )?"
    r"(?:morning|afternoon|evening)|tonight|at night)\b(?! (?:after|before|of|when|hours|news|show|edition"
    r"|post|herald))"
)
_FITS = {"morning": "a", "afternoon": "p", "evening": "p", "tonight": "p", "at night": "p"}
_YEAR = r"(?:1[5-9]|20)\d\d"
_FROM = matcher(
    rf"\b(?P<word>from|between|From|Between) (?P<low>{_YEAR}|[$£€]?\d{{1,3}}(?:,\d{{3}})*)(?P<mark> ?[–—-] ?)"
    rf"(?P<high>{_YEAR}|\d\d|[$£€]?\d{{1,3}}(?:,\d{{3}})*)(?![\w–-]|,\d|\.\d| (?:to|and|until) \d)"
)
"""“From 1543-4 to 1557-8” is a span between two spans, and has its word."""
_BETWEEN = matcher(
    r"\b[Bb]etween (?P<low>[$£€]?[\d,.]*\d(?:%| percent)?) (?P<mark>to) (?P<high>[$£€]?[\d,.]*\d)(?![\w,]\d)"
)
_BACKWARDS = matcher(rf"\b(?:[Ff]rom|[Bb]etween) (?P<low>{_YEAR})(?: to | and | until )(?P<high>{_YEAR})\b(?![,.]\d)")
_ZONE = matcher(
    rf"(?:\d{_HALF}|\d ?{_HALF}|:\d\d) (?P<zone>EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|GMT|CET|CEST|AEST|AEDT)\b"
)
_SUMMER = {"EDT": "EST", "CDT": "CST", "MDT": "MST", "PDT": "PST", "BST": "GMT", "CEST": "CET"}
_WINTER = {winter: summer for summer, winter in _SUMMER.items() if winter != "GMT"}


def slips(text: str) -> Iterator[Doubt]:
    """Yield a slip on each time and range of one block that cannot be, or that says a thing twice."""
    halves = holds_one(text, _HALVES) and bool(_HALF_BEHIND.search(text))
    if halves or holds_one(text, _LATE_MINUTES):
        yield from _impossible(text)
    if halves:
        yield from _said_twice(text)
    if holds_one(text, _LEADS) and _RANGE.search(text):
        yield from _ranges(text)


_HALF_BEHIND = matcher(r"\d ?[apAP]\.?[mM]")
_HALVES = ("am", "pm", ".m", "AM", "PM", ".M", "aM", "pM", "Am", "Pm")
_LEADS = ("rom ", "een ")
_LATE_MINUTES = (":6", ":7", ":8", ":9")
_RANGE = matcher(r"[mn] (?<=(?:rom|een) )[$£€\d,.]")
"""What stands in every time of day, in every minute that no hour has, and in every range, to be looked for first."""


def _impossible(text: str) -> Iterator[Doubt]:
    for found in (*_TIME.finditer(text), *_DAY_TIME.finditer(text)):
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        half = found.groupdict().get("half")
        if minute < 60 and (not half or 1 <= hour <= 12):
            continue
        why = f"An hour has 60 minutes: there is no {found[0]}." if minute >= 60 else f"There is no {found[0]}."
        new = (f"{hour - 12}{found[0][len(found['hour']) :]}",) if half and 13 <= hour <= 23 and minute < 60 else ()
        yield Doubt("figures.no-such-time", *found.span(), why, new, severity=Severity.ERROR)


def _said_twice(text: str) -> Iterator[Doubt]:
    for found in _TWICE.finditer(text):
        said = found["said"].split()[-1] if found["said"] != "at night" else "at night"
        half = found["half"][0].lower()
        both = found["time"].endswith(".") and text.startswith(".", found.end())  # one stop ends time and sentence
        end = found.end() + both
        if half == _FITS[said] or said == "at night":
            message = f"“{found['half']}” and “{found['said']}” say the same thing."
            yield Doubt("figures.time-twice", found.start(), end, message, (found["time"],), severity=Severity.HINT)
        else:
            message = f"“{found['half']}” is not “{found['said']}”."
            yield Doubt("figures.no-such-time", found.start(), end, message, (found["time"],), severity=Severity.ERROR)


def _ranges(text: str) -> Iterator[Doubt]:
    for found in (*_FROM.finditer(text), *_BETWEEN.finditer(text)):
        between = "etween" in found[0][:8]
        word = "and" if between else "to"
        low, high = found["low"], found["high"]
        full = _full_year(low, high)
        whole = f"{found[0].split()[0]} {low} {word} {full}"
        message = f"“{found[0].split()[0].lower()}” goes with “{word}”: a dash or another word leaves the pair open."
        yield Doubt("figures.range-words", *found.span(), message, (whole,), severity=Severity.HINT)
    for found in _BACKWARDS.finditer(text):
        low, high = found["low"], found["high"]
        if int(high) < int(low):
            head, link = found[0][: -len(low) - len(high)].split()[0], found[0].split()[2]
            message = f"This span of years runs backwards: {high} is before {low}."
            whole = f"{head} {high} {link} {low}"
            yield Doubt("figures.backwards", *found.span(), message, (whole,), severity=Severity.ERROR)


def _full_year(low: str, high: str) -> str:
    """Return the second year of a span in four figures (1998-04: 2004), any other number as it is."""
    if not re.fullmatch(_YEAR, low) or len(high) != 2:
        return high
    return f"{int(low[:2]) + (high < low[2:])}{high}"


def names_zone(text: str) -> bool:
    """Return whether a block tells a time of day with its zone."""
    return holds_one(text, _ENDS_OF_ZONES) and bool(_ZONE.search(text))


_ENDS_OF_ZONES = ("ST", "DT", "MT", "ET")


def zone_slips(text: str, month: int) -> Iterator[Doubt]:
    """Yield a hint on each zone of summer time in winter, or the other way round, for a month that is clearly one.

    March, April, October and November have both.
    """
    other = _SUMMER if month in {12, 1, 2} else _WINTER if month in {5, 6, 7, 8, 9} else {}
    for found in _ZONE.finditer(text):
        if right := other.get(found["zone"]):
            season = "winter" if other is _SUMMER else "summer"
            message = f"{found['zone']} is not in force in {season}: it is {right}."
            yield Doubt("figures.summer-time", *found.span("zone"), message, (right,), severity=Severity.HINT)
