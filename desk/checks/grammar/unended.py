"""Paragraphs that end without a mark among paragraphs that end with one: words were cut, or the full stop was lost."""

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
        and not _is_a_list(block.text)
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
        and _goes_on(blocks[prose[nth][0] + 1])
        and not _asks_or_heads(prose[nth][1])
        and (found := _LAST.search(prose[nth][1]))
        and _is_sentence(prose[nth][1])
    }


def _is_a_list(text: str) -> bool:
    """Return whether a paragraph is short lines one below the other: what a dish is made of."""
    lines = text.split("\n")
    return len(lines) >= _FEWEST_LINES and all(line.count(" ") < _FEWEST_WORDS for line in lines)


_FEWEST_LINES = 3


def _goes_on(block: Block) -> bool:
    """Return whether the story goes on with the block behind a paragraph; before furniture it may lead to a list."""
    return block.kind is Kind.COPY and block.role is BlockRole.BODY


def _asks_or_heads(text: str) -> bool:
    """Return whether what stands last begins as a question or an explainer's crosshead does, or has capitals as one."""
    last = _SENTENCES.split(text)[-1]
    first = {words[0].casefold() for part in _PARTS.split(last) if (words := _WORDS.findall(part))}
    long = [word for word in _WORDS.findall(last) if len(word) > _SMALL]
    return bool(_ASKING & first) or sum(word[0].isupper() for word in long) > _MOST_CAPITALS * len(long)


_SENTENCES = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘(]?[A-Z])")
_PARTS = re.compile(r"[:;—–…]|\.\.\.")
_WORDS = re.compile(r"[^\W\d_]+")
_ASKING = frozenset({"what", "why", "how", "who", "whom", "whose", "where", "when", "which", "whether", "will", "can"})
_SMALL, _MOST_CAPITALS = 3, 0.7
"""Letters of a small word of a title, and the part of the longer ones that have a capital in one."""


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
