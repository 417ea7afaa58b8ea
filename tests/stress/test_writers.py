"""Eight writers on the same few stories of one database: nothing lost, one holder a story, no false sentence."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing

import pytest

from desk.review.people import Person
from desk.store.connect import open_store
from desk.store.records.values import NewStory
from tests.stress.shared_writer import work

WRITERS, STORIES = 8, 5
CHANGES = 3
"""Changes that each makes in a run of every day."""


def _pool(stress):
    """Return processes where it may take its time, threads with stores of their own in a run of every day."""
    if not stress:
        return ThreadPoolExecutor(WRITERS)
    return ProcessPoolExecutor(WRITERS, mp_context=multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("row", ["writers", "writers-server"])
def test_eight_writers_at_once_lose_nothing_and_hear_nothing_false(row, tmp_path, tries, request):
    database = str(tmp_path / "desk.db") if row == "writers" else request.getfixturevalue("server").database()
    rosa, seconds = Person("Rosa Marquez").actor, tries.amount(row)
    with closing(open_store(database)) as store:
        stories = [store.stories.create(NewStory(slug=f"s{n}", text="Rain.\n"), rosa).id for n in range(STORIES)]
        with tries.one(row) as one, _pool(tries.stress) as pool:
            (tmp_path / "held").mkdir()
            told = database, str(tmp_path / "held"), stories
            lanes = [pool.submit(work, *told, seed, CHANGES, seconds) for seed in range(WRITERS)]
            faults = [repr(fault) for lane in lanes if (fault := lane.exception())]
            assert not faults, "; ".join(faults)  # who finds the mark of one that ended so is the second, not the first
            added = [lane.result() for lane in lanes]
            one.many, one.worst = sum(sum(of.values()) for of in added), (seconds,)
            for story in stories:
                lines = store.stories.text(story).splitlines()[1:]
                assert [lines.count(str(seed)) for seed in range(WRITERS)] == [of[story] for of in added]
            assert store.trail.faults() == []
            store.check()
