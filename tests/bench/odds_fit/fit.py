"""Fits the weights of the odds: python tests/bench/odds_fit/fit.py FILES... [--closed A,B] [--ways A,B] [--write FILE].

Or judges those that are shipped, as they are: python tests/bench/odds_fit/fit.py FILES... --judge.

FILES hold stories, one JSON object a line: `text`, `outlet`, and where there are any `known_slips` as [start, end].
A slip in print that is not among these counts as right, and may set the threshold of its way alone.
Each story teaches what is right, and, with slips planted in it, what is not. Printed is how many planted slips are
told at how many false alarms in texts of outlets that were not fitted to (five folds, no outlet in two of them); each
threshold is set by the alarms there. `--write` writes the weights (`resources/grammar/odds_weights.toml`), numbers
alone; those of ways that were not fitted this time stay as they are there. The same files give the same weights.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from desk.checks.grammar.odds.features import FEATURES
from desk.checks.grammar.odds.model import LanguageModel, language_model
from desk.checks.grammar.odds.neighbours import SlipWay
from desk.checks.grammar.odds.weighing import weighed
from desk.checks.grammar.odds.weights import weights
from tests.bench.odds_fit.planting import TRIES_CONFUSED, Planted, planted

Array = NDArray[np.float64]
FOLDS, RIDGE, ROUNDS = 5, 3.0, 10
QUANTILES = (0.15, 0.35, 0.65, 0.85)
ALARMS = {
    SlipWay.CONFUSED: 1.5,
    SlipWay.SOUND: 1.0,
    SlipWay.KEY: 0.0,
    SlipWay.COMMON: 0.5,
    SlipWay.FORM: 1.0,
    SlipWay.PLURAL: 0.5,
    SlipWay.SINGULAR: 0.5,
    SlipWay.PREPOSITION: 1.0,
    SlipWay.EXTRA: 0.5,
    SlipWay.LOST: 0.0,
    SlipWay.LINK: 0.5,
    SlipWay.ARTICLE: 0.0,
}
"""False alarms in 100,000 words that each way may raise in outlets that it was not fitted to: .07 in 1,000 together.
With 2.5 times as many, 7 more of 621 slips were told."""
PLANTED_IN = 2
"""Slips are planted in every second story; what is right is learnt from all."""
MOST_ALIKE = 200
"""Planted slips of one confused word for one other. Without it "too" for "to" is a third of them, and "of" for "off" is
told at 28 places of 100, not at 43, for as many alarms."""


@dataclass(frozen=True)
class Seen:
    """What speaks for changes of one way, a row each, with the fold of its outlet."""

    right: Array
    right_folds: Array
    slips: Array
    slip_folds: Array


MOST_SLIPS = 4000
"""Planted slips of one way, about: enough for ten weights, and gathered in some minutes."""


def stories(files: Sequence[Path], closed: frozenset[str]) -> list[dict[str, object]]:
    """Return the stories of all files, those of closed outlets left out."""
    read = (json.loads(line) for file in files for line in file.read_text("utf-8").splitlines())
    return [story for story in read if story["outlet"] not in closed]


def _planted(text: str, model: LanguageModel, nth: int) -> Iterator[Planted]:
    yield from planted(text, model, Random(nth))
    yield from planted(text, model, Random(nth), TRIES_CONFUSED)


def collect(told: Sequence[dict[str, object]]) -> tuple[dict[SlipWay, Seen], int]:
    """Return what speaks for changes in right texts and in texts with planted slips; and how many words are right."""
    model = language_model()
    assert model is not None, "the language model is missing"
    outlets = {name: n % FOLDS for n, name in enumerate(sorted({str(story["outlet"]) for story in told}))}
    right: dict[SlipWay, list[tuple[float, ...]]] = {way: [] for way in SlipWay}
    slips: dict[SlipWay, list[tuple[float, ...]]] = {way: [] for way in SlipWay}
    words, alike = 0, Counter[tuple[str, ...]]()
    for nth, story in enumerate(told):
        text, fold = str(story["text"]), float(outlets[str(story["outlet"])])
        known: list[list[int]] = story.get("known_slips") or []  # type: ignore[assignment]  # from JSON
        words += len(text.split())
        for one in weighed(text, model):
            if not any(one.start < end and start < one.end for start, end in known):
                right[one.way].append((fold, *one.numbers))
        for slip in _planted(text, model, nth) if nth % PLANTED_IN == 0 else ():
            alike[slip.words] += slip.way is SlipWay.CONFUSED
            if slip.way is not SlipWay.CONFUSED or alike[slip.words] <= MOST_ALIKE:
                slips[slip.way].append((fold, *slip.numbers))
    return {way: seen_of(right[way], slips[way]) for way in SlipWay}, words


def seen_of(right: Sequence[Sequence[float]], slips: Sequence[Sequence[float]]) -> Seen:
    """Return the rows of one way, each with its fold in front; of too many slips every second, third, ... is left."""
    no, yes = np.array(right), np.array(slips[:: 1 + len(slips) // MOST_SLIPS])
    return Seen(no[:, 1:], no[:, 0], yes[:, 1:], yes[:, 0])


def bent(rows: Array, knots: Array) -> Array:
    """Return the rows with each number also as far as it is beyond each knot."""
    return np.hstack([rows, *(np.clip(rows - knot, 0, None) for knot in knots)])


@dataclass(frozen=True)
class Fitted:
    """One logistic regression on bent numbers."""

    knots: Array
    weights: Array
    bias: float

    def sums(self, rows: Array) -> Array:
        """Return what each row comes to."""
        found: Array = bent(rows, self.knots) @ self.weights + self.bias
        return found


def fitted(right: Array, slips: Array) -> Fitted:
    """Return the regression that parts slips from right words; both count alike, by Newton's method with a ridge."""
    rows = np.vstack([right, slips])
    knots = np.quantile(rows, QUANTILES, axis=0)
    wide = bent(rows, knots)
    mean, spread = wide.mean(0), wide.std(0) + 1e-9
    matrix = np.hstack([(wide - mean) / spread, np.ones((len(wide), 1))])
    wanted = np.r_[np.zeros(len(right)), np.ones(len(slips))]
    weights = np.zeros(matrix.shape[1])
    penalty = np.r_[np.full(matrix.shape[1] - 1, RIDGE), 0.0]
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (wanted - chance) - penalty * weights
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty + 1e-6)
        weights += np.linalg.solve(curve, slope)
    plain = weights[:-1] / spread
    return Fitted(knots, plain, float(weights[-1] - plain @ mean))


