"""A database that goes away, or becomes another one, under whoever has it open: no save is acknowledged and lost."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError

from desk.errors import KnownError
from desk.review.people import actor
from desk.store.connect import open_store
from desk.store.database import sqlite
from desk.store.database.faults import Gone
from desk.store.records.values import NewStory

ROSA = actor("", "Rosa Marquez")


def _other(path, folder):
    """Return the file of another database of ours."""
    made = folder / "other.db"
    with closing(open_store(made)) as other:
        other.stories.create(NewStory(slug="other", text="Other words.\n"), ROSA)
    return made


def _replaced(path, folder):
    _other(path, folder).replace(path)


def _overwritten(path, folder):
    shutil.copyfile(_other(path, folder), path)


def _put_back(path, folder):
    shutil.copyfile(next((path.parent / "backups").iterdir()), path)


def _log_deleted(path, folder):
    Path(f"{path}-wal").unlink()


def _folder_moved(path, folder):
    path.parent.rename(folder / "elsewhere")


UNDER_US = {
    "deleted": (lambda path, folder: path.unlink(), "was deleted or moved away"),
    "moved": (lambda path, folder: path.rename(folder / "elsewhere.db"), "was deleted or moved away"),
    "its folder moved": (_folder_moved, "was deleted or moved away"),
    "replaced": (_replaced, "was replaced by another file"),
    "overwritten": (_overwritten, "was overwritten by another one"),
    "overwritten by last week's": (_put_back, "was overwritten by another one"),
    "emptied": (lambda path, folder: path.write_bytes(b""), "was overwritten by another one"),
    "its log deleted": (_log_deleted, "was deleted or replaced"),
}


@pytest.mark.parametrize("case", UNDER_US)
def test_nothing_is_saved_in_a_file_that_is_not_ours_any_more(case, path, tmp_path):
    do, said = UNDER_US[case]
    store = open_store(path)
    story = store.stories.create(NewStory(slug="flood", text="Rain.\n"), ROSA)
    store.back_up()
    store.stories.save(story.id, "More rain.\n", ROSA)
    store.close()
    store = open_store(path)
    store.stories.save(story.id, "Still more rain.\n", ROSA)
    do(path, tmp_path)
    for _ in range(2):
        with pytest.raises(Gone, match=said):
            store.stories.save(story.id, "The dam holds.\n", ROSA)
    store.close()


def test_what_goes_away_during_a_write_is_seen_behind_it(store, story, path, tmp_path):
    with pytest.raises(Gone), store._access.writing():
        path.rename(tmp_path / "away.db")


def test_a_file_that_is_put_back_is_saved_in_again(store, story, path, tmp_path):
    path.rename(tmp_path / "away.db")
    with pytest.raises(Gone):
        store.stories.save(story.id, "Lost?\n", ROSA)
    (tmp_path / "away.db").rename(path)
    assert store.stories.save(story.id, "Kept.\n", ROSA).new_version


def test_the_log_of_a_file_that_went_is_kept_and_is_no_new_ones(path, tmp_path):
    store = open_store(path)
    story = store.stories.create(NewStory(slug="flood", text="Rain.\n"), ROSA)
    path.rename(tmp_path / "away.db")
    store.close()
    with closing(open_store(path)) as fresh:
        assert fresh.queue.ids() == []
    (log,) = path.parent.glob("copydesk.db-wal.left-*")
    path.unlink()
    (tmp_path / "away.db").rename(path)
    log.rename(f"{path}-wal")
    with closing(open_store(path)) as again:
        assert again.stories.get(story.id) == story


def test_what_others_write_and_tidy_up_is_no_alarm(store, story, path):
    for number in range(3):
        with closing(open_store(path)) as other:
            other.stories.save(story.id, f"Words {number}.\n", ROSA)
        with closing(sqlite3.connect(path, isolation_level=None)) as tidy:
            tidy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.stories.save(story.id, f"More words {number}.\n", ROSA)


def test_whoever_finds_another_one_writing_waits(store, path):
    with store._access.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000


def test_many_who_open_a_new_database_at_once_all_get_in(tmp_path):
    path = tmp_path / "new" / "copydesk.db"

    def enter(number):
        with closing(open_store(path)) as store:
            return store.stories.create(NewStory(slug=f"s{number}", text="Rain.\n"), ROSA).slug

    with ThreadPoolExecutor(8) as lanes:
        assert sorted(lanes.map(enter, range(8))) == [f"s{number}" for number in range(8)]


def test_one_who_keeps_the_file_is_waited_for_and_then_told_of(path, monkeypatch):
    open_store(path).close()
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.2)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(KnownError, match="Another program has been writing"):
            open_store(path)


class Busy:
    """A connection that is refused the lock so often, while others commit or one holds on."""

    def __init__(self, refused, commits):
        self.refused, self.commits, self.version, self.said = refused, commits, 1, []

    def get_execution_options(self):
        return {"copydesk_writes": True}

    def exec_driver_sql(self, statement):
        self.said.append(statement)
        if statement.startswith("PRAGMA"):
            return SimpleNamespace(scalar_one=lambda: self.version)
        if self.refused:
            self.refused -= 1
            self.version += self.commits
            fault = sqlite3.OperationalError("database is locked")
            fault.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise OperationalError(statement, {}, fault)
        return None


def test_whoever_gets_no_turn_waits_on_while_others_commit():
    waits = Busy(refused=3, commits=1)
    sqlite._begin(waits)
    assert waits.said.count("BEGIN IMMEDIATE") == 4


def test_one_who_holds_the_database_all_the_while_is_told_after_the_first_wait():
    waits = Busy(refused=3, commits=0)
    with pytest.raises(OperationalError):
        sqlite._begin(waits)
    assert waits.said.count("BEGIN IMMEDIATE") == 1
