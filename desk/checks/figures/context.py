"""A numeral with the words around it: what it counts, how surely, and in which sentence."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desk.checks.figures.numbers import Counted, Numeral, grain_of, short_number
from desk.checks.figures.sentences import sentence_at
from desk.text.kept import kept_by_word
from desk.text.matcher import matcher
from desk.text.quotations import is_inside

_TOKEN = matcher(r"[^\W\d_][\w’'-]*|\d[\d.,:]*\d|\d|[%$£€]|[.;:!?()—–,“”\"]")
_STOP_WORDS = (
    "a an the of in on at to and or that which who whom were was are is be been being have had has having"
    " from for with by as but "
    "after before since while when than then this these those it its his her their our your my he she they we"
    " you i not no "
    "will would could should can may might must do does did said says say into over under about between"
    " during through per each "
    "all both also just only more most less least nearly almost some any other another same so if because"
    " until against there here "
    "what where how up out off down very still even now new ago later total up percent million billion"
    " thousand hundred trillion "
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty"
    " fifty dozen"
)
STOP = frozenset(_STOP_WORDS.split())
_ENDS_NOUN_WORDS = (
    "of in on at to and or that which who were was are is be been have had has from for with by as but after"
    " before since while "
    'when than then , . ; : ! ? ( ) — – “ ” " would will could said also not'
)
_ENDS_NOUN = frozenset(_ENDS_NOUN_WORDS.split())
_PLURALS = frozenset(
    {"people", "men", "women", "children", "police", "staff", "percent", "feet", "teeth", "dead", "injured", "votes"}
)
_NOT_PLURAL = frozenset(
    {"this", "was", "is", "has", "less", "plus", "its", "his", "as", "us", "across", "versus", "previous", "various"}
)
_LOWER = matcher(r"\b(?:more than|over|at least|above|upwards of|no fewer than)\s+(?:the\s+)?$", re.IGNORECASE)
_UPPER = matcher(
    r"\b(?:nearly|almost|fewer than|less than|under|up to|as many as|at most|close to|below)\s+$", re.IGNORECASE
)
_ABOUT = matcher(r"\b(?:about|around|some|roughly|approximately|an estimated|estimated)\s+$", re.IGNORECASE)
_PEOPLE = frozenset(
    {
        "",
        "people",
        "person",
        "men",
        "women",
        "children",
        "injured",
        "dead",
        "soldier",
        "worker",
        "passenger",
        "civilian",
        "victim",
    }
    | {
        "student",
        "officer",
        "driver",
        "other",
        "resident",
        "guest",
        "fan",
        "villager",
        "protester",
        "employee",
        "boy",
        "girl",
    }
)
_DEAD = frozenset({"killed", "dead", "died", "deaths", "die", "kills"})
_HURT = frozenset({"injured", "hurt", "wounded", "injuries"})
_CENTURIES = frozenset({"17", "18", "19", "20"})
_ANOTHER = frozenset(
    {
        "another",
        "other",
        "others",
        "additional",
        "extra",
        "further",
        "first",
        "second",
        "last",
        "next",
        "more",
        "by",
        "from",
        "of",
    }
)
"""Words right before a figure that make it another one: a difference, a part, the next in a row."""
_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february"}
    | {"march", "april", "june", "july", "august", "september", "october", "november", "december"}
)
_DEFINITE = frozenset({"the", "those", "these", "all", "both", "his", "her", "their", "its"})


@dataclass(frozen=True)
class Told:
    """A numeral of a block as it is told; offsets are those of the block, words are small letters."""

    number: Numeral
    head: str
    """The noun that is counted, in the singular; empty where none was found."""
    modifiers: tuple[str, ...]
    hedge: str
    """“<”, “>”, “~” where it is bounded or rounded (nearly, more than, about), else empty."""
    definite: bool
    before: tuple[str, ...]
    after: tuple[str, ...]
    sentence: int
    """Where its sentence begins, in the block."""
    words: frozenset[str]
    """The heads of the words of its sentence that say something, each cut to six letters."""
    years: frozenset[str]
    speech: bool = False
    toll: str = ""
    """“dead” or “hurt” where it counts those, else empty."""

    @cached_property
    def kind(self) -> tuple[str, str]:
        """Return what can be compared with it at all: the sort, and currency or noun."""
        if self.number.sort is Counted.COUNT:
            return self.number.sort, self.head
        return self.number.sort, self.number.unit

    @cached_property
    def noun(self) -> frozenset[str]:
        """Return what its noun is known by among the words of a sentence."""
        return frozenset({stem(self.head), stem(self.head + "s")} if self.head else ())

    @cached_property
    def others(self) -> int:
        """Return how many words of its sentence say something besides its noun."""
        return len(self.words - self.noun)

    @cached_property
    def digits(self) -> str:
        """Return the digits that it is written with, in order of size: those of 147 and 174 are the same."""
        return "".join(sorted(char for char in self.number.text if char.isdigit()))

    @cached_property
    def grain(self) -> float:
        """Return how finely it is told: 4,000 is told in thousands, yet no more coarsely than by a tenth."""
        return grain_of(self.number.value, self.number.step)

    @cached_property
    def form(self) -> str:
        """Return how an answer names it, whatever the words: “400 homes”, “$2.5 million”, “12%”."""
        number = self.number
        unit = "%" if number.sort is Counted.PERCENT else " points" if number.sort is Counted.POINTS else ""
        shown = f"{number.unit if number.sort is Counted.MONEY else ''}{short_number(number.value)}{unit}"
        if number.sort is not Counted.COUNT or not (self.head or self.toll):
            return shown
        if self.toll:
            return f"{shown} {self.toll}"
        return shown + (self.head if self.head.startswith("-") else f" {_counted(self.head, number.value)}")

    @cached_property
    def is_date(self) -> bool:
        """Return whether the number is a year, or the day of a month."""
        number = self.number
        if number.sort is not Counted.COUNT or number.in_words:
            return False
        before = self.before[:-1] if self.before[-1:] == (".",) else self.before
        month = bool(_MONTHS & {*before[-1:], *self.after[:1]})
        return month or (1500 <= number.value <= 2100 and "," not in number.text and not self.head)

    @cached_property
    def is_another(self) -> bool:
        """Return whether it is a part, a difference or the next one: not what another figure may stand for."""
        if self.before[-1:] == ("from",):
            return self.number.sort is not Counted.COUNT or "to" in self.after
        return bool(self.before and self.before[-1] in _ANOTHER) or self.after[:1] == ("more",)


def told_figures(
    text: str, numerals: Sequence[Numeral], starts: tuple[int, ...], speech: tuple[tuple[int, int], ...]
) -> tuple[Told, ...]:
    """Return the numerals of one block with what is told about them; linear in its length."""
    out: list[Told] = []
    sentences: dict[int, tuple[list[tuple[int, str]], frozenset[str], frozenset[str]]] = {}
    for number in numerals:
        begin, end = sentence_at(starts, number.start, len(text))
        if begin not in sentences:
            sentences[begin] = _words_of(text, begin, end)
        tokens, words, years = sentences[begin]
        out.append(_told(text, number, begin, tokens, words, years, speech=is_inside(speech, number.start, number.end)))
    return tuple(out)


def _words_of(text: str, begin: int, end: int) -> tuple[list[tuple[int, str]], frozenset[str], frozenset[str]]:
    found = list(_TOKEN.finditer(text, begin, end))
    small = " ".join([one[0] for one in found]).lower().split(" ")
    each = set(small)
    words = frozenset([stem(word) for word in each - STOP if len(word) > 2 and word[0].isalpha()])
    years = frozenset([word for word in each if word[:2] in _CENTURIES and len(word) == 4 and word.isdigit()])
    return list(zip([one.start() for one in found], small, strict=False)), words, years


@kept_by_word
def stem(word: str) -> str:
    """Return what a word is known again by: six letters, without an ending that grammar adds."""
    bare = re.sub(r"[’']s?$", "", word)
    for ending in ("ing", "ed", "es", "s"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
            break
    return bare[:6].rstrip("e")


def singular(word: str) -> str:
    """Return a noun without the ending of the plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _counted(noun: str, value: float) -> str:
    """Return a noun in the singular as it stands behind a number: the way back from `singular`."""
    if value == 1 or noun in _PLURALS:
        return noun
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def _told(
    text: str,
    number: Numeral,
    begin: int,
    tokens: list[tuple[int, str]],
    words: frozenset[str],
    years: frozenset[str],
    *,
    speech: bool,
) -> Told:
    first, last = bisect_left(tokens, (number.start, "")), bisect_left(tokens, (number.tail, ""))
    before = tuple(word for _, word in tokens[max(0, first - 7) : first])
    after = tuple(word for _, word in tokens[last : last + 9])
    head, modifiers = _noun(after, hyphen=text[number.tail : number.tail + 1] == "-")
    lead = text[max(begin, number.start - 24) : number.start]
    return Told(
        number,
        head,
        modifiers,
        _hedge(lead) if before and before[-1] in _ENDS_HEDGE else "",
        definite=bool(before and before[-1] in _DEFINITE),
        before=before,
        after=after,
        sentence=begin,
        words=words,
        years=years,
        speech=speech,
        toll=_toll(head, after),
    )


