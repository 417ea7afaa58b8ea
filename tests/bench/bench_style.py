"""How fast the choices of house style are: `python tests/bench/bench_style.py [FILE ...]` (files: stories, plain).

Without files it makes stories that do several things in two ways. All figures are processor time of one core, the best
of three.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desk.checks.house import Brief
from desk.checks.style.check import StyleCheck
from desk.checks.style.choices.declared import by_key
from desk.checks.style.choices.trial import tried
from desk.text.blocks import Manuscript

BRIEF = Brief()
CHECK = StyleCheck()
SENTENCES = (
    "The harbour board met on March {n} and voted 7-2 to spend $3.{n} million on the long-term lease of the old pier.",
    "Mr. Oduya told the council that {n} percent of the boats, or 12,{n}00 in all, had left the U.S. by then.",
    "“We have waited {n} years,” said Ines Calloway, the mayor, who organised the first protest in the 1990s.",
    "It opens at 9 a.m. on Sept. {n} — a Monday — and closes at 5pm, the president of the trust wrote in an email.",
)


def made_story(paragraphs: int = 30) -> str:
    """Return a story of about 600 words."""
    return "\n\n".join(SENTENCES[n % len(SENTENCES)].format(n=2 + n % 7) for n in range(paragraphs))


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


def main(files: list[str]) -> None:
    """Print milliseconds of one story, of one edit, of a trial of one choice, and the growth with length."""
    stories = [Manuscript.of(Path(file).read_text("utf-8")) for file in files] or [Manuscript.of(made_story())]
    one = min(stories, key=lambda story: abs(story.words - 600))
    judged(one)()
    per_600 = seconds(lambda: [judged(story)() for story in stories]) / sum(story.words for story in stories) * 600
    print(f"600 words                   {1000 * per_600:.1f} ms, rules and choices")
    readings = [CHECK.read(block, BRIEF) for block in one.blocks]
    middle = len(readings) // 2

    def after_edit() -> None:
        readings[middle] = CHECK.read(one.blocks[middle], BRIEF)
        CHECK.judge(one, readings, BRIEF)

    print(f"after one edit              {1000 * seconds(after_edit):.1f} ms, one block read again")
    choice = by_key()["percent.text"]
    print(f"one choice tried on a story {1000 * seconds(lambda: tried(one, choice, '%')):.2f} ms")
    ten = Manuscript.of("\n\n".join([one.text] * 10))
    print(f"ten times the text          {seconds(judged(ten)) / seconds(judged(one)):.1f} times as long")
    line, long_line = (Manuscript.of(one.text.replace("\n", " ") * times) for times in (10, 100))
    print(f"one line, ten times as long {seconds(judged(long_line)) / seconds(judged(line)):.1f} times as long")


if __name__ == "__main__":
    main(sys.argv[1:])
