"""Sums told in two currencies, side by side: £2 million ($2.5 million). Within one story they go by one rate."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desk.checks.check import Severity
from desk.checks.figures.numbers import Counted, Numeral, as_written, grain_of, short_number
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher

_BETWEEN = matcher(r" ?[(\[](?P<about>(?:about|around|or|roughly|nearly|approximately|some|almost|over|~) ?)?|, or ")
_BEHIND = matcher(r" ?[)\],.;]|, or|$")
_THEN = matcher(r"\b(?:then|at the time|in today[’']s|adjusted|inflation|exchange rates?|now worth|worth now)\b", re.I)
_YEARS = matcher(r"\b(?:1[89]|20)\d\d\b(?![,.]?\d)")
_NEAR = frozenset({"$", "£", "€", "A$", "AU$", "C$", "NZ$"})
_FAR_APART = 5.0
"""No two of these were ever five to one: the widest apart, the pound and New Zealand’s dollar, stayed below four."""
_SLACK = 0.04
"""How far two rates of one story may lie apart besides what was rounded: sums of two days are a few per cent apart."""
_GIVEN, _CONVERTED, _ABOUT = 0.025, 0.05, 0.09
"""How coarsely a sum is told at most, as a part of it: what was given, what was made of it, the same with “about”."""
_NEAREST = 40
_THOUSANDS = (1e-3, 1e3, 1e-6, 1e6)


@dataclass(frozen=True, slots=True)
class ConvertedSum:
    """Two sums of one worth; offsets are those of the block, `by` more in the story."""

    first: Numeral
    second: Numeral
    about: bool
    """Whether the second is rounded in words."""
    years: frozenset[str]
    """Those that its sentence names: sums of other years went by other rates."""
    by: int = 0

    @property
    def currencies(self) -> tuple[str, str]:
        """Return both, in an order of their own."""
        low, high = sorted((self.first.unit, self.second.unit))
        return low, high

    @property
    def rates(self) -> tuple[float, float]:
        """Return the lowest and the highest rate between the currencies, the second of the order in the first."""
        first, second = _reach(self.first, _GIVEN), _reach(self.second, _ABOUT if self.about else _CONVERTED)
        low, high = (first, second) if self.first.unit < self.second.unit else (second, first)
        return high[0] / low[1], high[1] / low[0]


def _reach(number: Numeral, coarsely: float) -> tuple[float, float]:
    slack = min(grain_of(number.value, number.step) / 2, coarsely * number.value)
    return number.value - slack, number.value + slack


def exchanged(text: str, numerals: Sequence[Numeral], sentences: Iterable[tuple[int, int]]) -> Iterator[ConvertedSum]:
    """Yield the sums of one block that are told in two currencies; none where they are of another time."""
    bounds = tuple(sentences)
    for one, other in pairwise(numerals):
        if one.sort is not Counted.MONEY or other.sort is not Counted.MONEY or one.unit == other.unit:
            continue
        between = _BETWEEN.fullmatch(text, one.tail, other.start)
        if not between or not one.value or not other.value or not _BEHIND.match(text, other.tail):
            continue
        if not between["about"] and (_is_price(one) or _is_price(other)):
            continue
        begin, end = next(((b, e) for b, e in bounds if b <= one.start < e), (0, len(text)))
        if not _THEN.search(text, begin, end):
            years = frozenset(_YEARS.findall(text, begin, end))
            yield ConvertedSum(one, other, bool(between["about"]), years)


def _is_price(number: Numeral) -> bool:
    """Return whether a sum is what a shop asks (£799, $4.99): shops set one for each country, and go by no rate."""
    return number.value < 10_000 and re.sub(r"\.00$", "", number.text).endswith(("9", ".95"))


def exchange_doubts(found: Sequence[ConvertedSum]) -> Iterator[Doubt]:
    """Yield a doubt on each second sum whose rate is another than that of most in the story, or that never was one."""
    pairs: dict[tuple[str, str], list[ConvertedSum]] = defaultdict(list)
    for one in found:
        if (doubt := _never_was(one)) is not None:
            yield doubt
        else:
            pairs[one.currencies].append(one)
    for alike in pairs.values():
        yield from _odd(alike)


def _never_was(one: ConvertedSum) -> Doubt | None:
    low, high = one.rates
    if not _NEAR.issuperset(one.currencies) or (low < _FAR_APART and high > 1 / _FAR_APART):
        return None
    ratio = one.second.value / one.first.value
    meant = [one.second.value * times for times in _THOUSANDS if 1 / _FAR_APART < ratio * times < _FAR_APART]
    new = tuple(_in_thousands(value, one.second) for value in meant)
    message = f"{one.first.text} was never {one.second.text}: no rate between the two was ever near that."
    return _doubt(one, message, new, ((*_span(one, one.first), "the sum it stands for"),))


def _odd(alike: Sequence[ConvertedSum]) -> Iterator[Doubt]:
    """Yield a doubt on each that more others speak against than for, and on the last one where there are as many."""
    for nth, one in enumerate(alike):
        around = alike[max(0, nth - _NEAREST) : nth + _NEAREST]
        near = [other for other in around if other is not one and other.years == one.years]
        against = [other for other in near if _apart(one, other)]
        agreeing = 1 + len(near) - len(against)
        if len(against) > agreeing or (len(against) == agreeing and _is_last(one, against)):
            yield _other_rate(one, against)


def _is_last(one: ConvertedSum, others: Iterable[ConvertedSum]) -> bool:
    return all(other.first.start + other.by < one.first.start + one.by for other in others)


def _apart(one: ConvertedSum, other: ConvertedSum) -> bool:
    (low, high), (least, most) = one.rates, other.rates
    return low > most * (1 + _SLACK) or least > high * (1 + _SLACK)


def _other_rate(one: ConvertedSum, against: Sequence[ConvertedSum]) -> Doubt:
    guide = against[0]
    back = guide.first.unit != one.first.unit
    rate = guide.first.value / guide.second.value if back else guide.second.value / guide.first.value
    new = as_written(_as_finely(one.first.value * rate, one.second), one.second)
    message = (
        f"At the rate of {guide.first.text} ({guide.second.text}) elsewhere, {one.first.text} is about {new}, "
        f"not {one.second.text}."
    )
    partners = tuple(
        (_span(p, p.first)[0], _span(p, p.second)[1], f"{p.first.text} ({p.second.text})") for p in against
    )
    return _doubt(one, message, (new,), partners)


def _doubt(one: ConvertedSum, message: str, new: tuple[str, ...], partners: tuple[tuple[int, int, str], ...]) -> Doubt:
    subject = f"{one.first.text} {one.second.text}"
    return Doubt(
        "figures.exchange-rate",
        *_span(one, one.second),
        message,
        new,
        partners,
        severity=Severity.WARNING,
        subject=subject,
    )


def _span(one: ConvertedSum, number: Numeral) -> tuple[int, int]:
    return number.start + one.by, number.end + one.by


def _as_finely(value: float, like: Numeral) -> float:
    """Return a sum with as many digits as the one it takes the place of, and no fewer than two."""
    grain = min(grain_of(like.value, like.step), 10.0 ** (len(f"{int(value)}") - 2)) or like.step
    return round(value / grain) * grain


def _in_thousands(value: float, like: Numeral) -> str:
    return f"{like.unit}{short_number(value)}"


def moved(one: ConvertedSum, by: int) -> ConvertedSum:
    """Return the sums for the same words, `by` code points further on."""
    return replace(one, by=by)
