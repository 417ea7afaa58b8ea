import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.util import LRUCache

from desk.errors import BugError, KnownError
from desk.review.people import actor
from desk.store.connect import FILE_NAME, database_path, open_store
from desk.store.database import sqlite
from desk.store.database.faults import Damaged, Newer, told
from desk.store.records.values import NewStory, RecoveryCopy
from tests.rows import rows


def test_a_new_store_is_made_with_its_folder_and_set_up_for_safety(store, path):
    assert path.exists()
    with store._access.reading() as connection:
        for pragma, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    store.check()


def test_the_default_is_in_the_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    assert database_path() == tmp_path / "data" / FILE_NAME
    store = open_store()
    assert store.path == database_path()
    store.close()


def test_a_url_names_the_same_file(path):
    store = open_store(f"sqlite:///{path}")
    assert (store.path, store.name) == (path, str(path))
    store.close()


def test_a_closed_store_is_one_file(path):
    open_store(path).close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_an_error_inside_a_transaction_keeps_nothing_of_it(store, story):
    def break_off():
        with store._access.writing() as connection:
            connection.exec_driver_sql("UPDATE stories SET slug = 'lost'")
            raise KeyError

    with pytest.raises(KeyError):
        break_off()
    assert store.stories.get(story.id).slug == "flood"


def test_a_wrong_statement_is_our_fault(store):
    with pytest.raises(BugError, match="no such table"), store._access.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")


@pytest.mark.parametrize("where", ["nonsense://x/y", "sqlite+none://", "sqlite://", "://"])
def test_an_address_that_is_none_is_one_sentence(where):
    with pytest.raises(KnownError, match=r"no database address|name a file"):
        open_store(where)


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(KnownError, match="is a folder"):
        open_store(tmp_path)


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError, match="cannot be opened"):
        open_store(tmp_path / "file" / "copydesk.db")


@pytest.mark.parametrize("content", [b"Dear diary,", b"SQLite format 3\0 and then nothing"])
def test_another_file_is_refused_untouched(tmp_path, content):
    path = tmp_path / "diary.db"
    path.write_bytes(content)
    with pytest.raises(KnownError, match="not a Copydesk database"):
        open_store(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_untouched(tmp_path):
    path = tmp_path / "browser.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(KnownError, match="not a Copydesk database"):
        open_store(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(tmp_path):
    path = tmp_path / "empty.db"
    path.touch()
    store = open_store(path)
    assert store.queue.page().rows == ()
    store.close()


def test_a_newer_database_is_refused_untouched(path):
    open_store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()
    with pytest.raises(Newer, match="written by a newer Copydesk"):
        open_store(path)
    with closing(sqlite3.connect(path)) as after:
        assert after.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    assert len(path.read_bytes()) == len(before)


def test_a_damaged_file_is_named_at_once(path):
    store = open_store(path)
    for number in range(40):
        store.stories.create(NewStory(slug=f"s{number}", text=f"{number} " * 2000), actor("", "Rosa"))
    store.close()
    _scribble(path)
    with pytest.raises(Damaged, match="is damaged"):
        open_store(path)


def test_the_full_check_finds_damage_done_while_open(path):
    store = open_store(path)
    made = store.stories.create(NewStory(slug="s", text="x"), actor("", "Rosa"))
    store.check()
    with store._access.alone(), closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA foreign_keys = OFF")
        other.execute("DELETE FROM runs")
        other.execute("INSERT INTO locks VALUES ('nobody', '', '', 0, 0, '')")
    with pytest.raises(Damaged, match="refers to one that is missing"):
        store.check()
    assert store.stories.get(made.id) == made
    store.close()


def test_a_locked_database_is_one_sentence(store, story, path):
    with store._access.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="Another program has been writing to the database"):
            store.recovery.save(RecoveryCopy(id=story.id, slug="s", text="x"))
        assert store.stories.get(story.id) == story  # reading goes on
        other.execute("ROLLBACK")
    store.recovery.save(RecoveryCopy(id=story.id, slug="s", text="x"))


def test_a_full_disk_is_one_sentence_and_loses_nothing(store, story, text):
    with store._access.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(KnownError, match="The disk is full"):
        store.stories.save(story.id, "words " * 50_000, actor("", "Rosa"))
    assert store.stories.text(story.id) == text
    store.check()


def test_a_read_only_database_is_one_sentence(store, story):
    with store._access.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(KnownError, match="cannot be written"):
        store.stories.save(story.id, "x", actor("", "Rosa"))
    with store._access.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = OFF")


def _scribble(path):
    size = path.stat().st_size
    with path.open("rb+") as file:
        for at in range(4096, size, 4096):
            file.seek(at)
            file.write(b"\xde\xad\xbe\xef" * 64)


@pytest.fixture
def guest():
    """Act as a user who may write nowhere; the administrator, whom no file refuses, steps down for it."""
    administrator = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder), (lambda: os.seteuid(65534)) if administrator else (lambda: None)
        if administrator:
            os.seteuid(0)
        Path(folder).chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="folders of Windows have no such permission")
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_may_not_be_written_is_one_sentence(guest, there):
    folder, step_down = guest
    path = folder / "copydesk.db"
    if there:
        open_store(path).close()
        path.chmod(0o444)
    folder.chmod(0o555)
    step_down()
    with pytest.raises(KnownError, match=r"cannot be (written|opened): .*--db"):
        open_store(path)


