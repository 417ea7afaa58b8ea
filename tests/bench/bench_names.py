"""How fast the names check is: `python tests/bench/bench_names.py [FILE ...]` (files: news stories as plain text).

Without files it makes stories of invented people. All figures are processor time of one core, every cache cold unless
said otherwise, the best of three.
"""

import functools
import gc
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desk.checks.house import Brief
from desk.checks.names.check_names import NamesCheck
from desk.text.blocks import Manuscript

BRIEF = Brief()
CHECK = NamesCheck()
GIVEN = ("Anna", "Martin", "Fiona", "Rashid", "Pavel", "Bridget", "Samuel", "Ngozi", "Elena", "Victor", "Marta")
SYLLABLES = ("bar", "den", "fel", "gor", "han", "kal", "len", "mor", "nas", "pol", "rik", "sel", "tan", "ver")
SENTENCES = (
    "The harbour master, {full}, said on Monday that the lock would open again in spring.",
    "{family} told the council that no money had been spent so far, and that none was needed.",
    "Mr. {family} met people from {place} in the afternoon, and the U.N. sent a letter.",
    "“We have waited long enough,” {family} said, “and so have the ships outside.”",
)


def made_story(seed: int, paragraphs: int = 30) -> str:
    """Return a story of about 430 words with six people of its own."""
    chosen = random.Random(seed)

    def name() -> str:
        return "".join(chosen.choices(SYLLABLES, k=4)).capitalize()  # of three, ten times as many are near as in news

    people = [(chosen.choice(GIVEN), name()) for _ in range(6)]
    places = [name() for _ in range(3)]
    lines = []
    for number in range(paragraphs):
        given, family = people[number % 6]
        line = SENTENCES[number % len(SENTENCES)]
        lines.append(line.format(full=f"{given} {family}", family=family, place=chosen.choice(places)))
    return "\n\n".join(lines)


def forget() -> None:
    """Empty every cache of the check except its word lists."""
    for found in gc.get_objects():
        if not isinstance(found, functools._lru_cache_wrapper) or found.__name__ in ("lists", "is_word", "_is_word"):
            continue
        if (found.__module__ or "").startswith("desk.checks.names"):
            found.cache_clear()


def seconds(work: Callable[[], object], cold: bool = True) -> float:
    """Return the processor seconds of the best of three runs."""
    best = float("inf")
    for _ in range(3):
        if cold:
            forget()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def judged(manuscript: Manuscript) -> Callable[[], object]:
    """Return reading and judging of one manuscript as one piece of work."""
    return lambda: CHECK.judge(manuscript, [CHECK.read(block, BRIEF) for block in manuscript.blocks], BRIEF)


def main(files: list[str]) -> None:
    """Print words a second, milliseconds of one story, of one edit, and the growth from one to ten stories."""
    texts = [Path(file).read_text("utf-8") for file in files] or [made_story(seed) for seed in range(60)]
    stories = [Manuscript.of(text) for text in texts]
    judged(stories[0])()
    words = sum(story.words for story in stories)
    total = seconds(lambda: [judged(story)() for story in stories])
    print(f"stories                     {len(stories)}, {words} words")
    print(f"words a second, cold        {words / total:,.0f}")
    one = min(stories, key=lambda story: abs(story.words - 600))
    print(f"one story of {one.words} words     {1000 * seconds(judged(one)):.1f} ms cold")
    readings = [CHECK.read(block, BRIEF) for block in one.blocks]

    def after_edit() -> None:
        readings[len(readings) // 2] = CHECK.read(one.blocks[len(readings) // 2], BRIEF)
        CHECK.judge(one, readings, BRIEF)

    after_edit()
    print(f"after one edit              {1000 * seconds(after_edit, cold=False):.1f} ms, one block read again")
    parts = [Manuscript.of("\n\n".join(texts[i : i + 5])) for i in range(0, 50, 5)]
    apart = sum(seconds(judged(part)) for part in parts) / len(parts)
    whole = Manuscript.of("\n\n".join(texts[:50]))
    print(f"ten times other text        {seconds(judged(whole)) / apart:.1f} times as long as a tenth of it")
    again = Manuscript.of("\n\n".join(texts[:5] * 10))
    print(f"the same text ten times     {seconds(judged(again)) / seconds(judged(parts[0])):.1f} times as long")


if __name__ == "__main__":
    main(sys.argv[1:])
