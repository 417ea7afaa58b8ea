"""What the store costs with few and with many stories: `python tests/bench/bench_store.py [FEW MANY]` (1,000 100,000).

Milliseconds, median and worst of twenty calls, a real file on the disk of the temporary folder; then the ratio of the
two sizes. Stories are of 300 words from a vocabulary of 20,000 in which the n-th word is 1/n as common as the first.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from desk.checking.runner import ItemRun
from desk.checks.check import Finding, Item, Severity
from desk.review.decisions import Done, on_finding
from desk.review.ids import new_id
from desk.review.people import actor
from desk.review.queue import Filter
from desk.review.seal import text_digest
from desk.review.states import State
from desk.store.connect import Store, open_store
from desk.store.database import tables
from desk.store.records.values import NewStory, RecoveryCopy
from desk.text.moments import now
from desk.text.spans import Span

CALLS, WORDS, AT_ONCE = 20, 300, 1000
SYLLABLES = [first + second for first in "bcdfghklmnprstvw" for second in "aeiou"]
VOCABULARY = [
    SYLLABLES[n % 80] + SYLLABLES[n * 7 // 80 % 80] + SYLLABLES[n // 640 % 80]
    for n in random.Random(3).sample(range(51_200), 20_000)
]
WEIGHTS = [1 / (number + 1) for number in range(20_000)]
COMMONEST, COMMON, SOME = VOCABULARY[0], VOCABULARY[100], VOCABULARY[19_000]
FINDING = Finding(Item.STYLE, "style.bench", Span(0, 5), "word1", "A finding.", severity=Severity.ERROR)
Figures = dict[str, tuple[float, float]]


def fill(store: Store, stories: int) -> None:
    """Put so many stories into the store, a thousand a transaction, with one version each."""
    chance = random.Random(7)
    for start in range(0, stories, AT_ONCE):
        rows = [_row(chance, number) for number in range(start, min(start + AT_ONCE, stories))]
        with store._access.writing() as connection:
            connection.execute(insert(tables.texts), [{"sha256": r["sha256"], "body": r["body"]} for r in rows])
            connection.execute(insert(tables.stories), [{k: v for k, v in r.items() if k != "body"} for r in rows])


def _row(chance: random.Random, number: int) -> dict[str, object]:
    body = f"only{number} " + " ".join(chance.choices(VOCABULARY, WEIGHTS, k=WORDS))
    when = now()
    return {
        "id": new_id(),
        "slug": f"slug-{number}",
        "headline": f"Headline {number}",
        "section": chance.choice(["News", "World", "Sport"]),
        "variant": "",
        "state": chance.choice([state.value for state in State]),
        "owner": (writer := f"Writer {chance.randrange(100)}"),
        "owner_id": writer,
        "hands": f"Editor {chance.randrange(40)}" if chance.random() < 0.1 else "",
        "deadline": when + timedelta(seconds=chance.randrange(-500_000, 100_000)) if chance.random() < 0.4 else None,
        "waived": 0,
        "unchecked": 0,
        "seal": "",
        "path": "",
        "source_sha256": "",
        "format": "text",
        "encoding": "utf-8",
        "created": when,
        "changed": when,
        "place": 0,
        "version": 1,
        "sha256": text_digest(body),
        "body": body,
        "kinds": [],
        "errors": 0,
        "warnings": 0,
        "hints": 0,
        "tally": {"open": {}, "unchecked": []},
    }


def timed(act: Callable[[], object], calls: int = CALLS) -> tuple[float, float]:
    """Return median and worst milliseconds of some calls, the first one not counted."""
    act()
    spent = []
    for _ in range(calls):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent), max(spent)


def measure(store: Store, path: Path, stories: int) -> Figures:
    """Return the figures of one store by what was done."""
    queue, deep = store.queue, None
    for _ in range(min(stories // 100, 200)):
        deep = queue.page(after=deep, size=100).next or deep
    states = frozenset({State.COPY_DESK, State.SECOND_READ})
    made = store.stories.create(NewStory(slug="bench", text="word1 " * WORDS), actor("", "Rosa"))
    store.runs.save(made.id, made.sha256, [ItemRun(Item.STYLE, (FINDING,) * 40)])
    turn = iter(range(10**9))
    ids = queue.ids()
    text = "word1 " * WORDS

    def opened() -> None:
        store.stories.get(made.id)
        store.stories.text(made.id)
        store.runs.last(made.id)
        store.decisions.in_force(made.id)

    def decide() -> None:
        store.decisions.add(on_finding(Done.WAIVED, FINDING, made.id, actor("", "Rosa"), reason="bench"))

    def reopen() -> None:
        open_store(path).close()

    return {
        "queue: first page of 50": timed(queue.page),
        "queue: page of 50 far down": timed(lambda: queue.page(after=deep)),
        "queue: two states": timed(lambda: queue.page(Filter(states))),
        "queue: section": timed(lambda: queue.page(Filter(section="Sport"))),
        "queue: all ids": timed(queue.ids, 5),
        "queue: 100 rows by id": timed(lambda: queue.rows(ids[:100])),
        "search: word of one story": timed(lambda: queue.page(Filter(text="only77 "))),
        "search: word of some": timed(lambda: queue.page(Filter(text=f"{SOME} "))),
        "search: word of nearly all": timed(lambda: queue.page(Filter(text=f"{COMMONEST} "))),
        "search: word begun, 2 letters": timed(lambda: queue.page(Filter(text=COMMON[:2]))),
        "search: word begun, 3 letters": timed(lambda: queue.page(Filter(text=COMMON[:3]))),
        "search: word begun, 4 letters": timed(lambda: queue.page(Filter(text=COMMON[:4]))),
        "search: common and nearly all": timed(lambda: queue.page(Filter(text=f"{COMMON} {COMMONEST} "))),
        "story: restore with findings": timed(opened),
        "commit: save a version": timed(lambda: store.stories.save(made.id, f"{next(turn)} {text}", actor("", "Rosa"))),
        "commit: recovery copy": timed(
            lambda: store.recovery.save(RecoveryCopy(id=made.id, slug="b", text=f"{next(turn)} {text}"))
        ),
        "commit: decision": timed(decide),
        "open: check quickly, close": timed(reopen, 3),
        "check all of it": timed(store.check, 1),
        "back up": timed(store.back_up, 1),
    }


def main(few: int, many: int) -> None:
    """Print both columns and their ratio."""
    columns: list[Figures] = []
    for stories in (few, many):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "copydesk.db"
            store = open_store(path)
            start = time.perf_counter()
            fill(store, stories)
            size = path.stat().st_size / 1e6
            print(f"{stories:,} stories: {size:.0f} MB, filled in {time.perf_counter() - start:.0f} s", flush=True)
            columns.append(measure(store, path, stories))
            store.close()
    print(f"{'milliseconds (median, worst)':34}{few:>16,}{many:>20,}   ratio")
    for what, (median, worst) in columns[0].items():
        more, most = columns[1][what]
        print(f"{what:34}{median:9.2f} {worst:8.2f}{more:11.2f} {most:8.2f}{more / median:8.1f}")


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (1_000, 100_000)))
