"""Folders that were seen: the last ones are remembered."""

import errno
import os

import pytest

from desk.services import seen_folders
from desk.services.seen_folders import NAMED, SeenFolders, id_of


@pytest.fixture
def seen(monkeypatch):
    monkeypatch.setattr(seen_folders, "_MOST", 2)
    return SeenFolders("a" * 64)


def test_a_folder_that_is_seen_again_is_forgotten_last(seen, tmp_path):
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    for folder in (first, second, first, third):
        seen.add(folder)
    assert [seen.has(folder) for folder in (first, second, third)] == [True, False, True]


@pytest.fixture(params=["links", "no links, as on FAT"])
def share(request, monkeypatch, tmp_path):
    def refused(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    if request.param != "links":
        monkeypatch.setattr(os, "link", refused)
    made = tmp_path / "share"
    made.mkdir()
    return made


@pytest.mark.parametrize("left", [None, b"", b'{"id": "0123', b"[]"])
def test_a_folder_says_which_one_it_is_also_where_half_a_file_was_left_that_should_say_so(seen, share, left):
    if left is not None:
        (share / NAMED).write_bytes(left)
    seen.add(share)
    said = id_of(share)
    seen.add(share)
    assert (len(said), id_of(share), [file.name for file in share.iterdir()]) == (32, said, [NAMED])


def test_what_a_link_of_that_name_leads_to_is_left_alone(seen, share, tmp_path):
    target = tmp_path / "target"
    target.write_text("Words.")
    (share / NAMED).symlink_to(target)
    seen.add(share)
    assert (target.read_text(), len(id_of(share))) == ("Words.", 32)


def test_two_sticks_that_are_known_at_one_path_may_be_swapped(seen, tmp_path):
    path, first, second = (tmp_path / name for name in ("stick", "first", "second"))
    for _ in range(2):
        path.mkdir()
        seen.add(path)
        path.rename(first if not first.exists() else second)
    for stick in (first, second, first, second):
        stick.rename(path)
        assert (seen.doubt(path), seen.is_another(path)) == (None, False)
        seen.add(path)
        path.rename(stick)
    path.mkdir()
    assert seen.is_another(path)
    assert seen.doubt(path) is not None
