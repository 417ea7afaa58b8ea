"""Numbers in words and in figures: counts, ordinals, figures that open a sentence, commas of thousands."""

import re
from collections.abc import Iterator

from desk.checks.style.choices.choice import FormPlace
from desk.checks.style.choices.passage import NOTHING, RunningText
from desk.checks.style.choices.word_lists import word_list, words_in_order
from desk.text.matcher import matcher
from desk.text.words import grouped, holds_one

_SMALL = words_in_order("numbers")
_VALUE = {word: value for value, word in enumerate(_SMALL)}
_ORDINALS = words_in_order("ordinals")
_NTH = {word: value for value, word in enumerate(_ORDINALS)}
_PLURALS = word_list("plurals")
_NO_PLURALS = word_list("no_plurals")
_MEASURES = word_list("measures")
"""Counted in figures even by houses that write small numbers in words (measures, money, games)."""
_TIMES = word_list("times")
_COUNT = matcher(
    r"(?<![\w$£€¥.,:/#+-])(?P<n>[2-9]|1\d|20|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty) "
    r"(?P<first>[a-z]{3,})\b(?!-)(?: (?P<second>[a-z]{3,}))?"
)
_COUNTS = frozenset({*(str(n) for n in range(2, 21)), *_SMALL[2:21]})
_BEFORE = matcher(
    r"(?:\b(?:[Pp]age|[Cc]hapter|[Ss]ection|[Gg]rade|[Ll]evel|[Nn]o|[Nn]umber|[Rr]oute|[Ff]igure|[Tt]able|[Pp]hase|"
    r"[Ss]eason|[Ee]pisode|[Pp]art|[Dd]ay|[Tt]ier|[Ss]tage|[Tt]ype|[Aa]ged?|top|[Aa]t)\.?|\b[A-Z][\w’']*|[\d.,)%]|"
    r"–|-|(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)) (?:to|or|and)|versus) $"
)


def counts(passage: RunningText) -> Iterator[FormPlace]:
    """Yield counts of people and things from two to twenty, in words or in figures."""
    if passage.lower.isdisjoint(_COUNTS):
        return
    text, done = passage.outside, 0
    for word, start, _ in passage.words:
        if start < done or word not in _COUNTS or not (found := _COUNT.match(text, start)):
            continue
        done = found.end()
        if not _counted_noun(found["first"], found["second"] or ""):
            continue
        if _BEFORE.search(text, max(0, found.start() - 20), found.start()):
            continue
        number, place = found["n"], found.span("n")
        if number.isdigit():
            yield FormPlace("numbers.words_to", number, "figures", *place, (("words", _SMALL[int(number)]),))
        else:
            value = _VALUE[number]
            yield FormPlace("numbers.words_to", str(value), "words", *place, (("figures", str(value)),))


def _counted_noun(first: str, second: str) -> bool:
    """Return whether one of the two words behind a number is what it counts, and no measure."""
    if first in _NO_NOUN or first in _MEASURES - _TIMES:
        return False
    return _is_plural(first) or (_is_plural(second) and second not in _MEASURES and first not in _JOINS)


_NO_NOUN = word_list("no_nouns")
_JOINS = word_list("joins")


def _is_plural(noun: str) -> bool:
    return noun in _PLURALS or (
        noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in _NO_PLURALS
    )


_FIGURE_ORDINAL = matcher(r"(?<![\w.,-])(?P<n>\d{1,2})(?:st|nd|rd|th)(?![\w-])(?P<next> (?:[a-z]+|Century))?")
_WITH_LETTERS = ("0st", "0nd", "0rd", "0th")
_WORD_ORDINAL = matcher(
    r"\b(?:the|a|his|her|their|its|our|my) (?P<n>" + "|".join(sorted(_ORDINALS[1:], key=len, reverse=True)) + r")"
    r"(?P<next> (?:[a-z]+|Century))"
)
_FIRST_OF_ORDINALS = frozenset(ordinal.split("-")[0] for ordinal in _ORDINALS[1:])
_DATED = matcher(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|\w{3,4}\.|the) $"
)


