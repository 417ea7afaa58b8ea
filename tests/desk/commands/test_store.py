import json
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from desk.checks.house import BookEntry, NameKind
from desk.cli import run
from desk.commands import store as store_commands
from desk.commands.upgrading import telling_of_upgrade
from desk.errors import Cancelled
from desk.review.decisions import Decision, Done
from desk.review.people import actor
from desk.store.connect import open_store
from desk.store.database.backups import list_backups
from desk.store.database.sqlite import APPLICATION_ID
from desk.store.migrations import HEAD
from desk.store.records.values import NewStory, Upgrading

OLD = Path(__file__).parents[1] / "store" / "old"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "copydesk.db"


@pytest.fixture
def desk(path, capsys):
    """Call the command line on the database; gives status, output and errors."""

    def call(*arguments):
        status = run(["--db", str(path), *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


@pytest.fixture
def book(path):
    store = open_store(path)
    store.book.agree(BookEntry("Harrow Quay", NameKind.PLACE, ("Harrow Key",), "no hyphen"), "Odile Brandt")
    store.book.agree(BookEntry("Inés Dorval", NameKind.PERSON), "Odile Brandt")
    store.close()


def test_a_sound_database_is_called_so(desk, path):
    assert desk("store", "check") == (0, f"{path} is sound, and its trail whole: 0 entries.\n", "")


def test_tables_that_were_altered_silence_no_check(desk, path):
    open_store(path).close()
    for statement, said in (
        ("ALTER TABLE stories ADD COLUMN mood TEXT", "The column “mood” of “stories” is not"),
        ("CREATE TABLE pragma_table_xinfo (a TEXT)", "The column “mood” of “stories” is not"),
        ("ALTER TABLE people RENAME COLUMN initials TO letters", "The column “initials” of “people” is not"),
        ("ALTER TABLE decisions RENAME COLUMN chain TO chains", "The column “chain” of “decisions” is not"),
        ("DROP TABLE comments", "The table “comments” that Copydesk made is gone"),
    ):
        with closing(sqlite3.connect(path)) as other:
            other.execute(statement)
        status, out, err = desk("store", "check")
        assert (status, out) == (1, ""), statement
        assert said in err
        assert "mood" in err
    assert "Not everything could be looked at" in err


def test_backups_are_made_listed_and_restored(desk, path, book):
    status, out, _ = desk("store", "backup")
    (made,) = list_backups(path)
    assert (status, out) == (0, f"{made.path}\n")
    status, out, _ = desk("store", "backups")
    assert status == 0
    assert f"{made.path}  by hand" in out
    assert out.startswith(f"{made.made.astimezone():%Y-%m-%d %H:%M}")
    path.write_bytes(b"")
    status, _, err = desk("store", "check")
    assert status == 2
    assert "is damaged" in err
    status, out, _ = desk("store", "restore", made.path)
    assert status == 0
    assert "is the database now. The one before is kept as" in out
    assert "Harrow Quay" in desk("book", "find")[1]


def test_restoring_where_nothing_was_keeps_nothing(desk, path, book):
    desk("store", "backup")
    path.unlink()
    (made,) = list_backups(path)
    assert desk("store", "restore", made.path) == (0, f"{made.path} is the database now.\n", "")


def test_the_book_is_searched(desk, book):
    status, out, _ = desk("book", "find", "harrow", "key")
    assert status == 0
    assert out.startswith("Harrow Quay  [place]  (not Harrow Key)  no hyphen  Odile Brandt, ")
    assert len(desk("book", "find")[1].splitlines()) == 2
    assert desk("book", "find", "nobody") == (0, "", "")


@pytest.mark.parametrize("name", ["book.csv", "book.JSON"])
def test_the_book_goes_out_and_comes_back(desk, book, tmp_path, name):
    file = tmp_path / name
    assert desk("book", "export", file) == (0, f"2 entries in {file}.\n", "")
    assert desk("book", "import", file) == (0, "0 new, 0 changed, 2 there already.\n", "")


def test_a_book_of_another_kind_is_one_sentence(desk, book, tmp_path):
    status, out, err = desk("book", "export", tmp_path / "book.xls")
    assert (status, out) == (2, "")
    assert "must end in .csv or .json" in err


def test_a_servers_database_is_not_ours_to_restore(tmp_path, capsys):
    assert run(["--db", "postgresql://desk/news", "store", "backups"]) == 2
    assert "its own tools" in capsys.readouterr().err


STEERING = "Ines \x1b]0;owned\x07\x1b[2J\x9b31m \u202eDorval"


def test_a_name_steers_no_terminal(desk, path):
    store = open_store(path)
    store.book.agree(BookEntry(STEERING, NameKind.PERSON, (f"{STEERING} Lee",), STEERING), STEERING)
    store.close()
    status, out, _ = desk("book", "find")
    assert status == 0
    assert "\\x1b]0;owned" in out
    assert not set("\x1b\x07\x9b\u202e") & set(out)


def test_neither_does_a_file_that_cannot_be_read(desk, tmp_path):
    status, _, err = desk("check", tmp_path / "no\x1b[2Jsuch.txt")
    assert status == 2
    assert "\x1b" not in err


def test_json_says_the_same_without_steering(desk, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("Pay \u202e001\u202c the the \x9bmayor.\n", "utf-8")
    _, out, _ = desk("check", "--json", "--only", "style,names,structure", story)
    assert not set("\u202e\x9b") & set(out)
    assert json.loads(out)["findings"]


def test_a_text_is_emptied_by_law_and_the_check_says_so(desk, path):
    store = open_store(path)
    text = "The child is called Wilhelmina Ostrander.\n"
    story = store.stories.create(NewStory(slug="bridge", text=text), actor("", "Rosa")).id
    store.close()
    status, said, _ = desk("store", "empty", "bridge", "1", "--reason", "order of the court", "--yes")
    assert (status, said.startswith("1 text is empty now, and in every copy that hears of it.")) == (0, True)
    status, said, _ = desk("store", "check")
    assert (status, said.splitlines()[0].endswith(", order of the court.")) == (0, True)
    store = open_store(path)
    assert store.stories.text(story, 1) == ""
    store.close()


def test_the_check_goes_on_behind_a_value_that_cannot_be_read(desk, path, book):
    store = open_store(path)
    story = store.stories.create(NewStory(slug="bridge", text="It opened.\n"), actor("", "Rosa"))
    store.decisions.add(Decision(Done.WAIVED, story.id, actor("", "Rosa"), reason="as spoken"))
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER decisions_no_update")
        connection.execute("UPDATE decisions SET made = 4611686018427387904")
        connection.commit()
    status, _, err = desk("store", "check")
    assert status == 1
    assert "There is a value in “made” of “decisions” that cannot be one" in err
    assert "decisions_no_update" in err


@pytest.mark.parametrize("command", [("key", "list"), ("store", "check")])
def test_an_older_database_is_said_to_be_brought_up_to_date_before_it_is(desk, path, command):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.executescript((OLD / "0014.sql").read_text("utf-8"))
    said = [desk(*command)[2] for _ in range(2)]
    wanted = f"{path} is of an older Copydesk (revision 0014) and is brought up to date (to {HEAD}); many stories take"
    assert [wanted in each for each in said] == [True, False]


@pytest.fixture
def heard():
    """Have Ctrl+C do what it does in a terminal: where tests run behind a shell it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield signal.default_int_handler
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_asks_for_an_end_of_an_upgrade_and_works_as_before_afterwards(heard):
    def upgraded():
        with telling_of_upgrade() as told:
            told(Upgrading("The database is of an older Copydesk."))
            signal.raise_signal(signal.SIGINT)
            told(Upgrading("The words go into the index.", 1, 2, "stories"))

    with pytest.raises(Cancelled):
        upgraded()
    assert signal.getsignal(signal.SIGINT) is heard


def test_an_upgrade_behind_a_shell_ignores_ctrl_c_as_before(heard):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with telling_of_upgrade() as told:
        told(Upgrading("The database is of an older Copydesk."))
        signal.raise_signal(signal.SIGINT)
        told(Upgrading("The words go into the index.", 1, 2, "stories"))
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_ctrl_c_after_the_last_word_of_an_upgrade_ends_the_command(desk, monkeypatch, heard):
    closed = []

    def upgraded(_where, *, told):
        told(Upgrading("The database is of an older Copydesk."))
        signal.raise_signal(signal.SIGINT)
        return SimpleNamespace(close=lambda: closed.append(True), check=lambda: pytest.fail("it went on"))

    monkeypatch.setattr(store_commands, "open_store", upgraded)
    assert desk("store", "check")[0] == 130
    assert closed == [True]


def test_a_second_ctrl_c_does_what_it_does_elsewhere(heard):
    def upgraded():
        with telling_of_upgrade() as told:
            told(Upgrading("The database is of an older Copydesk."))
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGINT)
            pytest.fail("it went on")

    with pytest.raises(KeyboardInterrupt):
        upgraded()
