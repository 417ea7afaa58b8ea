"""The copy map: what each block of a manuscript is, with the reasons, so that copy, ads and leftovers stay apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from desk.checks.ads.among_tables import put_among, tables_among
from desk.checks.ads.bylines import signed_above
from desk.checks.ads.features import features
from desk.checks.ads.few_boxes import lines_of_boxes, told_by_themselves
from desk.checks.ads.headlines import headline_above_its_byline
from desk.checks.ads.kinship import strangers
from desk.checks.ads.label_places import boxed, misplaced
from desk.checks.ads.labels import Strength, any_country
from desk.checks.ads.letters import set_letters
from desk.checks.ads.marks import MARKS, BlockMark
from desk.checks.ads.model import ChainState, Weights, best_path, weights
from desk.checks.ads.page_lines import page_line
from desk.checks.ads.reasons import WHERE, reasons
from desk.checks.ads.roles import plainly_furniture, roles
from desk.checks.ads.second_thoughts import think_again
from desk.checks.ads.set_aside import set_aside, stays_the_story
from desk.text.blocks import Block, BlockRole, Kind, Manuscript
from desk.text.cut import cut
from desk.text.tables import is_table, parted
from desk.text.words import grouped

NONE_BY_HAND: Mapping[int, Kind] = MappingProxyType({})

_FEWEST = 3
"""Blocks: in a shorter text nothing can be told from its surroundings, so all of it is copy."""
_SHORT = 12
"""Blocks: where a text of no more has no running prose, each block is judged by itself."""
MOST_BLOCKS = 20_000
"""Blocks: a text with more is no story, and reading the map of it would take longer than a second."""
TOO_MANY = (
    f"The text has more than {grouped(MOST_BLOCKS)} paragraphs, so ads were not looked for. Cut it into stories and "
    "open them one by one."
)
_PAID = frozenset({ChainState.PAID, ChainState.PAID_BEFORE, ChainState.PAID_AFTER})
_UNPAID = {
    ChainState.PAID: ChainState.LEFTOVER,
    ChainState.PAID_BEFORE: ChainState.BEFORE,
    ChainState.PAID_AFTER: ChainState.AFTER,
}
_NEWSLETTER = frozenset({BlockMark.NEWSLETTER_SHORT, BlockMark.NEWSLETTER_LONG})
"""The publisher's own offer by mail: left over from its page, not paid for by somebody else."""
_PRICED = frozenset({BlockMark.PRICE, BlockMark.RUPEES, BlockMark.DISCOUNT})
_BY_HAND = "set by hand"
HEADINGS = frozenset({BlockRole.HEADLINE, BlockRole.CROSSHEAD})
_COLUMNS = {
    Kind.COPY: (0,),
    Kind.FURNITURE: (0,),
    Kind.PAID: (1,),
    Kind.AD_LABEL: (1,),
    Kind.LEFTOVER: (2, 3),
}
_OUT_OF_REACH = -1e6
LABELS, CLOSES = "labels the paid text below it", "ends the box of an advertisement"
STRAY = "is the label of an advertisement that is not here"
_LEFT = frozenset({ChainState.LEFTOVER, ChainState.BEFORE, ChainState.AFTER})
MISPLACED = "labels paid text, but from the wrong place"


def mapped(manuscript: Manuscript, by_hand: Mapping[int, Kind] = NONE_BY_HAND, by: Weights | None = None) -> Manuscript:
    """Return the manuscript with kind, role and reasons for every block; every line that is not empty is in one.

    `by_hand` (block start in code points -> kind) always wins. What a reader already marked (a Markdown heading, code)
    stays as it is. Blocks are cut at single newlines that are plainly no soft wraps. Linear in the length of the text.
    `by` are other weights than the shipped ones, for fitting them.
    """
    blocks = pieces(manuscript)
    return manuscript.with_blocks(tuple(_settled(blocks, _judged(blocks, by or weights(), by_hand), by_hand)))


def pieces(manuscript: Manuscript) -> list[Block]:
    """Return the blocks that get a kind each: those of the reader, cut where a single newline is no soft wrap."""
    return [part for block in manuscript.blocks for part in _parts(block)]


