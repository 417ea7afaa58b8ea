"""One thing told with two figures: standfirst against body, headline against story, a count against a count.

A pair becomes a doubt where the words around both figures say that it is the same thing. Only figures of
one kind (noun, currency, per cent) are compared.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from desk.checks.check import Severity
from desk.checks.figures.answers import FigureAnswers
from desk.checks.figures.comparisons import Comparisons
from desk.checks.figures.context import Told
from desk.checks.figures.numbers import as_written
from desk.checks.figures.same_thing import CHANGED, Against, agree, apart, likeness, restated
from desk.checks.figures.slips import Doubt
from desk.text.blocks import BlockRole

_FURNITURE = frozenset({BlockRole.HEADLINE, BlockRole.STANDFIRST, BlockRole.CAPTION})


@dataclass(frozen=True)
class FigurePlace:
    """A told figure of the story: offsets of the story, and what its block is on the page."""

    start: int
    end: int
    told: Told
    block: int
    role: BlockRole

    @cached_property
    def partner(self) -> tuple[int, int, str]:
        """Return its place and how it is written, as what speaks against another figure is told."""
        return self.start, self.end, self.told.number.within

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """Return what its sentence is known by."""
        return self.block, self.told.sentence

    @property
    def furniture(self) -> bool:
        """Return whether it stands above the story or below a picture, made apart from the body."""
        return self.role in _FURNITURE


_Pair = tuple[FigurePlace, FigurePlace]


def twice_told(figures: Sequence[FigurePlace], compared: Comparisons, said: FigureAnswers) -> Iterator[Doubt]:
    """Yield a doubt on each figure of the story that another one of the same thing speaks against, or an editor."""
    kinds: dict[tuple[str, str], list[FigurePlace]] = defaultdict(list)
    for figure in figures:
        if not figure.told.is_date:
            kinds[figure.told.kind].append(figure)
    seen: set[int] = set()
    for group in (group for group in kinds.values() if len(group) > 1):
        for doubt in _Group(group).doubts(compared, said):
            seen.add(doubt.start)
            yield doubt
    for doubt in (*_tolls(figures), *_said_one(figures, said)):
        if doubt.start not in seen:
            seen.add(doubt.start)
            yield doubt


def _said_one(figures: Sequence[FigurePlace], said: FigureAnswers) -> Iterator[Doubt]:
    """Yield a doubt on each place where a figure is not written as an editor said."""
    for answer in said.same:
        kept = [one for one in figures if one.told.form == answer.first]
        yield from (_doubt(one, kept) for one in figures if kept and one.told.form == answer.second)


def _tolls(figures: Sequence[FigurePlace]) -> Iterator[Doubt]:
    """Yield a doubt on a toll in the headline, or of people known already, that another one denies."""
    for toll in ("dead", "hurt"):
        mine = [one for one in figures if one.told.toll == toll and not one.told.speech and not one.told.is_another]
        mine = [one for one in mine if not any(_is_part_of(one, whole) for whole in mine)]
        if len({one.told.number.value for one in mine}) != 2 or any(one.told.words & CHANGED for one in mine):
            continue
        first = mine[0]
        odd = next(one for one in mine if one.told.number.value != first.told.number.value)
        if agree(first.told, odd.told) or agree(odd.told, first.told) or apart(first.told, odd.told):
            continue
        if first.sentence != odd.sentence and (first.furniture or odd.told.before[-1:] == ("the",)):
            yield _doubt(*((first, [odd]) if first.furniture else (odd, [first])))


def _is_part_of(one: FigurePlace, whole: FigurePlace) -> bool:
    """Return whether some of those may be meant who are counted elsewhere: two passengers of three dead."""
    return one.told.head not in ("", whole.told.head, *_ANYBODY) and one.told.number.value < whole.told.number.value


_ANYBODY = ("person", "people", "victim", "dead", "injured", "other")


class _Group:
    """Figures of one kind, the ones told of another thing left out, with how often each value is told."""

    def __init__(self, figures: Sequence[FigurePlace]) -> None:
        self._times = Counter(figure.told.number.value for figure in figures)
        self._figures = [figure for figure in figures if not figure.told.is_another]
        self._borne_out: dict[int, bool] = {}

    def doubts(self, compared: Comparisons, said: FigureAnswers) -> Iterator[Doubt]:
        """Yield a doubt on each figure that another one speaks against, those left out that an editor said are two."""
        found: dict[int, tuple[FigurePlace, list[FigurePlace]]] = {}
        for one, other in _without_series(list(self._against(compared, said))):
            wrong, right = (one, other) if self._first_is_wrong(one, other) else (other, one)
            found.setdefault(wrong.start, (wrong, []))[1].append(right)
        for wrong, partners in found.values():
            yield _doubt(wrong, partners)

    def _against(self, compared: Comparisons, said: FigureAnswers) -> Iterator[_Pair]:
        """Yield each two figures that speak against each other."""
        figures = self._figures
        once = [self._times[one.told.number.value] == 1 for one in figures]
        for nth, at, when in compared.of([one.told for one in figures], once):
            one, other = figures[nth], figures[at]
            if one.sentence == other.sentence or (said and said.leaves(one.told.form, other.told.form)):
                continue
            if self._holds(when, one, other):
                yield one, other

    def _holds(self, when: Against, one: FigurePlace, other: FigurePlace) -> bool:
        """Return whether the story is such that the two speak against each other."""
        if when is Against.ALWAYS:
            return True
        if one.furniture != other.furniture:
            return Against.IN_HEADLINE in when and not self._is_borne_out(one if one.furniture else other)
        many = {self._times[one.told.number.value], self._times[other.told.number.value]} != {1}
        return Against.IN_BODY in when or (Against.BY_MAJORITY in when and many)

    def _is_borne_out(self, top: FigurePlace) -> bool:
        """Return whether the body has a figure that the one above the story may stand for."""
        if top.start not in self._borne_out:
            self._borne_out[top.start] = any(
                agree(one.told, top.told) or agree(top.told, one.told) for one in self._figures if not one.furniture
            )
        return self._borne_out[top.start]

    def _first_is_wrong(self, one: FigurePlace, other: FigurePlace) -> bool:
        """Return which is to be mended: what is told once, else what stands above the body, else the later one."""
        count, others = self._times[one.told.number.value], self._times[other.told.number.value]
        if count != others:
            return count < others
        if one.furniture != other.furniture:
            return one.furniture
        summary = len(one.told.words) + 2 < len(other.told.words)  # a clause told over again is cut for a standfirst
        return summary and other.block - one.block > 1 and restated(likeness(one.told, other.told))


_SERIES = 3
"""Values: a slip makes two of one; three, each in a paragraph of its own, are told of three things in one form."""


def _without_series(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return the pairs that are no part of a series: shares or wards told one after another in the same words."""
    groups = _groups(pairs)
    series = {id(group): _is_series(group) for group in groups.values()}
    return [pair for pair in pairs if not series[id(groups[pair[0].start])]]


