"""What 1,000 stories to a laptop cost: `python tests/bench/bench_sync.py [STORIES]`, from a PostgreSQL of its own.

Seconds by the clock and of the laptop's process, its memory at most, for looking, for the first exchange, and for one
where nothing is new. Each story has three versions of 400 words, two entries of its trail and a comment.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))


def took(what: str, job: Callable[[], Any]) -> Any:
    """Print how long a job took by the clock and in this process, and return what it came to."""
    began, spent = time.perf_counter(), time.process_time()
    came = job()
    print(f"{what:40}{time.perf_counter() - began:8.2f} s  ({time.process_time() - spent:.2f} s of processor)")
    return came


def fill(desk: Any, stories: int) -> None:
    """Make so many stories at the desk, by its rooms: as somebody's verbs, which check each text, it took an hour."""
    from desk.review.comments import Anchor, opened
    from desk.review.decisions import Decision, Done
    from desk.store.records.values import NewStory
    from tests.bench.bench_review import paragraph

    chance, store, who = random.Random(1), desk.store, desk.people.working.actor
    for nth in range(stories):
        parts = [f"Headline of story {nth}", *(paragraph(chance, 40) for _ in range(10))]
        new = NewStory(slug=f"story-{nth}", text="\n\n".join(parts), headline=parts[0], section="Metro")
        story = store.stories.create(new, who).id
        for _ in range(2):
            parts[1 + chance.randrange(10)] = paragraph(chance, 40)
            store.stories.save(story, "\n\n".join(parts), who, headline=parts[0])
        for done in (Done.TICKED, Done.UNTICKED):
            store.decisions.add(Decision(done, story, who, item="Facts checked"))
        store.comments.add(opened(story, who, "Sure?", Anchor(0, 5, parts[0][:5]), 3))


def laptop(url: str) -> None:
    """Print what the laptop's side costs, in a process of its own."""
    from desk.session import Session

    home = Path(os.environ["COPYDESK_HOME"])
    desk = Session(home / "laptop.toml", str(home / "laptop.db")).open_store()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(took("looked at", lambda: desk.syncing.look(url)).said)
    print(took("exchanged (wanted at most 20 s)", lambda: desk.syncing.sync(url))[0].said)
    print(took("looked at again", lambda: desk.syncing.look(url)).said)
    took("exchanged again", lambda: desk.syncing.sync(url))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory (wanted at most 300 MB)':40}{most:8.0f} MB ({before:.0f} MB before)")
    desk.close()


def main(stories: int) -> None:
    """Make the desk, then let a laptop exchange with it."""
    from tests.server import Server, in_memory

    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"COPYDESK_HOME": home, "COPYDESK_KEYRING": "off"}
        from desk.session import Session

        server = Server(Path(home) / "server", "alone", in_memory())
        try:
            url = server.database()
            desk = Session(Path(home) / "desk.toml", url).open_store()
            took(f"{stories:,} stories made at the desk", lambda: fill(desk, stories))
            desk.close()
            sys.stdout.flush()
            subprocess.run([sys.executable, __file__, "--laptop", url], check=True, cwd=ROOT)
        finally:
            server.leave()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--laptop"]:
        laptop(sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
