"""What changed between two texts, word by word, with moved paragraphs shown as removed here and added there.

The distance is rapidfuzz's (C++, bit-parallel); ours is only the cutting: paragraphs first, so that one rewritten
paragraph never drags its neighbours along, then words and the white space between them within paragraphs that changed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel

from desk.text.spans import Span


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `old` is its place in the old text (empty if added), `new` in the new (empty if removed)."""

    change: Change
    text: str
    old: Span
    new: Span


_BLANK_LINES = re.compile(r"(\n[^\S\n]*\n\s*)")
_MOST_PAIRS = 40_000**2 // 4
"""Pairs of pieces that are compared at most: the table of the comparison takes a bit a pair, so 50 MB."""
_WORD = re.compile(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]")


def diff(old: str, new: str) -> list[Piece]:
    """Return the pieces that make up both texts in order.

    The pieces not `ADDED`, joined, are `old`; those not `REMOVED`, joined, are `new`. Neighbours of one kind are
    joined; where words were replaced, the removed ones come first. Beyond some 20,000 changed words a side, they are
    shown as replaced altogether.
    """
    raw = _diff(_BLANK_LINES.split(old), _BLANK_LINES.split(new), within=True)
    return list(_placed(_joined(raw)))


def _diff(old: Sequence[str], new: Sequence[str], *, within: bool) -> Iterator[tuple[Change, str]]:
    if len(old) * len(new) > _MOST_PAIRS:
        yield Change.REMOVED, "".join(old)
        yield Change.ADDED, "".join(new)
        return
    removed: list[str] = []
    added: list[str] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield from _replaced("".join(removed), "".join(added), within=within)
            removed, added = [], []
            yield Change.SAME, "".join(old[step.src_start : step.src_end])
        removed += old[step.src_start : step.src_end] if step.tag != "equal" else []
        added += new[step.dest_start : step.dest_end] if step.tag != "equal" else []
    yield from _replaced("".join(removed), "".join(added), within=within)


def _replaced(removed: str, added: str, *, within: bool) -> Iterator[tuple[Change, str]]:
    if within and removed and added:
        yield from _diff(_WORD.findall(removed), _WORD.findall(added), within=False)
        return
    yield Change.REMOVED, removed
    yield Change.ADDED, added


def _joined(pieces: Iterator[tuple[Change, str]]) -> Iterator[tuple[Change, str]]:
    told = ((change, text) for change, text in pieces if text)
    for change, group in groupby(told, key=lambda piece: piece[0]):
        yield change, "".join(text for _, text in group)


def _placed(pieces: Iterator[tuple[Change, str]]) -> Iterator[Piece]:
    at_old = at_new = 0
    for change, text in pieces:
        old_end = at_old + (len(text) if change is not Change.ADDED else 0)
        new_end = at_new + (len(text) if change is not Change.REMOVED else 0)
        yield Piece(change, text, Span(at_old, old_end), Span(at_new, new_end))
        at_old, at_new = old_end, new_end
