"""Where paragraphs of a text were parted and joined, told as that: by the letters that stayed on both sides.

A paragraph counts as parted where most of two new ones that stand side by side was in it, and as joined where most of
it and of the next one stand in one. What else became of them is told behind that, in the paragraphs as they are then.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desk.text.blocks import Block, paragraphs
from desk.text.spans import Span
from desk.writers.edits import JoinedParagraph, PartedParagraph
from desk.writers.paragraph_places import Kept, hardened, places_in, shared_letters

_MOST = 100
"""Breaks that are told as such: a text in which more were moved was cut in another way altogether."""


@dataclass(frozen=True, slots=True)
class Rebroken:
    """A text with its paragraphs cut as in a later one: what was done to it, and what of it stays there."""

    breaks: tuple[PartedParagraph | JoinedParagraph, ...]
    text: str
    kept: Sequence[Kept]


@dataclass(frozen=True, slots=True)
class _Break:
    """A place of the old text, and what stands there instead: two line ends, or what comes between two paragraphs."""

    span: Span
    instead: str
    parts: bool


def rebroken(old: str, new: str, kept: Sequence[Kept]) -> Rebroken:
    """Return the old text with its paragraphs parted and joined as in the new one; `kept` is what stays of it."""
    became = [-1] * len(old)
    for at_old, at_new, length in kept:
        became[at_old : at_old + length] = range(at_new, at_new + length)
    found = sorted(_found(old, new, kept, became), key=lambda one: one.span.start, reverse=True)
    if not found or len(found) > _MOST:
        return Rebroken((), old, kept)
    text, told = old, []
    for one in found:  # the last first, so that places before it stay what they are
        told.append(_told(text, one))
        became[one.span.start : one.span.end] = [-1] * len(one.instead)
        text = text[: one.span.start] + one.instead + text[one.span.end :]
    return Rebroken(tuple(told), text, list(_stretches(became)))


def _found(old: str, new: str, kept: Sequence[Kept], became: Sequence[int]) -> Iterator[_Break]:
    before, after = list(paragraphs(old)), list(paragraphs(new))
    shared = shared_letters(before, after, kept)
    came = [-1] * len(new)
    for at, place in enumerate(became):
        if place >= 0:
            came[place] = at
    for nth, (one, other) in enumerate(pairwise(after)):
        here = _seam(came, one, other, new)
        held = None if here is None else _holding(before, here)
        if here is None or held is None:
            continue
        if _is_most(shared, (held, nth), one) and _is_most(shared, (held, nth + 1), other):
            yield _Break(_room(old, here), "\n\n", parts=True)
    for nth, (one, other) in enumerate(pairwise(before)):
        there = _seam(became, one, other, old)
        held = None if there is None else _holding(after, there)
        if there is None or held is None:
            continue
        if _is_most(shared, (nth, held), one) and _is_most(shared, (nth + 1, held), other):
            between = " " if any(map(str.isspace, there.of(new))) else ""
            yield _Break(Span(one.end, other.start), between, parts=False)


def _seam(places: Sequence[int], one: Block, other: Block, text: str) -> Span | None:
    """Return where, in another text, the last letter of a paragraph ends and the first of the next one begins."""
    last = _first_known(places, range(one.end - 1, one.start - 1, -1), text)
    first = _first_known(places, range(other.start, other.end), text)
    return Span(last + 1, first) if 0 <= last < first else None


def _first_known(places: Sequence[int], order: range, text: str) -> int:
    return next((places[at] for at in order if places[at] >= 0 and not text[at].isspace()), -1)


def _holding(blocks: Sequence[Block], seam: Span) -> int | None:
    """Return which paragraph holds a seam and a letter on both sides of it."""
    return next((n for n, b in enumerate(blocks) if b.start < seam.start and seam.end < b.end), None)


def _is_most(shared: "Counter[tuple[int, int]]", pair: tuple[int, int], block: Block) -> bool:
    return 0 < sum(map(str.isalnum, block.text)) <= 2 * shared[pair]


def _room(text: str, seam: Span) -> Span:
    """Return the last white space of a seam, where the paragraph is parted; its end where there is none."""
    end = seam.end
    while end > seam.start and not text[end - 1].isspace():
        end -= 1
    if end == seam.start:
        return Span(seam.end, seam.end)
    start = end
    while start > seam.start and text[start - 1].isspace():
        start -= 1
    return Span(start, end)


def _told(text: str, one: _Break) -> PartedParagraph | JoinedParagraph:
    known = places_in(text)
    if one.parts:
        block, place = next(each for each in known if each[0].start < one.span.start < each[0].end)
        return PartedParagraph(place, hardened(text[block.start : one.span.start]))
    nth = next(n for n, (block, _) in enumerate(known) if block.end == one.span.start)
    return JoinedParagraph(known[nth][1], known[nth + 1][1], one.instead)


def _stretches(became: Sequence[int]) -> Iterator[Kept]:
    """Yield the stretches of a text that stay, by their places in both texts, and lengths."""
    start = 0
    for at in range(1, len(became) + 1):
        if at == len(became) or became[at] != became[at - 1] + 1 or became[at - 1] < 0:
            if became[start] >= 0:
                yield start, became[start], at - start
            start = at
