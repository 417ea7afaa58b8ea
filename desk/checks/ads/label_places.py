"""Where a label stands to the paid text that it names: above it, after it, far from it, or around it as a box."""

from collections.abc import Collection, Sequence

from desk.checks.ads.labels import any_country

FAR = 4
"""Blocks: a label that many above paid text, or nearer, was meant for it; a reader has forgotten it by then."""
_LONGEST_BOX = 60
"""Blocks: a longer box was never closed."""


def boxed(texts: Sequence[str]) -> frozenset[int]:
    """Return which blocks stand in a box: between a label and the line that says where the advertisement ends."""
    known = any_country()
    inside: set[int] = set()
    label = -1
    for i, text in enumerate(texts):
        if known.closes(text):
            if 0 <= label < i - 1:
                inside.update(range(label, i + 1))
            label = -1
        elif known.strength(text) is not None:
            label = i
        elif label >= 0 and i - label > _LONGEST_BOX:
            label = -1
    return frozenset(inside)


def misplaced(label: int, paid: Sequence[bool], labels: Collection[int]) -> bool:
    """Return whether a label was meant for paid text that stands right above it, or a few blocks below it.

    `paid` says it of each block, `labels` are the blocks with the words of a label.
    """
    return after(label, paid, labels) or far_below(label, paid, labels) is not None


def after(label: int, paid: Sequence[bool], labels: Collection[int]) -> bool:
    """Return whether the paid text right above the label has no label of its own."""
    first = label - 1
    if first < 0 or not paid[first] or first in labels:
        return False
    while first > 0 and paid[first - 1] and first - 1 not in labels:
        first -= 1
    return first - 1 not in labels


def far_below(label: int, paid: Sequence[bool], labels: Collection[int]) -> int | None:
    """Return where the paid text begins that a label above it was meant for, with other text between; None if none."""
    for below in range(label + 1, min(label + 1 + FAR, len(paid))):
        if below in labels:
            return None
        if paid[below]:
            return below if below > label + 1 else None
    return None
