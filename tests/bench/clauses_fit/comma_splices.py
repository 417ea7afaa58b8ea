"""Fits where a comma holds two sentences together: two sentences of a treebank are joined, against its own commas."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.checks.grammar.clauses.splice_features import features, places
from desk.checks.grammar.clauses.weights import Row
from desk.checks.grammar.clauses.word_lists import clause_words
from tests.bench.clauses_fit.logistic import Example, fitted
from tests.bench.clauses_fit.subject_heads import Tags
from tests.bench.clauses_fit.treebanks import Tree, TreeWord

FEWEST = 2
RIGHT_WEIGHS = 3.0
"""What a right comma counts for: there are three sentences to join for each of them."""
_REACH, _SHORTEST = 12, 4


def examples(document: Sequence[Tree], tags_of: Tags) -> Iterator[Example]:
    """Yield the features of commas, and whether each holds two sentences together."""
    for tree in document:
        tags = tags_of(tree) if any(_may_begin(tree, at) for at in range(len(tree) - 1)) else ()
        low = [word.low for word in tree]
        for comma in places(low, tags) if tags else ():
            if not _is_a_splice(tree, comma):
                yield list(features(low, tags, comma)), False
    for one, other in pairwise(document):
        if one[-1].text == "." and min(len(one), len(other)) >= _SHORTEST and other[0].low in clause_words().openers:
            joined = (*one[:-1], TreeWord(",", ",", -1, "punct", spaced=True), _small(other[0]), *other[1:])
            tags, low = tags_of(joined), [word.low for word in joined]
            if len(one) - 1 in places(low, tags):
                yield list(features(low, tags, len(one) - 1)), True


def _may_begin(tree: Tree, at: int) -> bool:
    return tree[at].text == "," and tree[at + 1].low in clause_words().openers


def _is_a_splice(tree: Tree, comma: int) -> bool:
    """Return whether the treebank's own writers have made one here: a sentence that hangs loosely, and no speech."""
    said = any(word.low in clause_words().saying for word in tree[comma + 1 : comma + 6])
    after = tree[comma + 1 : comma + _REACH]
    return not said and any(word.relation == "parataxis" and word.head < comma for word in after)


def _small(word: TreeWord) -> TreeWord:
    text = word.text if word.text == "I" else word.text.casefold()
    return TreeWord(text, word.tag, word.head, word.relation, word.spaced)


def fitted_splices(told: Sequence[Example]) -> dict[str, Row]:
    """Return the weights of each feature."""
    return fitted(told, RIGHT_WEIGHS, FEWEST)
