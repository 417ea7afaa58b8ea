"""The most likely copy map: a score for each block and kind, and the path over all blocks that adds up best.

A page is read as: perhaps leftovers, then the story with perhaps something in between, then perhaps leftovers. So the
states are the kinds with their place, and only some may follow each other: once the story has ended it does not begin
again. Weights are natural logarithms of odds, fitted by maximum likelihood (`resources/ads/weights.toml`).
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from desk.checks.ads.marks import MARKS
from desk.paths import resources_dir


class ChainState(IntEnum):
    """A kind with its place on the page."""

    BEFORE = 0
    PAID_BEFORE = 1
    COPY = 2
    PAID = 3
    LEFTOVER = 4
    AFTER = 5
    PAID_AFTER = 6


COLUMNS = ("copy", "paid", "inside", "outside")
COLUMN = (3, 1, 0, 1, 2, 3, 1)
"""State -> column of the weights: leftovers inside the story and outside of it look different."""
STARTS = (ChainState.BEFORE, ChainState.PAID_BEFORE, ChainState.COPY)
ENDS = (ChainState.COPY, ChainState.AFTER, ChainState.PAID_AFTER)
FOLLOWS: Mapping[ChainState, tuple[ChainState, ...]] = {
    ChainState.BEFORE: (ChainState.BEFORE, ChainState.PAID_BEFORE, ChainState.COPY),
    ChainState.PAID_BEFORE: (ChainState.BEFORE, ChainState.PAID_BEFORE, ChainState.COPY),
    ChainState.COPY: (ChainState.COPY, ChainState.PAID, ChainState.LEFTOVER, ChainState.AFTER, ChainState.PAID_AFTER),
    ChainState.PAID: (ChainState.COPY, ChainState.PAID, ChainState.LEFTOVER),
    ChainState.LEFTOVER: (ChainState.COPY, ChainState.PAID, ChainState.LEFTOVER),
    ChainState.AFTER: (ChainState.AFTER, ChainState.PAID_AFTER),
    ChainState.PAID_AFTER: (ChainState.AFTER, ChainState.PAID_AFTER),
}
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to each column, and each step from state to state to the path."""

    features: Mapping[str, tuple[float, ...]]
    steps: Mapping[tuple[ChainState, ChainState], float]
    starts: Mapping[ChainState, float]
    ends: Mapping[ChainState, float]

    def scores(self, features: frozenset[str]) -> tuple[float, ...]:
        """Return the sum of the weights for each of `COLUMNS`."""
        rows = [self.features[name] for name in features if name in self.features]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else (0.0,) * len(COLUMNS)


@cache
def weights() -> Weights:
    """Return the shipped weights, read once."""
    data = tomllib.loads((resources_dir() / "ads" / "weights.toml").read_text("utf-8"))
    steps = {
        (ChainState[first.upper()], ChainState[then.upper()]): value
        for first, row in data["steps"].items()
        for then, value in row.items()
    }
    return Weights(
        {MARKS.get(name, name): tuple(row) for name, row in data["features"].items()},
        steps,
        {ChainState[name.upper()]: value for name, value in data["starts"].items()},
        {ChainState[name.upper()]: value for name, value in data["ends"].items()},
    )


def best_path(scores: Sequence[Sequence[float]], by: Weights) -> list[ChainState]:
    """Return the state of each block on the path that adds up best (Viterbi); linear in the number of blocks."""
    if not scores:
        return []
    steps = tuple((first, then, by.steps[first, then]) for first, following in FOLLOWS.items() for then in following)
    here = [scores[0][COLUMN[s]] + by.starts[s] if s in STARTS else _NEVER for s in ChainState]
    back: list[list[ChainState]] = []
    for row in scores[1:]:
        came = list(ChainState)
        there = [2 * _NEVER] * len(COLUMN)
        for first, then, weight in steps:
            total = here[first] + weight
            if total > there[then]:
                there[then], came[then] = total, first
        here = [total + row[column] for total, column in zip(there, COLUMN, strict=True)]
        back.append(came)
    state = max(ENDS, key=lambda s: here[s] + by.ends[s])
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]
