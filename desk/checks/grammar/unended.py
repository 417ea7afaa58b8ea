"""Paragraphs that end without a mark among paragraphs that end with one: words were cut, or the full stop was lost.

In 140 stories of 13 outlets two are told, both of which had lost their full stop.
"""

import re
from collections.abc import Mapping, Sequence

from desk.checks.grammar.clauses.model import clause_model
from desk.checks.grammar.clauses.subjects import FINITE
from desk.checks.grammar.clauses.tagger import tagged
from desk.checks.grammar.clauses.words import sentences
from desk.checks.grammar.reading import Slip
from desk.checks.names.lists import is_function_word
from desk.text.blocks import Block, BlockRole, Kind

RULE = "COPYDESK_UNENDED"
_MESSAGE = "The paragraph ends without a full stop: was its end cut off?"
_FEWEST_WORDS = 8
"""Shorter lines are labels, headings, rows of lists."""
_FEWEST = 4
"""Other paragraphs that must end with a mark."""
_END = re.compile(r"[.!?…:;,—–-][\"”’')\]]*$|[\"”’')\]*]$")
_LAST = re.compile(r"(?<![\w.@/#'’-])[a-z]+(?:['’-][a-z]+)*$")
"""No address, number, handle or name."""


def slips(blocks: Sequence[Block]) -> Mapping[int, Slip]:
    """Return by place in the story the slip on each such paragraph; the last one may still be being typed."""
    prose = [
        (at, text)
        for at, block in enumerate(blocks)
        if block.kind is Kind.COPY
        and block.role is BlockRole.BODY
        and (text := block.flat.rstrip()).count(" ") >= _FEWEST_WORDS - 1
    ]
    ended = [_END.search(text) is not None for _, text in prose]
    open_ones = [nth for nth, whole in enumerate(ended[:-1]) if not whole]
    if not open_ones or len(open_ones) > 1 + len(prose) // 20 or sum(ended) < _FEWEST:
        return {}
    return {
        prose[nth][0]: _slip(found)
        for nth in open_ones
        if (nth == 0 or ended[nth - 1])
        and ended[nth + 1]
        and (found := _LAST.search(prose[nth][1]))
        and _is_sentence(prose[nth][1])
    }


def _is_sentence(text: str) -> bool:
    """Return whether what stands last begins as a sentence does and has a verb."""
    model = clause_model()
    *_, last = (None, *sentences(text))
    if model is None or last is None or last[0].text[0].islower():
        return False
    return bool(FINITE.intersection(tagged(last, model.classes).tags))


def _slip(found: re.Match[str]) -> Slip:
    meant = () if is_function_word(found[0]) else (f"{found[0]}.",)
    return Slip(RULE, *found.span(), _MESSAGE, meant, "COPYDESK_CUTS", "grammar")
