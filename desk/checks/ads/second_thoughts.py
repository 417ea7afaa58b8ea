"""Where neighbours tell more than weights: titles below a label are paid, lone lines and people who hope are not."""

import re
from collections.abc import Collection, Sequence
from itertools import compress, groupby, pairwise

from desk.checks.ads.labels import any_country
from desk.checks.ads.marks import BlockMark
from desk.checks.ads.model import ChainState
from desk.checks.ads.offers import is_plainly_offered
from desk.checks.ads.results import set_results
from desk.checks.ads.shape import shape
from desk.text.blocks import Block
from desk.text.bylines import byline
from desk.text.matcher import matcher

_PAID = frozenset({ChainState.PAID, ChainState.PAID_BEFORE, ChainState.PAID_AFTER})
_FEW = 6
"""Words: a line of no more sells nothing by itself; it is a crosshead or a line of a list."""
_LONGEST_TITLE = 16
_SOLD = frozenset(
    {BlockMark.PRICE, BlockMark.RUPEES, BlockMark.DISCOUNT, BlockMark.CODE, BlockMark.BRAND, BlockMark.MEASURE}
) | {BlockMark.TRADEMARK, BlockMark.ADDRESS, BlockMark.OFFER_SHORT, BlockMark.SHOP, BlockMark.GOODS}
_SOMEBODY = matcher(
    r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+,? (?:who |also |still )?"
    r"(?:hopes?|says?|said|believe[sd]?|thinks?|thought|wants?|wanted|plan(?:s|ned)|expect(?:s|ed)|told|added"
    r"|argue[sd]|insist(?:s|ed))\b"
)
"""Somebody by name who says or hopes something, as stories have them and advertisements hardly do."""
_SAID = matcher(
    r"[”\"],? (?:said|says|told|added|asked|wrote) (?:the )?[A-Z]\w"
    r"|[”\"],? [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:said|says|added|asked)\b"
)
"""Words that somebody is quoted with."""
_STEP = matcher(r"^\(?(\d{1,2})[.):]?\s+\S.*[.!]$", re.DOTALL)
_AMOUNT = matcher(
    r"^(?:\d[\d/.,]*(?: \d/\d)?[½¼¾⅓⅔]?|[½¼¾⅓⅔]|an?|half|one|two|three) ?(?:x ?)?\d*"
    r"(?:g|kg|ml|cl|l|litres?|tsp|tbsp|teaspoons?|tablespoons?|cups?|oz|ounces?|lbs?|pounds?|pinch|handful|cloves?|bunch|sprigs?)\b",
    re.IGNORECASE,
)
_ROWS = 2
"""Steps or amounts that make instructions or a recipe."""
_LONGEST_LIST = 40
_OF_A_PERSON = matcher(r"(?:She|He|Her|His)\b(?!.*\b(?:your?|our|we)\b)", re.DOTALL)
"""Whom the story named before: an advertisement of one paragraph names whoever it is about."""
_OFFERED = matcher(
    r"\b(?:from|only|just|now|at) (?:only |just )?[$£€₹]"
    r"|\b\d{3}[-. ]\d{4}\b|\b0\d{2,4} \d{3}|\b0 ?%|[$£€₹][\d,.]+ a month\b",
    re.IGNORECASE,
)
"""A price as an offer names it, a telephone number, a loan: they sell, whoever is to have the goods."""
_COSTING = matcher(r"\b(?:cost|charg|pa(?:y|id)|earn|spen[dt]|sold|worth|price)\w*", re.IGNORECASE)
"""How a story comes to a price: somebody pays it."""
_TO_THE_READER = frozenset({BlockMark.YOU, BlockMark.YOU_2_PLUS, BlockMark.PITCH, BlockMark.WE}) | _SOLD


