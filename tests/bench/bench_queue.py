"""What the queue costs with 100,000 stories: `python tests/bench/bench_queue.py [STORIES [FILE]]`.

Milliseconds, median and 99th percentile of 300 calls, by the clock and of the processor: pages for each filter alone
and together, in both orders, and searches. A FILE is filled once and used again; without one the stories go to a
temporary folder. What is asked of it: a page 5 ms, a search 20 ms at the 99th percentile.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_store import COMMON, COMMONEST, SOME, fill

from desk.review.queue import Filter, Order, Turn, Waiting
from desk.review.states import State
from desk.store.connect import Store, open_store

CALLS = 300
DUE = Order.DEADLINE
ME = Waiting(frozenset({"Editor 7"}), (Turn(State.CHIEF), Turn(State.SECOND_READ, frozenset({"Sport"}))))
OPEN = frozenset(set(State) - {State.APPROVED, State.SPIKED})

PAGES = {
    "all, last changed": Filter(),
    "all, by deadline": Filter(order=DUE),
    "waits for me": Filter(mine=True, order=DUE),
    "waits for me, one section": Filter(mine=True, section="World", order=DUE),
    "one state": Filter(frozenset({State.CHIEF}), order=DUE),
    "six states": Filter(OPEN, order=DUE),
    "six states, last changed": Filter(OPEN),
    "section": Filter(section="Sport", order=DUE),
    "person": Filter(person="Writer 7", order=DUE),
    "person, last changed": Filter(person="Writer 7"),
    "person of no story": Filter(person="Nobody", order=DUE),
    "state, section, person": Filter(frozenset({State.HOLD}), "World", person="Editor 7", order=DUE),
    "six states, section, person": Filter(OPEN, "World", person="Writer 9", order=DUE),
}
SEARCHES = {
    "word of one story": "only77 ",
    "word of some": f"{SOME} ",
    "word of a quarter": f"{COMMON} ",
    "word of all": f"{COMMONEST} ",
    "two letters": COMMON[:2],
    "three letters": COMMON[:3],
    "four letters": COMMON[:4],
    "five letters": COMMON[:5],
    "two words": f"{COMMON} {COMMONEST} ",
    "a word and three letters": f"{COMMON} {COMMONEST[:3]}",
    "a word that is nowhere": "zyxw ",
}


def timed(what: str, act: Callable[[], object]) -> float:
    """Print median and 99th percentile by the clock and by the processor's, and return the latter's 99th percentile.

    The first call is not counted. On a machine that others use as well only the processor's time says something.
    """
    act()
    clock, processor = [], []
    for _ in range(CALLS):
        start, worked = time.perf_counter(), time.process_time()
        act()
        clock.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    worst = statistics.quantiles(processor, n=100)[98]
    at = statistics.quantiles(clock, n=100)[98]
    print(
        f"{what:50}{statistics.median(clock):8.2f}{at:8.2f}{statistics.median(processor):10.2f}{worst:8.2f}", flush=True
    )
    return worst


def measure(store: Store) -> tuple[float, float]:
    """Return the worst 99th percentile of the pages and of the searches."""
    queue = store.queue
    print(f"{'milliseconds':50}{'median':>8}{'p99':>8}{'processor':>10}{'p99':>8}")
    pages = [timed(f"page: {name}", lambda f=f: queue.page(f, me=ME)) for name, f in PAGES.items()]
    deep = None
    for _ in range(100):
        deep = queue.page(Filter(order=DUE), after=deep, size=500).next or deep
    pages.append(timed("page: far down, by deadline", lambda: queue.page(Filter(order=DUE), after=deep)))
    ids = queue.ids(Filter(mine=True, order=DUE), me=ME)
    pages.append(timed("page: 100 rows by id", lambda: queue.rows(ids[:100])))
    searches = [
        timed(f"search: {name}{also}", lambda f=f: queue.page(f, me=ME))
        for name, words in SEARCHES.items()
        for also, f in (
            ("", Filter(text=words)),
            (", waits for me", Filter(text=words, mine=True, order=DUE)),
            (", six states", Filter(OPEN, text=words, order=DUE)),
        )
    ]
    timed("everybody by name", queue.people)
    start = time.perf_counter()
    queue.ids(Filter(order=DUE))
    print(f"all ids, by deadline: {(time.perf_counter() - start) * 1000:.0f} ms")
    return max(pages), max(searches)


def main(stories: int, path: Path) -> None:
    """Fill the file where it is missing, and print all figures."""
    there = path.exists()
    store = open_store(path)
    if not there:
        fill(store, stories)
    pages, searches = measure(store)
    print(f"worst p99 of the processor: page {pages:.1f} ms, search {searches:.1f} ms")
    store.close()


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        main(number, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(number, Path(folder) / "copydesk.db")
