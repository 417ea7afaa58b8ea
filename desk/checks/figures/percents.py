"""A change against its own “from … to …”, per cent against percentage points, shares of one whole above 100."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk.checks.check import Severity
from desk.checks.figures.numbers import Numeral, as_written, is_year, numbers
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher
from desk.text.words import folded, holds_one, plural_alone

_NUM = r"(?:(?:US|A|C|NZ)?[$£€¥])?\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion|trillion)|bn|m)?"
_PCT = r"(?:%| percent| per cent)"
_UP = (
    r"rise|increase|gain|jump|climb|growth|surge|improvement|hike|boost|rose|risen|increased|gained|jumped"
    r"|climbed|grew|grown|surged|up"
)
_DOWN = (
    r"drop|fall|decrease|decline|cut|reduction|slump|slide|loss|plunge|fell|fallen|dropped|decreased|declined"
    r"|slumped|slid|plunged|down"
)
_FROM_TO = (
    rf"\bfrom (?:about |around |roughly |nearly )?(?P<a>{_NUM})(?P<apct>{_PCT})?(?:[ -][^,.;:()\d]{{0,30}}?)?"
    rf" to (?:just |about |only |nearly |around )?(?P<b>{_NUM})(?P<bpct>{_PCT})?"
)
_CHANGE = (
    r"(?P<c>\d[\d,]*(?:\.\d+)?)(?P<cunit>%| percentage[ -]points?| points?| percent(?:age)?\b(?! point)| per cent)"
)
_BEHIND = matcher(
    _FROM_TO + rf"[^.;:()\d]{{0,40}}?(?:,| –| —| \(|, or)? ?(?:(?:a|an|its|the) (?:\w+ )?(?P<word>{_UP}|{_DOWN})(?: of|"
    rf" by)?|(?P<word2>up|down)|representing an? (?P<word3>{_UP}|{_DOWN}) of)"
    rf" (?P<about>about |around |nearly |almost |more than |roughly |some |over )?{_CHANGE}",
    re.IGNORECASE,
)
_BEFORE = matcher(
    rf"\b(?P<word>{_UP}|{_DOWN})(?: by| of)? (?P<about>about |around |nearly |almost |more than |roughly |some "
    rf"|over )?{_CHANGE}"
    r"(?: (?:in|over|since|within|during|this|last|on|for) [A-Za-z]+(?: [a-z]+){0,3})?"
    rf",? (?:\()?{_FROM_TO}",
    re.IGNORECASE,
)
_SUM = r"(?:US|A|C|NZ)?[$£€¥]\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion|trillion)\b|bn\b|m\b)?"
_NOW = matcher(
    rf"(?P<b>{_SUM})(?P<bpct>(?!))?(?: [a-z]+){{0,3}},? (?:an? )?(?P<word>{_UP}|{_DOWN})(?: of| by)? "
    rf"(?P<about>about |around |nearly |almost |more than |roughly |some |over )?{_CHANGE}"
    rf" (?:from|on) (?:the |last year’s |last year's )?(?P<a>{_SUM})(?P<apct>(?!))?(?![\d%]|[,.]\d)",
    re.IGNORECASE,
)
"""“$3 million, up 50 percent from $2 million”: the sum of today stands first."""
_HEDGED = 0.12
_SHARE = matcher(
    r"(?P<n>(?P<fraction>two[- ]thirds|three[- ]quarters|three[- ]fifths|half|a third|a quarter)|"
    r"(?P<digits>\d{1,3}(?:\.\d+)?) ?(?:%|percent|per cent))",
    re.IGNORECASE,
)
_FRACTIONS = {
    "two thirds": 66.7,
    "three quarters": 75.0,
    "three fifths": 60.0,
    "half": 50.0,
    "a third": 33.3,
    "a quarter": 25.0,
}
_SIDES = (
    (
        matcher(r"\b(?:for|in favou?r|backed|supported?s?|approved?s?|yes)\b", re.I),
        matcher(r"\b(?:against|opposed?s?|rejected|disapproved?s?|no)\b", re.I),
    ),
    (matcher(r"\b(?:men|male|boys)\b", re.I), matcher(r"\b(?:women|female|girls)\b", re.I)),
)
_MANY = matcher(r"\b(?:more than one|several answers|multiple|each|both|or more answers)\b", re.I)


def slips(text: str, starts: tuple[int, ...]) -> Iterator[Doubt]:
    """Yield a slip on each change and each pair of shares of one block that its own figures speak against."""
    seen: set[int] = set()
    for found in _changes(text):
        if found.start("c") not in seen:
            seen.add(found.start("c"))
            yield from _change(found)
    for begin, end in zip(starts, (*starts[1:], len(text)), strict=True):
        yield from _shares(text, begin, end)


def _changes(text: str) -> Iterator[re.Match[str]]:
    lower = text.lower()
    if "from " in lower and " to " in lower:
        yield from _BEFORE.finditer(text)
        yield from _BEHIND.finditer(text)
    if holds_one(text, _SIGNS_OF_MONEY):
        yield from _NOW.finditer(text)


_SIGNS_OF_MONEY = ("$", "£", "€", "¥")


def _read(words: str) -> Numeral | None:
    return next(numbers(words), None)


def _change(found: re.Match[str]) -> Iterator[Doubt]:
    a, b, c = _read(found["a"]), _read(found["b"]), _read(found["c"])
    if a is None or b is None or c is None or a.value == b.value or (is_year(a) and is_year(b)):
        return
    if found["b"].endswith(("m", "n", "d")) and not found["a"].endswith(("m", "n", "d")) and a.value < 1000 <= b.value:
        return  # from $3 to $5 million: the scale is that of both
    shares = bool(found["bpct"])
    points = "point" in found["cunit"]
    if shares and (points or not found["apct"]):
        yield from _points(found, a, b, c) if points else ()
    elif shares:
        yield from _percent_of_shares(found, a, b, c)
    elif not points:
        yield from _relative(found, a, b, c)


def _partner(found: re.Match[str]) -> tuple[tuple[int, int, str], ...]:
    start = min(found.start("a") - len("from "), found.start("b"))
    return ((start, max(found.end("a"), found.end("bpct" if found["bpct"] else "b")), "from and to"),)


def _lenient(found: re.Match[str], wanted: float, told: float, step: float) -> bool:
    slack = _HEDGED * wanted if found["about"] else 0.0
    return abs(wanted - told) <= step * 0.51 + slack


def _points(found: re.Match[str], a: Numeral, b: Numeral, c: Numeral) -> Iterator[Doubt]:
    right = abs(a.value - b.value)
    if not _lenient(found, right, c.value, max(c.step, (a.step + b.step) if c.step < 1 else c.step)):
        new = as_written(round(right, 4), c)
        doubt = _slip(found, f"From {_told(found)} it is {new} points.", new)
        right_end = a.value + c.value if b.value > a.value else a.value - c.value
        there = (*found.span("b"), as_written(round(right_end, 4), b))
        yield replace(doubt, others=(there,)) if right_end >= 0 else doubt


def _percent_of_shares(found: re.Match[str], a: Numeral, b: Numeral, c: Numeral) -> Iterator[Doubt]:
    points, relative = abs(a.value - b.value), 100 * abs(a.value - b.value) / a.value if a.value else 0.0
    if abs(points - c.value) <= 0.51 * c.step and abs(relative - c.value) > c.step:
        said = f"{found['c']} {plural_alone(round(points), 'percentage point')}"
        message = f"From {_told(found)} it is {said}; in per cent it is {relative:.0f}."
        span = found.start("c"), found.end("cunit")
        yield Doubt(
            "figures.points",
            *span,
            message,
            (said, f"{relative:.0f}{found['cunit']}"),
            _partner(found),
        )
    elif not _within(found, a, b, c):
        new = as_written(round(points, 4), c)
        message = f"From {_told(found)} it is {new} percentage points, or {relative:.0f} per cent."
        yield _slip(found, message, f"{new} percentage points", f"{relative:.0f}{found['cunit']}", whole=True)


def _within(found: re.Match[str], a: Numeral, b: Numeral, c: Numeral) -> bool:
    """Return whether the change in per cent fits, as its two figures are rounded."""
    low_a, high_a, low_b, high_b = (
        a.value - a.step / 2,
        a.value + a.step / 2,
        b.value - b.step / 2,
        b.value + b.step / 2,
    )
    if low_a <= 0:
        return True
    changes = [100 * abs(y - x) / x for x in (low_a, high_a) for y in (low_b, high_b)]
    slack = c.step * 0.51 + (_HEDGED * max(changes) if found["about"] else 0.02 * max(changes))
    return min(changes) - slack <= c.value <= max(changes) + slack


def _relative(found: re.Match[str], a: Numeral, b: Numeral, c: Numeral) -> Iterator[Doubt]:
    right = 100 * abs(a.value - b.value) / a.value
    if not _within(found, a, b, c):
        new = f"{right:.1f}".rstrip("0").rstrip(".") if c.step < 1 else f"{right:.0f}"
        yield _slip(found, f"From {_told(found)} it is {new} per cent.", new)
    elif not found["about"] and abs(right - c.value) > _AS_PRINTED * right:
        message = (
            f"From {_told(found)} it is {right:.0f} per cent as printed; if they are rounded, tell them more exactly."
        )
        yield replace(_slip(found, message, f"{right:.0f}"), severity=Severity.HINT)


_AS_PRINTED = 0.15
"""Share of the change that rounding may hide before readers stumble: “from $2 million to $3 million, up 40 percent”."""


def _told(found: re.Match[str]) -> str:
    return f"{found['a']}{found['apct'] or ''} to {found['b']}{found['bpct'] or ''}"


def _slip(found: re.Match[str], message: str, *new: str, whole: bool = False) -> Doubt:
    end = found.end("cunit") if whole else found.end("c")
    return Doubt(
        "figures.percent-change", found.start("c"), end, message, new, _partner(found), severity=Severity.ERROR
    )


def _shares(text: str, begin: int, end: int) -> Iterator[Doubt]:
    """Yield a slip on two shares of one vote or group that together are more than the whole."""
    shares = list(_SHARE.finditer(text, begin, end))
    if len(shares) == _ALL_SIDES:
        yield from _sides_of_a_poll(text, shares, end)
    if len(shares) != 2 or _MANY.search(text, begin, end):
        return
    first, second = shares
    total = _share(first) + _share(second)
    behind = text[first.end() : second.start()], text[second.end() : end]
    if total > 101 and any(_opposed(one, other, *behind) for one, other in _SIDES):
        message = f"{first['n']} and {second['n']} together are more than the whole."
        partner = (*first.span("n"), "the other share")
        yield Doubt("figures.shares", *second.span("n"), message, partners=(partner,))


_ALL_SIDES = 3
_UNDECIDED = matcher(
    r"\b(?:undecided|unsure|not sure|no opinion|don['’]t know|abstain(?:ed)?|neither)\b", re.IGNORECASE
)


def _sides_of_a_poll(text: str, shares: Sequence[re.Match[str]], end: int) -> Iterator[Doubt]:
    """Yield a slip on the last of three shares, for, against and undecided, that together are more than the whole."""
    ends = [*(share.start() for share in shares[1:]), end]
    behind = [text[share.end() : stop] for share, stop in zip(shares, ends, strict=True)]
    if not any(_opposed(one, other, *behind[:2]) for one, other in _SIDES) or not _UNDECIDED.search(behind[2]):
        return
    total = sum(map(_share, shares))
    if total > _ROUNDED_WHOLE:
        partners = tuple((*share.span("n"), "another share") for share in shares[:2])
        message = f"The three shares make {total:g} per cent."
        yield Doubt("figures.shares", *shares[2].span("n"), message, partners=partners)


_ROUNDED_WHOLE = 101.5
"""Per cent: three shares that are each rounded up make so much at most."""


def _opposed(one: re.Pattern[str], other: re.Pattern[str], first: str, second: str) -> bool:
    return bool(one.search(first) and other.search(second)) or bool(other.search(first) and one.search(second))


def _share(found: re.Match[str]) -> float:
    if found["fraction"]:
        return _FRACTIONS[folded(found["fraction"]).replace("-", " ")]
    return float(found["digits"])
