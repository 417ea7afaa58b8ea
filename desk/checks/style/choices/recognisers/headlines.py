"""Headlines: whether each word has a capital."""

from collections.abc import Iterator, Sequence

from desk.checks.style.choices.choice import FormPlace
from desk.text.blocks import Block, BlockRole
from desk.text.matcher import matcher

_LONG = matcher(r"(?<=\s)[A-Za-z][a-z’']{3,}(?![\w-])")
"""Words of four letters and more but for the first: the short ones are small in most title case too."""


def _headlines(blocks: Sequence[Block]) -> Iterator[Block]:
    return (block for block in blocks if block.role is BlockRole.HEADLINE)


def case(blocks: Sequence[Block]) -> Iterator[tuple[Block, FormPlace]]:
    """Yield each headline, by whether all its long words have a capital."""
    for block in _headlines(blocks):
        words = _LONG.findall(block.flat)
        if len(words) > 1:
            form = "title" if all(word[0].isupper() for word in words) else "sentence"
            yield block, FormPlace("headlines.case", "", form, 0, len(block.text))
