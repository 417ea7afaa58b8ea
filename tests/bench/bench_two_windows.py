"""What a second window costs, with the real engine and a real database: `python tests/bench/bench_two_windows.py`.

Prints its memory, and how long a key and an edit take in one window by itself and while another has 10,000 new words
checked; the smallest of interleaved rounds, for a loaded machine only makes them slower.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.bench_window import Bench, middle, place_cursor, share, show, story

ROUNDS = 3


def main() -> None:
    """Measure in a home of its own."""
    from desk.paths import data_dir

    engine = data_dir() / "engine"
    with tempfile.TemporaryDirectory() as home:
        os.environ["COPYDESK_HOME"] = home
        (Path(home) / "data").mkdir()
        (Path(home) / "data" / "engine").symlink_to(engine)
        measure(Path(home))


def _draft(home: Path, words: int, town: str) -> Path:
    path = home / f"{town}-{words}.txt"
    path.write_text(story(words).replace("Port Ellery", town).replace("Monday", f"Monday in {town}"), "utf-8")
    return path


def measure(home: Path) -> None:
    """Measure one window, then the same one with another beside it."""
    import psutil

    mine = psutil.Process()
    bench = Bench()
    windows = bench.window.windows
    bench.open(_draft(home, 1000, "Dunmore"))
    place_cursor(bench)
    for nth in range(20):
        bench.edit(nth)  # Java compiles what the first ones run through
    alone, beside = [], []
    for nth in range(ROUNDS):
        alone.append(_round(bench))
        before = mine.memory_info().rss
        other = windows.new()
        other.verbs.story.open_files([_draft(home, 1000, f"Saltby{nth}")])
        bench.until(lambda other=other: other.hub.story is not None and not other.parts.checker.busy)
        show(f"memory of window 2, round {nth + 1}, 1,000 words", (mine.memory_info().rss - before) / 1e6, "MB", "< 60")
        other.verbs.story.open_files([_draft(home, 10_000, f"Norwick{nth}")])
        bench.until(lambda other=other, nth=nth: other.hub.story.slug.startswith(f"Norwick{nth}"))
        bench.window.verbs.windows.to_front()
        bench.until(bench.window.frame.isActiveWindow)
        beside.append(_round(bench))
        show("the other window is still being checked then", float(other.parts.checker.busy), "")
        show("until it is checked, nobody typing", bench.until(lambda other=other: not other.parts.checker.busy), "s")
        other.frame.close()
        bench.until(lambda: len(windows.open) == 1)
    _tell("alone", alone)
    _tell("beside 10,000 words being checked", beside)
    bench.window.hub.desk.examiner.engine.stop()
    windows.quit()
    bench.until(lambda: not windows.open)


def _round(bench: Bench) -> tuple[float, float, float, float]:
    """Return key p50 and p99, and the medians of an edit to own and to grammar findings, in milliseconds."""
    keys = bench.keys(100)
    edits = [bench.edit(nth) for nth in range(10)]
    return share(keys, 0.5), share(keys, 0.99), middle([own for own, _ in edits]), middle([g for _, g in edits])


def _tell(how: str, rounds: list[tuple[float, float, float, float]]) -> None:
    for what, values in zip(
        ("a key, p50", "a key, p99", "to own findings", "to grammar"), zip(*rounds, strict=True), strict=True
    ):
        show(f"{how}: {what}, smallest of {ROUNDS} (median {statistics.median(values):.1f})", min(values), "ms")


if __name__ == "__main__":
    main()
