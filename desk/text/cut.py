"""Cuts paragraphs at single newlines that are plainly no soft wraps: "0 comments" on a line of its own, menus, lists.

A hard-wrapped paragraph breaks a line only where the next word would not have fitted. Where it would have fitted with
room to spare, somebody or something ended the line on purpose.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from desk.text.blocks import Block
from desk.text.bylines import plainly_byline
from desk.text.matcher import matcher

_NARROWEST = 40
"""Columns: nobody wraps prose narrower than this, so a list of short lines is a list."""
_ROOM_TO_SPARE = 0.85
"""A line that would have had room for the next word within this share of the width was ended on purpose."""
_PLAINLY_SHORT = 0.55
"""The same for a line that ends in the middle of a sentence: only a far shorter one is no soft wrap."""
_WIDEST = 120
"""Columns: nobody wraps prose wider than this, so in a paragraph with a longer line every newline ends something."""
_LIST_SHARE = 0.4
"""Where that many newlines end a line on purpose, the paragraph is a list of lines and no prose."""
_MOST_LINES = 5_000
_ENDS = matcher(r"[.!?…:;][\"'”’)\]]*$")
_HEADING = matcher(r"#{1,6}\s+\S")
"""A heading of Markdown is a block of its own, with or without a blank line."""
_NAMED = 2
"""Spaces of a byline with a name of two words: one of one word (“By Post”) may be a line of a list or a sentence."""
_BELOW_THE_HEADLINE = 1
"""The line of a text where a byline of one word (“By Reuters”) stands."""
_GOES_ON = matcher(r"[a-z,;)]")
_GOES_ON_BELOW = matcher(r"[,;:(–—-]$")


def pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, or its parts."""
    for block in blocks:
        yield from cut(block)


def cut(block: Block) -> Iterator[Block]:
    """Yield the block, or its parts in order; parts never overlap and cover every line that is not empty."""
    lines = block.text.split("\n")
    if len(lines) == 1 or len(lines) > _MOST_LINES:
        yield block
        return
    stripped = [line.strip() for line in lines]
    first = at = 0
    for line, ends in zip(lines, _breaks(stripped, block.start == 0), strict=False):
        at += len(line) + 1
        if ends:
            yield from _part(block, first, at - 1)
            first = at
    yield from _part(block, first, len(block.text))


def _breaks(lines: list[str], begins_the_text: bool) -> list[bool]:
    """Return for each newline whether it parts blocks."""
    by = [plainly_byline(line) for line in lines]
    for i, line in enumerate(lines):
        if by[i] and line.count(" ") < _NAMED and not (begins_the_text and i == _BELOW_THE_HEADLINE):
            by[i] = False
    signed = (_signed(*beside, *are) for beside, are in zip(pairwise(lines), pairwise(by), strict=True))
    return [one or other for one, other in zip(signed, _lists(lines), strict=True)]


def _lists(lines: list[str]) -> list[bool]:
    """Return for each newline whether widths and ends of lines say that it parts blocks."""
    width = max(_NARROWEST, *map(len, lines))
    plain = [_ends_on_purpose(line, following, width) for line, following in pairwise(lines)]
    if sum(plain) < _LIST_SHARE * len(plain):
        return plain
    beside = [*plain[1:], True]
    return [
        ends
        or (not _GOES_ON.match(following) and bool(_ENDS.search(line) or (nearby and len(following) <= _NARROWEST)))
        for ends, nearby, line, following in zip(plain, beside, lines, lines[1:], strict=False)
    ]


def _signed(line: str, following: str, is_byline: bool, byline_follows: bool) -> bool:
    """Return whether a line ends above or below the line that says who wrote the story; an office goes with it."""
    if byline_follows:
        return bool(line) and not is_byline and not _GOES_ON_BELOW.search(line)
    return is_byline and len(following) > _NARROWEST and not _GOES_ON.match(following)


def _ends_on_purpose(line: str, following: str, width: int) -> bool:
    if _HEADING.match(line) or _HEADING.match(following):
        return True
    if not following or _GOES_ON.match(following) or not line:
        return False
    if width > _WIDEST:
        return True
    needed = len(line) + 1 + len(following.split(maxsplit=1)[0])
    return needed <= width * (_ROOM_TO_SPARE if _ENDS.search(line) else _PLAINLY_SHORT)


def _part(block: Block, start: int, end: int) -> Iterator[Block]:
    piece = block.text[start:end]
    words = piece.strip()
    if words:
        yield replace(block, start=block.start + start + len(piece) - len(piece.lstrip()), text=words)