_ENDS_HEDGE = frozenset(
    {"than", "over", "least", "above", "of", "the", "nearly", "almost", "under", "to", "as", "most", "below"}
    | {"about", "around", "some", "roughly", "approximately", "estimated"}
)
"""The last words of a hedge."""


def _hedge(lead: str) -> str:
    """Return whether the words before a number bound it, or round it."""
    return "<" if _UPPER.search(lead) else ">" if _LOWER.search(lead) else "~" if _ABOUT.search(lead) else ""


def _toll(head: str, after: Sequence[str]) -> str:
    """Return whether those are counted who were killed or hurt: by what is said right behind them."""
    if head not in _PEOPLE:
        return ""
    for word in after[:5]:
        if word in _DEAD or word in _HURT:
            return "dead" if word in _DEAD else "hurt"
        if not word[0].isalpha():
            break
    return ""


def _noun(after: Sequence[str], *, hyphen: bool) -> tuple[str, tuple[str, ...]]:
    if hyphen and after and after[0][0].isdigit():
        return "", ()  # 58-35 per cent: two figures, and neither is a noun of the other
    if hyphen:
        return (f"-{after[0]}", tuple(stem(word) for word in after[1:2] if word[0].isalpha())) if after else ("", ())
    modifiers: list[str] = []
    for word in after[:5]:
        if word in _ENDS_NOUN or not word[0].isalpha():
            break
        if word in _PLURALS or (
            word.endswith("s") and len(word) > 3 and word not in _NOT_PLURAL and not word.endswith("ss")
        ):
            return singular(word), tuple(modifiers)
        modifiers.append(stem(word))
    return "", ()
