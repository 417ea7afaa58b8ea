"""Where there is no room or nothing may be opened: done, or one sentence; and the database stays whole."""

import random
from contextlib import closing

import pytest

from desk.paths import data_dir
from desk.store.connect import open_store
from tests.stress.command import OWN, copydesk, no_bigger_than, no_more_open_than, one_sentence

NAMES = 400


@pytest.fixture
def database():
    open_store().close()
    return data_dir() / "copydesk.db"


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "many.csv"
    names = "".join(f"Ines Duarte {n} of Port Ellery,person,\n" for n in range(NAMES))
    path.write_text("spelling,kind,variants\n" + names, "utf-8")
    return path


def _import(book, **limits):
    """Import the book under limits; return how many lines it has then, all of them or those before."""
    with closing(open_store()) as store:
        before = len(store.book.lines())
    said = copydesk("book", "import", book, **limits)
    if said.returncode:
        assert said.returncode == 2
        one_sentence(said)
    with closing(open_store()) as store:
        store.check()
        after = len(store.book.lines())
    assert after == (before if said.returncode else NAMES)
    return after


def test_a_disk_that_is_full_at_any_byte_leaves_the_database_whole(database, book, tries):
    chance = random.Random(5)
    for one in tries.each("disk"):
        with one:
            _import(book, preexec_fn=no_bigger_than(chance.randrange(0, database.stat().st_size + 150_000)))


def test_a_process_that_may_open_no_more_files_says_so(database, book, tmp_path, tries):
    story = tmp_path / "story.txt"
    story.write_text("Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday.\n", "utf-8")
    chance = random.Random(6)
    for one in tries.each("open-files"):
        with one:
            _import(book, preexec_fn=no_more_open_than(chance.randrange(4, 24)))
            said = copydesk("check", "--only", OWN, story, preexec_fn=no_more_open_than(chance.randrange(4, 24)))
            assert said.returncode in (0, 1) or one_sentence(said)
