"""The copy map: what each block of a manuscript is, with the reasons, so that copy, ads and leftovers stay apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from desk.checks.ads.cut import cut
from desk.checks.ads.features import features
from desk.checks.ads.labels import any_country
from desk.checks.ads.model import State, best_path, weights
from desk.checks.ads.reasons import reasons
from desk.checks.ads.roles import roles
from desk.text.blocks import Block, Kind, Manuscript, Role

NONE_BY_HAND: Mapping[int, Kind] = MappingProxyType({})

_FEWEST = 3
"""Blocks: in a shorter text nothing can be told from its surroundings, so all of it is copy."""
MOST_BLOCKS = 20_000
"""Blocks: a text with more is no story, and reading the map of it would take longer than a second."""
_PAID = frozenset({State.PAID, State.PAID_BEFORE, State.PAID_AFTER})
_UNPAID = {
    State.PAID: State.LEFTOVER,
    State.PAID_BEFORE: State.BEFORE,
    State.PAID_AFTER: State.AFTER,
}
_BY_HAND = "set by hand"


def mapped(manuscript: Manuscript, by_hand: Mapping[int, Kind] = NONE_BY_HAND) -> Manuscript:
    """Return the manuscript with kind, role and reasons for every block; every line that is not empty is in one.

    `by_hand` (block start in code points -> kind) always wins. What a reader already marked (a Markdown heading, code)
    stays as it is. Blocks are cut at single newlines that are plainly no soft wraps. Linear in the length of the text.
    """
    blocks = [part for block in manuscript.blocks for part in _parts(block)]
    return manuscript.with_blocks(tuple(_settled(blocks, _judged(blocks), by_hand)))


def _parts(block: Block) -> Iterable[Block]:
    return cut(block) if _open(block) else (block,)


def _open(block: Block) -> bool:
    """Return whether the reader left it to us to say what the block is."""
    return block.kind is Kind.COPY and block.role is Role.BODY


def _settled(blocks: Sequence[Block], judged: Sequence[Block], by_hand: Mapping[int, Kind]) -> Iterable[Block]:
    for read, block in zip(blocks, judged, strict=True):
        kind = by_hand.get(block.start)
        if kind is not None:
            role = block.role if kind is Kind.FURNITURE else Role.BODY
            yield block.marked(kind, _BY_HAND, role=role, by_hand=True)
        else:
            yield block if _open(read) else read


def _judged(blocks: Sequence[Block]) -> list[Block]:
    if len(blocks) > MOST_BLOCKS:
        return list(blocks)
    shown = features([block.text for block in blocks])
    told = len(blocks) >= _FEWEST
    states = best_path([weights().scores(row) for row in shown], weights()) if told else [State.COPY] * len(blocks)
    labels = _labels(blocks, states)
    editorial = [state is State.COPY and i not in labels for i, state in enumerate(states)]
    parts = roles([block.text for block in blocks], editorial)
    return [
        _labelled(block) if i in labels else _marked(block, states[i], shown[i], parts[i])
        for i, block in enumerate(blocks)
    ]


def _labels(blocks: Sequence[Block], states: list[State]) -> set[int]:
    """Return which blocks label the paid text below them; a label with none below is a leftover, and so set."""
    found = {i for i, block in enumerate(blocks) if any_country().strength(block.text) is not None}
    labels = {i for i in found if i + 1 < len(blocks) and states[i + 1] in _PAID}
    for i in found - labels:
        states[i] = _UNPAID.get(states[i], states[i])
    return labels


def _labelled(block: Block) -> Block:
    return block.marked(Kind.AD_LABEL, "labels the paid text below it")


def _marked(block: Block, state: State, shown: frozenset[str], role: Role) -> Block:
    if state is State.COPY:
        if role is Role.BODY:
            return replace(block, kind=Kind.COPY, reasons=())
        return block.marked(Kind.FURNITURE, f"has the form and place of a {role}", role=role)
    kind = Kind.PAID if state in _PAID else Kind.LEFTOVER
    return block.marked(kind, *reasons(shown, state, weights()))
