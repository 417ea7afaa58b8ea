"""Whether a place in a block stands inside a quotation: what somebody said must stay as it was said."""

from bisect import bisect_right

from desk.text.kept import kept_by_passage
from desk.text.matcher import matcher

_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'
_MARK = matcher('[“”"]')


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return the quotations of one block as half-open ranges in code points, the marks included, in text order.

    A quotation that does not close runs to the end of the block, as one does that goes on in the next paragraph; inches
    (6'2") close nothing. Single marks are left out, for most of them are apostrophes.
    """
    return _quoted(text) if _OPENING in text or _STRAIGHT in text else ()


@kept_by_passage
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Return the quotations of a block: several checks ask for those of one."""
    out: list[tuple[int, int]] = []
    start = -1
    for mark in _MARK.finditer(text):
        at, char = mark.start(), mark.group()
        if char == _OPENING or (char == _STRAIGHT and start < 0 and not text[max(0, at - 1) : at].isdigit()):
            start = at if start < 0 else start
        elif start >= 0 and (char == _CLOSING or (char == _STRAIGHT and text[start] == _STRAIGHT)):
            out.append((start, at + 1))
            start = -1
    if start >= 0:
        out.append((start, len(text)))
    return tuple(out)


def is_inside(ranges: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Return whether `[start, end)` lies within one of the ranges."""
    nth = bisect_right(ranges, (start, len(ranges) and ranges[-1][1])) - 1
    return nth >= 0 and end <= ranges[nth][1]