def unseen(seen: Seen) -> tuple[Array, Array]:
    """Return the sums of right changes and of slips, each by weights that did not see its outlet."""
    right, slips = np.zeros(len(seen.right)), np.zeros(len(seen.slips))
    for fold in range(FOLDS):
        model = fitted(seen.right[seen.right_folds != fold], seen.slips[seen.slip_folds != fold])
        right[seen.right_folds == fold] = model.sums(seen.right[seen.right_folds == fold])
        slips[seen.slip_folds == fold] = model.sums(seen.slips[seen.slip_folds == fold])
    return right, slips


def table(way: SlipWay, model: Fitted, threshold: float) -> str:
    """Return the weights of one way as TOML: a row a number, its weight, its knots, the weights beyond them."""
    many = len(FEATURES)
    lines = [f"[{way}]", f"bias = {model.bias:.4f}", f"threshold = {threshold:.4f}", "rows = ["]
    for n in range(many):
        row = [
            model.weights[n],
            *model.knots[:, n],
            *(model.weights[many * (k + 1) + n] for k in range(len(QUANTILES))),
        ]
        lines.append(f"  [{', '.join(f'{number:.4f}' for number in row)}],")
    return "\n".join([*lines, "]", ""])


def table_of(way: SlipWay, seen: Seen, words: int) -> str:
    """Return the weights of one way with what is said of them, and print that."""
    right, slips = unseen(seen)
    allowed = round(ALARMS[way] * words / 100_000)
    threshold = float(np.sort(right)[-allowed - 1]) + 1e-4
    told = float((slips > threshold).mean())
    line = f"{allowed} alarms in {words} words, {told:.2f} of {len(slips)} planted slips told"
    print(f"{way:12s} {line}")
    return f"# {line}, in outlets not fitted to.\n{table(way, fitted(seen.right, seen.slips), threshold)}"


def judged(way: SlipWay, seen: Seen, words: int) -> str:
    """Return what the shipped weights of one way tell of these texts: of right words, and of planted slips."""
    shipped = weights()[way]
    right, slips = ([shipped.sum(tuple(row)) > 0 for row in rows] for rows in (seen.right, seen.slips))
    told = sum(slips) / len(slips)
    return f"{way:12s} {sum(right)} alarms in {words} words, {told:.2f} of {len(slips)} planted slips told"


HEAD = """# Written by tests/bench/odds_fit/fit.py. Each row is a number of desk/checks/grammar/odds/features.py: its
# weight, its knots, the weights of what lies beyond them. A threshold is the sum that right words of outlets that were
# not fitted to reached as often as is said beside it.
"""

_TABLE = re.compile(r"^# [^\n]* in outlets not fitted to\.\n\[(\w+)\]\n.*?^\]\n", re.MULTILINE | re.DOTALL)


def written(file: Path) -> dict[SlipWay, str]:
    """Return the tables of a file of weights, by way, each with what is said of it; none where there is no file."""
    text = file.read_text("utf-8") if file.exists() else ""
    return {SlipWay(match[1]): match[0] for match in _TABLE.finditer(text)}


def main() -> None:
    """Fit, print, and write where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--closed", default="", help="outlets that are not fitted to")
    parser.add_argument("--ways", default=",".join(SlipWay), help="the ways that are fitted; all of them")
    parser.add_argument("--judge", action="store_true", help="fit nothing: say what the shipped weights tell")
    parser.add_argument("--write", type=Path, help="the file of the weights")
    asked = parser.parse_args()
    seen, words = collect(stories(asked.files, frozenset(asked.closed.split(","))))
    if asked.judge:
        for way in map(SlipWay, asked.ways.split(",")):
            print(judged(way, seen[way], words))
        return
    tables = written(asked.write) if asked.write is not None else {}
    for way in map(SlipWay, asked.ways.split(",")):
        tables[way] = table_of(way, seen[way], words)
    if asked.write is not None:
        asked.write.write_text("\n".join([HEAD, *(tables[way] for way in SlipWay if way in tables)]), "utf-8")


if __name__ == "__main__":
    main()
