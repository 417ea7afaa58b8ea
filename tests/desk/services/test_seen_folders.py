"""Folders that were seen: the last ones are remembered."""

import pytest

from desk.services import seen_folders
from desk.services.seen_folders import SeenFolders


@pytest.fixture
def seen(monkeypatch):
    monkeypatch.setattr(seen_folders, "_MOST", 2)
    return SeenFolders("a" * 64)


def test_a_folder_that_is_seen_again_is_forgotten_last(seen, tmp_path):
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    for folder in (first, second, first, third):
        seen.add(folder)
    assert [seen.has(folder) for folder in (first, second, third)] == [True, False, True]
