"""Twenty windows at work on one PostgreSQL: `python tests/bench/bench_desk_at_work.py [STORIES [WINDOWS [ROUNDS]]]`.

100,000 stories on a server of its own. First pages and searches one at a time: milliseconds at the median and the 99th
percentile, by the clock and of the processor, the window's together with that of the server's process for it, which the
kernel counts to the nanosecond: on a machine that others use as well only that says something. Then twenty windows
which page, search, edit stories that all of them edit, and decide, at once: the same by the clock, with the load of
the machine, and whether every edit that was saved is there. What is asked of it: a page 20 ms, a search 60 ms at the
99th percentile, and no lost update.
"""

import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bench_queue import ME, PAGES, SEARCHES, middle  # noqa: E402 - the folder first
from bench_store import VOCABULARY, WEIGHTS  # noqa: E402
from sqlalchemy import text  # noqa: E402

from desk.review.people import actor  # noqa: E402
from desk.review.queue import Filter, Order  # noqa: E402
from desk.store.connect import Store, open_store  # noqa: E402
from desk.store.records.values import NewStory, Overtaken  # noqa: E402

CALLS, PIECES, SHARED = 30, 4000, 10
PAUSE = 0.5
"""Seconds that somebody looks at what a window shows."""
FILL = (
    "DROP INDEX ix_texts_words",
    """
    CREATE TEMP TABLE made AS
    SELECT n, convert_to(concat_ws(' ', 'only' || n, a.words, b.words, c.words, d.words, e.words, f.words), 'UTF8')
        AS body
    FROM generate_series(1, CAST(:stories AS bigint)) AS numbers(n)
    JOIN piece a ON a.at = n * 7 % :pieces JOIN piece b ON b.at = n * 11 % :pieces + n / :pieces % 7
    JOIN piece c ON c.at = n * 13 % :pieces JOIN piece d ON d.at = n * 17 % :pieces + n / :pieces % 11
    JOIN piece e ON e.at = n * 19 % :pieces JOIN piece f ON f.at = n * 23 % :pieces
    """,
    "INSERT INTO texts (sha256, body) SELECT encode(sha256(body), 'hex'), body FROM made",
    """
    INSERT INTO stories (id, slug, headline, section, variant, state, owner, owner_id, hands, deadline, waived,
        unchecked, seal, path, source_sha256, format, encoding, created, changed, place, version, sha256, kinds, errors,
        warnings, hints, tally, roles, details, links, apart, lent, opposites, hands_too)
    SELECT md5(CAST(n AS text)), 'slug-' || n, 'Headline ' || n, (ARRAY['News', 'World', 'Sport'])[n % 3 + 1], '',
        (ARRAY['draft', 'with-copy-desk', 'second-read', 'with-section-chief', 'approved', 'hold', 'spiked'])
            [n * 31 % 7 + 1],
        'Writer ' || n % 100, 'Writer ' || n % 100, CASE WHEN n % 10 = 0 THEN 'Editor ' || n * 7 % 40 ELSE '' END,
        CASE WHEN n % 5 < 2 THEN 1780000000000000 + (n * 7919 % 600000) * 1000000 END, 0, 0, '', '', '', 'text',
        'utf-8', 1780000000000000 + n * 1000, 1780000000000000 + n * 1000, 0, 1, encode(sha256(body), 'hex'), '[]',
        0, 0, 0, '{"open": {}, "unchecked": []}', '[]', '{}', '[]', 0, '{}', 0, ''
    FROM made
    """,
    "CREATE INDEX ix_texts_words ON texts USING gin (copydesk_words(body))",
    "ANALYZE",
)


def fill(store: Store, stories: int) -> None:
    """Put so many stories into the server's database, by the server itself: from Python it took half an hour."""
    chance = random.Random(7)
    pieces = [{"at": n, "words": " ".join(chance.choices(VOCABULARY, WEIGHTS, k=50))} for n in range(PIECES + 12)]
    with store._access.writing() as connection:
        connection.execute(text("CREATE TEMP TABLE piece (at int PRIMARY KEY, words text)"))
        connection.execute(text("INSERT INTO piece VALUES (:at, :words)"), pieces)
        for statement in FILL:
            connection.exec_driver_sql(
                statement.replace("%", "%%").replace(":stories", str(stories)).replace(":pieces", str(PIECES))
            )


# -- One at a time ---------------------------------------------------------------------------------------------------


class Clocks:
    """What a window and the server's process for it spend."""

    def __init__(self, store: Store) -> None:
        with store._access.reading() as connection:
            pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        self._at_server = Path(f"/proc/{pid}/schedstat")

    def now(self) -> tuple[float, float, float]:
        """Return clock, the window's processor and the server's, in milliseconds."""
        server = int(self._at_server.read_text().split()[0]) / 1e6
        return time.perf_counter() * 1000, time.process_time() * 1000, server


def timed(what: str, clocks: Clocks, act: Callable[[], object]) -> float:
    """Print what a call costs, and return the 99th percentile of the processor's, the server's with it."""
    act()
    clock, worked, server = [], [], []
    for _ in range(CALLS):
        before = clocks.now()
        act()
        spent = [after - start for after, start in zip(clocks.now(), before, strict=True)]
        clock.append(spent[0])
        worked.append(spent[1] + spent[2])
        server.append(spent[2])
    at = p99(worked)
    print(
        f"{what:64}{statistics.median(clock):9.1f}{p99(clock):9.1f}{statistics.median(worked):9.1f}{at:9.1f}"
        f"{statistics.median(server):9.1f}",
        flush=True,
    )
    return at


