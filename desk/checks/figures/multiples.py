"""Changes told by a word against two numbers: doubled and halved, up and down, “up 12 to 30 from 20”."""

import re
from collections.abc import Iterator

from desk.checks.check import Severity
from desk.checks.figures.numbers import Counted, Numeral, as_written, is_year, numbers
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher
from desk.text.words import folded

_NUM = (
    r"(?:(?:US|A|C|NZ)?[$£€¥])?\d[\d,]*(?:\.\d+)?"
    r"(?:[ -](?:thousand|million|billion|trillion)|bn\b|m\b)?(?:%| percent\b| per cent\b)?"
)
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNT = rf"(?:{_NUM}|{_SMALL}\b)"
_STOP = r"(?![\w%–-]|[.,:]\d|(?:st|nd|rd|th)\b| (?:percent|per cent|million|billion|thousand|trillion)\b)"
_TIMES = {
    "halved": 0.5,
    "doubled": 2,
    "doubling": 2,
    "twofold": 2,
    "tripled": 3,
    "trebled": 3,
    "tripling": 3,
    "trebling": 3,
    "threefold": 3,
    "quadrupled": 4,
    "quadrupling": 4,
    "fourfold": 4,
    "quintupled": 5,
    "fivefold": 5,
    "tenfold": 10,
    "halving": 0.5,
}
_HEDGES = (
    r"(?:(?P<hedge>more than|over|at least|nearly|almost|close to|about|around|roughly|virtually|not quite"
    r"|less than|just) )?"
)
_LATER = r"(?: [a-z]+ly| again| in an? (?:day|week|month|year|decade)| over the (?:years|decade))?"
"""All that may stand between the word and its numbers: a noun there has numbers of its own (“services from 7 to 9”)."""
_OTHER_THINGS = (
    r"(?! ?(?:[ap]\.m|[ap]m\b|o[’']clock|mph\b|kph\b|km/h)"
    r"| (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
"""What makes two numbers hours, days or speeds."""
_MULTIPLE = matcher(
    rf"\b{_HEDGES}(?P<word>{'|'.join(_TIMES)})\b{_LATER},? from (?P<a>{_COUNT})"
    rf"(?: [a-z][a-z’'-]*){{0,4}}"
    rf",? to (?P<b>{_COUNT}){_STOP}{_OTHER_THINGS}(?P<behind>(?: [a-z]+)?)",
    re.IGNORECASE,
)
_MULTIPLE_TO = matcher(
    rf"\b{_HEDGES}(?P<word>{'|'.join(_TIMES)})\b{_LATER} to (?P<b>{_COUNT})"
    rf"(?: [a-z][a-z’'-]*){{0,3}}?"
    rf",? from (?P<a>{_COUNT}){_STOP}{_OTHER_THINGS}(?P<behind>(?: [a-z]+)?)",
    re.IGNORECASE,
)
_LOWER, _UPPER = (
    frozenset({"more than", "over", "at least"}),
    frozenset({"nearly", "almost", "close to", "not quite", "less than"}),
)
_NEAR = 0.12
"""Share of the right multiple that a number may lack of it: 4 to 9 is 2.25 times, 48 to 101 is as good as twice."""
_FAR = 0.3
"""The same where it is hedged."""
_UP = (
    "rose|risen|rises|rising|grew|grown|grows|growing|increased|increases|increasing"
    "|climbed|climbing|jumped|jumping|surged|soared|went up"
)
_DOWN = (
    "fell|fallen|falls|falling|dropped|drops|dropping|declined|declining|decreased|decreasing|shrank|shrunk"
    "|shrinking|slumped|plunged"
    "|slid|sank|dwindled|went down"
)
_DIRECTION = matcher(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:sharply|slightly|steadily|again|in [a-z]+|last [a-z]+"
    rf"|this [a-z]+|by [a-z]+))?,? from (?:about |around |nearly )?(?P<a>{_NUM})(?P<noun>(?: [a-z][a-z’'-]*){{0,4}})"
    rf"(?:,? in (?:(?:19|20)\d\d|[A-Z][a-z]+))?,? to (?:just |about |only |nearly |around |more than )?"
    rf"(?P<b>{_NUM}){_STOP}(?P<behind>(?: [a-z]+)?)",
)
_LENGTHS_WORDS = (
    "feet foot metres meters miles km kilometres kilometers inches storeys stories floors degrees points places "
    "minutes hours to"
)
_LENGTHS = frozenset(_LENGTHS_WORDS.split())
"""What one can fall through, or be moved by: “fell from 20 to 30 feet” is a height."""
_RANKED = matcher(r"\b(?:rank|seed|place|position|No\.|world|chart|league|table|order)", re.IGNORECASE)
_CHANGED = matcher(
    rf"\b(?:(?P<up>{_UP}|up)|(?P<down>{_DOWN}|down))(?: by)? (?P<c>{_COUNT}(?: (?:percentage )?points?)?),? to "
    rf"(?P<b>{_COUNT})(?: [a-z][a-z’'-]*){{0,2}}?"
    rf",? from (?P<a>{_COUNT}){_STOP}"
)


def slips(text: str) -> Iterator[Doubt]:
    """Yield a slip on each change of one block whose word its own two numbers speak against."""
    if " from " not in text or " to " not in text:
        return
    for pattern in (_MULTIPLE, _MULTIPLE_TO):
        for found in pattern.finditer(text):
            yield from _multiple(found)
    for found in _DIRECTION.finditer(text):
        yield from _direction(found)
    for found in _CHANGED.finditer(text):
        yield from _changed(found)


def _read(words: str) -> Numeral | None:
    return next(numbers(words), None)


def _two(found: re.Match[str]) -> tuple[Numeral, Numeral] | None:
    """Return the two numbers of a change, None where they count two things or share a scale told once."""
    a, b = _read(found["a"]), _read(found["b"])
    if a is None or b is None or not a.value or a.sort is not b.sort or a.unit != b.unit or is_year(a) or is_year(b):
        return None
    if a.value < 1000 <= b.value and b.step >= 1000 > a.step:
        return None  # from 3 to 5 million: the scale is that of both
    return a, b


def _multiple(found: re.Match[str]) -> Iterator[Doubt]:
    two, hedge = _two(found), folded(found["hedge"] or "")
    if two is None or hedge == "just" or found["behind"].strip() in _LENGTHS:
        return
    a, b = two
    wanted, ratio = _TIMES[folded(found["word"])], b.value / a.value
    if max(a.value, b.value) <= _HOURS and a.sort is Counted.COUNT and not _ENDED.match(found.string, found.end()):
        return
    if found.start("b") < found.start("a") and (ratio < 1) is not (wanted < 1):
        return  # “doubled to $2 million from $30 million in sales”: what it comes from is another thing
    low, high = _NEAR, _NEAR
    if hedge:
        low, high = (0.01, _FAR) if hedge in _LOWER else (_FAR, 0.01) if hedge in _UPPER else (_FAR, _FAR)
        if wanted < 1:
            low, high = high, low
    least, most = _rounded(a, b)
    if most < wanted * (1 - low) or least > wanted * (1 + high):
        right = as_written(a.value * wanted, b)
        yield Doubt(
            "figures.multiple",
            *found.span("word"),
            f"{found['word'].capitalize()}, {found['a']} is {right}, and the sentence says {found['b']}.",
            _with_hedge(found, ratio, wanted),
            partners=((found.start("a"), found.end("a"), "from"), (found.start("b"), found.end("b"), "to")),
            others=((*found.span("b"), right),),
            severity=Severity.WARNING,
        )


_HOURS = 24
"""Numbers to this one may be hours, ages or days where the sentence goes on."""
_ENDED = matcher(r"[.,;:)—–]| [—–]|$")


def _with_hedge(found: re.Match[str], ratio: float, wanted: float) -> tuple[str, ...]:
    """Return the word with the hedge that is right for a number a little beyond it or short of it."""
    if found["hedge"] or not found["word"].endswith("ed"):
        return ()
    beyond = ratio / wanted if wanted > 1 else wanted / ratio
    return (
        (f"more than {found['word']}",)
        if 1 < beyond < 1.5
        else (f"nearly {found['word']}",)
        if 0.8 < beyond < 1
        else ()
    )


def _rounded(a: Numeral, b: Numeral) -> tuple[float, float]:
    """Return the least and the most that one number can be of another, as they are rounded; counts are not."""
    low_a, high_a = _ends(a)
    low_b, high_b = _ends(b)
    return low_b / high_a, high_b / low_a if low_a > 0 else float("inf")


def _ends(one: Numeral) -> tuple[float, float]:
    half = 0.0 if one.sort is Counted.COUNT and one.step == 1 else one.step / 2
    return one.value - half, one.value + half


def _direction(found: re.Match[str]) -> Iterator[Doubt]:
    two = _two(found)
    noun, behind = found["noun"].split(), found["behind"].strip()
    if two is None or behind in _LENGTHS or (noun and behind.endswith("s") and noun[-1] != behind):
        return
    if _RANKED.search(found.string, max(0, found.start() - 60), found.end() + 30):
        return
    if _RATE.search(found.string, max(0, found.start() - 60), found.end() + 40) or behind in _BESIDES:
        return
    a, b = two
    if (
        a.value == b.value
        or (b.value > a.value) is bool(found["up"])
        or (a.sort is Counted.COUNT and max(a.value, b.value) < _MANY)
    ):
        return
    word = "up" if found["up"] else "down"
    way = "down" if found["up"] else "up"
    yield Doubt(
        "figures.direction",
        *found.span(word),
        f"“{found[word]}” says {word}, and from {found['a']} to {found['b']} it goes {way}.",
        partners=((found.start("a"), found.end("b"), "from and to"),),
        others=((found.start("a"), found.end("b"), _swapped(found)),),
        severity=Severity.WARNING if found["up"] and a.sort is not Counted.PERCENT else Severity.HINT,
    )


_MANY = 1000
"""Fewer may be places in a list or a handicap, of which the lower is the better, or runs of a side that collapses."""
_RATE = matcher(r"\b(?:dollar|euro|pound|sterling|yen|greenback|currency)\b", re.IGNORECASE)
"""A currency falls as the number of its units to another one rises."""
_BESIDES = frozenset({"below", "above", "off", "short", "under", "over"})


def _swapped(found: re.Match[str]) -> str:
    base = found.start("a")
    whole = found.string[base : found.end("b")]
    return found["b"] + whole[found.end("a") - base : found.start("b") - base] + found["a"]


def _changed(found: re.Match[str]) -> Iterator[Doubt]:
    """Yield a slip on a change told with the number now and the number before: “up 12 to 30 from 20”."""
    two, c = _two(found), _read(found["c"])
    if two is None or c is None:
        return
    a, b = two
    step = max(a.step, b.step, c.step)
    change = b.value - a.value if found["up"] else a.value - b.value
    told = c.value
    if c.sort is Counted.PERCENT and a.sort is not Counted.PERCENT:
        least, most = _rounded(a, b)
        ends = [100 * (end - 1) * (1 if found["up"] else -1) for end in (least, most)]
        if min(ends) - 0.51 * c.step <= told <= max(ends) + 0.51 * c.step:
            return
        right = 100 * change / a.value
    elif (c.sort is a.sort and c.unit == a.unit) or (c.sort is Counted.POINTS and a.sort is Counted.PERCENT):
        if abs(change - told) <= (step if step != 1 or a.sort is not Counted.COUNT else 0):
            return
        right = change
    else:
        return
    if right <= 0:
        return
    new = (
        as_written(round(right, 1 if c.step < 1 else 0), c)
        if c.sort is Counted.PERCENT
        else as_written(round(right, 6), c)
    )
    yield Doubt(
        "figures.percent-change",
        found.start("c") + c.start,
        found.start("c") + c.end,
        f"From {found['a']} to {found['b']} it is {new}{found['c'][c.end :]}.",
        (new,),
        ((found.start("b"), found.end("a"), "from and to"),),
        severity=Severity.WARNING,
    )
