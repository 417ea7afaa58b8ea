"""A measure printed in two units that do not fit: 10 miles (26 km), 30C (68F)."""

import math
import re
from collections.abc import Iterator

from desk.checks.check import Severity
from desk.checks.figures.numbers import as_written, one_number
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher

# Each unit in its base: metres, square metres, kilograms, litres, metres a second (International System, NIST SP 811).
_UNITS: tuple[tuple[str, str, float], ...] = (
    (r"square miles?|sq\.? ?mi", "area", 2_589_988.11),
    (r"square kilomet(?:er|re)s?|sq\.? ?km|km2|km²", "area", 1e6),
    (r"square feet|square foot|sq\.? ?ft", "area", 0.09290304),
    (r"square met(?:er|re)s?|sq\.? ?m|m2|m²", "area", 1.0),
    (r"acres?", "area", 4_046.8564),
    (r"hectares?|ha", "area", 1e4),
    (r"miles per hour|miles an hour|mph", "speed", 0.44704),
    (r"kilomet(?:er|re)s (?:per|an) hour|km/h|kph|kmh", "speed", 1 / 3.6),
    (r"knots", "speed", 0.514444),
    (r"nautical miles?", "length", 1_852.0),
    (r"miles?|mi", "length", 1_609.344),
    (r"kilomet(?:er|re)s?|kms?", "length", 1_000.0),
    (r"yards?|yds?", "length", 0.9144),
    (r"feet|foot|ft", "length", 0.3048),
    (r"inch(?:es)?|in", "length", 0.0254),
    (r"centimet(?:er|re)s?|cms?", "length", 0.01),
    (r"millimet(?:er|re)s?|mm", "length", 0.001),
    (r"met(?:er|re)s?|m", "length", 1.0),
    (r"pounds?|lbs?", "mass", 0.45359237),
    (r"ounces?|oz", "mass", 0.028349523),
    (r"kilograms?|kilos?|kgs?", "mass", 1.0),
    (r"grams?|grammes?|g", "mass", 0.001),
    (r"(?:degrees )?(?:Celsius|centigrade)|°C|º ?C|C", "heat", 1.0),
    (r"(?:degrees )?Fahrenheit|°F|º ?F|F", "heat", 2.0),
)
_ANY = "|".join(f"(?:{pattern})" for pattern, _, _ in _UNITS)
_NUM = r"(?<![\w.,$£€-])(?:minus |-)?\d[\d,]*(?:\.\d+)?(?: (?:million|thousand))?"
_PAIR = matcher(
    rf"(?P<about>(?:about|around|roughly|nearly|almost|some|over|more than|up to|approximately) )?"
    rf"(?P<a>{_NUM})[ -]?(?P<aunit>{_ANY})\b\.?"
    rf"(?P<gap>(?:[ -][a-z]+)? ?[(\[](?:about |around |or |roughly |nearly |approximately |some |more than "
    rf"|over )?|, or (?:about |around |roughly )?|(?: \w+){{0,4}}, )"
    rf"(?P<b>{_NUM.replace('(?<![', '(?<![')})[ -]?(?P<bunit>{_ANY})(?:\b|(?<=[²2]))"
)
_SECOND = matcher(r"[(\[,](?:(?<=,) |(?<!,))(?:[a-z]+ ){0,3}-?\d")
"""Where a second measure may stand: looked for first."""
_SLACK = 0.012
_ABOUT = 0.04


def slips(text: str) -> Iterator[Doubt]:
    """Yield a slip on each second measure of one block that is not the first one in its own unit."""
    for found in _PAIR.finditer(text) if _SECOND.search(text) else ():
        one, other = _unit(found["aunit"]), _unit(found["bunit"])
        if one is None or other is None or one[0] != other[0] or one[1] == other[1]:
            continue
        if "(" not in found["gap"] and "[" not in found["gap"] and not _alone(found, text):
            continue
        yield from _compared(found, one, other)


def _alone(found: re.Match[str], text: str) -> bool:
    """Return whether a second measure behind a comma ends its clause: a list of measures does not."""
    return bool(re.match(r"[.,;]|$", text[found.end() : found.end() + 1])) and bool(
        re.fullmatch(
            r", or .*|(?: (?:north|south|east|west|from|of|away|high|long|wide|deep|tall)\b)?(?: \w+){0,3}, ",
            found["gap"],
        )
    )


def _unit(written: str) -> tuple[str, float] | None:
    return next(((kind, size) for pattern, kind, size in _UNITS if re.fullmatch(pattern, written)), None)


def _compared(found: re.Match[str], one: tuple[str, float], other: tuple[str, float]) -> Iterator[Doubt]:
    a, b = _value(found["a"]), _value(found["b"])
    if a is None or b is None:
        return
    right = _converted(a, one, other)
    if _fits(a, b, right, _converted(b, other, one), found, heat=one[0] == "heat"):
        return
    like = one_number(found["b"].removeprefix("minus ").removeprefix("-"))
    shown = _rounded(right, found["a"], found["b"])
    new = as_written(shown, like) if like and shown >= 0 else f"{shown:g}"
    yield Doubt(
        "figures.conversion",
        *found.span("b"),
        f"{found['a']} {found['aunit']} are {new} {found['bunit']}.",
        (new,),
        ((found.start("a"), found.end("aunit"), "the measure it stands for"),),
        severity=Severity.ERROR,
    )


def _value(words: str) -> float | None:
    sign = -1 if words.startswith(("minus ", "-")) else 1
    number = one_number(words.removeprefix("minus ").removeprefix("-"))
    return sign * number.value if number else None


def _converted(value: float, one: tuple[str, float], other: tuple[str, float]) -> float:
    if one[0] == "heat":
        return value * 1.8 + 32 if one[1] == 1.0 else (value - 32) / 1.8
    return value * one[1] / other[1]


def _fits(a: float, b: float, right: float, back: float, found: re.Match[str], *, heat: bool) -> bool:
    if heat:
        return abs(right - b) <= 2.5 or abs(back - a) <= 1.5 or abs((b - a * 1.8) if b > a else (a - b * 1.8)) < 0.6
    slack = _ABOUT if found["about"] or "a" in found["gap"].strip(" (") else _SLACK
    digits_a, digits_b = _digits(found["a"]), _digits(found["b"])
    forth = abs(right - b) <= _grain(found["b"]) / 2 + slack * abs(right)
    afar = abs(back - a) <= _grain(found["a"]) / 2 + slack * abs(back)
    return forth or (afar and digits_b <= digits_a)


def _digits(words: str) -> int:
    """Return how many digits of a number say something: 400 has one, 644 has three, 1.8 has two."""
    bare = re.sub(r"\D", "", words)
    return max(len(bare.strip("0") if "." in words else bare.rstrip("0").lstrip("0")), 1)


def _grain(words: str) -> float:
    """Return the worth of the last digit that says something, at most a tenth of the number."""
    value = abs(_value(words) or 0.0)
    if not value:
        return 0.0
    grain = 10.0 ** (math.floor(math.log10(value)) - _digits(words) + 1)
    return float(min(grain, max(value / 5, 0.1)))


def _rounded(value: float, written: str, like: str) -> float:
    """Return the value as finely as the number it replaces, yet with no fewer digits than the number it comes from."""
    if "." in like:
        return round(value, len(like.partition(".")[2].split()[0]))
    if abs(value) < 100 or _digits(like) >= len(re.sub(r"\D", "", like)):
        return float(round(value))
    digits = max(_digits(written), _digits(like), 2)
    return float(round(value, -max(math.floor(math.log10(abs(value))) - digits + 1, 0)))
