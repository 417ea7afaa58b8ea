"""Fits where a sentence was cut short: sentences of a treebank, cut behind a small word, against its own ends."""

from collections.abc import Iterator, Sequence
from random import Random

from desk.checks.grammar.clauses.cuts import features
from desk.checks.grammar.clauses.weights import Row
from desk.checks.grammar.clauses.word_lists import clause_words
from tests.bench.clauses_fit.logistic import Example, fitted
from tests.bench.clauses_fit.subject_heads import Tags
from tests.bench.clauses_fit.treebanks import Tree

FEWEST, SEED = 3, 1
RIGHT_WEIGHS = 20.0
"""What a right end counts for: there are forty places to cut for each of them."""
_FIRST, _LEAST_CUT, _SHORTEST = 4, 3, 6
"""Words before a cut, words that it takes away, and words of a sentence."""
_ENDING = "it that this any being not do be more no each all him them us him so out up off down over about before her"
"""Small words that do end sentences: what is right is learnt from them too, for others end so: than it should."""


def examples(document: Sequence[Tree], tags_of: Tags, random: Random) -> Iterator[Example]:
    """Yield the features of ends: of a sentence cut at a random place, and of those that do end with a small word."""
    may_end = clause_words().cut_off | frozenset(_ENDING.split())
    for tree in document:
        if len(tree) < _SHORTEST:
            continue
        tags, low = tags_of(tree), [word.low for word in tree]
        if low[-1] == "." and low[-2] in may_end:
            yield list(features(low, tags, len(low) - 2)), False
        found = [at for at in range(_FIRST, len(low) - _LEAST_CUT) if _may_cut(low, at)]
        if found:
            yield list(features(low, tags, random.choice(found))), True


def _may_cut(low: Sequence[str], at: int) -> bool:
    return low[at] in clause_words().cut_off and low[at + 1].isalpha()


def fitted_cuts(told: Sequence[Example]) -> dict[str, Row]:
    """Return the weights of each feature."""
    return fitted(told, RIGHT_WEIGHS, FEWEST)
