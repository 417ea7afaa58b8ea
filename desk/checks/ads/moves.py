"""The remedies of the ads check as edits: label, lift out into a box at the end, take out; each is one undo step."""

from collections.abc import Sequence

from desk.checks.ads.paid import LabelPlace, Paid
from desk.checks.check import Edit, Remedy
from desk.text.blocks import Block, Kind, Manuscript
from desk.text.copy_and_ads import end_of
from desk.text.spans import Span

MARK_COPY = Remedy("Mark as copy", kind=Kind.COPY)
MARK_FURNITURE = Remedy("Mark as furniture", kind=Kind.FURNITURE)
MARK_PAID = Remedy("Mark as advertising", kind=Kind.PAID)


def labelled(manuscript: Manuscript, paid: Paid, label: str) -> Remedy:
    """Return the remedy that puts the label right above; one that stood elsewhere goes."""
    start = manuscript.blocks[paid.first].start
    edits = [Edit(Span(start, start), f"{label}\n\n")]
    if paid.label is not None and paid.place is not LabelPlace.ABOVE:
        edits.append(Edit(_gone(manuscript, paid.label, paid.label + 1), ""))
    return Remedy(f"Label it “{label}”", tuple(edits))


def boxed(manuscript: Manuscript, paid: Paid, label: str) -> Remedy:
    """Return the remedy that lifts paid text out of the copy into a box of its own at the end of the draft.

    Where it stands at the end already, the box is put around it there.
    """
    blocks = manuscript.blocks
    opens, closes = f"[{label}]\n\n", f"\n\n{end_of(label)}"
    words = manuscript.text[blocks[paid.first].start : blocks[paid.behind - 1].end]
    kept = {paid.label} if paid.label is not None and paid.place is not LabelPlace.ABOVE else set()
    first, behind = paid.from_label, paid.to_end
    last = blocks[-1]
    if behind == len(blocks):
        edits = [Edit(Span(blocks[first].start, last.end), f"{opens}{words}{closes}")]
    else:
        edits = [
            Edit(_gone(manuscript, first, behind), ""),
            Edit(Span(last.end, last.end), f"\n\n{opens}{words}{closes}"),
        ]
    edits += [Edit(_gone(manuscript, i, i + 1), "") for i in kept if i + 1 < len(blocks)]
    return Remedy("Lift it out into a box at the end", tuple(edits))


def taken_out(manuscript: Manuscript, runs: Sequence[tuple[int, int]], title: str) -> Remedy:
    """Return the remedy that takes runs of blocks (first, behind) out of the text with the blank lines around them."""
    return Remedy(title, tuple(Edit(_gone(manuscript, first, behind), "") for first, behind in runs))


def _gone(manuscript: Manuscript, first: int, behind: int) -> Span:
    blocks: Sequence[Block] = manuscript.blocks
    if behind < len(blocks):
        return Span(blocks[first].start, blocks[behind].start)
    return Span(blocks[first - 1].end if first else 0, blocks[behind - 1].end)