def p99(values: list[float]) -> float:
    """Return the 99th percentile."""
    return statistics.quantiles(values, n=100)[98]


def alone(url: str) -> None:
    """Print what pages and searches cost one at a time."""
    store = open_store(url)
    clocks = Clocks(store)
    print(f"{'milliseconds':64}{'clock':>9}{'p99':>9}{'worked':>9}{'p99':>9}{'server':>9}")
    pages = []
    for name, f in PAGES.items():
        for where, mark in (("", None), (", in the middle", middle(store, f))):
            pages.append(timed(f"page: {name}{where}", clocks, lambda f=f, mark=mark: store.queue.page(f, mark, me=ME)))
    searches = [
        timed(f"search: {name}{also}", clocks, lambda f=f: store.queue.page(f, me=ME))
        for name, words in SEARCHES.items()
        for also, f in (
            ("", Filter(text=words)),
            (", waits for me", Filter(text=words, mine=True, order=Order.DEADLINE)),
        )
    ]
    print(f"worst p99 of the processor: page {max(pages):.1f} ms (20), search {max(searches):.1f} ms (60)")
    store.close()


# -- Twenty at once --------------------------------------------------------------------------------------------------


@dataclass
class Spent:
    """What one window measured, in milliseconds, and the lines that it saved."""

    pages: list[float] = field(default_factory=list)
    searches: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    saved: list[tuple[str, str]] = field(default_factory=list)
    overtaken: int = 0


def work(url: str, nth: int, rounds: int, shared: list[str], told: Any) -> None:
    """Do what somebody does in a window: page, search, edit what others edit too."""
    store, chance, spent = open_store(url), random.Random(nth), Spent()
    pages, searches = list(PAGES.values()), list(SEARCHES.values())

    def took(into: list[float], act: Callable[[], object]) -> None:
        start = time.perf_counter()
        act()
        into.append((time.perf_counter() - start) * 1000)

    for number in range(rounds):
        time.sleep(chance.uniform(0, 2 * PAUSE))
        took(spent.pages, lambda: store.queue.page(chance.choice(pages), me=ME))
        took(spent.searches, lambda: store.queue.page(Filter(text=chance.choice(searches)), me=ME))
        story, line = chance.choice(shared), f"Window {nth} saved line {number}."
        took(spent.saves, lambda story=story, line=line: _add(store, story, line, nth, spent))
    store.close()
    told.put(spent)


def _add(store: Store, story: str, line: str, nth: int, spent: Spent) -> None:
    """Add a line to what a story has by now, however often somebody else is faster."""
    while True:
        read = store.stories.get(story)
        words = f"{store.stories.text(story, read.version)}{line}\n"
        try:
            store.stories.save(story, words, actor("", f"Editor {nth}"), base=read.version)
        except Overtaken:
            spent.overtaken += 1
        else:
            spent.saved.append((story, line))
            return


def at_once(url: str, windows: int, rounds: int) -> None:
    """Let windows work at once; print what they waited for, and whether anything they saved is lost."""
    store = open_store(url)
    new = (NewStory(slug=f"shared-{nth}", text="It began.\n") for nth in range(SHARED))
    shared = [store.stories.create(one, actor("", "Rosa")).id for one in new]
    store.close()
    processes = multiprocessing.get_context("fork")
    told = processes.Queue()
    working = [processes.Process(target=work, args=(url, nth, rounds, shared, told)) for nth in range(windows)]
    for one in working:
        one.start()
    all_spent = [told.get() for _ in working]
    for one in working:
        one.join()
    print(f"{windows} windows at once, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, by the clock:")
    for what, lists in (
        ("page", [s.pages for s in all_spent]),
        ("search", [s.searches for s in all_spent]),
        ("edit saved", [s.saves for s in all_spent]),
    ):
        values = [value for each in lists for value in each]
        print(f"{what:20}{statistics.median(values):9.1f} ms, p99 {p99(values):9.1f} ms, {len(values)} times")
    store = open_store(url)
    texts = {story: store.stories.text(story).splitlines() for story in shared}
    saved = [each for s in all_spent for each in s.saved]
    lost = [line for story, line in saved if texts[story].count(line) != 1]
    overtaken = sum(s.overtaken for s in all_spent)
    print(f"{len(saved)} edits of {SHARED} stories, {overtaken} times overtaken and done again, {len(lost)} lost")
    assert sum(len(lines) - 1 for lines in texts.values()) == len(saved)
    store.close()


def main(stories: int, windows: int, rounds: int) -> None:
    """Fill a server, measure, and stop it."""
    from tests.server import Server, in_memory

    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"COPYDESK_HOME": home, "COPYDESK_KEYRING": "off"}
        server = Server(Path(home) / "server", "alone", in_memory())
        try:
            url = server.database()
            store, began = open_store(url), time.perf_counter()
            fill(store, stories)
            store.close()
            print(f"{stories:,} stories made in {time.perf_counter() - began:.0f} s", flush=True)
            alone(url)
            at_once(url, windows, rounds)
        finally:
            server.leave()


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(*(*numbers, *(100_000, 20, 40)[len(numbers) :]))
