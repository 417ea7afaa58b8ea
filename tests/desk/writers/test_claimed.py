"""Files under one new name of a shared folder: two who write at one time, and one who is killed in the middle."""

import json
import multiprocessing
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from desk.errors import KnownError
from desk.writers.claimed import write_claimed
from desk.writers.text import put_in_place

FILES = {".docx.seal.json": b"seal", ".docx": b"text"}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def write(folder, words):
    for _ in range(4):
        write_claimed(Path(folder), "flood", dict.fromkeys(FILES, words))


def test_two_who_write_the_same_name_at_one_time_write_over_nothing(tmp_path):
    several = multiprocessing.get_context("spawn")
    writers = [several.Process(target=write, args=(str(tmp_path), words)) for words in (b"one", b"two")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    said = [path.read_bytes() for path in sorted(tmp_path.glob("*.docx"))]
    seals = [path.read_bytes() for path in sorted(tmp_path.glob("*.seal.json"))]
    assert (sorted(said), len(names(tmp_path))) == ([b"one"] * 4 + [b"two"] * 4, 16)
    assert sorted(seals) == sorted(said)
    for path in tmp_path.glob("*.docx"):
        assert path.with_name(f"{path.name}.seal.json").read_bytes() == path.read_bytes()


KILLED = """
import os, sys
from pathlib import Path
import desk.writers.claimed as claimed
put, left = claimed.put_in_place, [None] * int(sys.argv[2])
def killed(ready, path):
    if not left:
        os._exit(9)
    left.pop()
    put(ready, path)
claimed.put_in_place = killed
claimed.write_claimed(Path(sys.argv[1]), "flood", {".docx.seal.json": b"seal", ".docx": b"text", ".txt": b"words"})
"""


@pytest.mark.parametrize("done", [0, 1, 2])
def test_what_was_killed_between_two_names_is_finished_by_whoever_writes_next(tmp_path, done):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(done)], check=False, timeout=60)
    assert killed.returncode == 9
    assert len([path for path in tmp_path.iterdir() if not path.name.startswith(".")]) == done
    assert write_claimed(tmp_path, "other", FILES) == "other"
    assert names(tmp_path) == ["flood.docx", "flood.docx.seal.json", "flood.txt", "other.docx", "other.docx.seal.json"]
    assert (tmp_path / "flood.txt").read_bytes() == b"words"


def claim(folder, name, age, **said):
    path = folder / f".{name}.going"
    path.write_text(json.dumps(said), "utf-8")
    os.utime(path, (path.stat().st_mtime - age,) * 2)
    return path


def test_a_claim_of_another_machine_is_left_alone_until_that_is_gone(tmp_path):
    fresh, old = claim(tmp_path, "flood", 1, machine="news-2"), claim(tmp_path, "fire", 1000, machine="news-3")
    assert write_claimed(tmp_path, "flood", FILES) == "flood-2"
    assert (fresh.exists(), old.exists()) == (True, False)


def test_a_claim_that_lives_here_is_left_alone_and_one_names_files_of_its_own_alone(tmp_path):
    mine = claim(tmp_path, "flood", 1000, machine=platform.node(), process=os.getpid())
    (tmp_path / ".x").write_bytes(b"x")
    files = [[".x", "elsewhere.txt"], [".x", "../fire.txt"], ["y", "fire.txt"], 7]
    claim(tmp_path, "fire", 1000, machine="news-3", files=files)
    assert write_claimed(tmp_path, "flood", FILES) == "flood-2"
    assert mine.exists()
    assert names(tmp_path) == [".flood.going", ".x", "flood-2.docx", "flood-2.docx.seal.json"]


def test_where_one_cannot_take_its_name_none_is_there(tmp_path, monkeypatch):
    def held(ready, path):
        if path.suffix == ".docx":
            raise PermissionError(13, "held by another program")
        put_in_place(ready, path)

    monkeypatch.setattr("desk.writers.claimed.put_in_place", held)
    with pytest.raises(KnownError, match="you may not write there"):
        write_claimed(tmp_path, "flood", FILES)
    assert names(tmp_path) == []