def _parts(block: Block) -> Iterable[Block]:
    if not _open(block):
        return (block,)
    parts = parted(block) if "\t" in block.text else (block,)
    return chain.from_iterable((part,) if is_table(part.text) else cut(part) for part in parts)


def _open(block: Block) -> bool:
    """Return whether the reader left it to us to say what the block is; a heading may be that of an advertisement."""
    return (block.kind is Kind.COPY and block.role is BlockRole.BODY) or block.role in HEADINGS


def _settled(blocks: Sequence[Block], judged: Sequence[Block], by_hand: Mapping[int, Kind]) -> Iterable[Block]:
    for read, block in zip(blocks, judged, strict=True):
        kind = by_hand.get(block.start)
        if kind is not None:
            role = block.role if kind is Kind.FURNITURE else BlockRole.BODY
            yield block.marked(kind, _BY_HAND, role=role, by_hand=True)
        else:
            yield read if not _open(read) or (read.role in HEADINGS and block.editorial) else block


def _judged(blocks: Sequence[Block], by: Weights, by_hand: Mapping[int, Kind]) -> list[Block]:
    if len(blocks) > MOST_BLOCKS:
        return list(blocks)
    fixed = [by_hand.get(b.start, None if _open(b) else b.kind) for b in blocks]
    tables = tables_among(blocks, fixed)
    kept = [i for i in range(len(blocks)) if i not in tables]
    rest = [blocks[i] for i in kept]
    read = judged(rest, _shown(rest), by, [fixed[i] for i in kept])
    return list(put_among(blocks, dict(zip(kept, read, strict=True)), tables)) if tables else read


def _shown(blocks: Sequence[Block]) -> list[frozenset[str]]:
    return features([block.text for block in blocks], [block.role in HEADINGS for block in blocks])


def judged(
    blocks: Sequence[Block], shown: Sequence[frozenset[str]], by: Weights, fixed: Sequence[Kind | None] = ()
) -> list[Block]:
    """Return the blocks with kind, role and reasons; `shown` are the features of each.

    `fixed` are the kinds that a person or a reader settled; the others are judged in their light. Where boxes of a page
    stand in the text it is judged once more without them, and what is the story's then stays so.
    """
    fixed = fixed or [None] * len(blocks)
    whole = _story(blocks, shown, by, fixed)
    aside = set_aside(blocks, fixed)
    settled = [kind is not None for kind in fixed]
    more = lines_of_boxes(whole, shown, aside, settled)
    if not aside and more is None:
        return whole
    kept = [i for i in range(len(blocks)) if i not in aside and i not in (more or ())]
    rest = [blocks[i] for i in kept]
    read = _story(rest, _shown(rest), by, [fixed[i] for i in kept]) if len(rest) < len(blocks) else whole
    if more is not None:
        notes = next((i for i in aside if (line := page_line(blocks[i].text)) and line.notes), len(blocks))
        taken = [settled[i] or whole[i].kind is Kind.PAID or i > notes for i in kept]
        read = told_by_themselves(read, [shown[i] for i in kept], taken)
    story = dict(zip(kept, read, strict=True))
    stays = stays_the_story([story.get(i) for i in range(len(blocks))])
    paid = {i for i, block in enumerate(whole) if block.kind is Kind.PAID and not aside}
    keeps = {i for i, block in story.items() if (i in stays and i not in paid) or whole[i].editorial}
    if more is not None:
        keeps -= strangers(whole, more | aside.keys())
    return _put_back(blocks, [story[i] if i in keeps else whole[i] for i in range(len(blocks))], aside)


def _put_back(blocks: Sequence[Block], judged: Sequence[Block], aside: Mapping[int, str]) -> list[Block]:
    """Return the blocks as judged, and among them what was set aside."""
    out = list(judged)
    own = [i for i, block in enumerate(out) if i not in aside and block.editorial]
    for i, reason in aside.items():
        beside = {out[j].kind for j in (i - 1, i + 1) if 0 <= j < len(out)}
        inside = bool(own) and own[0] < i < own[-1]
        where = ChainState.LEFTOVER if inside else ChainState.AFTER if own and i > own[0] else ChainState.BEFORE
        kind = Kind.PAID if beside == {Kind.PAID} else Kind.LEFTOVER  # the last line of an offer, above the next one
        out[i] = blocks[i].marked(kind, reason, WHERE[where])
    return out


