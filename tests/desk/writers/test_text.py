import errno
import os

import pytest

from desk.errors import KnownError
from desk.readers.draft import read_draft
from desk.writers.text import changed_on_disk, write_text


def test_what_is_written_is_read_back(tmp_path):
    path = tmp_path / "story.txt"
    written = write_text(path, "Zoë said “no”.\n")
    assert read_draft(path).text == written.text == "Zoë said “no”.\n"
    assert read_draft(path).digest == written.digest
    assert [p.name for p in tmp_path.iterdir()] == ["story.txt"]


def test_permissions_of_the_old_file_are_kept(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "real.txt")
    write_text(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_full_disk_leaves_the_old_file_whole(tmp_path, monkeypatch):
    path = tmp_path / "story.txt"
    path.write_text("old")

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match="the disk is full"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["story.txt"]


def test_a_missing_folder_and_a_folder_are_told(tmp_path):
    with pytest.raises(KnownError, match="the folder does not exist"):
        write_text(tmp_path / "gone" / "story.txt", "x")
    with pytest.raises(KnownError, match="it is a folder"):
        write_text(tmp_path, "x")


def test_a_character_the_encoding_cannot_hold_is_named(tmp_path):
    with pytest.raises(KnownError, match=r"“Ж” \(U\+0416\), which cp1252 cannot hold; choose UTF-8"):
        write_text(tmp_path / "story.txt", "Ж", "cp1252")
    with pytest.raises(KnownError, match=r"half a character \(U\+D800\) at character 3"):
        write_text(tmp_path / "story.txt", "ab\ud800")
    assert list(tmp_path.iterdir()) == []


def test_a_file_changed_by_somebody_else_is_known(tmp_path):
    path = tmp_path / "story.txt"
    digest = write_text(path, "mine").digest
    assert not changed_on_disk(path, digest)
    path.write_text("theirs")
    assert changed_on_disk(path, digest)
    path.unlink()
    assert changed_on_disk(path, digest)
