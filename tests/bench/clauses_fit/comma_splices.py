"""Fits where a comma holds two sentences together: two sentences of a treebank are joined, against its own commas."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

import numpy as np

from desk.checks.grammar.clauses.splice_features import features, places
from desk.checks.grammar.clauses.subjects import UNITS
from desk.checks.grammar.clauses.weights import Row
from desk.checks.grammar.clauses.word_lists import clause_words
from tests.bench.clauses_fit.subject_heads import Tags
from tests.bench.clauses_fit.treebanks import Tree, TreeWord

ROUNDS, FEWEST, SEED = 12, 2, 1
RATE, SHRINKING = 0.15, 2e-4
RIGHT_WEIGHS = 3.0
"""What a right comma counts for: there are three sentences to join for each of them."""
_REACH, _SHORTEST = 12, 4

Example = tuple[list[str], bool]


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
    """Return the weights of each feature, by a logistic regression."""
    seen = Counter(feature for one, _ in told for feature in one)
    numbers = {f: nth for nth, f in enumerate(f for f, times in seen.items() if times >= FEWEST)}
    rows = [(np.array([numbers[f] for f in one if f in numbers], np.int32), is_one) for one, is_one in told]
    weights, slopes, random = np.zeros(len(numbers)), np.full(len(numbers), 1e-2), Random(SEED)
    for _ in range(ROUNDS):
        random.shuffle(rows)
        for row, is_one in rows:
            chance = 1 / (1 + math.exp(-float(np.clip(weights[row].sum(), -30, 30))))
            slope = (is_one - chance) * (1.0 if is_one else RIGHT_WEIGHS)
            slopes[row] += slope * slope
            weights[row] = (weights[row] + RATE * slope / np.sqrt(slopes[row])) * (1 - SHRINKING)
    whole = np.clip(np.rint(weights * UNITS), -127, 127).astype(int)
    return {feature: ((0, int(whole[nth])),) for feature, nth in numbers.items() if whole[nth]}
