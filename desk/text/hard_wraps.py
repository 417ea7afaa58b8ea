"""Hard-wrapped text: whether a text is, how wide, and how its paragraphs come to be one line each. Pure functions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desk.text.blocks import paragraphs
from desk.text.matcher import matcher
from desk.text.spans import Span

NARROWEST, WIDEST = 40, 120
"""Line widths, in characters, that people and programs wrap at."""
_ENOUGH = 4
_MEASURED = 40
_ODD = 25  # one line of so many may be longer than the width: an address, a web link
_LIST = matcher(r"\s*(?:[-*•–—·▪◦‣]\s|\d{1,3}[.)]\s|[a-zA-Z][.)]\s|>|\|)")


@dataclass(frozen=True, slots=True)
class WrappedLine:
    """One line of a paragraph; `start` in code points of the text, `words` without white space at its end."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """Return the place behind the last character that is no white space."""
        return self.start + len(self.words)


def _lines(start: int, text: str) -> list[WrappedLine]:
    lines = []
    for words in text.split("\n"):
        lines.append(WrappedLine(start, words.rstrip()))
        start += len(words) + 1
    return lines


def _pairs(text: str) -> Iterator[list[tuple[WrappedLine, WrappedLine]]]:
    """Yield for each paragraph of several lines every two that follow one another, list items left out."""
    for block in paragraphs(text):
        if "\n" in block.text:
            pairs = pairwise(_lines(block.start, block.text))
            yield [(line, following) for line, following in pairs if not _LIST.match(following.words)]


def _broken_at(line: WrappedLine, following: WrappedLine, width: int) -> bool:
    """Return whether a program that wraps at `width` would have broken here: the next word had no room."""
    first = following.words.split(maxsplit=1)
    return bool(first) and len(line.words) + 1 + len(first[0]) > width


def wrap_width(text: str) -> int:
    """Return the width in characters that the text is plainly hard-wrapped at, 0 if it is not.

    Plainly: lines of a width that people wrap at, and several line ends in paragraphs that are wrapped throughout.
    """
    together = list(_pairs(text))
    lengths = sorted(length for pairs in together for line, _ in pairs if (length := len(line.words)) <= WIDEST)
    if len(lengths) < _ENOUGH:
        return 0
    width = lengths[-1 - len(lengths) // _ODD]
    wrapped = sum(len(pairs) for pairs in together if _is_wrapped(pairs, width))
    return width if NARROWEST <= width <= WIDEST and wrapped >= _ENOUGH else 0


def _is_wrapped(pairs: Sequence[tuple[WrappedLine, WrappedLine]], width: int) -> bool:
    """Return whether four line ends of five stand where the next word had no room; verse and tables do not do so."""
    full = sum(_broken_at(line, following, width - _slack(width)) for line, following in pairs)
    return bool(pairs) and full >= 0.8 * len(pairs)


def widest_lines(text: str) -> list[str]:
    """Return the longest lines of a hard-wrapped text, which want room in one line of the screen; none of any other."""
    width = wrap_width(text)
    lines = (line for line in text.split("\n") if len(line) <= width) if width else ()
    return sorted(lines, key=len)[-_MEASURED:]


def joints(text: str) -> list[tuple[Span, str]]:
    """Return where lines of hard-wrapped paragraphs are joined, and what comes between; none in any other text.

    Lines are joined within a wrapped paragraph alone, and only where a program would have broken: lists, verse,
    addresses and the remains of menus keep their lines.
    """
    width = wrap_width(text)
    return [
        (Span(line.end, following.start + _indent(following)), _glue(line, following))
        for pairs in (_pairs(text) if width else ())
        if _is_wrapped(pairs, width)
        for line, following in pairs
        if _broken_at(line, following, width - _slack(width))
    ]


def joined(text: str) -> str:
    """Return the text with the lines of its hard-wrapped paragraphs joined, to be shown in lines of another length."""
    out, at = [], 0
    for span, glue in joints(text):
        out += [text[at : span.start], glue]
        at = span.end
    return "".join([*out, text[at:]])


def _slack(width: int) -> int:
    """Return how many characters short of the width a paragraph may be wrapped: people reply with other widths."""
    return max(1, width // 12)


def _indent(line: WrappedLine) -> int:
    return len(line.words) - len(line.words.lstrip())


def _glue(line: WrappedLine, following: WrappedLine) -> str:
    """Return what comes between two joined lines: nothing behind a hyphen within a word, else a space."""
    hyphened = re.search(r"\w-$", line.words) and re.match(r"\s*\w", following.words)
    return "" if hyphened else " "
