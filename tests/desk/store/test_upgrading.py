"""What is told while an older database is brought up to date, and that it can be broken off at any moment."""

import os
import signal
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from desk.errors import Cancelled
from desk.store import statement_watch, upgrading
from desk.store.connect import open_store
from desk.store.database import backups
from desk.store.database.faults import Older
from desk.store.migrations import HEAD, migrate, revision_of
from tests.desk.store.old_files import as_left_by


@pytest.fixture
def often(monkeypatch):
    """Let every chance to tell be taken."""
    monkeypatch.setattr(upgrading, "_EVERY", 0)
    monkeypatch.setattr(upgrading, "_STEPS_OF_SQLITE", 20)


@pytest.fixture
def old(path, often):
    as_left_by("0001", path)
    return path


def _dump(path):
    with closing(sqlite3.connect(path)) as file:
        return list(file.iterdump())


def test_copy_steps_and_stories_are_told_in_turn(old):
    heard = []
    open_store(old, told=heard.append).close()
    said = list(dict.fromkeys(progress.words for progress in heard))
    assert f"(revision 0001) and is brought up to date (to {HEAD})" in said[0]
    assert said[1:] == [
        "A copy of the database is made first.",
        "The database is brought up to date.",
        "The words of the stories go into the index of the search.",
    ]
    assert [one.copied for one in heard] == [one.words not in said[:2] for one in heard]
    copied = [progress for progress in heard if progress.what == "pages"]
    assert copied[-1].done == copied[-1].whole > 0
    counted = [(progress.done, progress.whole) for progress in heard if progress.what == "stories"]
    assert counted == sorted(counted)
    assert counted[-1] == (2, 2)


def test_a_new_database_and_one_of_this_version_are_told_of_to_nobody(path, often):
    heard = []
    open_store(path, told=heard.append).close()
    open_store(path, told=heard.append).close()
    assert heard == []


@pytest.mark.parametrize("words", ["is of an older Copydesk", "A copy of", "is brought up to date.", "The words of"])
def test_whoever_breaks_it_off_finds_everything_as_it_was_and_may_do_it_later(old, words):
    before = _dump(old)

    def heard(progress):
        if words in progress.words:
            raise Cancelled

    with pytest.raises(Older, match="was not brought up to date, as you wished, and is as it was"):
        open_store(old, told=heard)
    assert _dump(old) == before
    assert list(backups.folder_of(old).glob("*")) == []
    store = open_store(old)
    assert store.trail.faults() == []
    store.close()


def test_the_copy_is_made_once_however_much_others_write_meanwhile(old, monkeypatch):
    monkeypatch.setattr(backups, "_PAGES", 5)
    copied = []
    with closing(sqlite3.connect(old)) as other:
        other.execute("PRAGMA journal_mode = WAL")

        def heard(progress):
            if progress.what == "pages":
                copied.append(progress.done)
                assert len(copied) < 1000
                other.execute("UPDATE alembic_version SET version_num = version_num")
                other.commit()

        open_store(old, told=heard).close()
    assert len(copied) > 5
    assert copied == sorted(set(copied))


def test_an_upgrade_that_fails_leaves_the_backups_alone_and_one_that_is_done_drops_the_oldest(old, monkeypatch):
    def failing(*_, **__):
        raise OSError

    with closing(sqlite3.connect(old)) as file:
        made = [backups.back_up(file, old) for _ in range(backups.KEPT)][::-1]
    with monkeypatch.context() as patched:
        patched.setattr(upgrading, "migrate", failing)
        with pytest.raises(OSError):
            open_store(old)
    assert backups.list_backups(old) == made
    open_store(old).close()
    kept = backups.list_backups(old)
    assert kept[0].why == f"before {HEAD}"
    assert kept[1:] == made[:-1]


LOCKED = "SELECT pg_advisory_xact_lock(:key)"


@pytest.fixture
def of_0010(server):
    """A server's database as version 10 left it, without a story."""
    url = server.database("template1")
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        migrate(connection, "0010")
    yield url, engine
    engine.dispose()


@pytest.mark.parametrize("waits_for", ["a statement", "somebody else", "a server that hangs"])
def test_whoever_waits_for_a_server_breaks_it_off_all_the_same(of_0010, monkeypatch, waits_for):
    url, engine = of_0010
    heard, stopped = [], []

    def told(progress):
        heard.append(progress.words)
        if len(heard) == 4:
            raise Cancelled

    def sleeps(given, **_):
        if waits_for == "a server that hangs":
            stopped.append(given.execute(text("SELECT pg_backend_pid()")).scalar_one())
            os.kill(stopped[0], signal.SIGSTOP)
        given.execute(text("SELECT 1" if stopped else "SELECT pg_sleep(60)"))

    monkeypatch.setattr(statement_watch, "_TRIES", 3)
    with monkeypatch.context() as patch, engine.connect() as other:
        if waits_for == "somebody else":
            other.execute(text(LOCKED), {"key": upgrading._MIGRATING})
        else:
            patch.setattr(upgrading, "migrate", sleeps)
        try:
            with pytest.raises(Older, match="was not brought up to date, as you wished, and is as it was"):
                open_store(url, told=told)
        finally:
            for backend in stopped:
                os.kill(backend, signal.SIGCONT)
    assert ("Somebody else is bringing" in heard[-1]) == (waits_for == "somebody else")
    with engine.connect() as connection:
        assert revision_of(connection) == "0010"
    open_store(url).close()
