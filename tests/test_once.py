"""What one process makes for all: it is made once, whole, and what came of it is told to each."""

import pytest

from tests.once import Once


@pytest.fixture
def make():
    """Return what makes a folder, and counts in `made` how often it was asked to."""
    made = []

    def makes(folder):
        made.append(folder)
        (folder / "desk.db").write_bytes(b"whole")
        return "story"

    makes.made = made
    return makes


def test_the_second_process_has_what_the_first_one_made(tmp_path, make):
    assert Once(tmp_path).made("desk", make) == Once(tmp_path).made("desk", make) == (tmp_path / "desk", "story")
    assert len(make.made) == 1


def test_what_was_left_half_made_is_made_anew(tmp_path, make):
    def is_ended(folder):
        (folder / "half.db").write_bytes(b"ha")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Once(tmp_path).made("desk", is_ended)
    folder, _ = Once(tmp_path).made("desk", make)
    assert [file.name for file in folder.iterdir()] == ["desk.db"]
