"""Bad input on the command line, each case with a real file or disk: one clear sentence, and nothing lost.

A way through the command is gone by a process once, and by its further cases in the process of the tests. The engine
that is killed stands in for Java.

The same cases in the window are in `tests/ui/window/test_bad_input.py`. Deeper in: encodings in
`tests/desk/readers/`, full and read-only disks in `tests/desk/writers/` and `tests/desk/store/test_connect.py`,
damaged databases in `tests/desk/store/database/test_backups.py`, kills in `tests/stress/`, downloads
that break and damaged engines in `tests/desk/checks/grammar/engine/test_install.py`, servers that fail, hang, die or
lose their port in `test_misbehaving.py`, `test_faults.py` and `test_real_engine.py` there.
"""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from desk.cli import run
from desk.paths import config_dir, data_dir
from desk.store.connect import open_store
from tests.stress.command import OWN, copydesk, no_bigger_than, one_sentence

STORY = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday, said Zoë Brandt.\n"


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


@pytest.fixture
def called(capsys):
    """Return a function that calls the command in this process: for further cases of a way that a process went."""

    def call(*arguments):
        returncode = run([str(one) for one in arguments])
        said = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, returncode, said.out, said.err)

    return call


def _sparse(path):
    with path.open("wb") as file:
        file.truncate(50_000_000)


