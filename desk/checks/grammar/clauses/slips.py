"""What the shape of a sentence tells an editor: verbs against their subject or auxiliary, commas too few."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desk.checks.check import Finding
from desk.checks.grammar.clauses import (
    adverbs,
    agreement,
    compound_words,
    cuts,
    demonstratives,
    impossible_pairs,
    look_alikes,
    lost_words,
    number_compounds,
    open_asides,
    out_of_place,
    owners,
    relative_verbs,
    splices,
    verb_groups,
)
from desk.checks.grammar.clauses.model import VERSION, ClauseModel, clause_model, clause_problem
from desk.checks.grammar.clauses.tagger import tagged
from desk.checks.grammar.clauses.words import Sentence, sentences
from desk.checks.grammar.datelines import after_dateline
from desk.checks.grammar.meanwhile import not_looked_for
from desk.checks.grammar.reading import Reading, Slip
from desk.text.blocks import Block
from desk.text.kept import kept_by_sentence
from desk.text.quotations import quoted

_UNCHECKED = (
    "Unchecked: verbs that do not go with a subject further back (“the list of names were”), and commas that hold two "
    "sentences together. The weights for it are {problem}: install the application again."
)
_FEWEST, _LONGEST = 4, 120
"""Words and marks: what is longer is a list, and what begins small is the rest of a line."""
Quotations = tuple[tuple[int, int], ...]


def clauses_key() -> str:
    """Return what the readings of shapes depend on; says so where there are no weights."""
    return "no clauses" if clause_problem() else VERSION


def slips(text: str) -> Iterator[Slip]:
    """Yield the slips of the text of a block of prose; nothing where the weights are missing."""
    model = clause_model()
    if model is not None:
        yield from slips_of(text, model)


def slips_of(text: str, model: ClauseModel) -> Iterator[Slip]:
    """Yield the slips of a text."""
    quotations, ends = quoted(text), len(text.rstrip())
    for sentence in sentences(text, after_dateline(text)):
        if _FEWEST <= len(sentence) <= _LONGEST and not sentence[0].text[0].islower():
            start, end = sentence[0].start, sentence[-1].end
            theirs = tuple((max(a, start) - start, min(b, end) - start) for a, b in quotations if a < end and start < b)
            for slip in _slips_of_one(text[start:end], theirs, end == ends, model):
                yield replace(slip, start=slip.start + start, end=slip.end + start)


@kept_by_sentence
def _slips_of_one(text: str, quotations: Quotations, last: bool, model: ClauseModel) -> Reading:
    """Return the slips of one sentence, by the quotations that it is part of; with the `last` one its block ends."""
    return tuple(slip for sentence in sentences(text) for slip in _of_sentence(sentence, quotations, model, last=last))


def _of_sentence(sentence: Sentence, quotations: Quotations, model: ClauseModel, *, last: bool) -> Iterator[Slip]:
    read = tagged(sentence, model.classes)
    yield from agreement.slips(read, model.subjects, quotations)
    yield from relative_verbs.slips(read)
    yield from demonstratives.slips(read)
    yield from adverbs.slips(read)
    yield from number_compounds.slips(read)
    yield from compound_words.slips(read)
    yield from verb_groups.slips(read, model.classes, quotations)
    yield from lost_words.slips(read)
    yield from impossible_pairs.slips(read)
    yield from open_asides.slips(read)
    yield from owners.slips(read)
    yield from out_of_place.slips(read)
    yield from look_alikes.slips(read)
    yield from cuts.slips(read, model.cuts, last=last)
    yield from splices.slips(read, model.splices, model.subjects, quotations)


def not_read(blocks: Iterable[Block]) -> Iterator[Finding]:
    """Yield the one finding that says so where a story has sentences and nothing to read their shape with."""
    problem = clause_problem()
    return not_looked_for(blocks, _UNCHECKED.format(problem=problem) if problem else "", "shapes of sentences")
