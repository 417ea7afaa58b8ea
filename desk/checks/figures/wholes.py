"""Wholes against what they are said to be made of: people who are named, and per cent of a sum of money."""

import re
from collections.abc import Iterator, Sequence

from desk.checks.check import Severity
from desk.checks.figures.numbers import Numeral, as_written, numbers, short_number
from desk.checks.figures.slips import Doubt

_WHO = (
    "people|persons|men|women|boys|girls|children|teenagers|adults|suspects|victims|defendants|students|pupils|officers|"
    "passengers|candidates|players|workers|soldiers|crew members|lawmakers|senators|councillors|councilors|members|"
    "brothers|sisters|friends|finalists|nominees|winners|judges|jurors|hostages|journalists|firefighters"
)
_PARTICLE = "al|bin|ibn|da|de|del|den|der|di|dos|du|el|la|ter|van|von|und|y"
_NAME = rf"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'.-]*|{_PARTICLE}))+(?:, (?:aged )?\d{{1,3}})?"
_NAMES = rf"{_NAME}(?:, {_NAME})*,? and {_NAME}"
_NAMED = re.compile(
    rf" (?:[a-z]+ )?(?:{_WHO})(?: [a-z]+){{0,4}}"
    rf"(?: ?[—–(] ?(?P<names>{_NAMES}) ?[—–)]|: (?P<all>{_NAMES})\.)"
)
_ABOUT = re.compile(
    r"\b(?:about|nearly|almost|around|some|least|than|over|to|or|the other|another|of the)\s$", re.IGNORECASE
)
_MONEY = r"(?:US|A|C|NZ|S)?[$£€¥]\d[\d,]*(?:\.\d+)?(?: ?(?:bn|m|k)\b| (?:thousand|million|billion|trillion))?"
_OF_MONEY = re.compile(
    r"(?P<share>\d+(?:\.\d+)?)(?:%| percent| per cent) of (?:(?:the|its|a|his|her|their) )?(?:about |some )?"
    rf"(?P<whole>{_MONEY})(?: [a-z]+){{0,3}}(?:,? or |, which is |, that is | \(| [–—] )"
    r"(?P<about>about |around |roughly |some |nearly |almost |just over |just under |more than |over )?"
    rf"(?P<part>{_MONEY})(?! (?:and|to) [$£€\d]| of\b| [mbt]r?illion|\w|[,.]\d)"
)
_NEAR, _HEDGED = 0.03, 0.12
"""What a part may lack of the right one: news copy rounds, and rounds more where it says “about”."""


def slips(text: str, numerals: Sequence[Numeral]) -> Iterator[Doubt]:
    """Yield a slip on each number of people that is not that of the names behind it, and each wrong share of a sum."""
    if " and " in text:
        for number in numerals:
            yield from _named(text, number)
    if " of " in text:
        for found in _OF_MONEY.finditer(text):
            yield from _share(found)


def _named(text: str, number: Numeral) -> Iterator[Doubt]:
    found = _NAMED.match(text, number.end)
    if (
        found is None
        or number.value != int(number.value)
        or _ABOUT.search(text[max(0, number.start - 12) : number.start])
    ):
        return
    group = "names" if found["names"] else "all"
    named = len(re.findall(_NAME, found[group]))
    if named < _FEWEST or named == number.value:
        return
    told = text[number.start : number.end]
    message = f"{named} are named here, and the sentence says {told}."
    right = as_written(named, number)
    partners = ((*found.span(group), f"{named} names"),)
    yield Doubt("figures.sum", number.start, number.end, message, (right,), partners, severity=Severity.WARNING)


_FEWEST = 2


def _share(found: re.Match[str]) -> Iterator[Doubt]:
    share, whole, part = (next(numbers(found[key]), None) for key in ("share", "whole", "part"))
    if share is None or whole is None or part is None:
        return
    right = share.value * whole.value / 100
    slack = (_HEDGED if found["about"] else _NEAR) * right + (share.step * whole.value / 100 + part.step) / 2
    if abs(right - part.value) <= slack:
        return
    told = found["part"]
    new = re.sub(r"\d.*", short_number(float(f"{right:.3g}")), told)
    message = f"{found['share']} per cent of {found['whole']} is {new}, not {told}."
    partners = ((found.start("share"), found.end("whole"), "what it is a share of"),)
    yield Doubt("figures.sum", *found.span("part"), message, (new,), partners, severity=Severity.WARNING)