def _story(
    blocks: Sequence[Block], shown: Sequence[frozenset[str]], by: Weights, fixed: Sequence[Kind | None]
) -> list[Block]:
    """Return the same of blocks of which none was set aside."""
    boxes = boxed([block.text for block in blocks])
    told = len(blocks) >= _FEWEST or bool(boxes)
    if told:
        kinds = [kind or (Kind.PAID if i in boxes else None) for i, kind in enumerate(fixed)]
        states = best_path([_held(by.scores(row), kind) for row, kind in zip(shown, kinds, strict=True)], by)
        if len(blocks) < _SHORT and all(BlockMark.NO_PROSE_AT_ALL in row for row in shown):
            states = [_by_itself(state, row, kind) for state, row, kind in zip(states, shown, kinds, strict=True)]
    else:
        states = [ChainState.COPY] * len(blocks)
    states = [_as_written(*one) for one in zip(blocks, states, shown, strict=True)]
    settled = boxes | {i for i, kind in enumerate(fixed) if kind is not None}
    think_again(blocks, states, settled)
    set_letters(blocks, states, settled)
    signed_above(blocks, states, [i in boxes or kind is not None for i, kind in enumerate(fixed)])
    _headline_above(shown, states, fixed)
    headline_above_its_byline(blocks, states, fixed, [bool(row & _WEBSITE) for row in shown])
    _furniture_beside(blocks, states, fixed)
    labels = _labels(blocks, states, fixed)
    for i, row in enumerate(shown):
        if fixed[i] is None and states[i] in _UNPAID and i not in boxes and row & _NEWSLETTER and not row & _PRICED:
            states[i] = _UNPAID[states[i]]
    editorial = [state is ChainState.COPY and i not in labels for i, state in enumerate(states)]
    parts = roles([block.text for block in blocks], editorial)
    return [
        block.marked(Kind.AD_LABEL, labels[i]) if i in labels else _marked(block, states[i], shown[i], parts[i], by)
        for i, block in enumerate(blocks)
    ]


def _headline_above(shown: Sequence[frozenset[str]], states: list[ChainState], fixed: Sequence[Kind | None]) -> None:
    """Set the line right above the story to be of it if it tells in a few words what the story tells."""
    first = next((i for i, state in enumerate(states) if state is ChainState.COPY), 0)
    above = first - 1
    if above >= 0 and fixed[above] is None and states[above] is ChainState.BEFORE:
        row = shown[above]
        if row & _TOLD and row & _HEADLINE_LONG and not row & _WEBSITE:
            states[above] = ChainState.COPY


_TOLD = frozenset({BlockMark.TOLD_BELOW_NEAR_MOST, BlockMark.TOLD_BELOW_FAR_MOST})
_HEADLINE_LONG = frozenset({BlockMark.WORDS_4_6, BlockMark.WORDS_7_11, BlockMark.WORDS_12_19})
_WEBSITE = frozenset(
    {
        BlockMark.SEPARATORS,
        BlockMark.MENU_ALL,
        BlockMark.MENU_HALF,
        BlockMark.ENDS_SENTENCE,
        BlockMark.COUNTER,
        BlockMark.ARROW,
        BlockMark.BULLET,
    }
) | {
    MARKS[f"{name}:short"]
    for name in ("related", "share", "comments", "account", "legal", "contact", "newsletter", "cookies")
}


def _furniture_beside(blocks: Sequence[Block], states: list[ChainState], fixed: Sequence[Kind | None]) -> None:
    """Set bylines, datelines and captions right beside lines of the story to be of the story too."""
    for i in range(len(blocks)):
        if fixed[i] is not None or states[i] not in (ChainState.BEFORE, ChainState.LEFTOVER):
            continue
        above = i > 0 and states[i - 1] is ChainState.COPY
        below = i + 1 < len(blocks) and states[i + 1] is ChainState.COPY
        if (above or below) and plainly_furniture(blocks[i].text):
            states[i] = ChainState.COPY


