"""Which notes of writers can be deleted so that the sentence around them stands, and with how much of its spacing."""

import re

from desk.text.blocks import Block
from desk.text.matcher import matcher
from desk.text.spans import Span

_ASIDE = matcher(
    r"\((?:CQ|sp|spelling|check|confirm|verify|\?+| *)\??\)|\[(?:CQ|\?+| *)\]|"
    r"\[ ?(?:check|checks|checking|confirm|verify|fact[- ]?check|query)\b[^\]]*\]|CQ",
    re.IGNORECASE,
)
"""What says something of the words before it; TK, XXX, [insert name] and the like stand in the place of words."""
_WANTS_MORE = matcher(
    r"(?:^|[^\w’'])(?:a|about|after|against|and|around|as|at|because|before|between|but|by|during|for|from|if|in|into|is|"
    r"its|nearly|no|of|on|or|our|over|said|says|since|some|than|that|the|their|then|these|this|those|to|towards?|under|"
    r"until|was|were|when|which|while|who|with|[$£€])\s*$",
    re.IGNORECASE,
)
"""Words that no sentence and no clause ends with."""


def deletable(block: Block, start: int, end: int) -> Span | None:
    """Return what of a block goes with a note at `start` to `end` (code points of the block); None if words must come.

    A note that is its whole block goes, unless it stands for words; an aside goes with the space on one side of it.
    """
    text = block.text
    if _ASIDE.fullmatch(text[start:end]) is None or _WANTS_MORE.search(text[:start]):
        return None
    before, after = text[:start], text[end:]
    if before and before[-1].isspace():
        start -= len(before) - len(before.rstrip())
    elif not before:
        end += len(after) - len(after.lstrip())
    elif after[:1].isalnum() and before[-1].isalnum():
        return None  # it was the only thing that parted two words
    return Span(block.start + start, block.start + end)
