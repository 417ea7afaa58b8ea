"""What is set aside before a story is judged: boxes of a page within it, with all their lines.

The story is one thing with boxes in it, so it is read as if they were not there: whatever stands between two of its
paragraphs, they are what they would be side by side.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from desk.checks.ads.label_places import boxed
from desk.checks.ads.labels import any_country
from desk.checks.ads.marks import BlockMark
from desk.checks.ads.page_lines import PageLine, page_line
from desk.checks.ads.roles import is_a_name, plainly_furniture, signs
from desk.checks.ads.shape import Shape, shape
from desk.text.blocks import Block, BlockRole, Kind
from desk.text.matcher import matcher

_MOST_ITEMS = 12
"""Lines below the heading of a box: a longer list is a page of its own."""
_LONGEST_ITEM = 16
"""Words: a longer line tells a story rather than naming one."""
_LONGEST_CROSSHEAD = 4
"""Words: right above prose such a line may as well be a crosshead of the story."""
_TOLD = 3
"""Blocks of prose below a line that may tell what it says."""
_SHARE = 0.3
"""Of the telling words of a line right above prose: with that many in it, the line may be its crosshead."""
_FEWEST = 3
"""Blocks: in a shorter text nothing is set aside, for there is nothing to set it aside from."""
ENUMERATED = matcher(r"^[(\[#]?(?P<number>\d{1,2})[.):\]]?\s+\S|^(?P<bullet>[•·*▪●◦–—>»›+-])\s*\S")
_REACHED = matcher(r"\w@\w|\bwww\.|https?://|\+?\d[\d ()-]{7,}\d")
_SHORTEST_NAME = 6
"""Words: a line of no more among the notes of a press office is a name, a company or a place."""


def set_aside(blocks: Sequence[Block], fixed: Sequence[Kind | None] = ()) -> Mapping[int, str]:
    """Return the number of each block that is a line of a page and never the story's, with the reason; linear.

    `fixed` are the kinds that a person or a reader settled: such a block stays, and heads no box.
    """
    if len(blocks) < _FEWEST:
        return {}
    fixed = fixed or [None] * len(blocks)
    settled = boxed([block.text for block in blocks]) | {i for i, kind in enumerate(fixed) if kind is not None}
    found: dict[int, str] = {}
    for i, block in enumerate(blocks):
        kind = None if i in found or i in settled else page_line(block.text)
        if kind is None or kind.button or (block.written and not kind.in_documents):
            continue
        if any_country().strength(block.text) is not None:
            continue
        found[i] = kind.reason
        if not block.written:  # in a document the lines of a list are lines of a list
            below = [at for at in _below(blocks, i, kind) if at not in settled]
            if kind.notes or (kind.appeal and _speak_of_us(blocks, below)) or not _tell_of_the_story(blocks, below):
                found |= dict.fromkeys(below, _ITEM if kind.box else kind.reason)
    found |= dict.fromkeys(_counted(blocks, found.keys() | settled), _ITEM)
    for i in range(len(blocks)):
        if i not in found and i not in settled and _beside(found, i) and _is_linked(blocks[i]):
            found[i] = _LINKS
    return dict(sorted(found.items()))


def _counted(blocks: Sequence[Block], taken: Collection[int]) -> Iterator[int]:
    """Yield the lines, no prose, right above counts of comments where there are several: names of other stories."""
    counts = [i for i, block in enumerate(blocks) if (kind := page_line(block.text)) is not None and kind.counts]
    if len(counts) > 1:
        yield from (i - 1 for i in counts if i and i - 1 not in taken and not shape(blocks[i - 1].text).prose)


def _beside(found: Mapping[int, str], i: int) -> bool:
    return i - 1 in found or i + 1 in found


def _is_linked(block: Block) -> bool:
    return BlockMark.LINKED in shape(block.text).marks


_ITEM = "stands in a box of other stories"
_LINKS = "is made of links alone"


def _below(blocks: Sequence[Block], heading: int, kind: PageLine) -> Sequence[int]:
    """Return which lines below a heading go with it."""
    reach = range(heading + 1, min(heading + 1 + _MOST_ITEMS, len(blocks)))
    if kind.notes and _is_the_end(blocks, heading):
        return range(heading + 1, len(blocks))
    if kind.notes:
        return _while(reach, [_is_note(blocks[i].text) for i in reach])
    if kind.appeal:
        ends = [i for i in reach[:_LONGEST_PLEA] if _is_a_button(blocks[i].text)]
        return range(heading + 1, ends[-1] + 1) if ends else ()
    if not kind.box or not reach:
        return ()
    items = _items(blocks, reach)
    if items and not ENUMERATED.match(blocks[items[0]].text) and not _may_be_last(blocks, items):
        items = items[:-1]
    return items


def _is_the_end(blocks: Sequence[Block], heading: int) -> bool:
    """Return whether the notes below “ENDS” run to the end of the text: a few lines, none of them running prose."""
    above = page_line(blocks[heading - 1].text) if heading else None
    below = blocks[heading + 1 :]
    ended = above is not None and above.ends
    return ended and len(below) <= _MOST_ITEMS and not any(shape(block.text).prose for block in below)


def _items(blocks: Sequence[Block], reach: range) -> Sequence[int]:
    """Return the lines of a box; where its first has a number or a bullet, the others go on so."""
    first = ENUMERATED.match(blocks[reach[0]].text)
    lines = 0
    for i in reach:
        if not (_is_item(blocks, i) and _goes_on(first, lines, blocks[i].text)):
            return range(reach[0], i)
        lines += blocks[i].text.count("\n") + 1
    return reach


def _goes_on(first: re.Match[str] | None, lines: int, text: str) -> bool:
    """Return whether a line goes on as a box has begun, `lines` after its first."""
    this = ENUMERATED.match(text)
    if first is None or this is None:
        return first is this
    if this["bullet"] != first["bullet"]:
        return False
    return first["number"] is None or int(this["number"]) == int(first["number"]) + lines


def _may_be_last(blocks: Sequence[Block], items: Sequence[int]) -> bool:
    """Return whether the last line of a box is one of it, and no crosshead of what stands below."""
    below = items[-1] + 1
    if below == len(blocks) or not is_plainly_told(blocks[below].text):
        return True
    return len(items) > 1 and shape(blocks[items[-1]].text).words > _LONGEST_CROSSHEAD


def _tell_of_the_story(blocks: Sequence[Block], lines: Sequence[int]) -> bool:
    """Return whether each line of a list, but for buttons, shares a word with the story around it, as its own do."""
    if not lines:
        return False
    first, last = lines[0], lines[-1]
    near = (*range(max(0, first - _NEAR), first), *range(last + 1, min(len(blocks), last + 1 + _NEAR)))
    words = frozenset().union(*(shape(blocks[i].text).content for i in near if page_line(blocks[i].text) is None))
    return all(shape(blocks[i].text).content & words for i in lines if not _is_a_button(blocks[i].text))


def _speak_of_us(blocks: Sequence[Block], lines: Sequence[int]) -> bool:
    return any(BlockMark.WE in shape(blocks[i].text).marks for i in lines)


def _is_a_button(text: str) -> bool:
    line = page_line(text)
    return line is not None and line.button


_LONGEST_PLEA = 4
"""Blocks from the heading of a plea for money to its button."""
_NEAR = 8
"""Blocks on either side of a list whose words are asked for."""


def _while(reach: range, holds: Sequence[bool]) -> Sequence[int]:
    return reach[: holds.index(False)] if False in holds else reach


def _is_note(text: str) -> bool:
    return bool(ENUMERATED.match(text) or _REACHED.search(text)) or shape(text).words <= _SHORTEST_NAME


def _is_item(blocks: Sequence[Block], i: int) -> bool:
    """Return whether a line names another story."""
    text, seen = blocks[i].text, shape(blocks[i].text)
    lines = text.split("\n")
    if len(lines) > 1 and all(map(ENUMERATED.match, lines)):
        return all(_is_short(line) for line in lines)
    if page_line(text) is not None or seen.prose or not _is_short(text) or plainly_furniture(text):
        return False
    numbered = bool(ENUMERATED.match(text))
    if (i + 1 < len(blocks) and _is_signed(blocks[i + 1].text) and not numbered) or seen.marks & _SAYS:
        return False  # a headline above its byline, or a sentence
    return BlockMark.LINKED in seen.marks or numbered or not is_told_below(blocks, i, seen)


def _is_signed(below: str) -> bool:
    return plainly_furniture(below) and not signs(below)


_PARAGRAPH = 18
"""Words: a sentence of no fewer is a paragraph of the story, whatever else it shows."""


def _is_short(text: str) -> bool:
    seen = shape(text)
    return seen.words <= _LONGEST_ITEM or BlockMark.LINKED in seen.marks


_SAYS = frozenset({BlockMark.SPEECH, BlockMark.ENDS_SENTENCE, BlockMark.ENDS_QUOTE, BlockMark.ENDS_COLON})
"""What a headline of another story does not show, and a short line of this one does."""


def is_told_below(blocks: Sequence[Block], i: int, seen: Shape) -> bool:
    """Return whether the line may head what stands below it."""
    below = [shape(block.text) for block in blocks[i + 1 : i + 1 + 2 * _TOLD]]
    prose = [s for s in below if s.prose or (s.words >= _PARAGRAPH and BlockMark.ENDS_SENTENCE in s.marks)][:_TOLD]
    shared = len(seen.content & frozenset().union(*(s.content for s in prose)))
    return shared >= 2 or (shared > 0 and below[0].prose and shared >= _SHARE * len(seen.content))


def stays_the_story(read: Sequence[Block | None]) -> frozenset[int]:
    """Return which blocks are the story's for certain; `read` are the blocks as judged, None for what was set aside.

    A short line that is no sentence may be one of the box that it touches, or that such lines lead to.
    """
    beside = _beside_boxes(read)
    own = [i for i, block in enumerate(read) if block is not None and block.editorial]
    first = next((i for i in own if shape(_text(read[i])).prose), 0)
    return frozenset(
        i
        for i in own
        if (i not in beside and (is_plainly_told(_text(read[i])) or _is_above_told(read, i)))
        or _is_crosshead(read, i)
        or (i < first and _heads(read, i, first))
        or (i == 0 and _heads_a_box(read))
    )


def _heads_a_box(read: Sequence[Block | None]) -> bool:
    """Return whether the headline at the very top stands above a box, and below that is the story without another."""
    below = next((block for block in read[1 : 2 + _MOST_ITEMS] if block is not None), None)
    top = read[0]
    is_headline = top is not None and top.role is BlockRole.HEADLINE and len(read) > 1 and read[1] is None
    return is_headline and below is not None and below.editorial and is_plainly_told(below.text)


def _is_above_told(read: Sequence[Block | None], i: int) -> bool:
    below = read[i + 1] if i + 1 < len(read) else None
    return below is not None and below.editorial and is_plainly_told(below.text)


def _is_crosshead(read: Sequence[Block | None], i: int) -> bool:
    """Return whether a line may head what stands right below it, or below the box under it."""
    under_a_box = i == 0 or read[i - 1] is None
    below = next((block for block in read[i + 1 : i + 2 if under_a_box else i + _MOST_ITEMS] if block), None)
    short = shape(_text(read[i])).words <= _LONGEST_CROSSHEAD
    return short and below is not None and below.editorial and is_plainly_told(below.text)


def _text(block: Block | None) -> str:
    return "" if block is None else block.text


def _heads(read: Sequence[Block | None], i: int, first: int) -> bool:
    """Return whether a line above the first paragraph is told in it or below it, or is the name of who wrote it."""
    beside = [block for block in (*read[max(0, i - 1) : i], *read[i + 1 : i + 2]) if block is not None]
    if i and is_a_name(_text(read[i])) and any(block.editorial for block in beside):
        return True
    below = [shape(_text(block)) for block in read[first : first + 2 * _TOLD]]
    return bool(shape(_text(read[i])).content & frozenset().union(*(seen.content for seen in below if seen.prose)))


def _beside_boxes(read: Sequence[Block | None]) -> frozenset[int]:
    """Return the short lines that touch what was set aside, or touch it through other short lines."""
    out = set()
    for order in (range(len(read)), range(len(read) - 1, -1, -1)):
        touches = False
        for i in order:
            block = read[i]
            touches = block is None or (touches and not is_plainly_told(block.text))
            if block is not None and touches:
                out.add(i)
    return frozenset(out)


def is_plainly_told(text: str) -> bool:
    """Return whether a line tells something of a story, so that no box has it as a line of its own."""
    seen = shape(text)
    return (
        seen.prose
        or bool(seen.marks & (_LISTED | _SAYS))
        or plainly_furniture(text)
        or bool(ENUMERATED.match(text))
        or has_fields(text)
        or has_results(text)
    )


def has_results(text: str) -> bool:
    """Return whether a line is a name with figures alone behind it, a score with its minute, or who scored."""
    column = _COLUMN.fullmatch(text)
    if column is None:
        return bool(_SCORERS.search(text) or _SCORED.fullmatch(text))
    figures = column["figures"].split()
    counted = all(a.isdigit() and b.isdigit() and int(b) == int(a) + 1 for a, b in pairwise(figures))
    if page_line(text) is not None:  # Shares 4 40 300 12
        return False
    return not counted and not _dialled(figures) and not shape(column["name"]).marks & _NO_TEAM


def _dialled(figures: Sequence[str]) -> bool:
    """Return whether figures are of a telephone: with a leading nought, or grouped by three and four."""
    return any(figure[0] == "0" and figure[1:2].isdigit() for figure in figures)


_COLUMN = matcher(r"(?P<name>[^\W\d_][^\d\n:]{0,40}?)(?P<figures>(?: [–—-]{0,2} ?\(?\d[\w/.*()-]*,?){4,})")
"""Seven 6 0 7 — 20: a name, and nothing but figures behind it; counts of a page stand behind a word each."""
_SCORERS = matcher(r"\([A-Z][^()]* \d+(?:/\d+)?; [A-Z][^()]* \d+(?:/\d+)?\)")
_SCORED = matcher(r"[A-Z]{1,4} [–—-] [A-Z][^:]{3,60}\d[^:]*[),] ?\d{1,2}:\d\d")
"""“PB — Dunne 12 pass from Sears (Holt kick), 4:40”."""
_NO_TEAM = frozenset({BlockMark.GOODS, BlockMark.BRAND, BlockMark.PITCH, BlockMark.MENU_ALL, BlockMark.SHARE_SHORT}) | {
    BlockMark.COMMENTS_SHORT,
    BlockMark.CONTACT_SHORT,
    BlockMark.ACCOUNT_SHORT,
    BlockMark.OFFER_SHORT,
}


def has_fields(text: str) -> bool:
    """Return whether a block has rows that each give a value to a name (“Revenue: £4 million”)."""
    rows = text.split("\n")
    return len(rows) > 1 and all(_FIELD.match(row) for row in rows)


_FIELD = matcher(r"\s*[^\W\d_][^:\n]{1,40}: \S")
_LISTED = frozenset({BlockMark.SPEECH, BlockMark.LIST})