def think_again(blocks: Sequence[Block], states: list[ChainState], settled: Collection[int]) -> None:
    """Set right what stands between a label and paid text, and what alone is taken for paid; linear."""
    _lists_of_the_story(blocks, states, settled)
    _lists_begun(blocks, states, settled)
    _list_behind_the_end(blocks, states, settled)
    set_results(blocks, states, settled)
    _told_to_the_reader(blocks, states, settled)
    _answers(blocks, states, settled)
    for i in range(len(blocks)):
        if i in settled:
            continue
        if states[i] is ChainState.COPY and _heads_paid_text(blocks, states, i):
            states[i] = states[i + 1]
        elif i == 0 and _is_a_heading(blocks, states):
            states[i] = ChainState.COPY
        elif states[i] is ChainState.PAID and _is_alone(states, i) and _sells_nothing(blocks[i]):
            states[i] = states[i] if _is_labelled(blocks, i) else ChainState.COPY


def _lists_of_the_story(blocks: Sequence[Block], states: list[ChainState], settled: Collection[int]) -> None:
    """Set runs within the story that give steps or amounts, and offer nothing, to be of the story: its recipes."""
    first = 0
    while first < len(blocks):
        behind = first
        while behind < len(blocks) and states[behind] in _WITHIN and behind not in settled:
            behind += 1
        begun = first
        while begun and behind > first and _AMOUNT.match(blocks[begun - 1].text):
            begun -= 1
        if first < behind <= first + _LONGEST_LIST and _instructs(blocks[begun:behind]):
            states[first:behind] = [ChainState.COPY] * (behind - first)
        else:
            rows = _rows_below_a_heading(blocks, states, range(first, behind))
            states[first : first + rows] = [ChainState.COPY] * rows
        first = max(behind, first + 1)


def _rows_below_a_heading(blocks: Sequence[Block], states: Sequence[ChainState], run: range) -> int:
    """Return how many blocks at the head of a run are the steps or amounts of a box, the heading being the story's.

    What is offered right below them is none of theirs. Steps that speak of “your” things, or of “us”, are an offer's.
    """
    heading = blocks[run.start - 1] if run.start and states[run.start - 1] is ChainState.COPY else None
    if not run or heading is None or not _is_title(heading.text) or any_country().strength(heading.text) is not None:
        return 0
    rows = 0
    while rows < len(run) and all(_STEP.match(s) or _AMOUNT.match(s) for s in blocks[run[rows]].text.split("\n")):
        rows += 1
    box = blocks[run.start : run.start + rows]
    return rows if _instructs(box) and not any(_TO_YOU.search(block.flat) for block in box) else 0


def _list_behind_the_end(blocks: Sequence[Block], states: list[ChainState], settled: Collection[int]) -> None:
    """Set amounts and steps right below the last paragraph of the story to be of it, as far as they reach."""
    first = max((i for i, state in enumerate(states) if state is ChainState.COPY), default=-1) + 1
    if not first:
        return
    behind = begun = first
    while begun and _AMOUNT.match(blocks[begun - 1].text):
        begun -= 1
    for i in range(first, min(first + _LONGEST_LIST, len(blocks))):
        if i in settled or states[i] is not ChainState.AFTER:
            break
        seen = shape(blocks[i].text)
        says = BlockMark.ENDS_SENTENCE in seen.marks and seen.words >= _FEW
        if _AMOUNT.match(blocks[i].text) or _STEP.match(blocks[i].text) or says:
            behind = i + 1
        elif i - behind >= _HEADINGS or i == begun:
            break
    if _instructs(blocks[begun:behind]):
        states[first:behind] = [ChainState.COPY] * (behind - first)


_HEADINGS = 3
"""Lines between two rows of a recipe: one without a measure, “Preparation”, “Step 1”."""


