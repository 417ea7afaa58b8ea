"""Wholes against what they are said to be made of: people named, per cent of a sum, so many of so many in per cent."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.checks.check import Severity
from desk.checks.figures.numbers import Numeral, as_written, numbers, short_number
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher
from desk.text.words import holds_one

_WHO = (
    "people|persons|men|women|boys|girls|children|teenagers|adults|suspects|victims|defendants|students|pupils|officers|"
    "passengers|candidates|players|workers|soldiers|crew members|lawmakers|senators|councillors|councilors|members|"
    "brothers|sisters|friends|finalists|nominees|winners|judges|jurors|hostages|journalists|firefighters"
)
_PARTICLE = "al|bin|ibn|da|de|del|den|der|di|dos|du|el|la|ter|van|von|und|y"
_NAME = rf"[A-Z][\w’'-]+(?: (?:[A-Z][\w’'.-]*|{_PARTICLE}))+(?:, (?:aged )?\d{{1,3}})?"
_NAMES = rf"{_NAME}(?:, {_NAME})*,? and {_NAME}"
_NAMED = matcher(
    rf" (?:[a-z]+ )?(?:{_WHO})(?: [a-z]+){{0,4}}"
    rf"(?: ?[—–(] ?(?P<names>{_NAMES}) ?[—–)]|: (?P<all>{_NAMES})\.)"
)
_ABOUT = matcher(
    r"\b(?:about|nearly|almost|around|some|least|than|over|to|or|the other|another|of the)\s$", re.IGNORECASE
)
_MONEY = r"(?:US|A|C|NZ|S)?[$£€¥]\d[\d,]*(?:\.\d+)?(?: ?(?:bn|m|k)\b| (?:thousand|million|billion|trillion))?"
_OF_MONEY = matcher(
    r"(?P<share>\d+(?:\.\d+)?)(?:%| percent| per cent) of (?:(?:the|its|a|his|her|their) )?(?:about |some )?"
    rf"(?P<whole>{_MONEY})(?: [a-z]+){{0,3}}(?:,? or |, which is |, that is | \(| [–—] )"
    r"(?P<about>about |around |roughly |some |nearly |almost |just over |just under |more than |over )?"
    rf"(?P<part>{_MONEY})(?! (?:and|to) [$£€\d]| of\b| [mbt]r?illion|\w|[,.]\d)"
)
_OF_SO_MANY = matcher(r"(?: [a-z]+)? (?:out )?of (?:(?:the|its|their|all|his|her|our) )?")
_IN_PER_CENT = matcher(
    r"(?: [a-z][a-z’'-]*){0,4}(?:, or |, that is | \(| [–—] )"
    r"(?P<about>about |around |roughly |some |nearly |almost |just over |just under |more than |over )?"
    r"(?P<share>\d{1,2}(?:\.\d+)?)(?:%| percent\b| per cent\b)"
    r"(?! (?:of|more|less|fewer|higher|lower|above|below|up|down)\b|-)"
)
_NEAR, _HEDGED = 0.03, 0.12
"""What a part may lack of the right one: news copy rounds, and rounds more where it says “about”."""


def slips(text: str, numerals: Sequence[Numeral]) -> Iterator[Doubt]:
    """Yield a slip on each number of people that is not that of the names behind it, and each wrong share of a sum."""
    if " and " in text and holds_one(text, ("—", "–", "(", ": ")):
        for number in numerals:
            yield from _named(text, number)
    if " of " in text:
        for found in _OF_MONEY.finditer(text):
            yield from _share(found)
        for part, whole in pairwise(numerals):
            if _OF_SO_MANY.fullmatch(text, part.end, whole.start):
                yield from _in_per_cent(text, part, whole)


def _in_per_cent(text: str, part: Numeral, whole: Numeral) -> Iterator[Doubt]:
    """Yield a slip on the per cent told of so many of so many; a share that is cut off instead of rounded is right."""
    found = _IN_PER_CENT.match(text, whole.tail)
    share = next(numbers(found["share"]), None) if found else None
    if found is None or share is None or not 0 < part.value < whole.value or part.sort is not whole.sort:
        return
    right = 100 * part.value / whole.value
    if abs(right - share.value) <= share.step + (_HEDGED * right if found["about"] else 0.0):
        return
    told, new = text[part.start : whole.end], f"{right:.0f}" if share.step >= 1 else f"{right:.1f}"
    message = f"{told[:1].upper()}{told[1:]} is {new} per cent, not {found['share']}."
    partners = ((part.start, whole.end, "what it is a share of"),)
    yield Doubt("figures.sum", *found.span("share"), message, (new,), partners, severity=Severity.WARNING)


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
