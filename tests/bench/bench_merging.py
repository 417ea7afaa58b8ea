"""What laying together costs: `python tests/bench/bench_merging.py`. Milliseconds of process time, medians of nine."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desk.merging.merge import merge
from desk.merging.values import MergeText
from tests.bench.bench_review import edited, paragraph, took

WANTED = 50
"""Milliseconds for 10,000 words."""


def laid_together(words: int, length: int, share: float) -> float:
    """Print and return what it costs where each side edited this share of the paragraphs, and moved one."""
    chance = random.Random(1)
    base = [paragraph(chance, length) for _ in range(words // length)]
    sides = []
    for _ in range(2):
        side = [edited(chance, part, 0.1) if chance.random() < share else part for part in base]
        side.insert(chance.randrange(len(side)), side.pop(chance.randrange(len(side))))
        sides.append(MergeText("\n\n".join(side)))
    start = MergeText("\n\n".join(base))
    questions = len(merge(start, *sides).questions)
    cost = took(lambda: merge(start, *sides))
    print(f"{words:6,} words, {share:4.0%} of the paragraphs edited by each: {questions:3} questions, {cost:6.1f} ms")
    return cost


if __name__ == "__main__":
    for share in (0.05, 0.3, 1.0):
        laid_together(10_000, 40, share)
