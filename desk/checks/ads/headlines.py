"""The headline above a standfirst or a byline, where it shares no word with the story, for headlines play on words."""

from collections.abc import Sequence

from desk.checks.ads.marks import BlockMark
from desk.checks.ads.model import ChainState
from desk.checks.ads.roles import is_a_name
from desk.checks.ads.set_aside import is_told_below
from desk.checks.ads.shape import shape
from desk.text.blocks import Block, Kind
from desk.text.bylines import byline

_FEWEST, _MOST = 4, 20
"""Words of a headline, the fewest with spaces between them: an address on the web has none."""
_STANDFIRST = 11
"""Words: a longer line below a headline adds to it; a shorter one is the headline itself."""
_MENU = 3
"""Words: a line of no more above a headline is of the page's menu; a longer one may be a list of other headlines."""
_HEAD = 4
"""Lines from a standfirst to its byline."""


def headline_above_its_byline(
    blocks: Sequence[Block], states: list[ChainState], fixed: Sequence[Kind | None], website: Sequence[bool]
) -> None:
    """Set the title right above the first line of the story to be of it, where that is a byline or a standfirst.

    `website` says of each block whether it shows by itself to be of a page.
    """
    top = next((i for i, state in enumerate(states) if state is ChainState.COPY), 0)
    above = top - 1
    if above < 0 or fixed[above] is not None or website[above] or states[above] is not ChainState.BEFORE:
        return
    if above and not (website[above - 1] or shape(blocks[above - 1].text).words <= _MENU):
        return
    text, seen = blocks[above].text, shape(blocks[above].text)
    titled = (
        len(text.split()) >= _FEWEST
        and seen.words <= _MOST
        and BlockMark.ENDS_SENTENCE not in seen.marks
        and not byline(text)
    )
    if titled and (_is_signed(blocks[top].text) or _is_a_standfirst(blocks, top)):
        states[above] = ChainState.COPY


def _is_a_standfirst(blocks: Sequence[Block], top: int) -> bool:
    """Return whether a line of some length stands above a byline, and is no headline whose words are told below."""
    seen = shape(blocks[top].text)
    below = blocks[top + 1 : top + _HEAD]
    if seen.words < _STANDFIRST or seen.prose or not any(_is_signed(block.text) for block in below):
        return False
    return BlockMark.ENDS_SENTENCE in seen.marks or not is_told_below(blocks, top, seen)


def _is_signed(text: str) -> bool:
    return byline(text) or is_a_name(text)
