import errno
from pathlib import Path

import pytest

from desk.errors import KnownError
from desk.writers.together import write_together


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_all_are_written(tmp_path):
    write_together({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"1", b"2"]


def test_where_one_has_no_place_none_is_written(tmp_path):
    with pytest.raises(KnownError, match="the folder does not exist"):
        write_together({tmp_path / "a": b"1", tmp_path / "gone" / "b": b"2"})
    assert names(tmp_path) == []


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KnownError, match="the disk is full"):
        write_together({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def full(_):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_one_that_cannot_take_its_name_takes_the_others_back(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"old")
    replace = Path.replace

    def held(temporary, target):
        if target.name == "c":
            raise PermissionError(errno.EACCES, "held by another program")
        return replace(temporary, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(KnownError, match=r"c was not written: you may not write there"):
        write_together({tmp_path / "a": b"1", tmp_path / "b": b"2", tmp_path / "c": b"3"})
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"
