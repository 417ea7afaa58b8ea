"""Every stretch of paid text in a mapped manuscript, with the label that a reader would find for it, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.checks.ads.label_places import FAR
from desk.checks.ads.labels import any_country
from desk.text.blocks import Block, Kind


class LabelPlace(StrEnum):
    """Where a label stands to the text that it labels."""

    ABOVE = "above"
    AFTER = "after"
    FAR = "far above"


@dataclass(frozen=True, slots=True)
class Paid:
    """Neighbouring paid blocks, numbers of blocks of the manuscript: `first` up to but without `behind`."""

    first: int
    behind: int
    label: int | None = None
    place: LabelPlace = LabelPlace.ABOVE
    closed: bool = False
    """Whether a line below says that the advertisement ends."""

    @property
    def from_label(self) -> int:
        """Return the first block of all that must be moved together: the label where it stands right above."""
        return self.first if self.label is None or self.place is not LabelPlace.ABOVE else self.label

    @property
    def to_end(self) -> int:
        """Return the block behind all that must be moved together: behind the line that closes it."""
        return self.behind + self.closed


def paid_runs(blocks: Sequence[Block]) -> list[Paid]:
    """Return the paid stretches in order."""
    out = []
    i = 0
    while i < len(blocks):
        if blocks[i].kind is not Kind.PAID:
            i += 1
            continue
        first = i
        while i < len(blocks) and blocks[i].kind is Kind.PAID:
            i += 1
        out.append(_with_label(blocks, first, i))
    return out


def _with_label(blocks: Sequence[Block], first: int, behind: int) -> Paid:
    closed = behind < len(blocks) and _closes(blocks[behind])
    above = first - 1
    while above > 0 and _opens(blocks[above]) and _opens(blocks[above - 1]):
        above -= 1
    if above >= 0 and _opens(blocks[above]):
        return Paid(first, behind, above, LabelPlace.ABOVE, closed)
    below = behind + closed
    if below < len(blocks) and _opens(blocks[below]) and not _labels_below(blocks, below):
        return Paid(first, behind, below, LabelPlace.AFTER, closed)
    for far in range(first - 2, max(-1, first - 1 - FAR), -1):
        if not blocks[far].editorial and blocks[far].kind is not Kind.LEFTOVER:
            if _opens(blocks[far]) and not _labels_below(blocks, far):
                return Paid(first, behind, far, LabelPlace.FAR, closed)
            break
    return Paid(first, behind, None, LabelPlace.ABOVE, closed)


def _opens(block: Block) -> bool:
    return block.kind is Kind.AD_LABEL and not _closes(block)


def _closes(block: Block) -> bool:
    return block.kind is Kind.AD_LABEL and any_country().closes(block.text)


def _labels_below(blocks: Sequence[Block], label: int) -> bool:
    return label + 1 < len(blocks) and blocks[label + 1].kind is Kind.PAID
