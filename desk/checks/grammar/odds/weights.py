"""The weights of what speaks for a change: one sum a way, from a file that `tests/bench/odds_fit/fit.py` writes."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from desk.checks.grammar.odds.neighbours import SlipWay
from desk.errors import BugError
from desk.paths import resources_dir

_FILE = "odds_weights.toml"
VERSION = "odds 12"
"""Raised with each change of weights, words or features: readings are kept with the story."""


@dataclass(frozen=True, slots=True)
class OddsWeights:
    """The weights of one way; each number counts as it is and by how far it is beyond each of its knots."""

    bias: float
    threshold: float
    """From cross-validation over outlets; said in the file."""
    knots: tuple[tuple[float, ...], ...]
    straight: tuple[float, ...]
    bent: tuple[tuple[float, ...], ...]

    def sum(self, numbers: Sequence[float]) -> float:
        """Return what the numbers come to; above 0, a change is told."""
        total = self.bias - self.threshold
        for number, knots, weight, weights in zip(numbers, self.knots, self.straight, self.bent, strict=True):
            total += weight * number
            total += sum(w * (number - knot) for knot, w in zip(knots, weights, strict=True) if number > knot)
        return total


@cache
def weights() -> Mapping[SlipWay, OddsWeights]:
    """Return the shipped weights; raises `BugError` where the file is missing or broken."""
    try:
        raw = tomllib.loads((resources_dir() / "grammar" / _FILE).read_text("utf-8"))
        return {SlipWay(name): _of(table) for name, table in raw.items()}
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BugError(f"{_FILE} is missing or broken: {error!r}") from error


def _of(table: Mapping[str, Any]) -> OddsWeights:
    rows: list[list[float]] = table["rows"]
    many = 1 + len(rows[0]) // 2
    return OddsWeights(
        float(table["bias"]),
        float(table["threshold"]),
        tuple(tuple(row[1:many]) for row in rows),
        tuple(row[0] for row in rows),
        tuple(tuple(row[many:]) for row in rows),
    )
