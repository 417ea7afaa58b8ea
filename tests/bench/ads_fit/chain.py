"""A linear chain over the blocks of a page, fitted by maximum likelihood with costs; numpy alone.

The states and the steps between them are those of `desk.checks.ads.model`. A cost is added to every wrong state while
fitting (a softmax margin), so that mistakes weigh as much as they cost an editor.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desk.checks.ads.model import COLUMN, COLUMNS, ENDS, FOLLOWS, STARTS, ChainState, Weights

Array = NDArray[np.float64]
_NEVER = -1e9
_S = len(ChainState)
STEPS = [(first, then) for first, following in FOLLOWS.items() for then in following]


@dataclass(frozen=True)
class Sample:
    """One page: the features that hold in each block, the state of each, and how much the page counts."""

    shown: Sequence[frozenset[str]]
    gold: Sequence[ChainState]
    weight: float = 1.0
    costly: bool = True
    """Whether the costs of wrong states count here."""


def fit(samples: Sequence[Sample], costs: Array, penalty: float, rounds: int, fewest: int) -> Weights:
    """Return the weights that make the judged states likeliest.

    `costs[gold, said]` is added to a wrong state's score; `penalty` is of the squared weights; features that hold in
    fewer than `fewest` pages are left out.
    """
    problem = _Problem(samples, costs, penalty, fewest)
    best = _descend(problem.loss, np.zeros(problem.size), rounds)
    return problem.weights(best)


class _Problem:
    def __init__(self, samples: Sequence[Sample], costs: Array, penalty: float, fewest: int) -> None:
        samples = sorted((s for s in samples if s.gold), key=lambda s: -len(s.gold))
        self.penalty = penalty
        self.names = _common(samples, fewest)
        number = {name: i for i, name in enumerate(self.names)}
        rows = [[number[n] for n in row if n in number] or [0] for s in samples for row in s.shown]
        self.indices = np.concatenate([np.array(row) for row in rows])
        self.starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        self.row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        self.gold = np.array([int(state) for s in samples for state in s.gold])
        self.page_weight = np.array([s.weight for s in samples])
        self.block_weight = np.repeat(self.page_weight, [len(s.gold) for s in samples])
        costly = np.repeat(np.array([s.costly for s in samples], float), [len(s.gold) for s in samples])
        self.costs = costs[self.gold] * costly[:, None]
        lengths = np.array([len(s.gold) for s in samples])
        first = np.cumsum([0, *lengths[:-1]])
        # the blocks of all pages place by place; pages are sorted by length, so the first `n` are still running
        self.at = [first[: int((lengths > t).sum())] + t for t in range(int(lengths[0]))]
        self.last = first + lengths - 1
        self.first = first
        self.ends_at = lengths - 1
        self.column = np.array(COLUMN)
        self.tables = len(self.names) * len(COLUMNS)
        self.size = self.tables + len(STEPS) + len(STARTS) + len(ENDS)
        inner = np.ones(len(self.gold), bool)
        inner[first] = False
        behind = np.flatnonzero(inner)
        self.gold_steps = np.zeros((_S, _S))
        np.add.at(self.gold_steps, (self.gold[behind - 1], self.gold[behind]), self.block_weight[behind])
        self.gold_starts = np.bincount(self.gold[first], self.page_weight, _S)
        self.gold_ends = np.bincount(self.gold[self.last], self.page_weight, _S)
        self.gold_column = self.column[self.gold]

    def _apart(self, x: Array) -> tuple[Array, Array, Array, Array]:
        table = x[: self.tables].reshape(len(self.names), len(COLUMNS))
        rest = x[self.tables :]
        steps = np.full((_S, _S), _NEVER)
        for (first, then), value in zip(STEPS, rest, strict=False):
            steps[first, then] = value
        starts, ends = np.full(_S, _NEVER), np.full(_S, _NEVER)
        starts[list(STARTS)] = rest[len(STEPS) : len(STEPS) + len(STARTS)]
        ends[list(ENDS)] = rest[len(STEPS) + len(STARTS) :]
        return table, steps, starts, ends

    def loss(self, x: Array) -> tuple[float, Array]:
        """Return the negative log likelihood with the penalty, and its gradient."""
        table, steps, starts, ends = self._apart(x)
        columns = np.add.reduceat(table[self.indices], self.starts, axis=0)
        scores = columns[:, self.column] + self.costs
        forward = np.empty_like(scores)
        forward[self.at[0]] = starts + scores[self.at[0]]
        for before, here in zip(self.at, self.at[1:], strict=False):
            came = forward[before[: len(here)]]
            forward[here] = _log_sum(came[:, :, None] + steps[None], 1) + scores[here]
        total = _log_sum(forward[self.last] + ends, 1)
        backward = np.empty_like(scores)
        backward[self.last] = ends
        expected_steps = np.zeros((_S, _S))
        for t in range(len(self.at) - 2, -1, -1):
            here, then = self.at[t], self.at[t + 1]
            going = here[: len(then)]
            ahead = scores[then] + backward[then]
            joint = steps[None] + ahead[:, None, :]
            backward[going] = _log_sum(joint, 2)
            likely = np.exp(np.minimum(forward[going][:, :, None] + joint - total[: len(then), None, None], 0))
            expected_steps += np.einsum("p,pij->ij", self.page_weight[: len(then)], likely)
        page_of = np.repeat(np.arange(len(total)), self.ends_at + 1)
        likely = np.exp(np.minimum(forward + backward - total[page_of][:, None], 0)) * self.block_weight[:, None]
        gold = (
            (scores[np.arange(len(scores)), self.gold] * self.block_weight).sum()
            + (steps * self.gold_steps)[steps > _NEVER].sum()
            + (starts * self.gold_starts)[list(STARTS)].sum()
            + (ends * self.gold_ends)[list(ENDS)].sum()
        )
        value = (total * self.page_weight).sum() - gold + 0.5 * self.penalty * float(x @ x)
        per_column = np.zeros((len(scores), len(COLUMNS)))
        for state in ChainState:
            per_column[:, self.column[state]] += likely[:, state]
        per_column[np.arange(len(scores)), self.gold_column] -= self.block_weight
        moved = per_column[self.row_of]
        grad_table = np.stack(
            [np.bincount(self.indices, moved[:, c], len(self.names)) for c in range(len(COLUMNS))], axis=1
        )
        by_step = expected_steps - self.gold_steps
        by_start = likely[self.first].sum(0) - self.gold_starts
        by_end = likely[self.last].sum(0) - self.gold_ends
        gradient = np.concatenate(
            [grad_table.ravel(), [by_step[s] for s in STEPS], by_start[list(STARTS)], by_end[list(ENDS)]]
        )
        return float(value), gradient + self.penalty * x

    def weights(self, x: Array) -> Weights:
        """Return the numbers under their names, each row of features adding up to nothing."""
        table, steps, starts, ends = self._apart(x)
        table = table - table.mean(axis=1, keepdims=True)
        return Weights(
            {name: tuple(float(v) for v in row) for name, row in zip(self.names, table, strict=True)},
            {(ChainState(a), ChainState(b)): float(steps[a, b]) for a, b in STEPS},
            {state: float(starts[state]) for state in STARTS},
            {state: float(ends[state]) for state in ENDS},
        )


def _common(samples: Sequence[Sample], fewest: int) -> list[str]:
    pages: dict[str, int] = {}
    for sample in samples:
        for name in frozenset().union(*sample.shown):
            pages[name] = pages.get(name, 0) + 1
    return ["", *sorted(name for name, count in pages.items() if count >= fewest)]


def _log_sum(values: Array, axis: int) -> Array:
    top = values.max(axis=axis, keepdims=True)
    return np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis=axis))


def _descend(loss: Callable[[Array], tuple[float, Array]], x: Array, rounds: int, memory: int = 12) -> Array:
    """Return where `loss` is least: limited-memory BFGS (Nocedal and Wright, algorithm 7.5) with halved steps."""
    value, gradient = loss(x)
    moves: list[tuple[Array, Array]] = []
    for _ in range(rounds):
        direction = _two_loops(gradient, moves)
        slope = float(direction @ gradient)
        step = 1.0 if moves else 1.0 / max(1.0, float(np.linalg.norm(gradient)))
        while True:
            there = x + step * direction
            new, new_gradient = loss(there)
            if new <= value + 1e-4 * step * slope or step < 1e-8:
                break
            step /= 2
        moved, turned = there - x, new_gradient - gradient
        if float(moved @ turned) > 1e-10:
            moves = [*moves, (moved, turned)][-memory:]
        done = abs(value - new) < 1e-5 * max(1.0, abs(value))
        x, value, gradient = there, new, new_gradient
        if done:
            break
    return x


def _two_loops(gradient: Array, moves: Sequence[tuple[Array, Array]]) -> Array:
    q = gradient.copy()
    alphas = []
    for moved, turned in reversed(moves):
        alpha = float(moved @ q) / float(turned @ moved)
        alphas.append(alpha)
        q -= alpha * turned
    if moves:
        moved, turned = moves[-1]
        q *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), alpha in zip(moves, reversed(alphas), strict=True):
        q += moved * (alpha - float(turned @ q) / float(turned @ moved))
    return -q


def costs_of(table: Mapping[tuple[ChainState, ChainState], float]) -> Array:
    """Return what each wrong state costs; what is not named costs nothing."""
    out = np.zeros((_S, _S))
    for (gold, said), cost in table.items():
        out[gold, said] = cost
    return out
