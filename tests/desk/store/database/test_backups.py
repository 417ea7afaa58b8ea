import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.engine import make_url

from desk.errors import BugError, KnownError
from desk.review.people import actor
from desk.store.connect import Store, open_store
from desk.store.database import backups
from desk.store.database.backups import list_backups, restore
from desk.store.database.faults import Damaged
from desk.store.records.values import NewStory


def test_a_backup_is_one_whole_file_that_opens_as_a_store(store, story, path):
    backup = store.back_up("before the election!")
    assert backup.why == "before the election"
    assert list_backups(path) == [backup]
    assert backup.size == backup.path.stat().st_size
    assert [p.name for p in backup.path.parent.iterdir()] == [backup.path.name]
    copy = open_store(backup.path)
    assert copy.stories.get(story.id) == story
    copy.close()


def test_only_the_last_ones_are_kept(store, path):
    made = [store.back_up(str(number), keep=3) for number in range(5)]
    assert list_backups(path) == made[:1:-1]


def test_other_files_in_the_folder_are_left_alone(store, path):
    store.back_up(keep=1)
    strangers = [path.parent / "backups" / name for name in ("copydesk-old.db", "copydesk-2026.txt", "notes.db")]
    for stranger in strangers:
        stranger.touch()
    store.back_up(keep=1)
    assert len(list_backups(path)) == 1
    assert all(stranger.exists() for stranger in strangers)


def test_a_backup_brings_the_old_state_back_and_keeps_the_newer_one(path):
    store = open_store(path)
    made = store.stories.create(NewStory(slug="flood", text="Old."), actor("", "Rosa"))
    backup = store.back_up()
    store.stories.save(made.id, "New.", actor("", "Rosa"))
    store.close()
    aside = restore(path, backup.path)
    store = open_store(path)
    assert store.stories.text(made.id) == "Old."
    store.close()
    other = open_store(aside)
    assert other.stories.text(made.id) == "New."
    other.close()


def test_a_damaged_database_is_replaced(path):
    store = open_store(path)
    backup = store.back_up()
    store.close()
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 9000)
    aside = restore(path, backup.path)
    assert aside.stat().st_size == 14000
    open_store(path).close()


def test_the_companions_of_a_damaged_database_go_with_it(path):
    store = open_store(path)
    backup = store.back_up()
    wal = path.with_name(path.name + "-wal")
    store.stories.create(NewStory(slug="flood", text="Not yet in the file itself."), actor("", "Rosa"))
    left = wal.read_bytes()
    store.close()
    path.write_bytes(b"not a database at all" * 1000)
    wal.write_bytes(left)
    aside = restore(path, backup.path)
    assert not wal.exists()
    assert aside.with_name(aside.name + "-wal").read_bytes() == left
    again = open_store(path)
    assert again.queue.page().rows == ()
    again.close()


def test_a_database_that_has_vanished_is_restored(path):
    store = open_store(path)
    backup = store.back_up()
    store.close()
    path.unlink()
    assert restore(path, backup.path) is None
    open_store(path).close()


def test_a_database_in_use_is_not_replaced(store, path):
    backup = store.back_up()
    before = path.read_bytes()
    with pytest.raises(KnownError, match="is in use"):
        restore(path, backup.path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "There is no backup"), (b"no database", "not a Copydesk database"), ("cut", "damaged|malformed")],
)
def test_a_backup_that_is_none_changes_nothing(path, tmp_path, content, sentence):
    store = open_store(path)
    for number in range(20):
        store.stories.create(NewStory(slug=f"s{number}", text=f"{number} " * 3000), actor("", "Rosa"))
    good = store.back_up()
    store.close()
    backup, before = tmp_path / "backup.db", path.read_bytes()
    if content == "cut":
        whole = good.path.read_bytes()
        backup.write_bytes(whole[:8192] + b"\xee" * (len(whole) - 8192))
    elif content is not None:
        backup.write_bytes(content)
    with pytest.raises(KnownError, match=sentence):
        restore(path, backup)
    assert path.read_bytes() == before


def test_a_restore_that_cannot_be_written_is_one_sentence(path, tmp_path):
    store = open_store(path)
    backup = store.back_up()
    store.close()
    path.with_name(path.name + ".restoring").mkdir()
    with pytest.raises(KnownError, match="could not be restored"):
        restore(path, backup.path)
    open_store(path).close()


def test_a_full_disk_leaves_no_half_backup(store, story, path, monkeypatch):
    class Full(sqlite3.Error):
        sqlite_errorcode = sqlite3.SQLITE_FULL

    class Source:
        def backup(self, target):
            raise Full("database or disk is full")

    with pytest.raises(KnownError, match="The disk is full"):
        backups.back_up(Source(), path)
    assert list((path.parent / "backups").iterdir()) == []


def test_an_error_of_ours_while_making_sure_nobody_uses_the_file_is_not_hidden(path, monkeypatch):
    store = open_store(path)
    backup = store.back_up()
    store.close()

    class Odd(sqlite3.Error):
        sqlite_errorcode = sqlite3.SQLITE_MISUSE

    connect = sqlite3.connect

    def odd(where, **options):
        if options.get("timeout") == 0:
            raise Odd("misuse")
        return connect(where, **options)

    monkeypatch.setattr(backups.sqlite3, "connect", odd)
    with pytest.raises(Odd):
        restore(path, backup.path)


def test_a_servers_database_has_its_own_backups(store):
    server = Store(make_url("postgresql://desk"), None)
    with pytest.raises(KnownError, match="its own tools"):
        server.back_up()
    server.check()  # nothing of ours to check


def test_a_transaction_inside_a_transaction_is_our_fault(store, monkeypatch):
    with pytest.raises(BugError, match="nested"), store._access.reading():
        store.queue.page()


def test_the_copy_of_a_wal_database_needs_no_companion(store, story, path):
    backup = store.back_up()
    with closing(sqlite3.connect(backup.path)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.parametrize("content", [b"", b"\0" * 20_000])
def test_a_database_that_lost_its_beginning_is_not_taken_for_a_new_one(path, content):
    store = open_store(path)
    backup = store.back_up()
    store.close()
    path.write_bytes(content)
    with pytest.raises(Damaged, match=r"its beginning is lost.*copydesk store backups"):
        open_store(path)
    assert path.read_bytes() == content
    restore(path, backup.path)
    open_store(path).close()


def test_a_backup_with_a_damaged_page_is_not_restored(path):
    store = open_store(path)
    for number in range(20):
        store.stories.create(NewStory(slug=f"s{number}", text=f"{number} " * 3000), actor("", "Rosa"))
    backup = store.back_up()
    store.close()
    before = path.read_bytes()
    with closing(sqlite3.connect(backup.path, isolation_level=None)) as copy:
        copy.execute("PRAGMA writable_schema = ON")
        copy.execute("UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'ix_stories_path'")
    with pytest.raises(KnownError, match="is damaged"):
        restore(path, backup.path)
    assert path.read_bytes() == before
