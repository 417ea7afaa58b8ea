"""A word that a space cut in two, where the dictionary lacks one half: “the lower vill age”, “has pro mised”."""

import re
from dataclasses import replace

from desk.checks.frequencies import frequency
from desk.checks.grammar.reading import Slip
from desk.checks.grammar.variant import as_written_in
from desk.checks.names.lists import is_word
from desk.text.spans import Span

_KNOWN = 1.0
"""Times in a million words that the whole word must be used."""
_FEWEST = 6
"""Letters of the whole word: shorter ones come about by chance."""
_BEFORE = re.compile(r"(?<![\w’'-])([a-z]+) $")
_BEHIND = re.compile(r" ([a-z]+)(?![\w’'-])")


def whole(slip: Slip, text: str, english: str) -> Slip:
    """Return the slip on both halves, with the word that they make in the story's English as its remedy.

    Any other slip is returned as it is.
    """
    half = slip.span.of(text)
    if not slip.is_spelling or not half.isalpha() or not half.islower():
        return slip
    before, behind = _BEFORE.search(text, 0, slip.start), _BEHIND.match(text, slip.end)
    if before and _is_whole(before[1] + half):
        return _joined(slip, Span(before.start(1), slip.end), text, english)
    if behind and _is_whole(half + behind[1]):
        return _joined(slip, Span(slip.start, behind.end(1)), text, english)
    return slip


def _joined(slip: Slip, span: Span, text: str, english: str) -> Slip:
    halves = span.of(text)
    meant = halves.replace(" ", "")
    meant = as_written_in(english, meant)
    if english == "en-US" and meant.endswith(_BRITISH_END):
        meant = meant.removesuffix("me")
    message = f"“{halves}” is one word, “{meant}”."
    return replace(slip, start=span.start, end=span.end, suggestions=(meant,), message=message)


_BRITISH_END = "gramme"
"""Programme, kilogramme; “program” is British too, and so in no list of words that tell the two apart."""


def _is_whole(word: str) -> bool:
    used = max(frequency(word), frequency(as_written_in("en-GB", word)))  # the list has “favourite” alone
    return len(word) >= _FEWEST and is_word(word) and used >= _KNOWN
