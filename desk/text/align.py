"""Which passage of the new text was which of the old one: the same, edited, parted, joined, moved, or none.

All comparing is done by rapidfuzz on strings in which one character stands for one word (`wording.Vocabulary`).
"""

import re
import sys
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.text.kept import kept_by_sentence
from desk.text.matcher import matcher
from desk.text.pairing import Offer, Run, in_common, in_order
from desk.text.spans import Span
from desk.text.wording import Vocabulary, words_of

_BLANK_LINES = matcher(r"\n[^\S\n]*\n\s*")
_LINES = matcher(r"\n\s*")
"""Without the blanks before it: a line of 200,000 blanks was walked to its end from each of them."""
_WRAPPED = 120
"""Characters of the longest line that a hard wrap leaves; where most text has longer ones, a line is a passage."""
_MOVED_ALIKE, _MOVED_WORDS, _MOVED_LETTERS = 0.6, 8, 12
"""A passage moved if it stands elsewhere word for word (from 12 letters on), or nearly so (from 8 words on)."""
_SHORT = 12
"""Words of a headline or crosshead: one in the place of another is that one rewritten."""
_MOST_PLACES = 8
"""Places looked at for a passage that stands in a text several times."""
_MOST_MOVES = 10_000
"""Pairs of passages that are looked at for an edited move: 0.5 us each."""


