"""How long a choice takes on a desk's stories: `python tests/bench/bench_house_trial.py [FILE.jsonl ...]`.

Files have one story a line, as the key `text`; without any it makes stories of about 600 words. Every story has words
of its own, so nothing is read once for two. All figures are processor time of one core, beside that of a bare read:
the same texts fetched from the database and cut into blocks. `--stories` says how many (500).
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_style import made_story

from desk.checking.house_trials import read_forms_of
from desk.checks.style.choices.declared import PRESETS, by_key
from desk.checks.style.choices.house_file import HouseChoices, preset, preset_words
from desk.readers.draft import manuscript
from desk.session import Desk, Session

KEYS = ("percent.text", "numbers.words_to", "marks.quotes", "titles.courtesy")


def seconds(work: Callable[[], object]) -> float:
    """Return the processor seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def nothing(*_: object) -> bool:
    """Return that nobody asked to stop."""
    return False


def texts(files: list[str]) -> Iterator[str]:
    """Yield texts without an end, no two alike."""
    some = [json.loads(line)["text"] for file in files for line in Path(file).read_text("utf-8").splitlines()]
    for nth, text in enumerate(cycle(some or [made_story()])):
        yield f"Story number {nth} of the day\n\n{text}\n\nThis was story number {nth}.\n"


def fill(desk: Desk, files: list[str], count: int) -> int:
    """Make stories, and return how many words they have."""
    words = 0
    with desk.store.together():
        for nth, text in enumerate(islice(texts(files), count)):
            desk.stories.open_text(text, f"story-{nth}")
            words += len(text.split())
    return words


def main() -> None:
    """Print seconds of a bare read, of the first and the second trial of some choices and presets, and of learning."""
    asked = argparse.ArgumentParser()
    asked.add_argument("files", nargs="*")
    asked.add_argument("--stories", type=int, default=500)
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Session(Path(folder) / "settings.toml", str(Path(folder) / "desk.db")).open_store()
        words = fill(desk, told.files, told.stories)
        print(f"{told.stories} stories of {words // told.stories} words; seconds, and times a bare read")
        bare = seconds(lambda: [manuscript(one.text, one.format) for one in desk.store.last_texts.all(told.stories)])
        print(f"bare read                 {bare:5.2f}")
        for key in KEYS:
            choice = by_key()[key]
            value = "9" if choice.number else choice.forms[0].name
            trials = desk.house_style.trials()
            took = [seconds(lambda t=trials, c=choice, v=value: t.run(c, v, nothing, nothing)) for _ in range(2)]
            print(
                f"{key:20s}first {took[0]:5.2f}  {took[0] / bare:4.0f}    again {took[1]:5.2f}  {took[1] / bare:4.0f}"
            )
        for name in PRESETS[1:]:
            trials, after = desk.house_style.trials(), HouseChoices(preset(name), preset_words(name))
            took = [
                seconds(lambda t=trials, a=after: t.compare(HouseChoices(), a, (), nothing, nothing)) for _ in range(2)
            ]
            print(
                f"{name:20s}first {took[0]:5.2f}  {took[0] / bare:4.0f}    again {took[1]:5.2f}  {took[1] / bare:4.0f}"
            )
        learning = seconds(lambda: read_forms_of(desk.store.last_texts.all(told.stories), nothing, nothing))
        print(f"learned from all     once  {learning:5.2f}  {learning / bare:4.0f}")
        desk.close()


if __name__ == "__main__":
    main()
