"""What a typist waits for while many files are checked with the same engine: `python tests/bench/bench_beside_bulk.py`.

An edited paragraph of 40 words is asked about, in turns with nobody else there and beside `copydesk check` of many
stories. Prints medians and 90th percentiles in milliseconds, and the ratio of the medians round by round, which says
something on a loaded machine too. Needs the grammar engine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench_window import story  # noqa: E402

from desk.checks.grammar.engine.engine import GrammarEngine  # noqa: E402
from desk.paths import data_dir  # noqa: E402

ROUNDS, EDITS, FILES, WORDS = 3, 25, 60, 600
PAUSE = 0.1
"""Seconds between two edits."""
WANTED = 2.0
"""Times as long at most."""


def edits() -> Iterator[str]:
    """Yield a paragraph with one word more each time."""
    paragraph = next(part for part in story(WORDS).split("\n\n") if len(part.split()) >= 30)
    for nth in range(1_000_000):
        yield f"{paragraph} She said so {nth} times."


def asked(engine: GrammarEngine, texts: Iterator[str]) -> list[float]:
    """Return the milliseconds of each edit's answer."""
    times = []
    for _ in range(EDITS):
        text = next(texts)
        began = time.perf_counter()
        engine.ask(text, "en-US")
        times.append(1000 * (time.perf_counter() - began))
        time.sleep(PAUSE)
    return times


def bulk(home: Path, nth: int) -> "subprocess.Popen[bytes]":
    """Have many stories checked that nobody has seen; return the process once the first of them is told."""
    files = []
    for number in range(FILES):
        files.append(home / f"{nth}-{number}.txt")
        files[-1].write_text(story(WORDS).replace("Monday", f"Monday of week {nth}{number:03}"), "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "desk", "check", "--json", *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def main() -> None:
    """Measure in a home of its own and print the table."""
    with tempfile.TemporaryDirectory() as name:
        engines = data_dir() / "engine"
        os.environ["COPYDESK_HOME"] = name
        (Path(name) / "data").mkdir()
        (Path(name) / "data" / "engine").symlink_to(engines)
        engine, texts, ratios = GrammarEngine(keep_warm=0), edits(), []
        asked(engine, texts)
        alone: list[float] = []
        beside: list[float] = []
        for nth in range(ROUNDS):
            quiet = asked(engine, texts)
            process = bulk(Path(name), nth)
            busy = asked(engine, texts)
            print(
                f"round {nth + 1}: {'still' if process.poll() is None else 'NOT'} being checked at the end of the edits"
            )
            process.terminate()
            process.communicate()
            ratios.append(statistics.median(busy) / statistics.median(quiet))
            alone, beside = alone + quiet, beside + busy
        engine.stop()
    for words, times in (("alone", alone), (f"beside {FILES} stories being checked", beside)):
        most = statistics.quantiles(times, n=10)[-1]
        print(f"{words:38} {statistics.median(times):6.0f} ms, 90th percentile {most:6.0f}")
    told = " ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"{'ratios of the medians, round by round':38} {told}    wanted <= {WANTED}")


if __name__ == "__main__":
    main()
