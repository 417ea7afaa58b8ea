"""A double click on a pack: what is written, that the system takes it for what it is, and that it can be taken back."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

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


def test_on_macos_it_says_plainly_what_is_not_possible(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    for act in (file_type.register, file_type.unregister):
        with pytest.raises(KnownError, match=r"applications \(bundles\) alone.*cannot be set up here.*Bring back"):
            act()


# -- Windows, with a registry that answers as its own does -----------------------------------------------------------


class Key:
    """An open key; what is asked of it goes to the registry."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


class Registry(ModuleType):
    """Keys by their paths, each with its values by name; stands for `winreg`, which is there on Windows alone."""

    HKEY_CURRENT_USER, KEY_WRITE, KEY_READ, REG_SZ = "HKCU", 2, 1, 1

    def __init__(self):
        super().__init__("winreg")
        self.keys, self.may_write = {}, True

    def CreateKeyEx(self, root, path, _reserved, access):  # noqa: N802 - as Windows calls it
        assert (root, access) == (self.HKEY_CURRENT_USER, self.KEY_WRITE)
        if not self.may_write:
            raise PermissionError(5, "Access is denied")
        parts = path.split("\\")
        for upto in range(len(parts)):
            self.keys.setdefault("\\".join(parts[: upto + 1]), {})
        return Key(path)

    def OpenKey(self, root, path, _reserved, access):  # noqa: N802
        assert root == self.HKEY_CURRENT_USER
        assert access in (self.KEY_READ, self.KEY_WRITE)
        self._there(path)
        return Key(path)

    def SetValueEx(self, key, name, _reserved, kind, value):  # noqa: N802
        assert kind == self.REG_SZ
        self.keys[key.path][name] = value

    def QueryValueEx(self, key, name):  # noqa: N802
        if name not in self.keys[key.path]:
            raise FileNotFoundError(2, "no such value")
        return self.keys[key.path][name], self.REG_SZ

    def DeleteValue(self, key, name):  # noqa: N802
        if name not in self.keys[key.path]:
            raise FileNotFoundError(2, "no such value")
        del self.keys[key.path][name]

    def DeleteKey(self, root, path):  # noqa: N802
        self._there(path)
        if any(key.startswith(path + "\\") for key in self.keys):
            raise PermissionError(5, "it has keys below it")
        del self.keys[path]

    def _there(self, path):
        if path not in self.keys:
            raise FileNotFoundError(2, "no such key")


@pytest.fixture
def registry(monkeypatch):
    made = Registry()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", made)
    return made


CLASSES = "Software\\Classes"


def test_on_windows_keys_of_the_users_own_say_it_and_are_taken_back(registry, tmp_path, monkeypatch, capsys):
    python = tmp_path / "Program Files" / "python.exe"
    python.parent.mkdir()
    python.with_name("pythonw.exe").touch()
    monkeypatch.setattr(sys, "executable", str(python))
    registry.keys[f"{CLASSES}\\.copydesk"] = {"Content Type": "application/x-other"}
    assert not file_type.is_registered()
    assert run(["register"]) == 0
    assert capsys.readouterr().out.startswith("A double click on a pack opens it with Copydesk from now on")
    assert file_type.is_registered()
    assert registry.keys[f"{CLASSES}\\.copydesk"][""] == "Copydesk.Pack"
    command = registry.keys[f"{CLASSES}\\Copydesk.Pack\\shell\\open\\command"][""]
    assert command == f'"{python.with_name("pythonw.exe")}" -P -m desk open "%1"'
    assert Path(registry.keys[f"{CLASSES}\\Copydesk.Pack\\DefaultIcon"][""]).read_bytes()[:4] == b"\x00\x00\x01\x00"
    assert run(["register", "--remove"]) == 0
    assert not file_type.is_registered()
    assert {key: values for key, values in registry.keys.items() if values} == {
        f"{CLASSES}\\.copydesk": {"Content Type": "application/x-other"}
    }
    assert not any("Copydesk.Pack" in key for key in registry.keys)
    assert run(["register", "--remove"]) == 0  # twice is as once


def test_on_windows_what_another_program_set_for_packs_since_stays(registry):
    file_type.register()
    registry.keys[f"{CLASSES}\\.copydesk"][""] = "Other.Program"
    assert not file_type.is_registered()
    file_type.unregister()
    assert registry.keys[f"{CLASSES}\\.copydesk"] == {"": "Other.Program"}


def test_on_windows_a_registry_that_may_not_be_written_is_one_sentence(registry):
    registry.may_write = False
    with pytest.raises(KnownError, match=r"The registry cannot be written \(.*Access is denied\)"):
        file_type.register()