@dataclass(frozen=True, slots=True)
class Row:
    """One passage in order: its place in the old text, in the new, or both; `move` numbers a move, from 1.

    A move has two rows: one with both places where it stands now, one without `new` where it stood.
    """

    old: Span | None
    new: Span | None
    move: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A passage with the room behind it; `key` is what a reader sees of it."""

    span: Span
    key: str
    words: tuple[str, ...]


def aligned(old: str, new: str) -> list[Row]:
    """Return the passages of both texts in order; those that went stand before those that came."""
    pattern = _LINES if _long_lines(old) and _long_lines(new) else _BLANK_LINES
    return _Alignment(_parts(old, pattern), _parts(new, pattern)).rows()


def _long_lines(text: str) -> bool:
    return 2 * sum(len(line) for line in text.split("\n") if len(line) > _WRAPPED) >= len(text)


def _parts(text: str, pattern: re.Pattern[str]) -> list[_Part]:
    head = len(text) - len(text.lstrip())
    stops = [gap.end() for gap in pattern.finditer(text, head)]
    if text and (not stops or stops[-1] < len(text)):
        stops.append(len(text))
    out, start = [], 0
    for stop in stops:
        piece = text[start:stop]
        out.append(_Part(Span(start, stop), " ".join(piece.split()), _words(piece)))
        start = stop
    return out


@kept_by_sentence
def _words(piece: str) -> tuple[str, ...]:
    """Return the words of a passage; kept, for most stand in both texts, and in the next comparison.

    A passage of 75 words took 7 kB; most words stand in many, and are there once.
    """
    return tuple(map(sys.intern, words_of(piece)))


class _Alignment:
    """Finds out step by step; `_pairs` are those that kept their order, `_moves` those that did not."""

    def __init__(self, olds: Sequence[_Part], news: Sequence[_Part]) -> None:
        self._olds, self._news = olds, news
        self._pairs: list[tuple[Run, Run]] = []
        self._moves: dict[int, int] = {}
        """New passage -> old one."""

    def rows(self) -> list[Row]:
        """Return the outcome."""
        head, tail = self._ends()
        words = Vocabulary()
        one, other = [words.written(p.words) for p in self._olds], [words.written(p.words) for p in self._news]
        olds, news = range(head, len(one) - tail), range(head, len(other) - tail)
        self._pairs = [((n, n + 1), (n, n + 1)) for n in range(head)]
        alike = self._alike(olds, news)
        self._pairs += in_order(alike, self._without(olds, news, alike), one, other)
        self._pairs += [((olds.stop + n, olds.stop + n + 1), (news.stop + n, news.stop + n + 1)) for n in range(tail)]
        self._move_alike()
        self._pair_short_ones(one, other)
        self._move_edited(one, other)
        self._keep_in_place()
        return list(self._told())

    def _ends(self) -> tuple[int, int]:
        """Return how many passages at the start, and at the end, stayed as they were."""
        one, other = [p.key for p in self._olds], [p.key for p in self._news]
        head = _common(one, other)
        return head, _common(one[head:][::-1], other[head:][::-1])

    # -- In order ----------------------------------------------------------------------------------------------------

    def _alike(self, olds: range, news: range) -> list[Offer]:
        """Return an offer for each passage that stands word for word in both texts, once for each of its places."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for n in news:
            places[self._news[n].key].append(n)
        return [
            Offer((o, o + 1), (n, n + 1), len(self._news[n].words) + 1)
            for o in olds
            for n in places[self._olds[o].key][:_MOST_PLACES]
        ]

    def _without(self, olds: range, news: range, alike: Sequence[Offer]) -> tuple[list[int], list[int]]:
        """Return the passages of both sides that stand nowhere in the other text word for word."""
        one, other = {offer.olds[0] for offer in alike}, {offer.news[0] for offer in alike}
        return [o for o in olds if o not in one], [n for n in news if n not in other]

    def _pair_short_ones(self, one: Sequence[str], other: Sequence[str]) -> None:
        """Pair a headline with the one in its place, whatever words they share."""
        left_old, left_new = (deque(side) for side in self._left())
        for run_old, run_new in [*self._pairs, ((len(one),) * 2, (len(other),) * 2)]:
            olds, news = _before(left_old, run_old[0]), _before(left_new, run_new[0])
            if len(olds) == len(news) == 1 and max(len(one[olds[0]]), len(other[news[0]])) <= _SHORT:
                self._pairs.append(((olds[0], olds[0] + 1), (news[0], news[0] + 1)))
        self._pairs.sort()

    # -- Out of order ------------------------------------------------------------------------------------------------

    def _move_alike(self) -> None:
        """Find passages that stand word for word in another place."""
        waiting: defaultdict[str, deque[int]] = defaultdict(deque)
        left_old, left_new = self._left()
        for nth in left_old:
            waiting[self._olds[nth].key].append(nth)
        for nth in left_new:
            key = self._news[nth].key
            if len(key) >= _MOVED_LETTERS and waiting.get(key):
                self._moves[nth] = waiting[key].popleft()

    def _move_edited(self, one: Sequence[str], other: Sequence[str]) -> None:
        """Find passages that moved and were edited on the way, those that share most first."""
        left_old, left_new = self._left()
        long_old = [o for o in left_old if len(one[o]) >= _MOVED_WORDS]
        long_new = [n for n in left_new if len(other[n]) >= _MOVED_WORDS]
        if len(long_old) * len(long_new) > _MOST_MOVES:
            return
        found = [
            (shared, o, n)
            for o in long_old
            for n in long_new
            if 2 * (shared := in_common(one[o], other[n])) >= _MOVED_ALIKE * (len(one[o]) + len(other[n]))
        ]
        taken: set[int] = set()
        for _, o, n in sorted(found, key=lambda each: (-each[0], each[1:])):
            if o not in taken and n not in self._moves:
                taken.add(o)
                self._moves[n] = o

    def _keep_in_place(self) -> None:
        """Take what passed nothing that kept its order for what stayed there: a move back would lead nowhere."""
        placed, (at_old, at_new) = [], (0, 0)
        for run_old, run_new in [*self._pairs, ((len(self._olds),) * 2, (len(self._news),) * 2)]:
            for n in range(at_new, run_new[0]):
                o = self._moves.get(n, -1)
                if at_old <= o < run_old[0]:
                    placed.append(((o, o + 1), (n, n + 1)))
                    at_old = o + 1
                    del self._moves[n]
            at_old, at_new = run_old[1], run_new[1]
        self._pairs = sorted([*self._pairs, *placed])

    def _left(self) -> tuple[list[int], list[int]]:
        """Return the passages of both sides that nothing is known of yet."""
        olds = {o for run, _ in self._pairs for o in range(*run)} | set(self._moves.values())
        news = {n for _, run in self._pairs for n in range(*run)} | self._moves.keys()
        return (
            [n for n in range(len(self._olds)) if n not in olds],
            [n for n in range(len(self._news)) if n not in news],
        )

    # -- Told in order -----------------------------------------------------------------------------------------------

    def _told(self) -> Iterator[Row]:
        numbers = {n: nth for nth, n in enumerate(sorted(self._moves), 1)}
        away = {self._moves[n]: number for n, number in numbers.items()}
        at_old = at_new = 0
        for run_old, run_new in [*self._pairs, ((len(self._olds),) * 2, (len(self._news),) * 2)]:
            for o in range(at_old, run_old[0]):
                yield Row(self._olds[o].span, None, away.get(o, 0))
            for n in range(at_new, run_new[0]):
                came = self._olds[self._moves[n]].span if n in self._moves else None
                yield Row(came, self._news[n].span, numbers.get(n, 0))
            if run_old[0] < run_old[1]:
                yield Row(_over(self._olds, run_old), _over(self._news, run_new))
            at_old, at_new = run_old[1], run_new[1]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _before(numbers: deque[int], stop: int) -> list[int]:
    out = []
    while numbers and numbers[0] < stop:
        out.append(numbers.popleft())
    return out


def _over(parts: Sequence[_Part], run: Run) -> Span:
    return Span(parts[run[0]].span.start, parts[run[1] - 1].span.end)
