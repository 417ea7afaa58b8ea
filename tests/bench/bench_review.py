"""What the chief's desk costs: `python tests/bench/bench_review.py`. Milliseconds of process time, medians of nine.

The stories are invented: words from a vocabulary in which the n-th word is 1/n as common as the first.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desk.text.diff import compare

RUNS = 9
VOCABULARY = [f"word{number}" for number in range(3000)]
WEIGHTS = [1 / (number + 1) for number in range(3000)]


def paragraph(chance: random.Random, words: int) -> str:
    """Return a paragraph of so many words."""
    return " ".join(chance.choices(VOCABULARY, WEIGHTS, k=words)).capitalize() + "."


def edited(chance: random.Random, text: str, share: float) -> str:
    """Return the paragraph with this share of its words replaced."""
    return " ".join(chance.choice(VOCABULARY) if chance.random() < share else word for word in text.split())


def took(job: Callable[[], object]) -> float:
    """Return the median of several runs in milliseconds of process time."""
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        job()
        times.append(time.process_time() - began)
    return statistics.median(times) * 1000


def difference(words: int, length: int) -> None:
    """Print what comparing two versions of so many words costs, in paragraphs of this length."""
    chance = random.Random(1)
    old = [paragraph(chance, length) for _ in range(words // length)]
    one, shuffled = [*old], [*old]
    one[len(one) // 2] = edited(chance, one[len(one) // 2], 0.1)
    chance.shuffle(shuffled)
    versions = {
        "one paragraph edited": one,
        "every paragraph edited": [edited(chance, text, 0.08) for text in old],
        "all in another order": shuffled,
        "all in another order and edited": [edited(chance, text, 0.1) for text in shuffled],
        "another story": [paragraph(chance, length) for _ in old],
    }
    before = "\n\n".join(old)
    for name, new in versions.items():
        after = "\n\n".join(new)
        cost = took(lambda after=after: compare(before, after).steps)  # type: ignore[misc]
        print(f"difference, {words:6,} words in paragraphs of {length}: {name:32} {cost:8.1f} ms")


def main() -> None:
    """Measure and print."""
    for length in (15, 40, 75):
        difference(3000, length)
    difference(30_000, 40)


if __name__ == "__main__":
    main()
