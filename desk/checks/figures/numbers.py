"""Numbers of a block, in figures and in words: value, currency or unit, and how they were written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk.text.matcher import matcher
from desk.text.words import folded
from desk.text.words import grouped as in_thousands

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_SMALL = _SMALL_WORDS.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_WORD_VALUES = {
    **{word: nth for nth, word in enumerate(_SMALL)},
    **{word: 10 * nth for nth, word in enumerate(_TENS, 2)},
    "a": 1,
}
BELOW_A_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_SMALL[1:10])}))?|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
)
"""A pattern of a whole number below a hundred in words, ages and counts of years among them."""
_IN_WORDS = (
    rf"(?:(?:{BELOW_A_HUNDRED}|a)[ -](?:hundred|thousand|dozen)(?: and {BELOW_A_HUNDRED}\b)?"
    rf"|{BELOW_A_HUNDRED})(?![\w’'])(?!-(?:in|on|time))"
)
_IN_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_CURRENCY = r"(?:(?:US|A|C|NZ|HK|AU|S|R)?\$|£|€|¥|₹|Rs\.? ?)"
_TAIL = (
    r"(?P<scale>[ -](?:hundred|thousand|million|billion|trillion)s?\b|(?:k|mn|m|bn|b|tn)\b)?"
    r"(?P<unit>%| ?percent(?:age[ -]points?)?\b| per ?cent\b| percentage points?\b| points?\b"
    r"|[ -](?:dollars|pounds|euros|yen|rupees)\b)?"
)
_HEAD = r"(?=[\d$£€¥₹]|(?:ze|on|tw|th|fo|fi|si|se|ei|ni|te|el|rs)|a[ -]|(?:[acsr]|us|nz|hk|au)\$)"
"""How each of them begins: looked at first, for most words are no number."""
_NUMBER = matcher(
    rf"(?<![\w.,/:’'\-–$£€¥@#]){_HEAD}(?P<sign>{_CURRENCY})?(?:(?P<digits>{_IN_DIGITS})(?![\d:/]|,\d)|\b(?P<words>{_IN_WORDS}))"
    + _TAIL
    + r"(?![^\W\d_])",
    re.IGNORECASE,
)
_UNITS = {"dollars": "$", "pounds": "£", "euros": "€", "yen": "¥", "rupees": "₹"}

_LONG_BARE = matcher(r"(?<![\d,.])\d{4}(?![\d,])")


class Counted(StrEnum):
    """What a number counts."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number: `[start, end)` with sign and scale, `tail` behind its unit, `step` the worth of its last digit."""

    start: int
    end: int
    tail: int
    value: float
    step: float
    sort: Counted
    unit: str
    text: str

    @property
    def within(self) -> str:
        """Return how it is written within a sentence: one in words without a capital."""
        return self.text.lower() if self.in_words else self.text

    @property
    def in_words(self) -> bool:
        """Return whether it is written in words."""
        return not any(map(str.isdigit, self.text))


def numbers(text: str) -> Iterator[Numeral]:
    """Yield the numbers of one block in text order; linear in its length."""
    for found in _NUMBER.finditer(text):
        if made := _number(found):
            yield made


def _number(found: re.Match[str]) -> Numeral | None:
    sign, digits, words, scale, unit = found.group("sign", "digits", "words", "scale", "unit")
    if digits and not (sign or scale or unit):
        start, end = found.span()
        value = float(digits.replace(",", ""))
        step = 10.0 ** -len(digits.partition(".")[2])
        return Numeral(start, end, end, value, step, Counted.COUNT, "", found[0])
    sign, scale, unit = sign or "", (scale or "").strip(" -"), (unit or "").strip(" -").lower()
    if scale and len(scale) <= 2 and not sign and scale.lower() not in {"bn", "mn", "tn"}:
        return None  # “5m” is a length as well, “5k” a race
    times = _SHORT.get(scale.lower()) or _SCALES.get(scale.lower().rstrip("s"), 1)
    value = float(digits.replace(",", "")) if digits else _words(words)
    step = 10.0 ** -len(digits.partition(".")[2]) if digits else 1.0
    end = found.end("scale") if scale else found.end("digits") if digits else found.end("words")
    sort, kind = _sort(sign, unit)
    return Numeral(
        found.start(), end, found.end(), value * times, step * times, sort, kind, found.string[found.start() : end]
    )


def _sort(sign: str, unit: str) -> tuple[Counted, str]:
    if sign or unit in _UNITS:
        bare = sign.strip().rstrip(".")
        return Counted.MONEY, {"US$": "$", "Rs": "₹"}.get(bare, bare) or _UNITS[unit]
    if unit.endswith(("point", "points")):
        return Counted.POINTS, ""
    if unit:
        return Counted.PERCENT, "%"
    return Counted.COUNT, ""


def _words(words: str) -> float:
    total = 0
    for word in re.split(r"[ -]", folded(words)):
        if word in _SCALES:
            total = max(total, 1) * int(_SCALES[word])
        elif word != "and":
            total += _WORD_VALUES[word]
    return float(total)


def is_year(one: Numeral) -> bool:
    """Return whether a number may be a year: four figures, no comma, nothing counted."""
    return one.sort is Counted.COUNT and 1500 <= one.value <= 2100 and "," not in one.text and not one.in_words


def as_written(value: float, like: Numeral) -> str:
    """Return a value as another number is written: in words or figures, with its sign, commas and scale."""
    if like.in_words and value == int(value) and 0 <= value < 100 and not _scale_of(like):
        words = in_words(int(value))
        return words.capitalize() if like.text[:1].isupper() else words
    scale = _scale_of(like)
    digits = re.search(_IN_DIGITS, like.text)
    sign = like.text[: digits.start()] if digits else ""
    tail = like.text[digits.end() :] if digits else scale
    shown = value / (_SHORT.get(scale.strip(" -").lower()) or _SCALES.get(scale.strip(" -").lower().rstrip("s"), 1))
    return f"{sign}{_plain(shown, grouped=shown >= 1_000 and not _LONG_BARE.search(like.text))}{tail}"


def _scale_of(like: Numeral) -> str:
    found = re.search(
        r"[ -](?:hundred|thousand|million|billion|trillion)s?$|(?<=\d)[a-z]{1,2}$", like.text, re.IGNORECASE
    )
    return found[0] if found else ""


def _plain(value: float, *, grouped: bool) -> str:
    rounded = round(value, 6)
    whole, dot, part = f"{rounded:.6f}".rstrip("0").rstrip(".").partition(".")
    return f"{in_thousands(int(whole)) if grouped else whole}{dot}{part}"


def grain_of(value: float, step: float) -> float:
    """Return how finely a number is told: 4,000 is told in thousands, yet no more coarsely than by a tenth."""
    grain = step
    while value and grain * 10 <= value / 10 and value % (grain * 10) == 0:
        grain *= 10
    return grain


def short_number(value: float) -> str:
    """Return a value in figures as people read it: 4,000, 2.5 million."""
    for name in ("trillion", "billion", "million"):
        if value >= _SCALES[name]:
            return f"{_plain(value / _SCALES[name], grouped=True)} {name}"
    return _plain(value, grouped=value >= 1_000)


def in_words(value: int) -> str:
    """Return a number below one hundred in words."""
    if value < 20:
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def one_number(text: str) -> Numeral | None:
    """Return the number that a text is, with nothing around it; None if it is none."""
    found = next(numbers(text), None)
    return found if found and found.start == 0 and found.tail == len(text) else None
