"""A real process writes into a real store and is killed at random moments; nothing it reported as committed is lost."""

import json
import random
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from desk.review.decisions import fold
from desk.store.connect import open_store
from tests.stress.loaded import FROM_LOADED
from tests.stress.store_writer import tell

WRITER = Path(__file__).with_name("store_writer.py")
KILLS_A_DATABASE = 20
"""After each kill all that was ever committed is looked at, so a database that only grows would take hours."""
LIMIT = 60.0
"""Seconds after which a writer that says nothing counts as hung."""


def _start(path, seed):
    return subprocess.Popen([sys.executable, str(WRITER), str(path), str(seed)], stdout=subprocess.PIPE)


def _read(process, lines):
    """Return that many reports; fewer only if the writer ended by itself, which is a failure."""
    said = [process.stdout.readline() for _ in range(lines)]
    assert all(said), "the writer ended by itself"
    return said


def _kill(process, said):
    """Kill the writer, and return all it said; a line that was cut is no report."""
    process.kill()
    rest, _ = process.communicate(timeout=LIMIT)
    return [json.loads(line) for line in b"".join([*said, rest]).split(b"\n")[:-1]]


def _number(text):
    return int(text.split(" ", 1)[0])


def _check_reports(store, reports):
    latest = {}
    for report in reports:
        if report["did"] == "save":
            version = {v.number: v for v in store.stories.versions(report["story"])}[report["version"]]
            assert version.sha256 == report["sha256"]
            assert _number(store.stories.text(report["story"], report["version"])) == report["number"]
        elif report["did"] == "decide":
            assert report["decision"] in {d.id for d in store.decisions.of_story(report["story"])}
        if "number" in report:
            latest[report["story"]] = report["number"]
    for story, number in latest.items():
        copy = store.recovery.of(story)
        saved = _number(store.stories.text(story))
        assert max(saved, _number(copy.text) if copy else 0) >= number


def _check_last(store, reports):
    """Check what the last reports of this writer say, but for the one commit that it could not report any more."""
    there = {
        "check": lambda story: store.runs.last(story).digest,
        "move": lambda story: str(store.stories.get(story).state),
    }
    last = {(r["did"], r["story"]): r.get("digest", r.get("state")) for r in reports if r["did"] in there}
    assert sum(there[did](story) != said for (did, story), said in last.items()) <= 1


def _check_whole(store):
    store.check()
    if store.path:
        with store._access.writing() as connection:
            connection.exec_driver_sql("INSERT INTO story_index (story_index, rank) VALUES ('integrity-check', 1)")
    for row in store.queue.rows(store.queue.ids()):
        versions = store.stories.versions(row.id)
        assert [v.number for v in versions] == list(range(row.version, 0, -1))
        assert store.stories.get(row.id).sha256 == versions[0].sha256
        force = fold(store.decisions.of_story(row.id))
        assert force.stand.state == row.state
        assert store.locks.holder(row.id) is None
    for pending in store.recovery.pending():
        assert _number(pending.copy.text) > _number(store.stories.text(pending.story.id))


def _killed_in_its_beginnings(where, seed, wait):
    """Return what a writer that was started from nothing reported before it was killed, a moment after it began."""
    process, said = _start(where, seed), []
    try:
        said = _read(process, 1)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(wait)
    finally:
        reports = _kill(process, said)
    return reports


def _heard(reports):
    """Return the next report; None where the writer is dead, or died within it."""
    try:
        return json.loads(reports.recv_bytes())
    except (EOFError, OSError):
        return None


def _killed(address, seed, reports):
    """Return what a writer reported before it was killed, so many reports and what came until it was dead.

    It is made from a process that has loaded everything, which costs a fifth of one that begins with Python.
    """
    heard, into = FROM_LOADED.Pipe(duplex=False)
    process = FROM_LOADED.Process(target=tell, args=(into, str(address), seed))
    process.start()
    into.close()
    with heard:
        try:
            said = [_heard(heard) for _ in range(reports)]
        finally:
            process.kill()
        assert None not in said, "the writer ended by itself"
        said += iter(partial(_heard, heard), None)
    process.join()
    return said


@pytest.fixture
def address_of(request, tmp_path):
    """Return a maker of addresses of new databases of the kind that a row speaks of."""

    def make(row, number):
        if row == "session":
            return tmp_path / f"copydesk{number}.db"
        return request.getfixturevalue("server").database()

    return make


@pytest.mark.slow
@pytest.mark.parametrize("row", ["session", "session-server"])
def test_nothing_committed_is_lost_when_the_process_is_killed(row, address_of, tries):
    chance, everything, address = random.Random(11 + tries.seed), [], None
    for kill in tries.each(row):
        if kill.number % KILLS_A_DATABASE == 0 or kill.before_failed:
            address, everything = address_of(row, kill.number), []
        with kill:
            reports = _killed(address, kill.number, chance.randrange(3, 150))
            everything += reports
            with closing(open_store(address)) as store:
                _check_whole(store)
                _check_reports(store, everything)
                _check_last(store, reports)


@pytest.mark.slow
def test_a_kill_while_the_database_is_made_leaves_one_that_opens(tmp_path, tries):
    chance = random.Random(12 + tries.seed)
    for kill in tries.each("making"):
        with kill:
            path = tmp_path / f"{kill.number}.db"
            reports = _killed_in_its_beginnings(path, kill.number, chance.uniform(0.0, 0.4))
            with closing(open_store(path)) as store:
                _check_whole(store)
                _check_reports(store, reports)
