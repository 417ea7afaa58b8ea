"""A double click on a pack: what is written, that the system takes it for what it is, and that it can be taken back."""

import shutil
import subprocess
import sys

import pytest

from desk import file_type
from desk.cli import run
from desk.errors import KnownError


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "data"


def test_it_is_registered_and_taken_back(data, capsys):
    assert run(["register"]) == 0
    assert capsys.readouterr().out.startswith("A double click on a pack opens it with Copydesk from now on")
    assert file_type.is_registered()
    entry = (data / "applications" / "copydesk.desktop").read_text("utf-8")
    assert "MimeType=application/x-copydesk;" in entry
    assert " open %F" in entry
    assert (data / "icons" / "hicolor" / "scalable" / "apps" / "copydesk.svg").exists()
    assert run(["register", "--remove"]) == 0
    assert not file_type.is_registered()
    assert not (data / "mime" / "packages" / "copydesk.xml").exists()


def test_the_system_takes_a_pack_for_what_it_is(data, tmp_path):
    """Where its programs are: GLib reads what `update-mime-database` made of ours."""
    file_type.register()
    gio, update = shutil.which("gio"), shutil.which("update-mime-database")
    if gio is None or update is None:
        assert "application/x-copydesk" in (data / "mime" / "packages" / "copydesk.xml").read_text("utf-8")
        return
    pack = tmp_path / "train.copydesk"
    pack.write_bytes(b"PK\x03\x04")
    said = subprocess.run(
        [gio, "info", "-a", "standard::content-type", str(pack)], capture_output=True, text=True, check=True
    )
    assert "application/x-copydesk" in said.stdout
    opened_by = subprocess.run([gio, "mime", "application/x-copydesk"], capture_output=True, text=True, check=True)
    assert "copydesk.desktop" in opened_by.stdout


@pytest.mark.parametrize(
    ("path", "quoted"),
    [("/opt/copy desk/copydesk", '"/opt/copy desk/copydesk"'), ("/a$b%c", '"/a\\\\$b%%c"'), ("/a\\b", '"/a\\\\\\\\b"')],
)
def test_a_path_is_quoted_as_desktop_entries_want_it(path, quoted):
    assert file_type._quoted(path) == quoted


def test_a_folder_that_cannot_be_written_is_one_sentence(data):
    data.write_text("a file")
    with pytest.raises(KnownError, match="cannot be written"):
        file_type.register()


@pytest.mark.parametrize(("platform", "said"), [("win32", "On Windows"), ("darwin", "On macOS")])
def test_elsewhere_it_says_how_it_is_done_by_hand(monkeypatch, platform, said):
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(KnownError, match=said):
        file_type.register()
