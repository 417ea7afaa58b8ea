"""What it costs to bring an old desk up to date: `python tests/bench/bench_migration.py [STORIES [REVISION]]`.

Seconds of the processor for a file of 100,000 stories in the form of an earlier version (0001, the first), by step, the
copy before and the rest beside them; then the ratio to what a bare FTS5 takes for an index of the same texts, measured
in the same run. Each story has 300 words, one version and, in the first two forms, two decisions. What is asked of it:
20 seconds.
"""

import os
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from many_stories import texts_of  # noqa: E402

from desk.store.connect import open_store  # noqa: E402
from desk.store.database.sqlite import APPLICATION_ID  # noqa: E402
from desk.store.records.values import Upgrading  # noqa: E402

OLD = ROOT / "tests" / "desk" / "store" / "old"
STATES = ("Draft", "With copy desk", "Second read", "Hold", "Spiked")


def make_old(path: Path, stories: int, revision: str) -> None:
    """Write a file in the form of an earlier version; its own few stories are the pattern of all others."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for pragma in (f"application_id = {APPLICATION_ID}", "journal_mode = OFF", "synchronous = OFF"):
            file.execute(f"PRAGMA {pragma}")
        file.executescript((OLD / f"{revision}.sql").read_text("utf-8"))
        file.row_factory = sqlite3.Row
        story = dict(file.execute("SELECT * FROM stories LIMIT 1").fetchone())
        version = dict(file.execute("SELECT * FROM versions WHERE story = ?", [story["id"]]).fetchone())
        decision = dict(file.execute("SELECT * FROM decisions LIMIT 1").fetchone())
        file.execute("BEGIN")
        last = 1_000
        for texts in texts_of(stories):
            file.executemany("INSERT INTO texts VALUES (?, ?)", texts)
            many = [_more(last + nth, sha256) for nth, (sha256, _) in enumerate(texts)]
            last += len(many)
            put(file, "stories", story, many, ("number", "id", "slug", "headline", "state", "sha256", "changed"))
            put(file, "versions", version, many, ("story", "sha256"))
            if revision < "0003":
                twice = [
                    {**one, "number": one["number"] * 2 + nth, "id": f"{nth}{one['id'][1:]}"}
                    for one in many
                    for nth in (0, 1)
                ]
                put(file, "decisions", decision, twice, ("number", "id", "story"))
        file.execute("COMMIT")


def _more(number: int, sha256: str) -> dict[str, Any]:
    return {
        "number": number,
        "id": f"{number:032x}",
        "story": f"{number:032x}",
        "slug": f"slug-{number}",
        "headline": f"Headline {number}",
        "state": STATES[number % len(STATES)],
        "sha256": sha256,
        "changed": 1_790_000_000_000_000 + number,
    }


def put(
    file: sqlite3.Connection, table: str, pattern: dict[str, Any], rows: list[dict[str, Any]], own: tuple[str, ...]
) -> None:
    """Insert rows that are like the pattern but for some columns."""
    names = [name for name in pattern if name != "due"]  # which the database makes
    if "digest" in pattern and table == "versions":
        pattern = {**pattern, "digest": ""}
    values = [[(row if name in own else pattern)[name] for name in names] for row in rows]
    columns = ", ".join(f'"{name}"' for name in names)
    file.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})", values)


def bare_index(path: Path) -> float:
    """Return the seconds that a bare FTS5 takes for an index of the texts, with the beginnings that ours keeps."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        file.execute("ATTACH ? AS desk", [str(path)])
        file.execute(
            "CREATE VIRTUAL TABLE bare USING fts5(slug, headline, body, content = '', "
            "tokenize = 'unicode61 remove_diacritics 2', columnsize = 0, prefix = '2 3')"
        )
        start = time.process_time()
        file.execute(
            "INSERT INTO bare (rowid, slug, headline, body) SELECT number, slug, headline, CAST(body AS TEXT) "
            "FROM desk.stories JOIN desk.texts USING (sha256) ORDER BY number"
        )
        return time.process_time() - start


def main(stories: int, revision: str, folder: Path) -> None:
    """Make the old file, bring it up to date and print what each step took."""
    path = folder / "copydesk.db"
    make_old(path, stories, revision)
    print(f"{stories:,} stories in the form of {revision}, {path.stat().st_size / 1e6:.0f} MB", flush=True)
    bare = bare_index(path)
    steps: list[tuple[str, float]] = []

    def heard(progress: Upgrading) -> None:
        if not steps or steps[-1][0] != progress.words:
            steps.append((progress.words, time.process_time()))

    start = time.process_time()
    open_store(path, told=heard).close()
    end = time.process_time()
    for (what, began), (_, ended) in zip(steps, [*steps[1:], ("", end)], strict=True):
        print(f"{what[:60]:60}{ended - began:8.2f} s")
    whole = end - start
    print(f"{'all, of the processor; 20 wanted of 100,000':60}{whole:8.2f} s")
    print(f"{whole / bare:.2f} times a bare index of the same texts ({bare:.2f} s)")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"COPYDESK_HOME": home, "COPYDESK_KEYRING": "off"}
        number, revision = (*sys.argv[1:], *("100000", "0001")[len(sys.argv) - 1 :])
        main(int(number), revision, Path(home))
