"""When everything was exchanged with the desk last: noted on this machine, and what each story says of it."""

import sqlite3
from contextlib import closing

import pytest

from desk.review.queue import Filter
from tests.desk.services.copies import TEXT, work_as


@pytest.fixture
def laptop(copies):
    desk, made = copies.desk(), copies.open("laptop")
    work_as(desk, "RM")
    desk.stories.open_text(TEXT, "bridge")
    made.change_settings({"desk_at": str(desk.store.path)})
    made.syncing.sync(str(desk.store.path))
    work_as(made, "RM")
    return made


def at_desk(laptop):
    return {row.slug: row.at_desk for row in laptop.queue.first(Filter()).rows}


def test_what_was_exchanged_is_at_the_desk_and_what_was_changed_since_waits(laptop):
    state = laptop.facts().exchanged
    assert (state.last is not None, state.to_go, at_desk(laptop)) == (True, 0, {"bridge": True})
    laptop.stories.open_text("Other words.\n", "other")
    assert (laptop.facts().exchanged.to_go, at_desk(laptop)) == (1, {"bridge": True, "other": False})
    laptop.change_settings({"desk_at": "postgresql://another/desk"})
    assert (laptop.facts().exchanged.last, laptop.facts().exchanged.to_go) == (None, 2)
    laptop.change_settings({"desk_at": ""})
    assert (laptop.facts().exchanged.where, at_desk(laptop)) == ("", {"bridge": None, "other": None})


def test_it_is_known_at_the_next_start_and_a_file_that_makes_no_sense_is_no_loss(laptop, copies):
    assert "secret" not in laptop.exchanged.path.read_text("utf-8")
    again = copies.open("laptop")
    assert again.facts().exchanged.last is not None
    for said in ("{", "[]", '{"a": 1}', '{"a": ["x", 2]}', '{"a": [-1, 2]}'):
        laptop.exchanged.path.write_text(said, "utf-8")
        assert copies.open("laptop").facts().exchanged.last is None


def test_it_goes_with_the_database_and_not_with_its_path(laptop, copies):
    last = laptop.facts().exchanged.last
    path = laptop.store.path
    with closing(sqlite3.connect(path)) as there, closing(sqlite3.connect(path.with_name("moved.db"))) as moved:
        there.backup(moved)
    moved = copies.open("moved")
    moved.change_settings({"desk_at": laptop.settings.desk_at})
    assert moved.facts().exchanged.last == last
    other = copies.open("another")
    other.change_settings({"desk_at": laptop.settings.desk_at})
    assert other.facts().exchanged.last is None


def test_what_an_earlier_version_noted_by_the_path_is_still_known(laptop, copies):
    last = laptop.facts().exchanged.last
    laptop.exchanged.path.rename(laptop.exchanged._paths[-1])
    assert copies.open("laptop").facts().exchanged.last == last


def test_what_was_refused_or_broken_off_is_not_called_exchanged(laptop, monkeypatch):
    laptop.exchanged.all_exchanged(laptop.settings.desk_at, 2)
    assert laptop.facts().exchanged.to_go == 2
    before = laptop.facts().exchanged.last
    laptop.stories.open_text("Other words.\n", "other")
    laptop.syncing.sync(laptop.settings.desk_at, progress=lambda *_: False)
    assert laptop.facts().exchanged.last == before
