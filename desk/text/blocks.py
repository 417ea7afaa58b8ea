"""One text as blocks: what readers produce and checks read."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from operator import attrgetter

from desk.text.matcher import matcher
from desk.text.spans import Span


class Kind(StrEnum):
    """What a block is to the copy desk: its line of the copy map."""

    COPY = "copy"
    FURNITURE = "furniture"
    PAID = "paid"
    AD_LABEL = "ad-label"
    LEFTOVER = "leftover"


class BlockRole(StrEnum):
    """What a block is on the page, as far as the text itself shows; `BODY` where it does not."""

    BODY = "body"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CROSSHEAD = "crosshead"
    PULL_QUOTE = "pull quote"
    TABLE = "table"
    NOTE = "note"


EDITORIAL = frozenset({Kind.COPY, Kind.FURNITURE})
"""The kinds that belong to the story; all others are kept apart from it."""


@dataclass(frozen=True)
class Block:
    """A paragraph-like unit of a manuscript.

    `start` is in code points of the manuscript; `text` holds no blank line and no white space at either end, but may
    hold single newlines (soft wraps). `reasons` say in plain words why the block has its kind; `by_hand` that a person
    set it; `written` that it stood in the document of a word processor.
    """

    start: int
    text: str
    kind: Kind = Kind.COPY
    role: BlockRole = BlockRole.BODY
    reasons: tuple[str, ...] = ()
    by_hand: bool = False
    written: bool = False

    @property
    def end(self) -> int:
        """Return the place behind the last character, in code points of the manuscript."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Return the place of the block in the manuscript."""
        return Span(self.start, self.end)

    @cached_property
    def flat(self) -> str:
        """Return the text with each soft wrap as a space: same length, same offsets."""
        return self.text.replace("\n", " ")

    @cached_property
    def digest(self) -> str:
        """Return a stable digest of text, kind and role (32 hexadecimal digits), the key of every cache."""
        return hashlib.blake2b(
            f"{self.kind}\0{self.role}\0{self.text}".encode(errors="surrogatepass"), digest_size=16
        ).hexdigest()

    @property
    def editorial(self) -> bool:
        """Return whether the block belongs to the story (copy or furniture)."""
        return self.kind in EDITORIAL

    def marked(self, kind: Kind, *reasons: str, role: BlockRole = BlockRole.BODY, by_hand: bool = False) -> "Block":
        """Return the same words as another kind, with the reasons."""
        return Block(self.start, self.text, kind, role, reasons, by_hand, self.written)


_BLANK_LINES = matcher(r"\n(?:[^\S\n]*\n)+")


def paragraphs(text: str) -> Iterator[Block]:
    """Yield the text's paragraphs in order: blank lines part them, a single newline does not."""
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Block]:
    piece = text[start:end]
    words = piece.strip()
    if words:
        lead = len(piece) - len(piece.lstrip())
        corner = lead and EMPTY_CORNER.match(piece, lead - 1)
        yield Block(start + lead - 1, f"\t{words}") if corner else Block(start + lead, words)


EMPTY_CORNER = matcher(
    r"\t[^\t\n]{1,40}(?<![.!?…:;,])(?<![.!?…][\"”’)])\n"  # a heading: a sentence stands indented above rows as well
    r"(?:[^\t\n]+\t[^\t\n]+(?:\n|$)){2}"
)
"""How a table of two columns begins whose first cell is empty: any other tab before the only words is an indent."""


@dataclass(frozen=True)
class Manuscript:
    """One text with its blocks in order: they never overlap, and between them is only white space."""

    text: str
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, text: str) -> "Manuscript":
        """Return the text cut into paragraphs, all of them copy."""
        return cls(text, tuple(paragraphs(text)))

    @cached_property
    def sha256(self) -> str:
        """Return the SHA-256 of the text in UTF-8, as hexadecimal digits."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words(self) -> int:
        """Return the number of words in the blocks that belong to the story."""
        return sum(len(block.text.split()) for block in self.blocks if block.editorial)

    def with_blocks(self, blocks: tuple[Block, ...]) -> "Manuscript":
        """Return the same text with another copy map."""
        return replace(self, blocks=blocks)

    def block_at(self, point: int) -> Block | None:
        """Return the block that holds the code point at `point`, or touches it with its end."""
        nth = bisect_left(self.blocks, point, key=attrgetter("end"))
        return self.blocks[nth] if nth < len(self.blocks) and self.blocks[nth].start <= point else None
