"""Which files of a folder are whole: by a clock of the test's own."""

import os

import pytest

from desk.errors import KnownError
from desk.readers.folder_watch import SETTLED, FolderWatch


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now

    def settle(self):
        self.now += SETTLED


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def watch(tmp_path, clock):
    return FolderWatch(tmp_path, clock)


def names(watch):
    return [path.name for path in watch.look()]


def test_a_file_is_whole_once_it_has_stayed_as_it_is(tmp_path, watch, clock):
    (tmp_path / "story.txt").write_text("Rain")
    assert names(watch) == []
    assert names(watch) == []  # a second look at once says nothing
    clock.settle()
    (tmp_path / "story.txt").write_text("Rain fell.")
    assert names(watch) == []
    clock.settle()
    assert names(watch) == ["story.txt"]
    watch.take(tmp_path / "story.txt")
    clock.settle()
    assert names(watch) == []
    assert tmp_path / "story.txt" in watch


def test_a_file_of_the_same_size_and_another_time_counts_anew(tmp_path, watch, clock):
    path = tmp_path / "story.txt"
    path.write_text("Rain")
    watch.look()
    clock.settle()
    watch.look()
    watch.take(path)
    os.utime(path, (1, 1))
    assert names(watch) == []
    clock.settle()
    assert names(watch) == ["story.txt"]


def test_what_programs_write_for_themselves_folders_and_links_are_left_alone(tmp_path, watch, clock):
    inside = tmp_path / "below"
    inside.mkdir()
    (inside / "story.txt").write_text("Below.")
    for name in ("~$story.docx", "a.part", "b.crdownload", ".hidden", "c.TMP", ".~lock.d.odt#", "Thumbs.db", "e.txt~"):
        (tmp_path / name).write_text("Not yet.")
    try:
        (tmp_path / "link.txt").symlink_to(inside / "story.txt")
        os.mkfifo(tmp_path / "pipe.txt")
    except (OSError, AttributeError, NotImplementedError):  # Windows: links need rights, and there are no such pipes
        pass
    watch.look()
    clock.settle()
    assert names(watch) == []


def test_a_folder_that_vanishes_is_one_sentence_and_comes_back(tmp_path, watch, clock):
    (tmp_path / "story.txt").write_text("Rain")
    away = tmp_path.with_name("away")
    tmp_path.rename(away)
    with pytest.raises(
        KnownError, match=r"The watched folder .* cannot be reached \(.*\): its files are taken in once"
    ):
        watch.look()
    away.rename(tmp_path)
    watch.look()
    clock.settle()
    assert names(watch) == ["story.txt"]


def test_a_file_can_count_again(tmp_path, watch, clock):
    path = tmp_path / "story.txt"
    path.write_text("Rain")
    watch.look()
    clock.settle()
    watch.look()
    watch.take(path)
    watch.again(path)
    assert names(watch) == ["story.txt"]
    path.unlink()
    assert names(watch) == []
    assert path not in watch
