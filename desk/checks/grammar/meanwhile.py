"""What we find ourselves in a block while LanguageTool reads it, and what is said where it cannot be looked for."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from desk.checks.check import Finding, Item, Severity
from desk.checks.grammar.reading import NOT_WEIGHED, Reading, Slip
from desk.text.blocks import Block, BlockRole, Kind
from desk.text.spans import Span


def is_prose(block: Block) -> bool:
    """Return whether a block is copy of sentences: no headline, list or table, and nothing paid."""
    return block.kind is Kind.COPY and block.role is BlockRole.BODY


class Meanwhile:
    """The slips of one block of prose, found once, when they are first asked for: while somebody else works on it."""

    def __init__(self, block: Block, find: Callable[[str], Iterable[Slip]]) -> None:
        """`find` yields the slips of the text of a block."""
        self._block, self._find = block, find

    def begin(self) -> None:
        """Find them now."""
        self.found  # noqa: B018 - keeps what it comes to

    @cached_property
    def found(self) -> Reading:
        """Return them; none of a block that is no prose."""
        return tuple(self._find(self._block.flat)) if is_prose(self._block) else ()


def not_looked_for(blocks: Iterable[Block], why: str, subject: str) -> Iterator[Finding]:
    """Yield the one finding of a story with prose that says `why` something was not looked for; nothing without one."""
    first = next((block for block in blocks if is_prose(block)), None) if why else None
    word = re.search(r"\w+", first.text) if first else None
    if first and word:
        span = Span(*word.span()).shifted(first.start)
        rule = f"grammar.{NOT_WEIGHED}"
        yield Finding(Item.GRAMMAR, rule, span, word[0], why, severity=Severity.HINT, subject=subject)