def _as_written(block: Block, state: ChainState, row: frozenset[str]) -> ChainState:
    """Return what a block is that stood in the document of a word processor: left over only if plainly a website's."""
    if BlockMark.AUTHOR_BOX in row and state is ChainState.COPY:
        return ChainState.AFTER
    return ChainState.COPY if block.written and state in _LEFT and not row & _PASTED else state


def _by_itself(state: ChainState, row: frozenset[str], kind: Kind | None) -> ChainState:
    """Return what a block is where no running prose tells what the story is: copy, unless it plainly is a website's."""
    if kind is not None:
        return state
    return ChainState.LEFTOVER if row & _PLAINLY_WEB else ChainState.COPY


_PASTED = frozenset(
    {
        BlockMark.COMMENTS_COUNTER,
        BlockMark.SHARE_SHORT,
        BlockMark.COOKIES_SHORT,
        BlockMark.ACCOUNT_SHORT,
        BlockMark.NEWSLETTER_SHORT,
    }
)
"""What tells that a page was pasted into a document; lists of links and menus are lists there."""
_PLAINLY_WEB = frozenset(
    {
        BlockMark.COMMENTS_COUNTER,
        BlockMark.SHARE_SHORT,
        BlockMark.RELATED_SHORT,
        BlockMark.LEGAL_SHORT,
        BlockMark.COOKIES_SHORT,
    }
) | {
    BlockMark.ACCOUNT_SHORT,
    BlockMark.NEWSLETTER_SHORT,
    BlockMark.MENU_ALL,
    BlockMark.SEPARATORS,
    BlockMark.LINKED,
}


def _held(row: Sequence[float], kind: Kind | None) -> Sequence[float]:
    """Return the scores with every column out of reach that is not of the kind."""
    if kind is None:
        return row
    return [value if column in _COLUMNS[kind] else _OUT_OF_REACH for column, value in enumerate(row)]


def _labels(blocks: Sequence[Block], states: list[ChainState], fixed: Sequence[Kind | None]) -> dict[int, str]:
    """Return which blocks label paid text, and why; a label without any is a leftover, and so set."""
    known = any_country()
    paid = [(state in _PAID if kind is None else kind is Kind.PAID) for state, kind in zip(states, fixed, strict=True)]
    found = [
        i
        for i, block in enumerate(blocks)
        if fixed[i] is None and (known.strength(block.text) is not None or known.closes(block.text))
    ]
    names = set(found)
    labels: dict[int, str] = {}
    for i in reversed(found):
        if known.closes(blocks[i].text) and i and paid[i - 1]:
            labels[i] = CLOSES
        elif i + 1 < len(blocks) and (i + 1 in labels if i + 1 in names else paid[i + 1]):
            labels[i] = LABELS
        elif misplaced(i, paid, names):
            labels[i] = MISPLACED
        else:
            strong = known.strength(blocks[i].text) is not Strength.WEAK
            states[i] = _UNPAID.get(
                states[i], ChainState.LEFTOVER if strong and states[i] is ChainState.COPY else states[i]
            )
    return labels


def _marked(block: Block, state: ChainState, shown: frozenset[str], role: BlockRole, by: Weights) -> Block:
    if state in _LEFT and any_country().strength(block.text) is not None:
        return block.marked(Kind.LEFTOVER, STRAY, *reasons(shown, state, by)[-1:])
    if state is ChainState.COPY:
        if role is BlockRole.BODY:
            if block.kind is Kind.COPY and block.role is BlockRole.BODY and not block.reasons:
                return block
            return replace(block, kind=Kind.COPY, role=BlockRole.BODY, reasons=())
        return block.marked(Kind.FURNITURE, f"has the form and place of a {role}", role=role)
    kind = Kind.PAID if state in _PAID else Kind.LEFTOVER
    return block.marked(kind, *reasons(shown, state, by))
