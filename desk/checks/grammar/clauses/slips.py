"""What the shape of a sentence tells an editor: verbs that do not go with their subject, commas too few."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from desk.checks.check import Finding, Item, Severity
from desk.checks.grammar.clauses import agreement, splices
from desk.checks.grammar.clauses.model import VERSION, ClauseModel, clause_model, clause_problem
from desk.checks.grammar.clauses.tagger import tagged
from desk.checks.grammar.clauses.words import sentences
from desk.checks.grammar.datelines import after_dateline
from desk.checks.grammar.reading import NOT_WEIGHED, Slip
from desk.text.blocks import Block, BlockRole, Kind
from desk.text.quotations import quoted
from desk.text.spans import Span

_UNCHECKED = (
    "Unchecked: verbs that do not go with a subject further back (“the list of names were”), and commas that hold two "
    "sentences together. The weights for it are {problem}: install the application again."
)
_FEWEST, _LONGEST = 4, 120
"""Words and marks: what is longer is a list, and what begins small is the rest of a line."""


def clauses_key() -> str:
    """Return what the readings of shapes depend on; says so where there are no weights."""
    return "no clauses" if clause_problem() else VERSION


class ClauseReading:
    """The slips of one block, found once, when they are first asked for: while somebody else works on it."""

    def __init__(self, block: Block) -> None:
        self._block = block

    def begin(self) -> None:
        """Find them now."""
        self.found  # noqa: B018 - keeps what it comes to

    @cached_property
    def found(self) -> tuple[Slip, ...]:
        """Return them."""
        model = clause_model() if _is_read(self._block) else None
        return tuple(slips_of(self._block.flat, model)) if model is not None else ()


def slips_of(text: str, model: ClauseModel) -> Iterator[Slip]:
    """Yield the slips of a text."""
    quotations = quoted(text)
    for sentence in sentences(text, after_dateline(text)):
        if not _FEWEST <= len(sentence) <= _LONGEST or sentence[0].text[0].islower():
            continue
        read = tagged(sentence, model.classes)
        yield from agreement.slips(read, model.subjects, quotations)
        yield from splices.slips(read, model.splices, model.subjects, quotations)


def not_read(blocks: Iterable[Block]) -> Iterator[Finding]:
    """Yield the one finding that says so where a story has sentences and nothing to read their shape with."""
    problem = clause_problem()
    first = next((block for block in blocks if _is_read(block)), None) if problem else None
    word = re.search(r"\w+", first.text) if first else None
    if first and word:
        yield Finding(
            Item.GRAMMAR,
            f"grammar.{NOT_WEIGHED}",
            Span(*word.span()).shifted(first.start),
            word[0],
            _UNCHECKED.format(problem=problem),
            severity=Severity.HINT,
            subject="shapes of sentences",
        )


def _is_read(block: Block) -> bool:
    return block.kind is Kind.COPY and block.role is BlockRole.BODY
