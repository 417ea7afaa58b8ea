"""Paragraphs so long that typing in them would stall: found, and parted at the ends of sentences. Pure functions."""

from collections.abc import Iterator

from desk.checks.check import Edit
from desk.text.matcher import matcher
from desk.text.spans import Span

SLOW = 30_000
"""Code points in one line from which a key is felt: Qt sets a paragraph anew as a whole, 14 ms for 60,000 of them."""
LOCKED = 200_000
"""Code points in one line from which a key would take longer than the next one: the text is only shown."""
_PIECE = 2_000
_SENTENCE_END = matcher(r"[.!?…][”’\"')\]]*\s+")
_SPACE = matcher(r"\s+")


def longest_line(text: str) -> int:
    """Return the length of the longest line in code points."""
    return max(map(len, text.split("\n")))


def parted(text: str) -> list[Edit]:
    """Return the edits that part every line above `SLOW` into paragraphs of about 2,000 characters; no word is lost."""
    edits, start = [], 0
    for line in text.split("\n"):
        if len(line) > SLOW:
            edits += [Edit(Span(start + a, start + b), "\n\n") for a, b in _breaks(line)]
        start += len(line) + 1
    return edits


def _breaks(line: str) -> Iterator[tuple[int, int]]:
    """Yield the white space to break at: behind a sentence, else behind a word, else (empty) between two letters."""
    start = 0
    while len(line) - start > 2 * _PIECE:
        low, high = start + _PIECE, start + 2 * _PIECE
        sentence = _SENTENCE_END.search(line, low, high)
        space = _SPACE.search(line, low, high)
        if sentence:
            words = sentence.group().rstrip()
            spot = (sentence.start() + len(words), sentence.end())
        else:
            spot = space.span() if space else (high, high)
        yield spot
        start = spot[1]
