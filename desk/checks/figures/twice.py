"""One thing told with two figures: standfirst against body, headline against story, a count against a count.

A pair becomes a doubt where the words around both figures say that it is the same thing. Only figures of
one kind (noun, currency, per cent) are compared.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desk.checks.check import Severity
from desk.checks.figures.context import Told, stem
from desk.checks.figures.numbers import Counted, as_written
from desk.checks.figures.slips import Doubt
from desk.text.blocks import BlockRole

_NEAREST = 40
"""Figures of one kind that each is compared with, so that a long table stays linear."""
_FURNITURE = frozenset({BlockRole.HEADLINE, BlockRole.STANDFIRST, BlockRole.CAPTION})
_DURATIONS = frozenset(
    {
        "year",
        "month",
        "day",
        "week",
        "hour",
        "minute",
        "second",
        "time",
        "point",
        "degree",
        "decade",
        "mile",
        "-year",
        "-day",
    }
)
_APART = frozenset(
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
_CHANGED = frozenset(
    stem(w) for w in ("rose", "risen", "grew", "grown", "increased", "climbed", "jumped", "raised", "revised", "fell")
)
_EARLIER = frozenset(stem(word) for word in ("earlier", "previous", "previously", "former", "last", "ago"))
_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february"}
    | {"march", "april", "june", "july", "august", "september", "october", "november", "december"}
)


@dataclass(frozen=True)
class FigurePlace:
    """A told figure of the story: offsets of the story, and what its block is on the page."""

    start: int
    end: int
    told: Told
    block: int
    role: BlockRole

    @property
    def sentence(self) -> tuple[int, int]:
        """Return what its sentence is known by."""
        return self.block, self.told.sentence

    @property
    def furniture(self) -> bool:
        """Return whether it stands above the story or below a picture, made apart from the body."""
        return self.role in _FURNITURE


@dataclass(frozen=True)
class Likeness:
    """How far two figures are told in the same words."""

    left: int
    """Words that are the same in a row before them; `right`: behind them."""
    right: int
    shared: int
    """Words that say something in both sentences, the noun left out."""
    share: float
    """The part that these are of the shorter sentence."""
    modifiers: bool
    """Whether their nouns have words before them in common, and none that only one of two has."""
    definite: int

    @property
    def weight(self) -> int:
        """Return how much speaks for one thing, all in all."""
        return self.left + self.right + self.shared + 2 * self.modifiers + self.definite


def likeness(one: Told, other: Told) -> Likeness:
    """Return how alike the words around two figures are."""
    noun = {stem(one.head), stem(one.head + "s")} if one.head else set()
    mine, theirs = one.words - noun, other.words - noun
    shared = len(mine & theirs)
    a, b = set(one.modifiers), set(other.modifiers)
    return Likeness(
        _run(reversed(one.before), reversed(other.before)),
        _run(one.after, other.after),
        shared,
        shared / max(min(len(mine), len(theirs)), 1),
        modifiers=bool(a & b) and (a <= b or b <= a),
        definite=one.definite + other.definite,
    )


def _run(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            return count
        count += a[0].isalnum()  # a dash or bracket says nothing
    return count


def twice_told(figures: Sequence[FigurePlace]) -> Iterator[Doubt]:
    """Yield a doubt on each figure of the story that another one of the same thing speaks against."""
    kinds: dict[tuple[str, str], list[FigurePlace]] = defaultdict(list)
    for figure in figures:
        if not is_date(figure.told):
            kinds[figure.told.kind].append(figure)
    seen: set[int] = set()
    for group in kinds.values():
        for doubt in _of_kind(group):
            seen.add(doubt.start)
            yield doubt
    yield from (doubt for doubt in _tolls(figures) if doubt.start not in seen)


def _tolls(figures: Sequence[FigurePlace]) -> Iterator[Doubt]:
    """Yield a doubt on a toll in the headline, or of people known already, that another one denies."""
    for toll in ("dead", "hurt"):
        mine = [one for one in figures if one.told.toll == toll and not one.told.speech and not is_another(one.told)]
        if len({one.told.number.value for one in mine}) != 2 or any(one.told.words & _CHANGED for one in mine):
            continue
        first = mine[0]
        odd = next(one for one in mine if one.told.number.value != first.told.number.value)
        if agree(first.told, odd.told) or agree(odd.told, first.told) or _apart(first.told, odd.told):
            continue
        if first.sentence != odd.sentence and (first.furniture or odd.told.before[-1:] == ("the",)):
            yield _doubt(*((first, [odd]) if first.furniture else (odd, [first])))


def is_date(told: Told) -> bool:
    """Return whether a number is a year, or the day of a month."""
    number = told.number
    if number.sort is not Counted.COUNT or number.in_words:
        return False
    before = told.before[:-1] if told.before[-1:] == (".",) else told.before
    month = bool(_MONTHS & {*before[-1:], *told.after[:1]})
    return month or (1500 <= number.value <= 2100 and "," not in number.text and not told.head)


def _of_kind(group: list[FigurePlace]) -> Iterator[Doubt]:
    times = Counter(figure.told.number.value for figure in group)
    found: dict[int, tuple[FigurePlace, list[FigurePlace]]] = {}
    group = [figure for figure in group if not is_another(figure.told)]
    for nth, one in enumerate(group):
        for other in group[nth + 1 : nth + 1 + _NEAREST]:
            alike = one.told.number.value == other.told.number.value
            if not alike and one.sentence != other.sentence and _contradict(one, other, times, group):
                wrong, right = (one, other) if _first_is_wrong(one, other, times) else (other, one)
                found.setdefault(wrong.start, (wrong, []))[1].append(right)
    for wrong, partners in found.values():
        yield _doubt(wrong, partners)


def _first_is_wrong(one: FigurePlace, other: FigurePlace, times: Counter[float]) -> bool:
    """Return which of two is to be mended: what is told once, else what stands above the body, else the later one."""
    count, others = times[one.told.number.value], times[other.told.number.value]
    if count != others:
        return count < others
    if one.furniture != other.furniture:
        return one.furniture
    summary = len(one.told.words) + 2 < len(other.told.words)  # a clause told over again is cut down to be a standfirst
    return summary and other.block - one.block > 1 and _restated(likeness(one.told, other.told))


def _contradict(one: FigurePlace, other: FigurePlace, times: Counter[float], group: Sequence[FigurePlace]) -> bool:
    a, b = one.told, other.told
    if min(times[a.number.value], times[b.number.value]) > 1:
        return False  # where both are told twice, they are two things
    like = likeness(a, b)
    if _restated(like) and not (a.hedge or b.hedge):
        return True
    if agree(a, b) or agree(b, a):
        return False
    if _restated(like) or _transposed(a, b, like) or _in_a_row(like, a, b):
        return True
    if _bound_broken(a, b, like) or _bound_broken(b, a, like):
        return True
    if a.speech != b.speech or _apart(a, b):
        return False
    if one.furniture != other.furniture:
        top = one if one.furniture else other
        body = [figure for figure in group if not figure.furniture]
        told = any(agree(figure.told, top.told) or agree(top.told, figure.told) for figure in body)
        return bool(a.kind[1]) and like.shared >= 2 and like.share >= 0.5 and not told
    if a.number.sort is not Counted.COUNT:
        return like.share >= 0.5 and like.shared >= 3 and like.right >= 2 and like.left > 0
    if not a.head or a.head in _DURATIONS:
        return False
    if a.definite and b.definite and _majority(a, b, times):
        return True
    return like.weight >= 7 and (like.modifiers or like.definite > 0)


def _restated(like: Likeness) -> bool:
    """Return whether one sentence is the other over again, as a standfirst is made of a clause of the body."""
    return like.share >= 0.75 and like.shared >= 3 and like.left + like.right >= 4 and like.left > 0


def _transposed(a: Told, b: Told, like: Likeness) -> bool:
    """Return whether two figures have the same three digits or more in another order, of something alike."""
    one, other = (re.sub(r"\D", "", told.number.text) for told in (a, b))
    return len(one) >= 3 and sorted(one) == sorted(other) and like.shared >= 2 and like.share >= 0.4


def _in_a_row(like: Likeness, a: Told, b: Told) -> bool:
    """Return whether one of them stands in a row of a table (South ward: 80 places) whose words the other has all."""
    return like.share == 1.0 and like.shared >= 2 and ":" in (*a.before[-1:], *b.before[-1:]) and not a.speech


def _bound_broken(bound: Told, exact: Told, like: Likeness) -> bool:
    """Return whether “more than 300” stands against 287 of the same."""
    low = bound.hedge == ">" and 0.8 * bound.number.value <= exact.number.value < bound.number.value
    return low and not exact.hedge and bool(bound.head) and like.shared >= 1 and like.share >= 0.5


def _majority(a: Told, b: Told, times: Counter[float]) -> bool:
    """Return whether one of two is told more than once, and the other once (the five polls; those seven polls)."""
    one, other = sorted((times[a.number.value], times[b.number.value]))
    return one == 1 < other


def agree(one: Told, other: Told) -> bool:
    """Return whether the first figure may stand for the second: equal, or rounded or bounded as its words say."""
    a, b = one.number.value, other.number.value
    if a == b:
        return True
    if one.hedge == ">":
        return a <= b <= 1.5 * a
    if one.hedge == "<":
        return 0.8 * a <= b <= a
    grain = _grain(one)
    return abs(a - b) <= max(grain / 2, 0.12 * a if one.hedge == "~" else 0.0) and grain > other.number.step


def _grain(told: Told) -> float:
    """Return how finely a figure is told: 4,000 is told in thousands, yet no more coarsely than by a tenth."""
    number = told.number
    value, grain = number.value, number.step
    while value and grain * 10 <= value / 10 and value % (grain * 10) == 0:
        grain *= 10
    return grain


def is_another(told: Told) -> bool:
    """Return whether a figure is a part, a difference or the next one: not what another figure may stand for."""
    if told.before[-1:] == ("from",):
        return told.number.sort is not Counted.COUNT or "to" in told.after
    return bool(told.before and told.before[-1] in _APART) or told.after[:1] == ("more",)


def _apart(a: Told, b: Told) -> bool:
    """Return whether the sentences are of two times: different years, or one of them tells what was before."""
    if a.years and b.years and not a.years & b.years:
        return True
    if (a.words & _EARLIER) != (b.words & _EARLIER):
        return True
    return bool((a.words | b.words) & _CHANGED)


def _doubt(wrong: FigurePlace, partners: Sequence[FigurePlace]) -> Doubt:
    right = partners[0]
    new = as_written(right.told.number.value, wrong.told.number)
    where = "in the headline" if wrong.role is BlockRole.HEADLINE else "here"
    return Doubt(
        "figures.told-twice",
        wrong.start,
        wrong.end,
        f"{wrong.told.number.text} {where}, {right.told.number.text} elsewhere, and both read like one thing.",
        tuple(dict.fromkeys((new, right.told.number.text))),
        tuple((one.start, one.end, one.told.number.text) for one in partners),
        ((right.start, right.end, as_written(wrong.told.number.value, right.told.number)),),
        Severity.WARNING,
        subject=" / ".join(
            [*sorted((wrong.told.number.text.lower(), right.told.number.text.lower())), right.told.kind[1]]
        ),
    )
