"""How fast the figures check is: `python tests/bench/bench_figures.py [FILE ...]` (files: news stories as plain text).

Without files it makes stories of invented figures. All figures are processor time of one core, the best of three.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desk.checking.copy_map import copy_map
from desk.checking.runner import ReadingCache, run_check
from desk.checks.figures.check import FiguresCheck
from desk.checks.house import Brief
from desk.text.blocks import Manuscript

BRIEF = Brief(dated=date(2026, 3, 6))
CHECK = FiguresCheck()
SYLLABLES = ("bar", "den", "fel", "gor", "han", "kal", "len", "mor", "nas", "pol", "rik", "sel", "tan", "ver")
SENTENCES = (
    "The {w} board voted {a}-3 on Monday to buy {b} new {x}, which cost ${c} million, more than {y} had cost {z}.",
    "Ana {w}, {b}, said that {a} of the {x} in {y} were still in hospital, and that {d} percent had gone to {z}.",
    "The {w} road is 10 miles (16 km) long, and {c},000 {x} a day used it from 2001 to 2019, the {y} said in {z}.",
    "Nobody on the {w} had seen the {x} come in, and the keeper of the {y} had not been asked about the {z} either.",
    "The {w} opens again on Friday, May 1, at 9 a.m., after {c} {x} of work by {d} {y} from the {z}.",
)
LONG = (
    "The council of Aldane voted on Monday to repair the old bridge, said its engineer, Tomas Lindgren, who has looked "
    "after it for twelve years. Ferries will run every ten minutes from the northern pier while the work lasts, and "
    "the port authority will print a timetable. “We looked at every option,” he said, “and there is no cheaper way to "
    "keep it safe.” Passengers were less sure about what the closure would mean for them."
)
ODD = {"capitals": "A" * 300_000, "digits": "7" * 300_000, "numbers": "12 " * 100_000, "names": "Kovac " * 50_000}


def made_story(seed: int, paragraphs: int = 30) -> str:
    """Return a story of about 600 words."""
    chosen = random.Random(seed)
    lines = []
    for number in range(paragraphs):
        a, b, c, d = (chosen.randrange(4, 90) for _ in range(4))
        w, x, y, z = ("".join(chosen.choices(SYLLABLES, k=3)) for _ in range(4))
        line = SENTENCES[number % len(SENTENCES)]
        lines.append(line.format(a=a, b=b, c=c, d=d, w=w.capitalize(), x=f"{x}s", y=f"{y}s", z=z.capitalize()))
    return "\n\n".join(lines)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds of the best of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def judged(manuscript: Manuscript) -> Callable[[], object]:
    """Return reading and judging of one manuscript as one piece of work."""
    return lambda: CHECK.judge(manuscript, [CHECK.read(block, BRIEF) for block in manuscript.blocks], BRIEF)


def after_an_edit(parts: Sequence[str]) -> float:
    """Return the processor seconds of a whole run after a sentence was written in the middle of a long text."""
    paragraphs, cache, best = "\n\n".join(parts).split("\n\n"), ReadingCache(), float("inf")
    for hour in range(5):
        story = Manuscript.of("\n\n".join(paragraphs))
        start = time.process_time()
        run_check(CHECK, story, BRIEF, cache)
        best = min(best, time.process_time() - start)
        paragraphs[len(paragraphs) // 2] += f" It was {hour} o’clock."
    return best


def long_story() -> list[str]:
    """Return 130 paragraphs of 75 words with three figures each, one of which is in no other."""
    return [f"{LONG} That was item {number}." for number in range(130)]


def main(files: list[str]) -> None:
    """Print milliseconds of 600 words, of one edit, the growth from one to ten stories, and texts nobody writes."""
    texts = [Path(file).read_text("utf-8") for file in files] or [made_story(seed) for seed in range(50)]
    stories = [copy_map(text, "text") for text in texts]
    words = sum(story.words for story in stories)
    total = seconds(lambda: [judged(story)() for story in stories])
    print(f"stories                     {len(stories)}, {words} words")
    print(f"600 words                   {600_000 * total / words:.1f} ms")
    one = min(stories, key=lambda story: abs(story.words - 600))
    readings = [CHECK.read(block, BRIEF) for block in one.blocks]

    def after_edit() -> None:
        readings[len(readings) // 2] = CHECK.read(one.blocks[len(readings) // 2], BRIEF)
        CHECK.judge(one, readings, BRIEF)

    print(f"after one edit              {1000 * seconds(after_edit):.2f} ms of {one.words} words, one block read again")
    print(f"after one edit              {1000 * after_an_edit(long_story()):.2f} ms of 10,000 words of news")
    print(f"after one edit              {1000 * after_an_edit(texts[:17]):.2f} ms of 17 such stories as one")
    tenth = Manuscript.of("\n\n".join(texts[:5]))
    whole = Manuscript.of("\n\n".join(texts[:50]))
    print(f"ten times the text          {seconds(judged(whole)) / seconds(judged(tenth)):.1f} times as long")
    for name, text in ODD.items():
        print(f"{len(text):,} of {name:18} {seconds(judged(Manuscript.of(text))):.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
