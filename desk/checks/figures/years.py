"""Years against the story's own date: an anniversary, “since” against “for”."""

import re
from collections.abc import Iterator
from datetime import date

from desk.checks.check import Severity
from desk.checks.figures.numbers import BELOW_A_HUNDRED, as_written, one_number
from desk.checks.figures.sentences import sentence_at
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher
from desk.text.words import holds_one

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)\b(?![-–,]\d)"
_BEGAN = matcher(
    r"\b(?:founded|opened|built|established|created|began|started|launched|formed|set up|incorporated|signed"
    r"|dedicated|born)\b[^.;\d]{0,40}?"
    rf"\b(?:in|since) {_YEAR}"
)
_NTH = matcher(r"\b(?P<nth>\d{1,3})(?P<tail>st|nd|rd|th) (?:anniversary|birthday|year in business)\b")
_WHEN = ((matcher(r"\blast year\b"), -1), (matcher(r"\bnext year\b"), 1))
_THIS = matcher(
    r"\b(?:this year|marks|is marking|celebrates|is celebrating|today|this (?:week|month|weekend))\b|\bthis year[’']s\b"
)
_WORDS = rf"(?P<count>\d{{1,3}}|{BELOW_A_HUNDRED})"
_HEDGE = r"(?P<hedge>(?:about|around|nearly|almost|more than|over|some|roughly|at least) )?"
_SINCE = matcher(
    rf"\bsince {_YEAR}(?:,| –| —| \(|, or| or)? ?(?:or |that is |i\.e\. )?(?:for )?(?:the (?:past|last)"
    rf" )?{_HEDGE}{_WORDS} years\b(?! (?:ago|later|old|after))"
)
_FOR = matcher(rf"\bfor (?:the (?:past|last) )?{_HEDGE}{_WORDS} years,? (?:\()?(?:ever )?since {_YEAR}")


def counts_years(text: str) -> bool:
    """Return whether a block counts years from one that it names, as far as a glance shows."""
    if holds_one(text, _KEPT_YEARLY) and _NTH.search(text):
        return True
    return "since " in text and " years" in text and bool(_SINCE.search(text) or _FOR.search(text))


_KEPT_YEARLY = (" anniversary", " birthday", " year in business")


def year_slips(text: str, starts: tuple[int, ...], today: date) -> Iterator[Doubt]:
    """Yield a slip on each count of years of one block that its own year and the story's date speak against."""
    for found in _NTH.finditer(text):
        begin, end = sentence_at(starts, found.start(), len(text))
        began = _BEGAN.search(text, begin, end)
        if began and len(_NTH.findall(text[begin:end])) == 1:
            yield from _anniversary(found, began, text[begin:end], today)
    for found in (*_SINCE.finditer(text), *_FOR.finditer(text)):
        yield from _since(found, today)


def _anniversary(found: re.Match[str], began: re.Match[str], sentence: str, today: date) -> Iterator[Doubt]:
    year, nth = int(began["year"]), int(found["nth"])
    moved = next((by for pattern, by in _WHEN if pattern.search(sentence)), 0)
    slack = 0 if moved or _THIS.search(sentence) else 1
    right = today.year + moved - year
    if abs(right - nth) <= slack or right <= 0:
        return
    yield Doubt(
        "figures.anniversary",
        found.start("nth"),
        found.end("tail"),
        f"From {year} to {today.year + moved} it is {right} years.",
        (f"{right}{_ordinal(right)}",),
        ((*began.span("year"), "the year it is counted from"),),
        ((*began.span("year"), str(today.year + moved - nth)),),
        Severity.ERROR,
    )


def _ordinal(number: int) -> str:
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _since(found: re.Match[str], today: date) -> Iterator[Doubt]:
    count = one_number(found["count"])
    right = today.year - int(found["year"])
    if count is None or right <= 0 or abs(right - count.value) <= (3 if found["hedge"] else 1):
        return
    yield Doubt(
        "figures.since",
        *found.span("count"),
        f"From {found['year']} to {today.year} it is {right} years.",
        (as_written(right, count),),
        ((*found.span("year"), "the year it is counted from"),),
        ((*found.span("year"), str(today.year - int(count.value))),),
        Severity.ERROR,
    )
