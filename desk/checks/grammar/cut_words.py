"""A word that a space cut in two, where the dictionary lacks one half: “the lower vill age”, “has pro mised”."""

import re
from dataclasses import replace

from desk.checks.frequencies import frequency
from desk.checks.grammar.reading import Slip
from desk.checks.names.lists import is_word

_KNOWN = 1.0
"""Times in a million words that the whole word must be used."""
_FEWEST = 6
"""Letters of the whole word: shorter ones come about by chance."""
_BEFORE = re.compile(r"(?<![\w’'-])([a-z]+) $")
_BEHIND = re.compile(r" ([a-z]+)(?![\w’'-])")


def whole(slip: Slip, text: str) -> Slip:
    """Return the slip on both halves, with the word that they make as its remedy; any other slip as it is."""
    half = slip.span.of(text)
    if not slip.is_spelling or not half.isalpha() or not half.islower():
        return slip
    before, behind = _BEFORE.search(text, 0, slip.start), _BEHIND.match(text, slip.end)
    if before and _is_whole(before[1] + half):
        return replace(slip, start=before.start(1), suggestions=(before[1] + half,))
    if behind and _is_whole(half + behind[1]):
        return replace(slip, end=behind.end(1), suggestions=(half + behind[1],))
    return slip


def _is_whole(word: str) -> bool:
    return len(word) >= _FEWEST and is_word(word) and frequency(word) >= _KNOWN
