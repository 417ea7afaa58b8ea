"""Fits which word is the head of a verb's subject: all candidates compete, by the gradient of their logarithms."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from desk.checks.grammar.clauses.subjects import FINITE, UNITS, candidates, features, features_of_none
from desk.checks.grammar.clauses.weights import Row
from tests.bench.clauses_fit.treebanks import Tree

ROUNDS, FEWEST, SEED = 5, 3, 1
RATE, SLOWER = 0.2, 0.7
"""How far a first step goes, and by how much each round goes less far."""
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj", "csubj:pass"})
_MOST_JOINED = 6

Tags = Callable[[Tree], Sequence[str]]
Example = tuple[list[list[str]], int]
"""The features of each candidate, and which of them is the one."""


def examples(trees: Sequence[Tree], tags_of: Tags) -> Iterator[Example]:
    """Yield an example for each finite verb that has its subject among the candidates, or none."""
    for low, tags, verb, head in subjects(trees, tags_of):
        places = candidates(tags, verb)
        if head >= 0 and head not in places:
            continue
        told = [list(features(low, tags, verb, place, places)) for place in places]
        told.append(list(features_of_none(low, tags, verb)))
        yield told, places.index(head) if head >= 0 else len(places)


def subjects(trees: Sequence[Tree], tags_of: Tags) -> Iterator[tuple[list[str], Sequence[str], int, int]]:
    """Yield words, classes, place of each finite verb, and place of its subject before it, -1 for none."""
    for tree in trees:
        tags = tags_of(tree)
        low = [word.low for word in tree]
        for verb, word in enumerate(tree):
            if word.tag in FINITE and tags[verb] in FINITE:
                yield low, tags, verb, _subject(tree, verb)


def _subject(tree: Tree, verb: int) -> int:
    """Return the subject of a verb, that of the verb before it where both share one."""
    clause = tree[verb].head if tree[verb].relation.split(":")[0] in ("aux", "cop") else verb
    for _ in range(_MOST_JOINED):
        found = [at for at, word in enumerate(tree) if word.head == clause and word.relation in _SUBJECTS]
        if found:
            there = [at for at in found if tree[at].relation == "expl" and at < verb]
            before = [at for at in found if at < verb]
            return there[0] if there else before[-1] if before else -1
        if tree[clause].relation != "conj":
            return -1
        clause = tree[clause].head
    return -1


def fitted_subjects(told: Sequence[Example]) -> dict[str, Row]:
    """Return the weights of each feature."""
    seen = Counter(feature for candidates_of, _ in told for one in candidates_of for feature in one)
    numbers = {f: nth for nth, f in enumerate(f for f, times in seen.items() if times >= FEWEST)}
    rows = [_rows(one, numbers) for one in told]
    weights, slopes = np.zeros(len(numbers)), np.full(len(numbers), 1e-3)
    random, rate = Random(SEED), RATE
    for _ in range(ROUNDS):
        random.shuffle(rows)
        for flat, owners, many, right in rows:
            sums = np.bincount(owners, weights[flat], many)
            chances = np.exp(sums - sums.max())
            wrong = -chances / chances.sum()
            wrong[right] += 1
            slope = wrong[owners]
            np.add.at(slopes, flat, slope * slope)
            np.add.at(weights, flat, rate * slope / np.sqrt(slopes[flat]))
        rate *= SLOWER
    whole = np.clip(np.rint(weights * UNITS), -127, 127).astype(int)
    return {feature: ((0, int(whole[nth])),) for feature, nth in numbers.items() if whole[nth]}


def _rows(example: Example, numbers: dict[str, int]) -> tuple[NDArray[np.int32], NDArray[np.int32], int, int]:
    told, right = example
    known = [[numbers[feature] for feature in one if feature in numbers] for one in told]
    owners = np.repeat(np.arange(len(known), dtype=np.int32), [len(one) for one in known])
    return np.array([nth for one in known for nth in one], np.int32), owners, len(known), right
