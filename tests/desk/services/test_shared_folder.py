"""A folder as the desk: each copy writes only its own files, and after a round all have the same."""

import pytest

from desk.errors import KnownError
from desk.packs.preview import number_of
from tests.desk.services.copies import TEXT, work_as
from tests.desk.services.test_packs import desk, edit, laptop, story

__all__ = ["desk", "laptop", "story"]


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "share"
    made.mkdir()
    return made


def test_two_copies_come_to_the_same_by_a_folder_and_write_only_files_of_their_own(desk, laptop, story, folder):
    numbers = [number_of(copy.exchange.me()) for copy in (desk, laptop)]
    assert desk.shared_folder.exchange(folder, [story]).said == "0 stories came, 1 story went."
    assert laptop.shared_folder.exchange(folder, (), numbers).said == "1 story came, 1 story went."
    work_as(laptop, "RM")
    edit(laptop, story, "Monday", "Tuesday")
    assert laptop.shared_folder.exchange(folder).said == "0 stories came, 1 story went."
    assert desk.shared_folder.exchange(folder, (), numbers).said == "1 story came, 1 story went."
    assert desk.store.stories.text(story) == TEXT.replace("Monday", "Tuesday")
    laptop.shared_folder.exchange(folder)
    for copy in (desk, laptop):
        assert copy.shared_folder.exchange(folder).said == "0 stories came, 0 stories went."
    assert sorted(place.name for place in folder.iterdir()) == sorted(c.exchange.me().id for c in (desk, laptop))


def test_what_cannot_be_taken_is_told_and_the_rest_goes_on(desk, laptop, story, folder):
    desk.shared_folder.exchange(folder, [story])
    assert "is not known here" in laptop.shared_folder.exchange(folder).left
    (folder / desk.exchange.me().id / "x.copydesk").write_bytes(b"nothing")
    done = laptop.shared_folder.exchange(folder, (), [number_of(desk.exchange.me())])
    assert (done.said, "This file is no pack" in done.left) == ("1 story came, 1 story went.", True)


def test_a_folder_that_is_not_there_is_told(desk, tmp_path):
    with pytest.raises(KnownError, match="is no folder: make it first"):
        desk.shared_folder.exchange(tmp_path / "none")