def _told_to_the_reader(blocks: Sequence[Block], states: list[ChainState], settled: Collection[int]) -> None:
    """Set what was taken for paid to be of a story that speaks to its readers all along, where nobody sells.

    The story's own paragraphs say whether it does: an advertisement says “you” too. Of each run taken for paid, cut at
    what sells, a block shares a word or a name with them.
    """
    seen = [shape(block.text) for block in blocks]
    own = [told for told, state in zip(seen, states, strict=True) if state is ChainState.COPY]
    to_readers = [bool(told.marks & _YOU) for told in own if told.prose]
    if not any(to_readers) or 2 * sum(to_readers) < len(to_readers):
        return
    open_to_it = [
        state is ChainState.PAID and i not in settled and not (_is_labelled(blocks, i) or _sells(blocks[i]))
        for i, state in enumerate(states)
    ]
    of_all = sum(to_readers) + sum(bool(told.marks & _YOU) for told in compress(seen, open_to_it) if told.prose)
    if of_all < _OFTEN:
        return
    words = frozenset().union(*(told.content | told.names for told in own))
    for taken, run in groupby(range(len(blocks)), open_to_it.__getitem__):
        numbers = list(run)
        if taken and any((seen[i].content | seen[i].names) & words for i in numbers):
            states[numbers[0] : numbers[-1] + 1] = [ChainState.COPY] * len(numbers)


def _sells(block: Block) -> bool:
    return is_plainly_offered([block]) or bool(shape(block.text).marks & _OF_A_SELLER)


_YOU = frozenset({BlockMark.YOU, BlockMark.YOU_2_PLUS})
_OFTEN = 3
"""Paragraphs that say “you” outside quotations, and half of the story's own: travel and advice, news hardly ever."""
_OF_A_SELLER = frozenset(
    {BlockMark.BRAND, BlockMark.CODE, BlockMark.DISCOUNT, BlockMark.TRADEMARK, BlockMark.ADDRESS}
) | {BlockMark.WE, BlockMark.PRAISE_2_PLUS}
"""Goods by name, “our showroom”, or praise twice, none of which a guide to a place needs."""


def _answers(blocks: Sequence[Block], states: list[ChainState], settled: Collection[int]) -> None:
    """Set what answers its own short questions (“Who pays? About 145,000 households.”) to be of the story.

    An advertisement asks so too: half of the answers, and two of them, share a word or a name with the story, and none
    of the rows asks for “your” roof or speaks of “our” experts.
    """
    asked = [
        i
        for i, (block, state) in enumerate(zip(blocks, states, strict=True))
        if state in _ANSWERED | {ChainState.COPY} and i not in settled and _ASKED.match(block.text)
    ]
    plain = [i for i in asked if not (_is_labelled(blocks, i) or _sells(blocks[i]))]
    if len(plain) < _ROWS or is_plainly_offered([blocks[i] for i in asked]):
        return
    told = [shape(b.text) for i, b in enumerate(blocks) if states[i] is ChainState.COPY and i not in asked]
    words = frozenset().union(*(one.content | one.names for one in told if one.prose))
    answers = [shape(blocks[i].text.partition("?")[2]) for i in plain]
    of_it = sum(bool((one.content | one.names) & words) for one in answers)
    if of_it >= _ROWS and 2 * of_it >= len(plain) and not any(_OF_SOMEBODY.search(blocks[i].flat) for i in asked):
        for i in asked:
            states[i] = ChainState.COPY


_ASKED = matcher(r"(?:\S+ ){1,7}\S+\? [A-Z“\"‘£$€\d].*[.!?]$", re.DOTALL)
"""A question of eight words at most, and what answers it, in one paragraph."""
_OF_SOMEBODY = matcher(r"\b(?:your\b[^?]*\?|(?:we|us|our|ours)\b)", re.IGNORECASE)
"""What the reader has, asked for, or what the seller has."""
_TO_YOU = matcher(r"\b(?:your|yours|we|us|our|ours)\b", re.IGNORECASE)
_ANSWERED = frozenset({ChainState.PAID, ChainState.LEFTOVER, ChainState.AFTER})


def _lists_begun(blocks: Sequence[Block], states: list[ChainState], settled: Collection[int]) -> None:
    """Set the rows of a list whose sentence the story begins (“Traders must:”) to be of the story."""
    for i, block in enumerate(blocks):
        if states[i] is not ChainState.COPY or not block.text.rstrip().endswith(":") or _is_short(block):
            continue
        behind = i + 1
        while behind < len(blocks) and behind not in settled and _ROW.match(blocks[behind].text):
            behind += 1
        rows = blocks[i + 1 : behind]
        ended = sum(_ROW_ENDS.search(row.text) is not None for row in rows)
        if len(rows) >= _ROWS and 2 * ended >= len(rows) and not is_plainly_offered(rows):
            states[i + 1 : behind] = [ChainState.COPY] * len(rows)


