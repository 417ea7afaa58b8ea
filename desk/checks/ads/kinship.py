"""What shares nothing with the story stays what it was judged to be in its page, though boxes are set aside.

Read without boxes a short story takes in what stands beside it, an advertisement or the next story of a list as well.
So what was nothing of the story with all around it becomes the story's only with a sign of its own that it belongs.
"""

from collections.abc import Collection, Iterator, Sequence

from desk.checks.ads.labels import any_country
from desk.checks.ads.marks import BlockMark
from desk.checks.ads.set_aside import ENUMERATED, has_fields, has_results
from desk.checks.ads.shape import shape
from desk.text.blocks import Block, Kind

_SELLS = frozenset(
    {
        BlockMark.YOU,
        BlockMark.YOU_2_PLUS,
        BlockMark.YOU_AND_WE,
        BlockMark.WE,
        BlockMark.PRICE,
        BlockMark.DISCOUNT,
        BlockMark.SELLING_3,
        BlockMark.SELLING_4,
        BlockMark.SELLING_5,
        BlockMark.SELLING_QUIETLY_2,
        BlockMark.SELLING_QUIETLY_3,
        BlockMark.SELLING_QUIETLY_4,
        BlockMark.SELLING_QUIETLY_5,
    }
)
"""What speaks to a reader or offers something; news does so about what it tells, and shares words with it."""

_LONGEST_CROSSHEAD = 4
"""Words: so short an offer (“Keep warm”) may be a crosshead, unless it stands beside a longer one."""


def strangers(whole: Sequence[Block], gone: Collection[int]) -> frozenset[int]:
    """Return which blocks stay as judged with all around them, for nothing in them tells of the story.

    `whole` are the blocks so judged, `gone` those that were set aside. They are the text below the label of an
    advertisement; other paid text, and lines that sell something, without a sign of kinship; and each run of lines
    below the end of the story and the first of `gone` in which no line has one.
    """
    words = [shape(block.text).content | shape(block.text).names for block in whole]
    told = frozenset().union(*(words[i] for i, block in enumerate(whole) if block.editorial))
    kin = [bool(own & told) or _is_of_a_story(block.text) for own, block in zip(words, whole, strict=True)]
    offers = {i for i, block in enumerate(whole) if i not in gone and not kin[i] and _is_an_offer(block)}
    apart = {i for i in offers if _is_long(whole[i]) or any(j in offers and _is_long(whole[j]) for j in (i - 1, i + 1))}
    below = (run for run in _below_the_end(whole, gone) if not any(kin[i] for i in run))
    return frozenset(apart).union(_labelled(whole), *below)


def is_of_rows(text: str) -> bool:
    """Return whether a block is a line-up, a row of values or of results."""
    return BlockMark.LIST in shape(text).marks or has_fields(text) or has_results(text)


def _is_of_a_story(text: str) -> bool:
    """Return whether a block is rows, an item of a list, speech or a sentence that reports; headlines quote too."""
    marks = shape(text).marks
    reports = BlockMark.NEWS_2_PLUS in marks and BlockMark.FINITE in marks and not marks & _SELLS
    if (BlockMark.SPEECH in marks or reports) and marks & {BlockMark.ENDS_SENTENCE, BlockMark.ENDS_QUOTE}:
        return True
    return is_of_rows(text) or bool(ENUMERATED.match(text))


def _is_long(block: Block) -> bool:
    return shape(block.text).words > _LONGEST_CROSSHEAD


def _is_an_offer(block: Block) -> bool:
    return block.kind is Kind.PAID or (block.kind is Kind.LEFTOVER and bool(shape(block.text).marks & _SELLS))


def _labelled(whole: Sequence[Block]) -> Iterator[int]:
    """Yield the paid text and the offers that stand below a label without anything between, a stray one as well."""
    below = False
    for i, block in enumerate(whole):
        if block.kind is Kind.AD_LABEL or any_country().strength(block.text) is not None:
            below = True
        elif below := below and _is_an_offer(block):
            yield i


def _below_the_end(whole: Sequence[Block], gone: Collection[int]) -> Iterator[Sequence[int]]:
    """Yield the runs between lines of a page that stand below the first of them and below all of the story."""
    end = max((i for i, block in enumerate(whole) if block.editorial), default=-1)
    run: list[int] = []
    for i in range(min(gone, default=len(whole)), len(whole)):
        if i not in gone:
            run.append(i)
            continue
        if run and run[0] > end:
            yield run
        run = []
    if run and run[0] > end:
        yield run
