"""Whether two figures of one kind are told of one thing, by the words around both."""

from collections.abc import Sequence
from enum import IntFlag
from typing import NamedTuple

from desk.checks.figures.context import Told, stem
from desk.checks.figures.numbers import Counted

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
CHANGED = frozenset(
    stem(w) for w in ("rose", "risen", "grew", "grown", "increased", "climbed", "jumped", "raised", "revised", "fell")
)
_EARLIER = frozenset(stem(word) for word in ("earlier", "previous", "previously", "former", "last", "ago"))


class Likeness(NamedTuple):
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
    shared = len((one.words & other.words) - one.noun)
    fewest = min(one.others, other.others if other.head == one.head else len(other.words - one.noun))
    return Likeness(
        _run(one.before[::-1], other.before[::-1]),
        _run(one.after, other.after),
        shared,
        shared / max(fewest, 1),
        bool(one.modifiers and other.modifiers) and _are_alike(set(one.modifiers), set(other.modifiers)),
        one.definite + other.definite,
    )


def _are_alike(some: set[str], others: set[str]) -> bool:
    return bool(some & others) and (some <= others or others <= some)


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    if not one or not other or one[0] != other[0]:
        return 0  # as most are
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            return count
        count += a[0].isalnum()  # a dash or bracket says nothing
    return count


class Against(IntFlag):
    """When two figures with different values speak against each other; `NEVER` by no circumstance of the story."""

    NEVER = 0
    ALWAYS = 1
    IN_BODY = 2
    """Where both stand in the body, or neither does."""
    IN_HEADLINE = 4
    """Where one of them stands above the story or below a picture, and the body has nothing else that bears it out."""
    BY_MAJORITY = 8
    """As `IN_BODY`, where one of them is told more than once."""


def against(a: Told, b: Told) -> Against:
    """Return when two figures of one kind with different values speak against each other, `a` the earlier one.

    This hangs on the two alone, so it is kept from one look at the story to the next.
    """
    countable = a.number.sort is Counted.COUNT and bool(a.head) and a.head not in _DURATIONS
    if not countable and a.words.isdisjoint(b.words):
        return Against.NEVER  # most pairs of a long story, and at a tenth of what the rest costs
    if a.before[-1:] == b.before[-1:] == (":",):
        return Against.NEVER  # two rows of a list: each is told of a thing of its own
    like = likeness(a, b)
    if not like.shared and not countable:
        return Against.NEVER
    if restated(like) and not (a.hedge or b.hedge):
        return Against.ALWAYS
    if agree(a, b) or agree(b, a):
        return Against.NEVER
    if restated(like) or _transposed(a, b, like) or _in_a_row(like, a, b):
        return Against.ALWAYS
    if _bound_broken(a, b, like) or _bound_broken(b, a, like):
        return Against.ALWAYS
    if a.speech != b.speech or apart(a, b):
        return Against.NEVER
    above = Against.IN_HEADLINE if a.kind[1] and like.shared >= 2 and like.share >= 0.5 else Against.NEVER
    return above | _in_body(a, b, like, countable=countable)


def _in_body(a: Told, b: Told, like: Likeness, *, countable: bool) -> Against:
    if a.number.sort is not Counted.COUNT:
        close = like.share >= 0.5 and like.shared >= 3 and like.right >= 2 and like.left > 0
        return Against.IN_BODY if close else Against.NEVER
    if not countable or not _one_may_be_a_slip(a, b):
        return Against.NEVER
    close = like.weight >= 7 and (like.modifiers or like.definite > 0)
    many = Against.BY_MAJORITY if a.definite and b.definite else Against.NEVER
    return many | (Against.IN_BODY if close else Against.NEVER)


_FARTHEST = 5
"""Times: with the digits of neither in the other, a count of more than so many times another is of another thing."""
_SMALL = 12


def _one_may_be_a_slip(a: Told, b: Told) -> bool:
    """Return whether two counts are near enough to be one, or one has the digits of the other with noughts."""
    less, more = sorted((a.number.value, b.number.value))
    return more <= max(_SMALL, _FARTHEST * less) or a.digits.strip("0") == b.digits.strip("0")


def restated(like: Likeness) -> bool:
    """Return whether one sentence is the other over again, as a standfirst is made of a clause of the body."""
    return like.share >= 0.75 and like.shared >= 3 and like.left + like.right >= 4 and like.left > 0


def _transposed(a: Told, b: Told, like: Likeness) -> bool:
    """Return whether two figures have the same three digits or more in another order, of something alike."""
    return len(a.digits) >= 3 and a.digits == b.digits and like.shared >= 2 and like.share >= 0.4


def _in_a_row(like: Likeness, a: Told, b: Told) -> bool:
    """Return whether one of them stands in a row of a table (South ward: 80 places) whose words the other has all."""
    return like.share == 1.0 and like.shared >= 2 and ":" in (*a.before[-1:], *b.before[-1:]) and not a.speech


def _bound_broken(bound: Told, exact: Told, like: Likeness) -> bool:
    """Return whether “more than 300” stands against 287 of the same."""
    low = bound.hedge == ">" and 0.8 * bound.number.value <= exact.number.value < bound.number.value
    return low and not exact.hedge and bool(bound.head) and like.shared >= 1 and like.share >= 0.5


def agree(one: Told, other: Told) -> bool:
    """Return whether the first figure may stand for the second: equal, or rounded or bounded as its words say."""
    a, b = one.number.value, other.number.value
    if a == b:
        return True
    if one.hedge == ">":
        return a <= b <= 1.5 * a
    if one.hedge == "<":
        return 0.8 * a <= b <= a
    slack = max(one.grain / 2, 0.12 * a if one.hedge == "~" else 0.0)
    return abs(a - b) <= slack and one.grain > other.number.step


def apart(a: Told, b: Told) -> bool:
    """Return whether the sentences are of two times: different years, or one of them tells what was before."""
    if a.years and b.years and not a.years & b.years:
        return True
    if (a.words & _EARLIER) != (b.words & _EARLIER):
        return True
    return bool((a.words | b.words) & CHANGED)
