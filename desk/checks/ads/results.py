"""Scores, standings and lines of results within a story or below it are the story's, though no row is a sentence."""

from collections.abc import Collection, Sequence

from desk.checks.ads.model import ChainState
from desk.checks.ads.page_lines import page_line
from desk.checks.ads.shape import shape
from desk.text.blocks import Block
from desk.text.matcher import matcher

_LEFT = frozenset({ChainState.BEFORE, ChainState.LEFTOVER, ChainState.AFTER})
_ROW = matcher(r"(?:\d{1,2}[.)] )?[^\W\d_][^\n:|»]{1,40}? \d{1,3}(?:[-–.:]\d{1,3})+(?! ?[ap]\.?m\b)(?: [^\n]{0,60})?$")
"""A name and its result: “Hutto 7-1”, “SWANS 3.2 6.5 9.9 12.11 (83)”; a bare number is a counter of the page."""
_NAME = matcher(r"\b(?!\w+day\b)(?=[^\W\d_]{4})[^\W\d_a-z]\w*")
"""A word with a capital, and no day: hours of business stand in such rows as well."""
_ROWS = 2
_LONGEST_HEADING, _SENTENCE = 5, 8
"""Words: of a line that heads rows at most, and of a paragraph that may name one of them at least."""


def set_results(blocks: Sequence[Block], states: list[ChainState], settled: Collection[int]) -> None:
    """Set rows of results that were taken for left over to be of the story, with the lines that head them; linear.

    Two rows or more stand together, and one of their names stands in a paragraph of the story.
    """
    told: frozenset[str] | None = None
    first = 0
    while first < len(blocks):
        behind, rows = first, 0
        while behind < len(blocks) and behind not in settled and states[behind] in _LEFT and _is_rows(blocks[behind]):
            rows += blocks[behind].text.count("\n") + 1
            behind += 1
        if rows >= _ROWS:
            told = _told(blocks, states) if told is None else told
            if told & _names(blocks[first:behind]):
                _set_with_headings(blocks, states, settled, range(first, behind))
        first = max(behind, first + 1)


def _is_rows(block: Block) -> bool:
    return all(_ROW.match(line.strip()) for line in block.text.split("\n"))


def _names(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(word.casefold() for block in blocks for word in _NAME.findall(block.text))


def _told(blocks: Sequence[Block], states: Sequence[ChainState]) -> frozenset[str]:
    own = [
        block
        for block, state in zip(blocks, states, strict=True)
        if state is ChainState.COPY and shape(block.text).words >= _SENTENCE
    ]
    return _names(own)


def _set_with_headings(
    blocks: Sequence[Block], states: list[ChainState], settled: Collection[int], rows: range
) -> None:
    beside = [i for i in (rows[0] - 1, rows[-1] + 1) if 0 <= i < len(blocks) and i not in settled]
    for i in (*rows, *(i for i in beside if states[i] in _LEFT and _heads(blocks[i].text))):
        states[i] = ChainState.COPY


def _heads(text: str) -> bool:
    return shape(text).words <= _LONGEST_HEADING and text[-1:] not in ".!?" and page_line(text) is None
