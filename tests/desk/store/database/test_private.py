"""Drafts are nobody else's on a machine that several use: folder, database, backups, those of before too."""

import os
import stat

import pytest

from desk.paths import data_dir
from desk.store.connect import open_store
from desk.store.database.backups import restore

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders from others by itself")


def rights(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def _open_handed():
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_new_desk_is_its_owners_alone():
    store = open_store()
    backup = store.back_up()
    assert rights(data_dir()) == rights(backup.path.parent) == 0o700
    for path in (*data_dir().glob("copydesk.db*"), backup.path):
        assert rights(path) == 0o600, path
    store.close()


def test_a_desk_of_before_becomes_so():
    store = open_store()
    backup = store.back_up()
    store.close()
    for path in (data_dir(), data_dir() / "copydesk.db", backup.path.parent, backup.path):
        path.chmod(0o777 if path.is_dir() else 0o666)
    open_store().close()
    assert rights(data_dir()) == rights(backup.path.parent) == 0o700
    assert rights(data_dir() / "copydesk.db") == rights(backup.path) == 0o600


def test_a_restored_one_is_so(tmp_path):
    store = open_store()
    backup = store.back_up()
    store.close()
    restore(data_dir() / "copydesk.db", backup.path)
    assert rights(data_dir() / "copydesk.db") == 0o600


def test_a_folder_that_others_share_stays_theirs(tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o775)
    open_store(shared / "desk.db").close()
    assert rights(shared) == 0o775
    assert rights(shared / "desk.db") == 0o600