BAD_FILES = {
    "empty": (lambda path: path.touch(), "is empty"),
    "only white space": (lambda path: path.write_bytes(b" \r\n\t\n"), "is empty"),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 64), "binary data"),
    "50 MB": (
        _sparse,
        "too large for a story (50 MB; the limit is 2 MB for a text, 20 MB for a document). Cut it into smaller files",
    ),
    "21 MB of text": (lambda path: path.write_bytes(b"word " * 4_200_000), "(21 MB; the limit is 2 MB for a text"),
    "3 MB of text": (
        lambda path: path.write_bytes(b"word " * 600_000),
        "(3 MB; the limit is 2 MB). Cut it into smaller files",
    ),
    "vanished": (lambda path: None, "does not exist"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "a broken link": (lambda path: path.symlink_to(path.with_name("nowhere")), "does not exist"),
    "a link to itself": (lambda path: path.symlink_to(path), "cannot be read"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_file_that_is_no_story_is_one_line_and_the_others_are_done(case, story, tmp_path, called):
    make, part = BAD_FILES[case]
    bad = tmp_path / "bad.txt"
    make(bad)
    said = called("check", "--json", "--only", OWN, bad, story)
    assert said.returncode == 2
    line = one_sentence(said)
    assert str(bad) in line
    assert part in line
    (done,) = said.stdout.splitlines()
    assert json.loads(done)["file"] == str(story)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that even root cannot read")
def test_an_unreadable_file_is_one_line(story):
    said = copydesk("check", "--json", "--only", OWN, "/proc/self/mem", story)
    assert said.returncode == 2
    assert "/proc/self/mem cannot be read" in one_sentence(said)
    assert len(said.stdout.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file; the test above has one that it may not")
def test_a_file_of_somebody_else_is_one_line(story):
    story.chmod(0)
    said = copydesk("check", "--only", OWN, story)
    assert said.returncode == 2
    assert "cannot be read" in one_sentence(said)


ODD_TEXTS = {
    "one line of a million characters": (b"word " * 200_000, "1,000,000 characters"),
    "one word of a million characters": (b"x" * 1_000_000, "1,000,000 characters"),
    "NUL bytes": (b"The mayor\0 opened the new bridge on Monday afternoon, as was planned.\n", "NUL"),
    "a lone surrogate": (
        b"\xff\xfe" + "The mayor ".encode("utf-16-le") + b"\x00\xd8" + " spoke.\n".encode("utf-16-le"),
        "surrogate",
    ),
    "bidirectional overrides": ("Pay \u202e001\u202c now, \u2066said\u2069 Zoë.\n".encode(), "reading direction"),
}


@pytest.mark.parametrize("case", ODD_TEXTS)
def test_an_odd_text_is_checked_and_its_oddity_told(case, tmp_path, called):
    raw, part = ODD_TEXTS[case]
    odd = tmp_path / "odd.txt"
    odd.write_bytes(raw)
    ask = copydesk if case == "one line of a million characters" else called
    said = ask("check", "--json", "--only", OWN, odd)
    assert (said.returncode in (0, 1), said.stderr) == (True, "")
    told = json.loads(said.stdout)
    assert any(part in note for note in told["notes"])
    assert {line["state"] for line in told["checklist"]} <= {"passed", "attention"}
    assert odd.read_bytes() == raw
    structure = next(line for line in told["checklist"] if line["item"] == "structure")
    for_people = called("check", "--only", "structure", odd)  # the words are the same whatever was looked for
    assert (for_people.returncode, for_people.stderr) == (int(structure["state"] == "attention"), "")
    assert part in for_people.stdout


def test_a_reader_that_goes_away_is_no_error(story):
    files = [str(story)] * 40
    command = [sys.executable, "-m", "desk", "check", "--json", "--only", "style", *files]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(120) in (0, 1)
    assert said == b""


# -- Disks -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk():
    """A desk with one story and one entry in its name book."""
    store = open_store()
    book = data_dir().parent / "book.csv"
    store.close()
    book.write_text("spelling,kind,variants\nInes Duarte,person,Inês Duarte\n", "utf-8")
    assert run(["book", "import", str(book)]) == 0
    return data_dir() / "copydesk.db"


def test_a_full_disk_is_one_line_and_the_database_stays_whole(desk, tmp_path, called):
    many = tmp_path / "many.csv"
    names = "".join(f"Ines Duarte {n} of Port Ellery,person,\n" for n in range(20_000))
    many.write_text("spelling,kind,variants\n" + names, "utf-8")
    said = copydesk("book", "import", many, preexec_fn=no_bigger_than(desk.stat().st_size + 200_000))
    assert said.returncode == 2
    assert str(desk) in one_sentence(said)
    assert called("store", "check").returncode == 0
    assert called("book", "find").stdout.count("Duarte") == 2


def test_a_full_disk_leaves_no_half_file_of_the_book(desk, tmp_path):
    out = tmp_path / "out.json"
    out.write_text("what was there before", "utf-8")
    said = copydesk("book", "export", out, preexec_fn=no_bigger_than(10))
    assert said.returncode == 2
    one_sentence(said)
    assert out.read_text("utf-8") == "what was there before"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []


@pytest.fixture
def small_disk(tmp_path):
    """A real disk of 1 MB that is nearly full, then read-only; needs the right to mount."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], check=False, capture_output=True)
    if made.returncode:
        pytest.skip("this machine lets nobody mount a disk; a limit on the size of files stands in for it above")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_disk_that_is_really_full_or_read_only_is_one_line(desk, small_disk, called):
    (small_disk / "filler").write_bytes(b"x" * (1 << 20))
    assert "disk is full" in one_sentence(copydesk("book", "export", small_disk / "out.json"))
    (small_disk / "filler").unlink()
    (small_disk / "out.json").write_text("before", "utf-8")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert "read-only" in one_sentence(called("book", "export", small_disk / "out.json"))
    assert (small_disk / "out.json").read_text("utf-8") == "before"


def test_a_check_works_where_nothing_can_be_written(desk, story):
    said = copydesk("check", "--only", OWN, story, preexec_fn=no_bigger_than(0))
    assert said.returncode in (0, 1)


# -- Databases -------------------------------------------------------------------------------------------------------


def test_a_damaged_database_is_one_line_and_the_check_is_still_done(desk, story, called):
    damaged = desk.read_bytes()[:5000] + b"\xff" * 9000
    desk.write_bytes(damaged)
    assert "is damaged" in one_sentence(copydesk("store", "check"))
    assert desk.read_bytes() == damaged
    said = called("check", "--only", OWN, story)
    assert said.returncode in (0, 1)
    assert "left out" in one_sentence(said)


IMPATIENT = """
import sys
from desk.store.database import sqlite
sqlite.BUSY_SECONDS = 0.1
from desk.__main__ import main
sys.exit(main())
"""


def test_a_locked_database_is_one_line(desk, called):
    with closing(sqlite3.connect(desk, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE another (x)")
        said = subprocess.run(
            [sys.executable, "-c", IMPATIENT, "book", "import", data_dir().parent / "book.csv"],
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        other.execute("ROLLBACK")
    assert said.returncode == 2
    assert "Another program has been writing" in one_sentence(said)
    assert called("store", "check").returncode == 0


# -- Engines ---------------------------------------------------------------------------------------------------------


def _grammar(said):
    return json.loads(said.stdout)["checklist"][0]


@pytest.mark.engine
def test_no_java_is_unchecked_with_the_reason(lend_engine, story):
    lend_engine(java="/nowhere/bin/java")
    said = copydesk("check", "--json", "--only", "grammar", story)
    item = _grammar(said)
    assert (item["state"], item["open"], said.stderr) == ("unchecked", 0, "")
    assert "/nowhere/bin/java" in item["reason"]


@pytest.mark.engine
def test_an_engine_killed_between_two_checks_is_started_again(lend_engine, story, called, tries):
    lend_engine(mortal=True, keep_warm_seconds=60)
    with tries.one("engine-once"):
        item = _grammar(copydesk("check", "--json", "--only", "grammar", story))
        assert item["state"] in ("passed", "attention"), item["reason"]
        killed = json.loads(called("engine", "status", "--json").stdout)["server"]["pid"]
        psutil.Process(killed).kill()
        said = copydesk("check", "--json", "--only", "grammar", story)
        item = _grammar(said)
        assert (item["state"] in ("passed", "attention"), said.stderr) == (True, ""), item["reason"]
        assert json.loads(called("engine", "status", "--json").stdout)["server"]["pid"] != killed


def test_a_desks_server_that_does_not_answer_is_unchecked_with_the_reason(story, called):
    config_dir().mkdir(parents=True)
    (config_dir() / "settings.toml").write_text('engine_url = "http://127.0.0.1:9"\n', "utf-8")
    item = _grammar(called("check", "--json", "--only", "grammar", story))
    assert item["state"] == "unchecked"
    assert "127.0.0.1:9" in item["reason"]