def _is_short(block: Block) -> bool:
    return shape(block.text).words < _FEW


_ROW = matcher(r"\s*(?:[-–—•*·▪]|\(?(?:\d{1,2}|[a-z])[.)])\s+\S")
_ROW_ENDS = matcher(r"(?:[.;,!?]|; (?:and|or))[”\"’')]?\s*$")
"""How rows of a sentence end; those of a list of other stories end in nothing."""
_WITHIN = frozenset({ChainState.PAID, ChainState.LEFTOVER})


def _instructs(run: Sequence[Block]) -> bool:
    numbers = [int(step[1]) for block in run for line in block.text.split("\n") if (step := _STEP.match(line))]
    steps = sum(b == a + 1 for a, b in pairwise(numbers)) + 1 if numbers else 0
    amounts = sum(_AMOUNT.match(line) is not None for block in run for line in block.text.split("\n"))
    if max(steps, amounts) < _ROWS or is_plainly_offered(run):
        return False
    return not any(shape(block.text).marks & _COSTS for block in run)


_COSTS = frozenset({BlockMark.PRICE, BlockMark.RUPEES, BlockMark.BRAND})
"""What no recipe shows; “pour off 4 tablespoons” is no discount."""


_ONE_GROUND = frozenset({BlockMark.SELLING_0, BlockMark.SELLING_1})
"""Each of 21 planted advertisements of one block had two grounds or more; of 14 lone lines of stories ten had one."""
_PRICED = frozenset({BlockMark.PRICE, BlockMark.RUPEES, BlockMark.DISCOUNT, BlockMark.BRAND})


def _heads_paid_text(blocks: Sequence[Block], states: Sequence[ChainState], i: int) -> bool:
    """Return whether a line stands between a label and the paid text that it labels."""
    if not 0 < i < len(blocks) - 1 or states[i + 1] not in _PAID:
        return False
    return any_country().strength(blocks[i - 1].text) is not None and _is_title(blocks[i].text)


def _is_title(text: str) -> bool:
    seen = shape(text)
    return seen.words <= _LONGEST_TITLE and BlockMark.ENDS_SENTENCE not in seen.marks and not byline(text)


def _is_a_heading(blocks: Sequence[Block], states: Sequence[ChainState]) -> bool:
    """Return whether a title at the head was taken for paid, though nothing paid follows and it has no price."""
    if states[0] is not ChainState.PAID or (len(states) > 1 and states[1] in _PAID):
        return False
    return (
        _is_title(blocks[0].text) and not is_plainly_offered(blocks[:1]) and not shape(blocks[0].text).marks & _PRICED
    )


def _is_alone(states: Sequence[ChainState], i: int) -> bool:
    return all(states[j] is ChainState.COPY for j in (i - 1, i + 1) if 0 <= j < len(states))


def _is_labelled(blocks: Sequence[Block], i: int) -> bool:
    known = any_country()
    return any(known.strength(blocks[j].text) is not None for j in (i - 1, i + 1) if 0 <= j < len(blocks))


def _sells_nothing(block: Block) -> bool:
    if is_plainly_offered([block]):
        return False
    seen = shape(block.text)
    if _OF_A_PERSON.match(block.text) and not (seen.marks & _OF_A_SELLER or _OFFERED.search(block.flat)):
        return not seen.marks & _PRICED or _COSTING.search(block.flat) is not None
    if _SAID.search(block.flat):
        return True
    if seen.words <= _FEW:
        return not seen.marks & (_SOLD - {BlockMark.GOODS} | {BlockMark.ENDS_SENTENCE})
    if seen.marks & _ONE_GROUND and not seen.marks & _PRICED:
        return True
    return seen.prose and not seen.marks & _TO_THE_READER and _SOMEBODY.search(block.flat) is not None
