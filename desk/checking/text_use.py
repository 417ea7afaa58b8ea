"""What one text writes that a desk may learn: words that no list of ours has, and names that are in no doubt."""

from collections.abc import Iterator

from desk.checking.desk_use import TextUse
from desk.checks.frequencies import frequency
from desk.checks.grammar.noise_file import noise
from desk.checks.grammar.story_words import bare, starts_sentence
from desk.checks.house import Brief, NameKind
from desk.checks.names.check_names import NamesCheck
from desk.checks.names.languages import WORD
from desk.checks.names.ledger import ledger
from desk.checks.names.lists import is_word
from desk.errors import Unavailable
from desk.text.blocks import Block, Kind, Manuscript

_KNOWN = 0.05
"""Times in a million words: what the list of frequencies has so often is known without a desk."""
_SHORTEST = 3
"""Letters of a word that is learned."""


def use_of(manuscript: Manuscript, brief: Brief) -> TextUse:
    """Return what a text with its copy map writes in its copy; names about which there is a doubt are left out."""
    copy = [block for block in manuscript.blocks if block.kind is Kind.COPY]
    words = {word for block in copy for word in _words(block)}
    return {"words": sorted(words), "names": sorted(_names(manuscript, brief))}


def _words(block: Block) -> Iterator[str]:
    titles = noise().titles
    for found in WORD.finditer(block.flat):
        word = bare(found[0])
        if len(word) < _SHORTEST or is_word(word.casefold()) or frequency(word) >= _KNOWN:
            continue
        if word[0].islower() or not starts_sentence(block.flat, found.start(), titles):
            yield word


def _names(manuscript: Manuscript, brief: Brief) -> Iterator[str]:
    check = NamesCheck()
    readings = [check.read(block, brief) for block in manuscript.blocks]
    try:
        found = check.judge(manuscript, readings, brief)
    except Unavailable:  # too large to check: its names are in doubt, all of them
        return
    for entry in ledger(manuscript, found, brief, readings).entries:
        if not entry.doubts and (" " in entry.name or entry.kind is not NameKind.PERSON):
            yield entry.name
