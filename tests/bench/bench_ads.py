"""How fast the copy map and the ads check are: `python tests/bench/bench_ads.py [FILE ...]` (news stories, plain text).

Without files it makes stories of its own. Processor time of one core, nothing kept of words unless said otherwise, the
best of three: words a second over many stories, one story of 600 words, after one edit, and how time grows with length.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desk.checks.ads import AdsCheck, examples
from desk.checks.ads.copymap import mapped
from desk.checks.house import Brief
from desk.text import kept
from desk.text.blocks import Manuscript

CHECK = AdsCheck()
SENTENCES = (
    "The harbour master, Anna {a}, said on {day} that the lock near {b} would open again in spring.",
    "{a} told the council that no money had been spent so far, and that {n} letters had been answered.",
    "People from {b} waited for {n} minutes in the rain, and some of them went home before the vote.",
    "“We have waited long enough,” {a} said, “and so have the {n} ships outside.”",
    "A report in {day}'s paper put the cost of the work at ${n} million, which the minister called a guess.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SYLLABLES = ("bar", "den", "fel", "gor", "han", "kal", "len", "mor", "nas", "pol", "rik", "sel", "tan", "ver")


def made_story(seed: int, words: int) -> str:
    """Return a story of about so many words with an advertisement in it."""
    chosen = random.Random(seed)
    names = ["".join(chosen.choices(SYLLABLES, k=3)).capitalize() for _ in range(12)]
    parts, count = ["Harbour lock to open again", "By Anna Lindholm"], 0
    while count < words:
        two = " ".join(chosen.choices(SENTENCES, k=2)).format(
            a=chosen.choice(names), b=chosen.choice(names), day=chosen.choice(DAYS), n=chosen.randrange(2, 400)
        )
        parts.append(two)
        count += len(two.split())
    advert = examples.UNLABELLED[examples.UNLABELLED.index("Larkfell") :].split("\n\n")[:3]
    parts[6:6] = advert
    return "\n\n".join(parts)


def look(text: str) -> None:
    """Map one text and judge it."""
    story = mapped(Manuscript.of(text))
    CHECK.judge(story, [None] * len(story.blocks), Brief())


def seconds(texts: Sequence[str], cold: bool = True) -> float:
    """Return the processor seconds of the best of three rounds over the texts."""
    best = float("inf")
    for _ in range(3):
        if cold:
            for function, _ in kept._kept:
                function.cache_clear()
        best = min(best, _timed(lambda: [look(text) for text in texts]))
    return best


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main(paths: Sequence[str]) -> None:
    look(made_story(0, 100))  # word lists are read once
    texts = [Path(path).read_text("utf-8") for path in paths] or [made_story(seed, 600) for seed in range(60)]
    words = sum(len(text.split()) for text in texts)
    took = seconds(texts)
    print(f"{len(texts)} stories, {words:,} words: {words / took:,.0f} words a second (wanted 150,000)")
    one = made_story(1, 600)
    again = 1000 * seconds([one], cold=False)
    print(f"a story of 600 words: {1000 * seconds([one]):.1f} ms (wanted 10), once more {again:.1f} ms")
    edited = one.replace("the rain", "the heavy rain", 1)
    look(one)
    print(f"after one edit: {1000 * _timed(lambda: look(edited)):.1f} ms")
    base = 0.0
    for length in (5_000, 20_000, 80_000):
        each = seconds([made_story(2, length)]) / length
        base = base or each
        print(
            f"{length:>7,} words: {1e6 * each:.2f} µs a word, {each / base:.2f} times that of the shortest (linear: 1)"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
