"""Fits the classes of words: an averaged perceptron, which corrects itself where it errs."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from desk.checks.grammar.clauses.tagger import SOLE, features_of_classes, features_of_words, shape
from desk.checks.grammar.clauses.weights import Row
from tests.bench.clauses_fit.treebanks import Tree

ROUNDS, FEWEST, SEED = 5, 2, 1
"""Rounds over all sentences, and how often a feature must be seen."""
SOLE_FEWEST, SOLE_SHARE = 20, 0.995
_TOP, _CLIPPED = 127, 99.97
"""The largest weight in the file, and the hundredth part of weights that are within it."""

Array = NDArray[np.float32]


def fitted_classes(trees: Sequence[Tree], rounds: int = ROUNDS) -> tuple[dict[str, Row], list[str]]:
    """Return the weights of each feature, and the classes."""
    classes = sorted({word.tag for tree in trees for word in tree})
    sole = _sole(trees)
    numbers = _numbered(trees)
    weights = _perceptron(trees, classes, sole, numbers, rounds)
    scale = _TOP / np.percentile(np.abs(weights[weights != 0]), _CLIPPED)
    whole = np.clip(np.rint(weights * scale), -_TOP, _TOP).astype(int)
    rows: dict[str, Row] = {}
    for feature, nth in numbers.items():
        row = tuple((int(one), int(whole[nth, one])) for one in np.nonzero(whole[nth])[0])
        if row:
            rows[feature] = row
    return rows | {SOLE + word: ((classes.index(tag), 1),) for word, tag in sole.items()}, classes


def _sole(trees: Sequence[Tree]) -> dict[str, str]:
    """Return the words that stand in one class only."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word in tree:
            seen[word.low][word.tag] += 1
    found = {}
    for low, tags in seen.items():
        tag, often = tags.most_common(1)[0]
        if tags.total() >= SOLE_FEWEST and often / tags.total() >= SOLE_SHARE:
            found[low] = tag
    return found


def _numbered(trees: Sequence[Tree]) -> dict[str, int]:
    seen: Counter[str] = Counter()
    for tree in trees:
        low, shapes, tags = _parts(tree)
        for at in range(len(tree)):
            seen.update(features_of_words(low, at))
            seen.update(features_of_classes(shapes, low, tags, at))
    often = (feature for feature, times in seen.items() if times >= FEWEST)
    return {feature: nth for nth, feature in enumerate(often)}


def _parts(tree: Tree) -> tuple[list[str], list[str], list[str]]:
    return [word.low for word in tree], [shape(word.text) for word in tree], [word.tag for word in tree]


def _perceptron(
    trees: Sequence[Tree], classes: Sequence[str], sole: dict[str, str], numbers: dict[str, int], rounds: int
) -> Array:
    nth = {tag: at for at, tag in enumerate(classes)}
    weights = np.zeros((len(numbers), len(classes)), np.float32)
    moved = np.zeros_like(weights)
    told = [(*_parts(tree), _known_features(tree, numbers)) for tree in trees]
    random, step = Random(SEED), 1
    for _ in range(rounds):
        random.shuffle(told)
        for low, shapes, tags, known in told:
            found: list[str] = []
            for at, tag in enumerate(tags):
                if shapes[at][0] == "a" and low[at] in sole:
                    found.append(sole[low[at]])
                    continue
                more = (numbers.get(feature) for feature in features_of_classes(shapes, low, found, at))
                rows = np.concatenate([known[at], np.array([row for row in more if row is not None], np.int32)])
                guess, right = int(weights[rows].sum(0).argmax()), nth[tag]
                if guess != right:
                    for where, by in ((right, 1), (guess, -1)):
                        weights[rows, where] += by
                        moved[rows, where] += by * step
                step += 1
                found.append(classes[guess])
    average: Array = weights - moved / np.float32(step)
    return average


def _known_features(tree: Tree, numbers: dict[str, int]) -> list[NDArray[np.int32]]:
    low = [word.low for word in tree]
    return [
        np.array([numbers[f] for f in features_of_words(low, at) if f in numbers], np.int32) for at in range(len(tree))
    ]
