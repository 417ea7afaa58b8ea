"""One of many writers on the same few stories: opens one, adds a line, saves, decides, lets it go, again and again."""

import os
import random
import time
from contextlib import closing
from pathlib import Path

from desk.review.decisions import Decision, Done
from desk.review.people import Person
from desk.store.connect import open_store


def work(database: str, folder: str, stories: list[str], seed: int, changes: int, seconds: float) -> dict[str, int]:
    """Return how many lines this writer added to each story; raises what no writer should ever see.

    It goes on until it made so many changes and so many seconds are over. A file in `folder` marks who holds a story,
    made by the system so that no two can.
    """
    end = time.monotonic() + seconds
    chance, added = random.Random(seed), dict.fromkeys(stories, 0)
    who = Person(f"Writer {seed}").actor
    with closing(open_store(database)) as store:
        while sum(added.values()) < changes or time.monotonic() < end:
            story = chance.choice(stories)
            if store.locks.take(story, who) is not None:
                continue
            mark = Path(folder) / story
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))  # two holders: this one raises
            text = store.stories.text(story)
            store.stories.save(story, f"{text}{seed}\n", who)
            store.decisions.add(Decision(Done.TICKED, story, who, item=f"item {sum(added.values())}"))
            added[story] += 1
            mark.unlink()
            store.locks.release(story)
    return added
