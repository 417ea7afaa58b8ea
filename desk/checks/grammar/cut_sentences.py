"""Sentences that were cut short: a paragraph, or a sentence, that ends with a word no sentence ends with."""

import re
from collections.abc import Iterator

from desk.checks.grammar.reading import Slip
from desk.text.blocks import Block, BlockRole, Kind

RULE = "COPYDESK_CUT_SENTENCE"
_WITHIN = re.compile(r"(?<=[a-z,] )(?P<word>the|an|and|or|its|their|our|my|your|because|although)\.(?=[ ”\"]|$)")
_AT_THE_END = re.compile(
    r"(?<=[a-z,] )(?P<word>the|an?|and|or|but|of|to|from|with|by|for|at|into|his|her|its|their|our|your|my|that|which|"
    r"who|because|although|has|have|had|was|were|is|are|will|would|could|should|may|might|than|as)$"
)
_FEWEST = 6
"""Words: shorter lines are labels and headings, which end anywhere."""


def slips(block: Block) -> Iterator[Slip]:
    """Yield a slip on each word with which a sentence of the copy breaks off."""
    text = block.flat
    if block.kind is not Kind.COPY or block.role is not BlockRole.BODY or text.count(" ") < _FEWEST - 1:
        return
    for found in _WITHIN.finditer(text):
        yield _slip(found, ("",) if found["word"] in {"and", "or"} else ())
    last = _AT_THE_END.search(text.rstrip())
    if last:
        yield _slip(last)


def _slip(found: re.Match[str], suggestions: tuple[str, ...] = ()) -> Slip:
    start, end = found.span("word")
    message = f"The sentence breaks off at “{found['word']}”: were words cut behind it?"
    return Slip(RULE, start, end, message, suggestions, "COPYDESK_CUTS", "grammar")
