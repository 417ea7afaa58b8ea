"""How fast `copydesk check` is as a whole process: `python tests/bench/bench_check.py [FILE ...]` (plain text).

Without files it makes a thousand stories of 600 words. Seconds by the clock and of the processor, by our own checks:
one file, all files in one process, and all of them side by side; one after the other in turn, the best of each.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

OWN = "names,figures,ads,style,structure"
ROUNDS = 3


def checked(paths: Sequence[Path], home: str, *more: str) -> tuple[float, float]:
    """Return the seconds of one call, by the clock and of all processors."""
    call = [sys.executable, "-m", "desk", "check", "--json", "--only", OWN, *more, *map(str, paths)]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    used, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(call, cwd=ROOT, env={**env, "COPYDESK_HOME": home}, stdout=subprocess.DEVNULL, check=False)
    took, now = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime


def made(folder: Path, count: int) -> list[Path]:
    """Return the paths of so many stories of 600 words."""
    from tests.bench.bench_ads import made_story

    paths = [folder / f"{nth:04}.txt" for nth in range(count)]
    for nth, path in enumerate(paths):
        path.write_text(made_story(nth, 600), "utf-8")
    return paths


def main(names: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(name).resolve() for name in names] or made(Path(folder), 1000)
        words = sum(len(path.read_text("utf-8").split()) for path in paths)
        rounds = [
            (checked(paths[:1], folder), checked(paths, folder, "--jobs", "1"), checked(paths, folder))
            for _ in range(ROUNDS)
        ]
    one, alone, together = ([min(each) for each in zip(*tries, strict=True)] for tries in zip(*rounds, strict=True))
    print(f"one story: {one[0]:.2f} s, {one[1]:.2f} s of the processor (wanted .35)")
    for what, (clock, processor) in (("in one process", alone), ("side by side", together)):
        speed = f"{words / clock:,.0f} words a second"
        print(f"{len(paths):,} stories, {words:,} words, {what}: {speed}, {1e6 * processor / words:.1f} µs a word")
    print(f"side by side by the clock: {together[0] / alone[0]:.2f} of one process")


if __name__ == "__main__":
    main(sys.argv[1:])