def _groups(pairs: Sequence[_Pair]) -> dict[int, list[FigurePlace]]:
    """Return, by where a figure stands, all that speak against it or against one another through it."""
    groups: dict[int, list[FigurePlace]] = {}
    for one, other in pairs:
        mine = groups.setdefault(one.start, [one])
        theirs = groups.setdefault(other.start, [other])
        if mine is not theirs:
            few, many = (mine, theirs) if len(mine) < len(theirs) else (theirs, mine)
            many.extend(few)
            groups.update((figure.start, many) for figure in few)
    return groups


def _is_series(group: Sequence[FigurePlace]) -> bool:
    in_body = [figure for figure in group if figure.role not in _FURNITURE]
    blocks, values = {figure.block for figure in in_body}, {figure.told.number.value for figure in in_body}
    return len(blocks) == len(in_body) == len(values) >= _SERIES


def _doubt(wrong: FigurePlace, partners: Sequence[FigurePlace]) -> Doubt:
    right = partners[0]
    new, shown = as_written(right.told.number.value, wrong.told.number), right.told.number.within
    where = "in the headline" if wrong.role is BlockRole.HEADLINE else "here"
    here = wrong.told.number.within
    return Doubt(
        "figures.told-twice",
        wrong.start,
        wrong.end,
        f"{here[0].upper()}{here[1:]} {where}, {shown} elsewhere, and both read like one thing.",
        (new, shown) if shown != new.lower() else (new,),
        tuple([one.partner for one in partners]),
        ((right.start, right.end, as_written(wrong.told.number.value, right.told.number)),),
        Severity.WARNING,
        pair=(wrong.told.form, right.told.form),
    )
