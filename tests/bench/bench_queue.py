"""What the queue costs with 100,000 stories, or a million: `python tests/bench/bench_queue.py [STORIES [FILE]]`.

Milliseconds, median and 99th percentile of 100 calls, by the clock and of the processor: pages for each filter alone
and together, in each order that has an index and the other way round, the first page and one in the middle; searches.
Beside the worst stands how often a bare query of SQLite for fifty rows and their columns goes into it, in the same run.
A FILE is filled once and used again (a million take 10 GB and 400 s of the processor); without one the stories go to a
temporary folder. What is asked of it: a page 4 ms, a search 15 ms at the 99th percentile of the processor; of a million
6 and 40.
"""

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench_store import COMMON, COMMONEST, SOME
from many_stories import fill_in_bulk
from sqlalchemy import select

from desk.review.queue import Filter, Order, Turn, Waiting
from desk.review.states import State
from desk.store.connect import Store, open_store
from desk.store.database import sqlite, tables
from desk.store.queue.query import KEYS
from desk.store.queue.queue import Mark

CALLS = 100
DUE = Order.DEADLINE
ME = Waiting(
    frozenset({"Editor 7", "Writer 7"}),
    (Turn(State.CHIEF), Turn(State.SECOND_READ, frozenset({"Sport"})), Turn(State.DRAFT, own=True)),
)
OPEN = frozenset(set(State) - {State.APPROVED, State.SPIKED})

FILTERS = {
    "all": Filter(),
    "waits for me": Filter(mine=True),
    "waits for me, one section": Filter(mine=True, section="World"),
    "waits for me, one state": Filter(frozenset({State.DRAFT}), mine=True),
    "one state": Filter(frozenset({State.CHIEF})),
    "six states": Filter(OPEN),
    "section": Filter(section="Sport"),
    "section of none": Filter(section="Weather"),
    "state, section": Filter(frozenset({State.HOLD}), "World"),
    "person": Filter(person="Writer 7"),
    "person of no story": Filter(person="Nobody"),
    "state, section, person": Filter(frozenset({State.HOLD}), "World", person="Editor 7"),
    "six states, section, person": Filter(OPEN, "World", person="Writer 9"),
    "waits for me, of a person": Filter(mine=True, person="Writer 7"),
}
ORDERS = {
    "last changed first": (Order.CHANGED, False),
    "last changed last": (Order.CHANGED, True),
    "by deadline": (DUE, False),
    "latest deadline first": (DUE, True),
}
PAGES = {
    f"{name}, {way}": replace(wanted, order=order, reverse=reverse)
    for name, wanted in FILTERS.items()
    for way, (order, reverse) in ORDERS.items()
}
SEARCHES = {
    "word of one story": "only77 ",
    "letters within a slug": "2345",
    "two parts of slugs": "ug-77",
    "letters within all slugs": "lug",
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
        f"{what:64}{statistics.median(clock):8.2f}{at:8.2f}{statistics.median(processor):10.2f}{worst:8.2f}", flush=True
    )
    return worst


def middle(store: Store, wanted: Filter) -> Mark | None:
    """Return the place behind the story in the middle of all that are wanted; None where there are none."""
    ids = store.queue.ids(wanted, ME)
    if not ids:
        return None
    columns, key = tables.stories.c, KEYS[wanted.order]
    with store._access.reading() as connection:
        found = connection.execute(select(columns[key], columns.number).where(columns.id == ids[len(ids) // 2])).one()
    return Mark(*found)


def measure(store: Store) -> tuple[float, float]:
    """Return the worst 99th percentile of the pages and of the searches."""
    queue = store.queue
    print(f"{'milliseconds':64}{'median':>8}{'p99':>8}{'processor':>10}{'p99':>8}")
    pages = []
    for name, f in PAGES.items():
        for where, mark in (("", None), (", in the middle", middle(store, f))):
            pages.append(timed(f"page: {name}{where}", lambda f=f, mark=mark: queue.page(f, mark, me=ME)))
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
    if not path.exists():
        fill_in_bulk(path, stories)
    store = open_store(path)
    gc.freeze()  # as the application does: a look for garbage through all that is loaded took one call in 500 40 ms
    pages, searches = measure(store)
    bare = bare_query(store)
    print(f"worst p99 of the processor: page {pages:.1f} ms, search {searches:.1f} ms")
    print(f"page {pages / bare:.1f} times, search {searches / bare:.1f} times a bare query of SQLite")
    store.close()


def bare_query(store: Store) -> float:
    """Return the 99th percentile of what SQLite itself takes for the fifty stories that were changed last."""
    with store._access.reading() as connection:
        file = sqlite.raw(connection)
    query = "SELECT * FROM stories ORDER BY changed DESC, number DESC LIMIT 50"
    return timed("a bare query of SQLite", lambda: file.execute(query).fetchall())


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        main(number, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(number, Path(folder) / "copydesk.db")
