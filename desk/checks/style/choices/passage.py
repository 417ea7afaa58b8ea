"""One block as the choices read it: what is quoted, an address or no running text is set apart."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from desk.text.blocks import Block, BlockRole
from desk.text.matcher import matcher
from desk.text.words import holds_one

NOTHING = "\0"
"""Stands in the place of every character that is not looked at: no letter, no space, no mark."""
_CURLY = matcher(r"“[^“”]*(?:”|$)")
_STRAIGHT = matcher(r'(?<!\d)"[^"]*(?:"|$)')
_SINGLE = matcher(r"(?<!\w)‘[^‘’“”]*(?:’(?=\w)[^‘’“”]*)*(?:’(?!\w)|$)")
_PLAIN_SINGLE = matcher(r"(?<![\w'])'(?=\w)[^'\"]{0,400}(?:'(?=\w)[^'\"]{0,400}){0,20}(?<=[,.?!])'(?!\w)")
_ADDRESS = matcher(
    r"(?<!\S)\S*(?:://|www\.|@)\S*|(?<!\w)#\w+|(?<![\w-])[\w-]+\.(?:com|org|net|gov|edu|co|uk|example)\b\S*"
)
"""Each run of characters is begun once: begun at every place, a word without an end would take hours."""
_IN_ADDRESSES = ("@", "#", "://", "www.", ".com", ".org", ".net", ".gov", ".edu", ".co", ".uk", ".example")
"""One of these is in every address."""
_WORD = matcher(r"\d+|[^\W\d_]+")
_WORDS = matcher(rf"({_WORD.pattern})")
"""Cut at these, a text is by turns what stands between two words and a word."""
_FIGURE = matcher(r"\d")
A_FIGURE = "0"
"""Stands for any figure."""
_UNREAD = frozenset({BlockRole.TABLE, BlockRole.BYLINE, BlockRole.DATELINE, BlockRole.NOTE})
_SHORT = frozenset({BlockRole.HEADLINE, BlockRole.CROSSHEAD})
_ENDS = (".", "!", "?", "”", '"', "’", ":", ")", "…", ";", ",", "'")
_HEADLINE_WORDS = 16


@dataclass(frozen=True)
class RunningText:
    """The text of one block, the same with quotations and addresses blanked out, and its words."""

    flat: str

    @cached_property
    def outside(self) -> str:
        """Return the text with quotations and addresses blanked, same length."""
        text = self.flat
        for sign, pattern in (("“", _CURLY), ('"', _STRAIGHT), ("‘", _SINGLE), ("'", _PLAIN_SINGLE)):
            if sign in text:
                text = pattern.sub(_blank, text)
        if holds_one(text, _IN_ADDRESSES):
            text = _ADDRESS.sub(_blank, text)
        return text

    @cached_property
    def words(self) -> tuple[tuple[str, int, int], ...]:
        """Return the words outside of quotations, each with its offsets."""
        return words_of(self.outside)

    @cached_property
    def tokens(self) -> list[str]:
        """Return the same words without their offsets, at a third of the cost."""
        return _WORD.findall(self.outside)

    @cached_property
    def figures(self) -> tuple[tuple[str, int, int], ...]:
        """Return the runs of digits among the words."""
        return tuple([word for word in self.words if word[0].isdecimal()]) if A_FIGURE in self.shape else ()

    @cached_property
    def small(self) -> str:
        """Return the text in small letters, quotations and all."""
        return self.flat.lower()

    @cached_property
    def shape(self) -> str:
        """Return the same with a nought for each figure: a number looks like every other of its length."""
        return _FIGURE.sub(A_FIGURE, self.small)

    @cached_property
    def lower(self) -> frozenset[str]:
        """Return the words in small letters, each once."""
        return frozenset(" ".join(self.tokens).lower().split())

    @cached_property
    def folded(self) -> frozenset[str]:
        """Return the words as they are compared whatever their letters, each once."""
        return self.lower if "".join(self.tokens).isascii() else frozenset(map(str.casefold, self.lower))


def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the words of a text, letters and figures apart, each with its offsets: cut and counted whole."""
    pieces = _WORDS.split(text)
    ends = tuple(accumulate(map(len, pieces)))
    return tuple(zip(pieces[1::2], ends[::2], ends[1::2], strict=False))


def _blank(found: re.Match[str]) -> str:
    return NOTHING * len(found.group())


def passage_of(block: Block) -> RunningText | None:
    """Return what the choices read of a block; None for what is no running text of the story.

    Headlines and crossheads have a style of their own (figures, “US”, single marks), tables and bylines none.
    """
    if not block.editorial or block.role in _UNREAD or block.role in _SHORT or _like_a_headline(block):
        return None
    return RunningText(block.flat)


def _like_a_headline(block: Block) -> bool:
    """Return whether a line reads as a headline: short, and no mark at its end."""
    text = block.text
    return not text.endswith(_ENDS) and "\n" not in text and len(text.split()) <= _HEADLINE_WORDS


def opens_sentence(flat: str, at: int) -> bool:
    """Return whether the word at `at` opens a sentence, as far as the mark before it says."""
    before = flat[max(0, at - _NEAR) : at].rstrip(" \0“”\"‘’'()")
    return before[-1] in ".?!:…•—" if before else at <= _NEAR


_NEAR = 40
"""Code points before a word that are looked at: the whole line before each word would make long lines slow."""
