"""A line that says who wrote the story is the story's, and so is the headline right above it."""

from collections.abc import Sequence

from desk.checks.ads.labels import any_country
from desk.checks.ads.model import ChainState
from desk.checks.ads.page_lines import page_line
from desk.checks.ads.roles import is_headline, signs_for_the_paper
from desk.checks.ads.shape import shape
from desk.text.blocks import Block
from desk.text.bylines import byline
from desk.text.matcher import matcher

_REACH = 4
"""Blocks below a byline within which its story begins; in a list of other stories the next title stands there."""
_FAR = 60
"""Blocks above a byline in which the label of its advertisement is looked for."""
_PAID = frozenset({ChainState.PAID, ChainState.PAID_BEFORE, ChainState.PAID_AFTER})


def signed_above(blocks: Sequence[Block], states: list[ChainState], settled: Sequence[bool]) -> None:
    """Set bylines with their story below, and the headlines right above them, to be of the story.

    What is `settled` stays, and so does a byline below a label, where an advertisement is written like a story.
    """
    for i in range(len(blocks)):
        if states[i] is ChainState.COPY or settled[i] or not _signs(blocks[i].text):
            continue
        if not _has_story(blocks, states, i) or _is_labelled(blocks, states, i):
            continue
        states[i] = ChainState.COPY
        if i + 1 < len(blocks) and not settled[i + 1] and _PLACE.match(blocks[i + 1].text):
            states[i + 1] = ChainState.COPY
        if i and not settled[i - 1] and _heads(blocks[i - 1].text):
            states[i - 1] = ChainState.COPY


def _signs(text: str) -> bool:
    return byline(text) or signs_for_the_paper(text)


_PLACE = matcher(r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,2}(?:, [A-Z]{3,9}\.? \d{1,2})?$")
"""Where a story was written, in capitals on a line of its own: “PALAKKAD”, “LATUR, OCT. 28”."""


def _has_story(blocks: Sequence[Block], states: Sequence[ChainState], i: int) -> bool:
    below = range(i + 1, min(i + 1 + _REACH, len(blocks)))
    return any((states[j] is ChainState.COPY or states[j] in _PAID) and shape(blocks[j].text).prose for j in below)


def _is_labelled(blocks: Sequence[Block], states: Sequence[ChainState], i: int) -> bool:
    first = i
    while first and i - first < _FAR and states[first - 1] in _PAID:
        first -= 1
    above = blocks[max(0, first - 1) : i]
    return any(any_country().strength(block.text) is not None for block in above)


def _heads(text: str) -> bool:
    return is_headline(text) and page_line(text) is None
