"""Ages: of one person in two places, against a birth year, of the one unnamed person in headline and body."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.checks.check import Severity
from desk.checks.figures.numbers import BELOW_A_HUNDRED, as_written, one_number
from desk.checks.figures.sentences import sentence_at
from desk.checks.figures.slips import Doubt
from desk.text.matcher import matcher
from desk.text.words import holds_one

_NUMBER = rf"(?:\d{{1,3}}|{BELOW_A_HUNDRED})"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
_NAME = rf"(?<![\w’'.-]){_WORD}(?: (?:(?:de|da|del|di|van|von|der|den|bin|al|el|la|le) ){{0,2}}{_WORD}){{0,4}}"
_BEHIND = matcher(
    rf"(?P<name>{_NAME}), (?:aged |age )?(?P<age>{_NUMBER})(?=,(?! (?:then|when|at the time|\d))|[.;)]| and "
    rf"(?:[A-Z]|his|her|their)| who\b| years old)"
)
_BEFORE = matcher(rf"\b(?P<age>{_NUMBER})-year-old (?:(?!who\b|and\b|was\b|is\b)[a-z-]+ ){{0,4}}(?P<name>{_NAME})")
_VERB = matcher(
    rf"(?P<name>{_NAME})(?:, who)? (?:is|turned) (?P<age>\d{{1,3}})(?: years old|(?=[.;]| on\b| last\b| this\b))"
)
_AGE_BEHIND = matcher(rf", (?:aged |age )?{_NUMBER}\b")
_AGE_NOW = matcher(r" \d(?:(?<=\bis \d)|(?<=\bturned \d))")
"""One of these, or “-year-old ”, stands in every block that tells the age of somebody named."""
_YEARS_OLD = ("year old", "year-old")
_OLD = matcher(rf"(?<![\w-])(?P<age>{_NUMBER})[- ]year[- ]old(?!s)(?: (?P<noun>[a-z]+))?", re.IGNORECASE)
_BORN = matcher(
    r"\bborn (?:(?:in|at|near|to|on|outside) [^.;()\d]{1,40}? )?(?:(?:on|in) )?(?:\d{1,2} )?(?:[A-Z][a-z]+\.?"
    r" )?(?:\d{1,2}, )?(?:in )?(?P<year>(?:18|19|20)\d\d)\b"
)
_DEAD = matcher(r"\b(?:died|dead|death|killed|late|would have|obituary)\b", re.IGNORECASE)
_PRONOUN = matcher(r"(?:[“\"‘]?)(?:She|He|They)\b")
_AWAY = matcher(r"\b(?:then|at the time|when (?:he|she|they)|in (?:1[89]|20)\d\d)\b")
_TITLES_WORDS = (
    "mr mrs ms mx miss dr sir dame lord lady prof professor rep sen gov gen lt col maj capt sgt president "
    "senator governor mayor judge justice detective officer chief captain sergeant major colonel general "
    "king queen prince princess pope rev father sister brother coach secretary minister"
)
_TITLES = frozenset(_TITLES_WORDS.split())
_NO_NAMES_WORDS = (
    "January February March April May June July August September October November December Jan Feb Mar "
    "Apr Jun Jul Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Route "
    "Highway Chapter Psalm Isaiah John's Verse Section Article Page Room Unit Flight Exit Channel Numeral "
    "No"
)
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_TAILS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Aged:
    """An age of one block: `[start, end)` is the number; `given` and `family` name the person, if anybody is named."""

    start: int
    end: int
    age: int
    given: tuple[str, ...] = ()
    family: str = ""
    noun: str = ""
    born: tuple[int, int, int] | None = None
    """Year of birth told of the same person, with its place."""

    @property
    def form(self) -> str:
        """Return how an answer names it: “Kovac, 34”."""
        return f"{self.family.capitalize()}, {self.age}"

    def shifted(self, by: int) -> "Aged":
        """Return the age for the same words, `by` code points further on."""
        born = self.born and (self.born[0], self.born[1] + by, self.born[2] + by)
        return replace(self, start=self.start + by, end=self.end + by, born=born)


def ages(text: str, starts: tuple[int, ...]) -> tuple[Aged, ...]:
    """Return the ages of one block in text order."""
    out: dict[int, Aged] = {}
    named = "-year-old " in text or _AGE_NOW.search(text) or _AGE_BEHIND.search(text)
    for pattern in (_BEFORE, _BEHIND, _VERB) if named else ():
        for found in pattern.finditer(text):
            if found.start("age") not in out and (one := _of_person(found, text)):
                out[found.start("age")] = one
    for found in _OLD.finditer(text) if holds_one(text.lower(), _YEARS_OLD) else ():
        if found.start("age") not in out and (age := _value(found["age"])) is not None:
            out[found.start("age")] = Aged(*found.span("age"), age, noun=(found["noun"] or "").lower())
    return _with_births(tuple(out[at] for at in sorted(out)), text, starts)


def _value(word: str) -> int | None:
    number = one_number(word)
    return int(number.value) if number and 0 < number.value < 115 else None


def _of_person(found: re.Match[str], text: str) -> Aged | None:
    age = _value(found["age"])
    words = [word for word in re.sub(r"[’']s?$", "", found["name"]).split() if word.rstrip(".").lower() not in _TAILS]
    if age is None or not words or words[-1].rstrip(".") in _NO_NAMES or (words[-1].isupper() and len(words[-1]) <= 4):
        return None
    if _AWAY.match(text[found.end() :].lstrip(" ,(")):
        return None
    given = tuple(word.rstrip(".").lower() for word in words[:-1] if word.rstrip(".").lower() not in _TITLES)
    return Aged(*found.span("age"), age, given, words[-1].lower())


def _with_births(found: tuple[Aged, ...], text: str, starts: tuple[int, ...]) -> tuple[Aged, ...]:
    out = list(found)
    for born in _BORN.finditer(text) if out else ():
        begin, end = sentence_at(starts, born.start(), len(text))
        nth = _whose(out, text, starts, begin, born.start())
        if nth is not None and not _DEAD.search(text, begin, end):
            out[nth] = replace(out[nth], born=(int(born["year"]), *born.span("year")))
    return tuple(out)


def _whose(found: Sequence[Aged], text: str, starts: tuple[int, ...], begin: int, at: int) -> int | None:
    """Return whose birth it is: the person just before it in its sentence, else whom the sentence begins with."""
    here = [nth for nth, one in enumerate(found) if one.family and begin <= one.start < at]
    if here:
        return here[-1] if len(here) == 1 or at - found[here[-1]].end < 30 else None
    opening = text[begin : begin + 40].lower()
    before = sentence_at(starts, max(begin - 1, 0), len(text))[0]
    named = [nth for nth, one in enumerate(found) if one.family and before <= one.start < begin]
    if len(named) == 1 and (_PRONOUN.match(text, begin) or opening.startswith(found[named[0]].family)):
        return named[0]
    return None


def age_slips(found: Iterable[Aged], text: str, today: date | None) -> Iterator[Doubt]:
    """Yield a slip on each age of the story that another place, or its own date, speaks against."""
    every = list(found)
    by_family: dict[str, list[Aged]] = defaultdict(list)
    for one in every:
        if one.family:
            by_family[one.family].append(one)
    for people in by_family.values():
        yield from _two_ages(people, text)
    if today is not None:
        yield from (slip for one in every if one.born and (slip := _against_birth(one, one.born, text, today)))


def _two_ages(people: Sequence[Aged], text: str) -> Iterator[Doubt]:
    for group in _persons(people):
        values = sorted(
            {one.age for one in group}, key=lambda age: (-sum(o.age == age for o in group), _first(group, age))
        )
        for wrong in (one for one in group if len(values) > 1 and one.age != values[0]):
            partners = [one for one in group if one.age == values[0]]
            yield _two(wrong, partners, text)


def _persons(people: Sequence[Aged]) -> list[list[Aged]]:
    """Return the ages of each bearer of a family name; the bare name is who was named in full last, or first."""
    out: list[list[Aged]] = []
    named: list[set[str]] = []
    for one in sorted(people, key=lambda one: (not one.given, one.start)):
        if one.given:
            last = next((nth for nth, given in enumerate(named) if given & set(one.given)), len(named))
            if last == len(named):
                named.append(set())
                out.append([])
            named[last] |= set(one.given)
            out[last].append(one)
        elif not out:
            out.append([one])
            named.append(set())
        else:
            before = [nth for nth, group in enumerate(out) if group[0].start < one.start]
            out[max(before, key=lambda nth: _last_before(out[nth], one.start), default=0)].append(one)
    return out


def _last_before(group: Iterable[Aged], at: int) -> int:
    return max(one.start for one in group if one.start < at)


def _first(group: Iterable[Aged], age: int) -> int:
    return next(one.start for one in group if one.age == age)


def _two(wrong: Aged, partners: Sequence[Aged], text: str) -> Doubt:
    name = " ".join(word.capitalize() for word in (*wrong.given, wrong.family))
    return Doubt(
        "figures.age",
        wrong.start,
        wrong.end,
        f"{name} is {wrong.age} here and {partners[0].age} elsewhere in this story.",
        (_like(partners[0].age, text[wrong.start : wrong.end]),),
        tuple((one.start, one.end, f"{one.age}") for one in partners),
        tuple((one.start, one.end, _like(wrong.age, text[one.start : one.end])) for one in partners[:1]),
        Severity.ERROR,
        pair=(wrong.form, partners[0].form),
    )


def _like(age: int, written: str) -> str:
    number = one_number(written)
    return as_written(age, number) if number else str(age)


def _against_birth(one: Aged, born: tuple[int, int, int], text: str, today: date) -> Doubt | None:
    year, start, end = born
    if one.age in {today.year - year, today.year - year - 1}:
        return None
    fitting = (today.year - one.age, today.year - one.age - 1)
    new_age = today.year - year - (today.month < 7)
    return Doubt(
        "figures.birth-year",
        start,
        end,
        f"Born in {year}, they would be {today.year - year - 1} or {today.year - year}, not {one.age}.",
        tuple(str(y) for y in fitting),
        ((one.start, one.end, "the age"),),
        ((one.start, one.end, _like(new_age, text[one.start : one.end])),) if 0 < new_age < 115 else (),
        Severity.ERROR,
        subject=f"{one.family} {year} {one.age}",
    )