@pytest.mark.skipif(os.name == "nt", reason="files of Windows have no such permission")
def test_a_file_that_may_not_be_read_is_one_sentence(guest):
    folder, step_down = guest
    path = folder / "copydesk.db"
    open_store(path).close()
    path.chmod(0)
    step_down()
    with pytest.raises(KnownError, match=r"cannot be opened \(Permission denied\)"):
        open_store(path)


def test_a_big_file_is_checked_in_its_core_only(path, monkeypatch):
    open_store(path).close()
    monkeypatch.setattr(sqlite, "_CHECK_WHOLE_BELOW", 0)
    asked = []
    monkeypatch.setattr(sqlite, "_check", lambda connection, path, pragma: asked.append(pragma))
    open_store(path).close()
    assert asked == ["PRAGMA quick_check('stories')", "PRAGMA quick_check('decisions')"]


def test_what_a_check_says_is_told(store, path):
    with store._access.reading() as connection, pytest.raises(Damaged, match=r"damaged \(row 7 is missing\)"):
        sqlite._check(connection, path, "SELECT 'row 7 is missing'")


@rows(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, r"The disk failed while db was used \(oops\)"),
        (sqlite3.SQLITE_NOMEM, "not enough memory"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "db is damaged"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "cannot be written"),
        (sqlite3.SQLITE_CANTOPEN_FULLPATH, "cannot be opened"),
        (sqlite3.SQLITE_NOTADB, "not a Copydesk database"),
    ],
)
def test_each_fault_of_the_machine_has_its_sentence(code, sentence):
    fault = sqlite3.OperationalError("oops")
    fault.sqlite_errorcode = code
    with pytest.raises(KnownError, match=sentence), told("db"):
        raise fault


def test_a_server_that_does_not_answer_is_one_sentence():
    with pytest.raises(KnownError, match=r"desk cannot be reached \(refused\)"), told("desk"):
        raise OperationalError("SELECT 1", {}, Exception("refused"))
    with pytest.raises(BugError, match="used wrongly"), told("desk"):
        raise DataError("SELECT 1", {}, Exception("too long"))


def test_a_server_without_its_driver_is_one_sentence(monkeypatch):
    def missing(url, **_):
        raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")

    monkeypatch.setattr("desk.store.connect.create_engine", missing)
    with pytest.raises(KnownError, match=r"postgresql://rosa:\*\*\*@desk/news the driver “psycopg” must be installed"):
        open_store("postgresql://rosa:secret@desk/news")


def test_statements_are_made_once_for_all_databases_of_a_process(monkeypatch, tmp_path):
    statements = LRUCache(1_000)
    monkeypatch.setattr(sqlite, "_statements", statements)
    made = []
    for name in ("first", "second"):
        store = open_store(tmp_path / f"{name}.db")
        before = len(statements)
        store.stories.create(NewStory(slug="flood", text="Flood.\n"), actor("", "Rosa Marquez"))
        made.append(len(statements) - before)
        store.close()
    assert made[0] > 0
    assert made[1] == 0
