"""What our rules cost: the engine's start with and without them, in turns in one run; and a recheck after one edit.

`python tests/bench/bench_grammar.py [ROUNDS]`. Prints medians and the ratio of the starts (wanted: <= 1.1), then the
milliseconds from an edit in a story of 600 words to its findings, warm (wanted: at most 50). A start is the time to the
first answer, for LanguageTool reads its rules only then. Needs the grammar engine.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from bench_window import story  # noqa: E402

from desk.checking.runner import ReadingCache, run_check  # noqa: E402
from desk.checks.grammar.check_grammar import GrammarCheck  # noqa: E402
from desk.checks.grammar.engine import rule_pack  # noqa: E402
from desk.checks.grammar.engine.engine import GrammarEngine  # noqa: E402
from desk.checks.grammar.engine.folders import Folders  # noqa: E402
from desk.checks.house import Brief  # noqa: E402
from desk.checks.names.known import known_names  # noqa: E402
from desk.paths import data_dir  # noqa: E402
from desk.text.blocks import Manuscript  # noqa: E402

WORDS = 600
NO_RULES = '<?xml version="1.0" encoding="UTF-8"?>\n<rules lang="en">\n</rules>'


@contextmanager
def without_our_rules() -> Iterator[None]:
    """Have the engine prepared with an empty pack."""
    ours = rule_pack.pack_text
    rule_pack.pack_text = lambda desk="": NO_RULES
    rule_pack.pack_version.cache_clear()
    try:
        yield
    finally:
        rule_pack.pack_text = ours
        rule_pack.pack_version.cache_clear()


def start(folder: Path) -> tuple[float, float]:
    """Return the seconds to the first answer of a new server, and the processor seconds that Java took for it."""
    engine = GrammarEngine(Folders(data_dir(), folder / "cache", folder / "run"), keep_warm=0)
    began = time.perf_counter()
    engine.warm_up()
    took = time.perf_counter() - began
    used = java_seconds(engine)
    engine.stop()
    engine.close()
    return took, used


def java_seconds(engine: GrammarEngine) -> float:
    """Return the processor seconds that the server has used."""
    server = engine.status().server
    used = psutil.Process(server.pid).cpu_times() if server else None
    return used.user + used.system if used else 0.0


def starts(rounds: int, folder: Path) -> None:
    """Print how long a start takes with and without our rules; the first start of each fills its start-up cache."""
    ours: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    for _ in range(rounds + 1):
        ours.append(start(folder))
        with without_our_rules():
            bare.append(start(folder))
    for what, nth in (("first answer", 0), ("processor", 1)):
        a = statistics.median(one[nth] for one in ours[1:])
        b = statistics.median(one[nth] for one in bare[1:])
        print(f"start, {what}: {a:.2f} s with our rules, {b:.2f} s without, ratio {a / b:.2f}")


def rechecks(rounds: int, folder: Path) -> None:
    """Print how long it takes from an edit of one word to the findings of the story."""
    engine = GrammarEngine(Folders(data_dir(), folder / "cache", folder / "run"), keep_warm=0)
    check, cache = GrammarCheck(engine, known_names), ReadingCache()
    text = story(WORDS)
    middle = text.index(" ", len(text) // 2)
    times = []
    spent: list[float] = []
    for nth in range(10 * rounds + 5):
        if nth in {5, 10 * rounds + 4}:
            spent.append(1000 * (time.process_time() + java_seconds(engine)))
        edited = f"{text[:middle]} version {nth}{text[middle:]}"
        began = time.perf_counter()
        run_check(check, Manuscript.of(edited), Brief(), cache)
        times.append(1000 * (time.perf_counter() - began))
    engine.stop()
    engine.close()
    warm = sorted(times[5:])
    each = (spent[1] - spent[0]) / (10 * rounds - 1)
    print(f"recheck of {WORDS} words after one edit: median {statistics.median(warm):.0f} ms, worst {warm[-1]:.0f} ms,")
    print(f"  of the processor {each:.0f} ms, ours and Java's")


if __name__ == "__main__":
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as name:
        starts(turns, Path(name))
        rechecks(turns, Path(name))
