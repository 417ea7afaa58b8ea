from pathlib import Path

import pytest

from desk import paths

FOLDERS = (paths.data_dir, paths.cache_dir, paths.runtime_dir, paths.config_dir, paths.log_dir)


def test_one_variable_moves_everything(tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    assert {folder() for folder in FOLDERS} == {tmp_path / name for name in ("data", "cache", "run", "config", "log")}


@pytest.mark.parametrize("folder", FOLDERS)
def test_without_it_each_system_has_its_own_places_and_no_warning(folder, monkeypatch):
    monkeypatch.delenv("COPYDESK_HOME", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert "copydesk" in str(folder())


def test_resources_are_there():
    assert (paths.resources_dir() / "samples").is_dir()
    assert isinstance(paths.resources_dir(), Path)
