"""Spans told with their ends: so many years from one year to another, a life by its years, hours by the clock."""

import re
from collections.abc import Iterator, Sequence

from desk.checks.check import Severity
from desk.checks.figures.numbers import BELOW_A_HUNDRED, as_written, one_number
from desk.checks.figures.sentences import sentence_at
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher

_YEAR = r"(?:1[5-9]|20)\d\d"
_COUNT = rf"(?P<n>\d{{1,3}}|{BELOW_A_HUNDRED})"
_ENDS = rf"from (?P<a>{_YEAR}) (?:to|until|till|through) (?P<b>{_YEAR})(?![\w,–-]\d|\d)"
_EVENT = (
    r"(?:reign|career|tenure|span|stint|spell|run|war|drought|rule|marriage|partnership|presidency|dictatorship"
    r"|occupation|siege|absence)"
)
"""What is as long as it lasted; a term, a ban, a lease and a sentence may end before their time."""
_YEARS = (
    matcher(
        rf"\b{_ENDS}(?:,| –| —| \(|, or|, a total of|, that is) (?:(?:a )?(?:span|period"
        rf"|total) of )?{_COUNT} years(?= (?:in|during|over) which\b| in (?:all|total)\b| altogether\b|[.;)]|$)"
    ),
    matcher(rf"\bfor {_COUNT} years(?:,| –| —| \() {_ENDS}(?=,? in which\b|[.;)]|$)"),
    matcher(rf"\b{_COUNT}-year {_EVENT}(?:,? (?:which |that )?(?:lasted|lasting|ran|running))?,? {_ENDS}"),
)
"""A count that stands for the whole span, no part of it: not “from 1998 to 2010, six years as captain”."""
_ANOTHER_YEAR = matcher(rf"[^.;]*?\b{_YEAR}\b")
_BORN = matcher(
    r"\b[Bb]orn\b(?:(?!\b(?:who|whose|that|which|when|where|before|after|since|until|from|about|around|circa|c)\b)"
    r"[^.;()\d]){0,60}?(?:\d{1,2},? )?(?:[A-Z][a-z]+ \d{1,2}, )?(?P<year>(?:18|19|20)\d\d)\b(?![-–/]\d)"
)
_DIED = r"\b(?:died|dies|passed away|was killed|was murdered|drowned)\b"
_AGED = r"(?:aged|at age|at the age of|when (?:he|she) was)"
_DEATHS = (
    matcher(
        rf"{_DIED}[^.;()\d]{{0,60}}?(?:\d{{1,2}},? )?(?:[A-Z][a-z]+ \d{{1,2}}, )?(?P<year>{_YEAR})\b"
        rf"[^.;()\d]{{0,12}}?,? {_AGED} (?P<age>\d{{1,3}})(?![\w:.,]*\d)(?= (?:in|and|after|of|from)\b|[.,;)]|$)"
    ),
    matcher(
        rf"{_DIED},? {_AGED} (?P<age>\d{{1,3}}),? (?:[a-z]+ (?:[A-Z][a-z]+ )?)?"
        rf"(?:on (?:\d{{1,2}} )?[A-Z][a-z]+\.? (?:\d{{1,2}}, )?)?(?:in )?(?:[A-Z][a-z]+ )?(?P<year>{_YEAR})\b"
    ),
)
_ALIVE = matcher(
    rf",?(?: and)?(?: (?:he|she) (?:was|turned|turns|is|would be)|(?: (?:he|she))? will (?:be|turn)) (?P<age>\d{{1,3}})"
    rf"(?: years old)? in (?:[A-Z][a-z]+ )?(?P<year>{_YEAR})(?=[.,;)]|$| (?:and|when|but)\b)"
)
"""What goes on right behind the year of birth, so of nobody else."""
_CLAUSE = matcher(r"\b(?:who|whom|until|when|while|where|after|before|because|as)\b")
_NAME_LAST = matcher(r"\b[A-Z][\w’'-]+,? $")
_LIFE = matcher(
    rf"\((?P<a>(?:18|19|20)\d\d) ?[-–] ?(?P<b>{_YEAR})\)(?:, who)? (?:died|was dead) (?:[a-z]+ )?"
    rf"(?:aged|at (?:the )?age(?: of)?) (?P<age>\d{{1,3}})\b"
)
_OTHERS = matcher(
    r"\b(?:children|twins|married|son|daughter|father|mother|brother|sister|whose|wife|husband|baptised|baptized)\b"
)
_CLOCK = r"(?:(?:\d{1,2}(?:[:.]\d\d)?(?: ?(?:[ap]\.m\.?|[ap]m\b))?)|noon|midday|midnight)"
_SITTING = (
    r"(?:hearing|meeting|session|concert|show|ceremony|closure|outage|shutdown|lockdown|strike|siege|standoff"
    r"|debate|interview"
    r"|drive|shift|service|talk|workshop|lecture|screening|blackout|power cut|vigil|march|match|exam|trial"
    r"|search|call|walkout)"
)
_SAME_DAY = r"(?!,? (?:with|the (?:next|following)|next|tomorrow|(?:on )?[A-Z][a-z]+day)\b)"
_HOURS = (
    matcher(
        rf"\b(?P<the>(?:[Tt]he|[Aa]n?|[Tt]hat|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[a-z]+ )?){_COUNT}"
        rf"(?:-and-a-(?P<half>half))?-hour"
        rf"(?:-long)? (?:[a-z]+ ){{0,2}}?{_SITTING}\b(?: (?:on (?:[A-Z][a-z]+|[a-z]+ [a-z]+)"
        rf"|in [A-Za-z ]{{3,25}}|lasted|ran|took place|was held|went on))*"
        rf",? from (?P<from>{_CLOCK}) (?:to|until|till) (?P<to>{_CLOCK})(?![\w:]|\.\d){_SAME_DAY}"
    ),
    matcher(
        rf"\b(?:lasted|ran|sat|met|went on|talked|spoke|waited|searched|was (?:closed|shut|out|questioned)|were "
        rf"(?:closed|shut|out)) (?:for )?{_COUNT}(?: and a (?P<half>half))? hours?"
        rf"(?: on [A-Z][a-z]+)?,? from (?P<from>{_CLOCK}) (?:to|until|till) (?P<to>{_CLOCK})"
        rf"(?![\w:]|\.\d){_SAME_DAY}"
    ),
)
_AROUND = matcher(r"\b(?:about|around|nearly|almost|some|over|than|roughly|least|to|or|-) ?$")


