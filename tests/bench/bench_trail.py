"""What walking a trail costs: `python tests/bench/bench_trail.py [ENTRIES]` (100,000). Seconds of process time.

A thousand stories whose manual item is ticked and the tick taken away in turn; walked are every link (`store check`),
then all that hangs on it, and the parts that other databases signed.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

STORIES = 1000
WANTED = 8.0
"""Seconds for 100,000 entries."""


def took(what: str, job: Callable[[], Any]) -> Any:
    """Print how long a job took in seconds of process time, and return what it came to."""
    began = time.process_time()
    came = job()
    print(f"{what:36}{time.process_time() - began:8.2f} s", flush=True)
    return came


def fill(store: Any, entries: int) -> None:
    """Put so many entries into the trail, a story a transaction."""
    from desk.review.decisions import Decision, Done
    from desk.review.people import actor
    from desk.store.records.values import NewStory

    rosa = actor("", "Rosa")
    for nth in range(STORIES):
        story = store.stories.create(NewStory(slug=f"story-{nth}", text=f"Story {nth}.\n"), rosa)
        made = (Done.TICKED, Done.UNTICKED) * (entries // STORIES // 2)
        store.decisions.add(*(Decision(done, story.id, rosa, item="Facts checked") for done in made))


def main(entries: int) -> None:
    """Print what each way of walking costs."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["COPYDESK_HOME"] = home
        from desk.store.connect import open_store

        store = open_store(Path(home) / "copydesk.db")
        took(f"{entries:,} entries written", lambda: fill(store, entries))
        print(f"{store.trail.end().place:,} places")
        faults = took(f"every link (wanted at most {WANTED:.0f} s)", store.trail.faults)
        faults += took("seals, texts and states", store.audit.faults)
        faults += took("what others signed", store.packing.faults)
        print(faults)
        store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