def ordinals(passage: RunningText) -> Iterator[FormPlace]:
    """Yield ordinals before a common noun, in words or with figures; dates and names of streets are none."""
    text = passage.outside
    for found in _FIGURE_ORDINAL.finditer(text) if holds_one(passage.shape, _WITH_LETTERS) else ():
        value = int(found["n"])
        dated = _DATED.search(text, max(0, found.start() - 10), found.start())
        if not 0 < value < len(_ORDINALS) or not found["next"]:
            continue
        if dated and (found["next"] == " of" or dated.group() != "the "):
            continue
        yield FormPlace("numbers.ordinals_to", f"{value}", "figures", *_upto(found), (("words", _ORDINALS[value]),))
    for found in _WORD_ORDINAL.finditer(text) if not passage.lower.isdisjoint(_FIRST_OF_ORDINALS) else ():
        value = _NTH[found["n"]]
        yield FormPlace(
            "numbers.ordinals_to", f"{value}", "words", *found.span("n"), (("figures", with_letters(value)),)
        )


def _upto(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), found.start("next")


def with_letters(value: int) -> str:
    """Return a number with the letters of its ordinal: 3rd, 12th."""
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


_OPENS = matcher(r"(?<![^\s\0])(?P<n>\d{1,3}(?:,\d{3})*) (?=[a-z])")
_ABBREVIATED = matcher(r"(?:\b(?:[A-Z]|[A-Z][a-z]{1,4}|No|no|vs|approx|c|pp?|St|Dr|Mr|Mrs|a\.m|p\.m|[ap]m)|\d)\. ?$")


def opening(passage: RunningText) -> Iterator[FormPlace]:
    """Yield figures that open a sentence; years, dates and what follows an abbreviation are none."""
    text = passage.outside
    for _, at, _ in passage.figures:
        if not (found := _OPENS.match(text, at)):
            continue
        before = text[max(0, at - 8) : at].rstrip()
        if at and (not before.endswith((".", "?", "!", NOTHING)) or _ABBREVIATED.search(text, max(0, at - 8), at)):
            continue
        value = int(found["n"].replace(",", ""))
        word = _SMALL[value].capitalize() if value < len(_SMALL) else None
        yield FormPlace("numbers.open_sentence", "", "figures", at, found.end("n"), (("words", word),) if word else ())


_LONG = matcher(r"(?<![\w.,:/#+=§-])(?<!§ )(?P<s>[$£€]?)(?P<n>[1-9]\d{4,6}|[1-9]\d{3})(?![\w/:%-]|[.,]\d)")
_COMMAED = matcher(r"(?<![\w.,])[$£€]?[1-9]\d{0,2}(?:,\d{3})+(?![\w,])")
_NUMBERED = matcher(
    r"(?:\b(?i:no|number|code|zip|room|flat|highway|route|postcode|call|text|tel|phone|flight|asteroid|order|bill|"
    r"docket|case|box|model)|\b[A-Z]{2})\.? ?$"
)


_DIALLED = matcher(r"[\d)] $")
"""Figures before it: a number to be dialled, in groups."""
_STREET = matcher(
    r" (?:[NSEW]{1,2}\.? |[NS]\.[EW]\. )?(?:[A-Z][\w’'-]* |\d+(?:st|nd|rd|th) ){1,3}"
    r"(?:St|Ave|Rd|Blvd|Dr|Ln|Way|Road|Street|Avenue|Drive|Lane|Boulevard|Highway|Place|Court)\b"
)
"""Behind the number of a house: 4214 N. Orrin Ave."""


def thousands(passage: RunningText) -> Iterator[FormPlace]:
    """Yield numbers from a thousand up, with and without commas; years and codes are none.

    Four figures are a number only with a sign of money before them.
    """
    text, shape = passage.outside, passage.shape
    for found in _COMMAED.finditer(text) if ",000" in shape else ():
        yield FormPlace("numbers.thousands", "", ",", *found.span(), (("none", found.group().replace(",", "")),))
    for found in _LONG.finditer(text) if "0000" in shape else ():
        digits = found["n"]
        if len(digits) == 4 and not found["s"] and int(digits) <= _LAST_YEAR and not _counted(text, found):
            continue
        if _NUMBERED.search(text, max(0, found.start() - 14), found.start()) or _DIALLED.search(
            text, max(0, found.start() - 14), found.start()
        ):
            continue
        if not found["s"] and _STREET.match(text, found.end()):
            continue
        yield FormPlace("numbers.thousands", "", "none", *found.span(), ((",", f"{found['s']}{grouped(int(digits))}"),))


_LAST_YEAR = 2100
"""Four figures up to this one may be a year."""
_COUNTED = matcher(
    r" (?:square |cubic )?(?:people|men|women|children|miles|kilometres|kilometers|metres|meters|feet|acres|hectares|"
    r"tonnes|tons)\b"
)


def _counted(text: str, found: re.Match[str]) -> bool:
    year = 1900 <= int(found["n"]) <= 2100
    return not year and bool(_COUNTED.match(text, found.end()))