def slips(text: str, starts: tuple[int, ...]) -> Iterator[Doubt]:
    """Yield a slip on each span of one block that its own ends speak against."""
    if " year" in text or "-year" in text:
        for pattern in _YEARS:
            for found in pattern.finditer(text):
                yield from _years(found)
    if "orn" in text:
        yield from _births(text, starts)
    if "(" in text:
        for found in _LIFE.finditer(text):
            first, last = int(found["a"]), int(found["b"])
            if int(found["age"]) < last - first:  # more years than those may be lived by who had an office for them
                yield from _age(found, found.span("a"), last - first, first, last)
    if "-hour" in text or " hour" in text:
        for pattern in _HOURS:
            for found in pattern.finditer(text):
                yield from _hours(found)


def _hedged(found: re.Match[str]) -> bool:
    return bool(_AROUND.search(found.string, max(0, found.start("n") - 10), found.start("n")))


def _years(found: re.Match[str]) -> Iterator[Doubt]:
    count, right = one_number(found["n"]), int(found["b"]) - int(found["a"])
    if count is None or right <= 0 or abs(right - count.value) <= 1 or _hedged(found):
        return
    if _ANOTHER_YEAR.match(found.string, found.end()):
        return
    yield Doubt(
        "figures.span",
        *found.span("n"),
        f"From {found['a']} to {found['b']} it is {right} years.",
        (as_written(right, count),),
        ((found.start("a"), found.end("b"), "from and to"),),
        ((*found.span("b"), str(int(found["a"]) + int(count.value))),),
        Severity.WARNING,
    )


