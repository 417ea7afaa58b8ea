"""A logistic regression on features that are there or not: what the shapes of commas and of ends are fitted with."""

import math
from collections import Counter
from collections.abc import Sequence
from random import Random

import numpy as np

from desk.checks.grammar.clauses.subjects import UNITS
from desk.checks.grammar.clauses.weights import Row

ROUNDS, SEED = 12, 1
RATE, SHRINKING = 0.15, 2e-4

Example = tuple[list[str], bool]
"""What is there, and whether it is what is looked for."""


def fitted(told: Sequence[Example], right_weighs: float, fewest: int) -> dict[str, Row]:
    """Return the weights of each feature that is there `fewest` times; an example of what is right counts more."""
    seen = Counter(feature for one, _ in told for feature in one)
    numbers = {f: nth for nth, f in enumerate(f for f, times in seen.items() if times >= fewest)}
    rows = [(np.array([numbers[f] for f in one if f in numbers], np.int32), is_one) for one, is_one in told]
    weights, slopes, random = np.zeros(len(numbers)), np.full(len(numbers), 1e-2), Random(SEED)
    for _ in range(ROUNDS):
        random.shuffle(rows)
        for row, is_one in rows:
            chance = 1 / (1 + math.exp(-float(np.clip(weights[row].sum(), -30, 30))))
            slope = (is_one - chance) * (1.0 if is_one else right_weighs)
            slopes[row] += slope * slope
            weights[row] = (weights[row] + RATE * slope / np.sqrt(slopes[row])) * (1 - SHRINKING)
    whole = np.clip(np.rint(weights * UNITS), -127, 127).astype(int)
    return {feature: ((0, int(whole[nth])),) for feature, nth in numbers.items() if whole[nth]}
