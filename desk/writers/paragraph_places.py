"""Paragraphs of a text by their words, as a document is asked for them, and what two texts share by paragraph."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from desk.text.blocks import Block, paragraphs
from desk.writers.edits import ParagraphPlace
from desk.writers.places import comparable

Kept: TypeAlias = tuple[int, int, int]
"""A stretch that stands in two texts: its places in both, and its length."""
SOFT = "\v"
"""Stands for a line end within a paragraph: white space as well, and no part of a blank line."""


def hardened(text: str) -> str:
    """Return a text with all its line ends as they are written."""
    return text.replace(SOFT, "\n")


def places_in(text: str) -> list[tuple[Block, ParagraphPlace]]:
    """Return the paragraphs of a text with their places; equal ones are told apart by their number."""
    seen: Counter[str] = Counter()
    found = []
    for block in paragraphs(text):
        key = comparable(block.text)
        found.append((block, ParagraphPlace(key, seen[key])))
        seen[key] += 1
    return found


def shared_letters(old: Sequence[Block], new: Sequence[Block], kept: Sequence[Kept]) -> "Counter[tuple[int, int]]":
    """Return how many letters each old paragraph shares with each new one."""
    shared: Counter[tuple[int, int]] = Counter()
    ends = [block.end for block in old], [block.end for block in new]
    for at_old, at_new, length in kept:
        step = 0
        while step < length:
            here, there = bisect_right(ends[0], at_old + step), bisect_right(ends[1], at_new + step)
            if here == len(old) or there == len(new):
                break
            until = min(ends[0][here] - at_old, ends[1][there] - at_new, length)
            start = max(step, old[here].start - at_old, new[there].start - at_new)
            if start < until:
                shared[here, there] += sum(
                    map(str.isalnum, old[here].text[at_old + start - old[here].start :][: until - start])
                )
            step = until
    return +shared
