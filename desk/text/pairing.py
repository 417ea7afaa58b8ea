"""Passages paired by the words they share, each side in its order: edited, parted in two, or made of two.

The best pairing is the chain of offers with most shared words, found with prefix maxima in O(n log n).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import LCSseq
from rapidfuzz.process import extract_iter

from desk.text.wording import MOST_PAIRS

Run = tuple[int, int]
"""Numbers of neighbouring passages, the second one exclusive."""

_ALIKE, _HELD, _LEAST_HELD = 0.5, 0.75, 6
"""Two passages are one, edited, if half of the words of both are shared in order, or three quarters of a shorter one
that has six words or more: less is what any two paragraphs on one subject share."""
_PART, _WHOLE = 0.6, 0.8
"""Each part of a parted passage shares so much of its own words with it, and both together so much of their sum."""
_MOST_CELLS = 6_000
"""Pairs looked at in one stretch (0.5 us each); beyond, only those near the diagonal."""
_NARROWEST = 8
_MOST_PASSAGES = 5_000
"""Passages that changed on one side; in a longer text than any newsroom's they are told as gone and come."""


class Offer(NamedTuple):
    """Neighbours of the old text that may be neighbours of the new, and how many words they share."""

    olds: Run
    news: Run
    shared: int


def in_order(
    alike: Sequence[Offer], rest: tuple[Sequence[int], Sequence[int]], one: Sequence[str], other: Sequence[str]
) -> list[tuple[Run, Run]]:
    """Return the pairs that keep their order and share most words.

    `alike` are offers of passages that stayed word for word, `rest` the numbers of those that stand nowhere else so;
    `one` and `other` hold the words of all passages, a character a word.
    """
    few = max(len(rest[0]), len(rest[1])) <= _MOST_PASSAGES
    offers = sorted([*alike, *(_offers(*rest, one, other) if few else ())])
    return [(offer.olds, offer.news) for offer in _best_chain(offers, len(other))]


def _offers(olds: Sequence[int], news: Sequence[int], one: Sequence[str], other: Sequence[str]) -> Iterator[Offer]:
    there = set(news)
    for nth, o in enumerate(olds):
        old, is_next = one[o], o + 1 in olds[nth + 1 : nth + 2]
        for n, shared in _sharing(old, _near(nth, len(olds), news), other):
            new = other[n]
            if _alike(shared, len(old), len(new)):
                yield Offer((o, o + 1), (n, n + 1), shared)
            if n + 1 in there and (both := _parted(old, new, other[n + 1], shared)):
                yield Offer((o, o + 1), (n, n + 2), both)
            if is_next and (both := _parted(new, old, one[o + 1], shared)):
                yield Offer((o, o + 2), (n, n + 1), both)


def _sharing(old: str, news: Sequence[int], other: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the passages that share enough words with one for any pair, in order, and how many.

    All of them are compared in one call: of a story of 10,000 words there are 12,000 pairs, of which 300 share enough.
    """
    texts = [other[n] for n in news]
    if not old or not texts:
        return
    if len(old) * max(map(len, texts)) > MOST_PAIRS:
        news = [n for n in news if len(old) * len(other[n]) <= MOST_PAIRS]
        texts = [other[n] for n in news]
    shortest = min(map(len, texts), default=0)
    least = int(min(_ALIKE * (len(old) + shortest) / 2, _PART * min(len(old), shortest)))  # longer ones must share more
    for new, shared, at in extract_iter(old, texts, scorer=LCSseq.similarity, score_cutoff=max(1, least)):
        if _is_long_enough(len(old), len(new)):
            yield news[at], int(shared)


def _is_long_enough(one: int, other: int) -> bool:
    """Return whether so many words can be enough for a pair."""
    least = min(one, other)
    return least >= _LEAST_HELD or 2 * least >= _ALIKE * (one + other)


def _near(nth: int, count: int, news: Sequence[int]) -> Sequence[int]:
    if count * len(news) <= _MOST_CELLS:
        return news
    reach = max(_NARROWEST, _MOST_CELLS // (count + len(news)))
    middle = nth * len(news) // count
    return news[max(0, middle - reach) : middle + reach + 1]


def in_common(one: str, other: str) -> int:
    """Return how many words two passages have in common, in order; 0 where they are too long to be compared."""
    return 0 if len(one) * len(other) > MOST_PAIRS else int(LCSseq.similarity(one, other))


def _alike(shared: int, one: int, other: int) -> bool:
    least = min(one, other)
    return 2 * shared >= _ALIKE * (one + other) or (least >= _LEAST_HELD and shared >= _HELD * least)


def _parted(whole: str, first: str, second: str, shared: int) -> int:
    """Return the words shared by a passage and two that it was parted into; 0 where it was not."""
    if len(whole) <= max(len(first), len(second)) or not second or shared < _PART * len(first):
        return 0
    rest = in_common(whole, second)
    if rest < _PART * len(second):
        return 0
    both = in_common(whole, first + second)
    return both if both >= _WHOLE * (shared + rest) else 0


class _Chain(NamedTuple):
    """The best pairing so far that ends with an offer."""

    weight: int
    offer: Offer | None
    before: "_Chain | None"


_NONE = _Chain(0, None, None)


class _Best:
    """The heaviest chain that ends at or before a place (a tree of prefix maxima)."""

    def __init__(self, size: int) -> None:
        self._tops = [_NONE] * (size + 2)

    def put(self, chain: _Chain) -> None:
        at = chain.offer.news[1] + 1 if chain.offer is not None else 1
        while at < len(self._tops):
            if chain.weight > self._tops[at].weight:
                self._tops[at] = chain
            at += at & -at

    def up_to(self, at: int) -> _Chain:
        best, at = _NONE, at + 1
        while at:
            if self._tops[at].weight > best.weight:
                best = self._tops[at]
            at -= at & -at
        return best


def _best_chain(offers: Sequence[Offer], size: int) -> list[Offer]:
    """Return the heaviest chain of offers, sorted by their old places, that overlap on neither side."""
    best, waiting = _Best(size), defaultdict[int, list[_Chain]](list)
    """`waiting` are chains by the old place they end at: two passages on at most."""
    for start, group in groupby(offers, key=lambda offer: offer.olds[0]):
        for stop in [stop for stop in waiting if stop <= start]:
            for chain in waiting.pop(stop):
                best.put(chain)
        for offer in group:
            before = best.up_to(offer.news[0])
            waiting[offer.olds[1]].append(_Chain(before.weight + offer.shared, offer, before))
    for chains in waiting.values():
        for chain in chains:
            best.put(chain)
    return _unrolled(best.up_to(size))


def _unrolled(chain: _Chain | None) -> list[Offer]:
    out = []
    while chain is not None and chain.offer is not None:
        out.append(chain.offer)
        chain = chain.before
    return out[::-1]
