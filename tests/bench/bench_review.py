"""What the chief's desk costs: `python tests/bench/bench_review.py`. Milliseconds of process time, medians of nine.

The stories are invented: words from a vocabulary in which the n-th word is 1/n as common as the first.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desk.review.people import Actor

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desk.text.diff import compare

T = TypeVar("T")
RUNS = 9
VOCABULARY = [f"word{number}" for number in range(3000)]
WEIGHTS = [1 / (number + 1) for number in range(3000)]


def paragraph(chance: random.Random, words: int) -> str:
    """Return a paragraph of so many words."""
    return " ".join(chance.choices(VOCABULARY, WEIGHTS, k=words)).capitalize() + "."


def edited(chance: random.Random, text: str, share: float) -> str:
    """Return the paragraph with this share of its words replaced."""
    return " ".join(chance.choice(VOCABULARY) if chance.random() < share else word for word in text.split())


def took(job: Callable[[], object]) -> float:
    """Return the median of several runs in milliseconds of this thread's own time: others may wait busily for it."""
    times = []
    for _ in range(RUNS):
        began = time.thread_time()
        job()
        times.append(time.thread_time() - began)
    return statistics.median(times) * 1000


def difference(words: int, length: int) -> None:
    """Print what comparing two versions of so many words costs, in paragraphs of this length."""
    chance = random.Random(1)
    old = [paragraph(chance, length) for _ in range(words // length)]
    one, shuffled = [*old], [*old]
    one[len(one) // 2] = edited(chance, one[len(one) // 2], 0.1)
    chance.shuffle(shuffled)
    versions = {
        "one paragraph edited": one,
        "every paragraph edited": [edited(chance, text, 0.08) for text in old],
        "all in another order": shuffled,
        "all in another order and edited": [edited(chance, text, 0.1) for text in shuffled],
        "another story": [paragraph(chance, length) for _ in old],
    }
    before = "\n\n".join(old)
    for name, new in versions.items():
        after = "\n\n".join(new)
        cost = took(lambda after=after: compare(before, after).steps)  # type: ignore[misc]
        print(f"difference, {words:6,} words in paragraphs of {length}: {name:32} {cost:8.1f} ms")


def opening(words: int, versions: int) -> None:
    """Print what opening the review view costs, from the key to the painted page, with a real store and window."""
    import os
    import tempfile
    from functools import partial

    from desk.review.looks import Look

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["COPYDESK_HOME"] = home
        from ui.window.app import application
        from ui.window.frame import Frame
        from ui.window.open_window import OpenWindow

        app = application([])
        story = filled(words, versions)
        window = OpenWindow(Frame())
        window.frame.resize(1280, 720)
        window.frame.show()
        from ui.__main__ import make_session
        from ui.work.lanes import Lane

        window.start(partial(make_session, ""), [])

        def until(true: Callable[[], bool]) -> None:
            while not true():
                app.processEvents()

        def in_lane(job: Callable[[], T]) -> T:
            """Return what a job in the store lane came to."""
            came: list[T] = []
            window.lanes.submit(Lane.STORE, job, came.append)
            until(lambda: bool(came))
            return came[0]

        until(lambda: window.hub.is_ready and not window.lanes.busy())
        walls, changes = [], []
        for _ in range(RUNS):
            began = time.process_time()
            window.verbs.review.enter(story)
            until(lambda: window.verbs.review.active)
            window.parts.review.get().repaint()
            walls.append(time.process_time() - began)
            began = time.process_time()
            window.parts.review.get().toggle_changes()
            window.parts.review.get().repaint()
            changes.append(time.process_time() - began)
            window.parts.review.get().toggle_beside()
            in_lane(lambda: window.hub.desk.store.looks.keep(Look(Actor("Cleo Brandt"), story, 1, "")))
            window.parts.review.get().let_go()
            window.verbs.review.leave()
            until(lambda: not window.lanes.busy())
        for name, seconds in (("opening the view", walls), ("what changed, shown", changes)):
            print(f"{name}: first {seconds[0] * 1000:.1f} ms, median {statistics.median(seconds) * 1000:.1f} ms")
        page = in_lane(lambda: took(lambda: window.hub.desk.review.page(story)))
        print(f"the page alone, {words:,} words, {versions} versions, against the first: {page:.1f} ms")
        window.frame.close()
        until(lambda: window.frame.is_left)


def filled(words: int, versions: int) -> str:
    """Return the id of a story with so many versions, checked, with a waiver and a comment on every fifth of them."""
    from desk.checks.check import Item
    from desk.session import Session
    from desk.story import Draft
    from desk.text.spans import Span

    chance = random.Random(5)
    parts = ["Harbour bridge to close for repairs", "By Ada Holm"]
    parts += [paragraph(chance, 40) for _ in range(words // 40)]
    session = Session()
    session.examiner.change_settings({"user_name": "Ada Holm"})
    desk = session.open_store()
    story = desk.stories.open_text("\n\n".join(parts)).id
    own = tuple(item for item in Item if item is not Item.GRAMMAR)
    for nth in range(versions - 1):
        parts[nth % len(parts)] = edited(chance, parts[nth % len(parts)], 0.2)
        text = "\n\n".join(parts)
        draft = Draft(text)
        done = nth == versions - 2
        examination = desk.examiner.examine(draft, desk.examiner.house_brief(), own) if done else None
        view = desk.saving.save(story, draft, examination).story
        if nth % 5 == 0:
            at = text.index(parts[5])
            desk.review.comment(story, text, Span(at, at + 20), "Is this right?")
        if done and view is not None:
            for finding in [f for run in view.runs.values() for f in run.findings][:5]:
                desk.decisions.waive(story, finding, "Seen")
    desk.stories.close_story(story)
    desk.change_settings({"user_name": "Cleo Brandt"})
    desk.close()
    return story


def main() -> None:
    """Measure and print."""
    opening(3000, 30)
    for length in (15, 40, 75):
        difference(3000, length)
    difference(30_000, 40)


if __name__ == "__main__":
    main()
