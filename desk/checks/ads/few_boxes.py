"""A story with a box or two in it that nobody knows by its words: what else was lost by them is the story's.

The weights were fitted to whole pages, where much stands below a story, so a few strange lines within a short one can
end it for them. Where hardly a line shows by itself that it is of a page, whatever tells something is the story.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from desk.checks.ads.kinship import is_of_rows
from desk.checks.ads.marks import MARKS, BlockMark
from desk.checks.ads.set_aside import ENUMERATED, is_told_below
from desk.checks.ads.shape import shape
from desk.text.blocks import Block, Kind

_MOST_BLOCKS = 60
"""Blocks: in a longer text that was pasted most of what is strange is of its page."""
_MOST_BOXES = 2
"""Runs of lines of a page. On two thirds of the outlets of 45 judged drafts three cost .004 of F1, two .001."""
_LEAST_STORY = 0.3
"""Of all words: with fewer in what was taken for the story, the text is a page."""
_FEWEST_TOLD = 5
"""Words: a sentence of no fewer tells something; a shorter one may be a button."""
_LONGEST_COLON = 6
"""Words: a line of no more that ends in a colon heads what stands below it (“Scorers:”)."""
_LONGEST_HEADING = 4
"""Words: a line of no more right above rows heads them (“First quarter”)."""
_BELOW = 6
"""Blocks from the first paragraph on that may tell what a headline says."""
_SHARED = 2
"""Telling words that a headline shares with them at least."""
_LONG = 12
"""Words: a paragraph, not the name of another story."""
_OF_A_PAGE = frozenset(
    {
        BlockMark.COMMENTS_COUNTER,
        BlockMark.SEPARATORS,
        BlockMark.MENU_ALL,
        BlockMark.MENU_HALF,
        BlockMark.COUNTER,
        BlockMark.ARROW,
        BlockMark.LINKED,
        BlockMark.AGO,
        BlockMark.NUMBER_ONLY,
    }
) | {
    MARKS[f"{name}:short"]
    for name in ("related", "share", "comments", "account", "legal", "contact", "newsletter", "cookies")
}
"""What a line shows by its own words, whatever stands around it."""
_BY_FORM = frozenset(
    {BlockMark.SEPARATORS, BlockMark.MENU_ALL, BlockMark.MENU_HALF, BlockMark.COUNTER, BlockMark.ARROW}
)
"""What rows of lists, sentences and headlines can show as well."""


def lines_of_boxes(
    whole: Sequence[Block], shown: Sequence[frozenset[str]], aside: Mapping[int, str], settled: Sequence[bool]
) -> frozenset[int] | None:
    """Return the blocks, besides those set aside, that show by themselves to be none of the story.

    None where these are too many for a story with boxes in it. `whole` are the blocks as judged with all around them,
    `shown` what each shows.
    """
    if len(whole) > _MOST_BLOCKS:
        return None
    found = frozenset(
        i
        for i, block in enumerate(whole)
        if not block.editorial and not settled[i] and i not in aside and _is_of_a_page(whole, shown, i)
    )
    words = [shape(block.text).words for block in whole]
    own = sum(n for n, block in zip(words, whole, strict=True) if block.editorial)
    return found if own >= _LEAST_STORY * sum(words) and _boxes(found | aside.keys()) <= _MOST_BOXES else None


def _boxes(lines: Collection[int]) -> int:
    return sum(b != a + 1 for a, b in pairwise(sorted(lines))) + bool(lines)


def _is_of_a_page(whole: Sequence[Block], shown: Sequence[frozenset[str]], i: int) -> bool:
    block, seen = whole[i], shape(whole[i].text)
    marks = shown[i] & _OF_A_PAGE
    if block.kind is Kind.AD_LABEL:
        return True
    if seen.prose or not marks or is_of_rows(block.text):
        return False
    told = bool(ENUMERATED.match(block.text)) or BlockMark.ENDS_SENTENCE in seen.marks or is_told_below(whole, i, seen)
    return bool(marks - _BY_FORM) or not (told or seen.words == 1)


def told_by_themselves(read: Sequence[Block], shown: Sequence[frozenset[str]], settled: Sequence[bool]) -> list[Block]:
    """Return the blocks as judged without boxes; left-over ones that tell something are the story's.

    What stands above its first paragraph is so only where it is told below, or stands between such a line and that.
    """
    out = list(read)
    own = [i for i, block in enumerate(read) if block.editorial]
    first = next((i for i in own if shape(read[i].text).prose), len(read))
    open_to_it = [
        not settled[i]
        and (block.kind is Kind.LEFTOVER or (block.kind is Kind.PAID and is_of_rows(block.text)))
        and not (shown[i] & _OF_A_PAGE and _is_of_a_page(read, shown, i))
        for i, block in enumerate(read)
    ]
    for i in range(len(read) - 1, first, -1):
        if open_to_it[i] and _tells(out, i):
            out[i] = read[i].marked(Kind.COPY)
    for i in _head(read, first, open_to_it):
        out[i] = read[i].marked(Kind.COPY)
    return out


def _head(read: Sequence[Block], first: int, open_to_it: Sequence[bool]) -> Collection[int]:
    """Return the lines above the first paragraph from the headline on, as far as nothing of a page is among them."""
    reach = first
    while reach > 0 and (read[reach - 1].editorial or open_to_it[reach - 1]):
        reach -= 1
    near = range(reach, min(first + _BELOW, len(read)))
    heads = [i for i in near if i < first and (read[i].editorial or _is_told(read, i, near))]
    return [i for i in range(heads[0], first) if open_to_it[i] and shape(read[i].text).words > 1] if heads else ()


def _is_told(read: Sequence[Block], i: int, near: range) -> bool:
    told = [shape(read[j].text) for j in near if j > i]
    words = frozenset().union(*(seen.content for seen in told if seen.words >= _LONG))
    return len(shape(read[i].text).content & words) >= _SHARED


def _tells(read: Sequence[Block], i: int) -> bool:
    text, seen = read[i].text, shape(read[i].text)
    if BlockMark.SPEECH in seen.marks or is_of_rows(text):
        return True
    if seen.words <= _LONGEST_HEADING and i + 1 < len(read) and is_of_rows(read[i + 1].text) and read[i + 1].editorial:
        return not seen.marks & {BlockMark.MENU_ALL, BlockMark.MENU_HALF}
    if BlockMark.ENDS_COLON in seen.marks and seen.words <= _LONGEST_COLON:
        return i + 1 < len(read) and read[i + 1].editorial
    if not seen.marks & {BlockMark.ENDS_SENTENCE, BlockMark.ENDS_QUOTE}:
        return text.count("\n") > 0 and all(map(ENUMERATED.match, text.split("\n")))
    if text.rstrip("”\"’'").endswith("?"):
        return seen.prose
    return seen.prose or seen.words >= _FEWEST_TOLD or bool(ENUMERATED.match(text))