def _births(text: str, starts: Sequence[int]) -> Iterator[Doubt]:
    """Yield a slip on each age that a birth of the same sentence does not make, in a year that is told with it."""
    for born in _BORN.finditer(text):
        begin, end = sentence_at(tuple(starts), born.start(), len(text))
        if _OTHERS.search(text, begin, end):
            continue
        found = _ALIVE.match(text, born.end()) or next(
            filter(None, (one.search(text, begin, end) for one in _DEATHS)), None
        )
        if found and not _is_anothers(text, begin, born, found):
            gone = int(found["year"]) - int(born["year"])
            yield from _age(found, born.span("year"), gone, int(born["year"]), int(found["year"]))


def _is_anothers(text: str, begin: int, born: re.Match[str], found: re.Match[str]) -> bool:
    """Return whether an age may be that of somebody else than the one who was born; that one may be named after it."""
    between = text[born.end() : found.start()]
    return (
        found.start() < born.end()
        or bool(_CLAUSE.search(between))
        or (begin != born.start() and bool(_NAME_LAST.search(between)))
    )


def _age(found: re.Match[str], born: tuple[int, int], gone: int, first: int, last: int) -> Iterator[Doubt]:
    age = int(found["age"])
    if gone <= 0 or age in {gone, gone - 1} or not 0 < age < _OLDEST:
        return
    yield Doubt(
        "figures.birth-year",
        *found.span("age"),
        f"Born in {first}, they were {gone - 1} or {gone} in {last}, not {age}.",
        (str(gone), str(gone - 1)),
        ((*born, "the year of birth"),),
        severity=Severity.ERROR,
        subject=f"{first} {last} {age}",
    )


_OLDEST = 123


def _hours(found: re.Match[str]) -> Iterator[Doubt]:
    begin, end = _minutes(found["from"], found["to"]), _minutes(found["to"], "")
    count = one_number(found["n"])
    if begin is None or end is None or count is None or _hedged(found):
        return
    told = 60 * count.value + 30 * bool(found["half"])
    ends = found["from"], found["to"]
    dial = 1440 if any(re.search(r"[ap]\.?m|^0|^1[3-9]|^2", end) for end in ends) else 720
    gone = (end - begin) % dial
    lacks = (gone - told) % dial
    if not gone or told >= dial or gone >= 2 * told or min(lacks, dial - lacks) <= _NEAR:
        return
    right = _in_hours(gone)
    yield Doubt(
        "figures.span",
        *found.span("n"),
        f"From {found['from']} to {found['to']} it is {right}.",
        (as_written(gone / 60, count),) if gone % 60 == 0 and not found["half"] else (),
        ((found.start("from"), found.end("to"), "from and to"),),
        severity=Severity.WARNING,
    )


_NEAR = 20
"""Minutes that a span of hours may lack of what the clock says."""


def _in_hours(minutes: float) -> str:
    hours, rest = divmod(int(minutes), 60)
    told = f"{hours} hour{'s' * (hours != 1)}" if hours else ""
    return f"{told} {rest} minutes".strip() if rest else told


def _minutes(word: str, other: str) -> int | None:
    """Return a time of day in minutes; one without a half of the day is in that of the other."""
    if word in {"noon", "midday"}:
        return 720
    if word == "midnight":
        return 0
    digits = re.match(r"(\d{1,2})(?:[:.](\d\d))?", word)
    if digits is None or int(digits[1]) > 24 or int(digits[2] or 0) > 59:
        return None
    hour = int(digits[1])
    half = next((one for one in (word, other) if re.search(r"[ap]\.?m", one)), "")
    if half:
        hour = hour % 12 + 12 * ("p" in half)
    return 60 * hour + int(digits[2] or 0)
