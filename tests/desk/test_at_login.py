"""The engine started at login: what is written on each system, taken back, and told of an entry that is old."""

import json
import os
import plistlib
import shlex
import sys
from pathlib import Path

import pytest

from desk import at_login
from desk.at_login import set_at_login, trouble_at_login
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.runfiles import Room
from desk.cli import run
from desk.errors import KnownError
from desk.services.examiner import Examiner
from tests.desk.test_file_type import Registry

SYSTEMS = ("linux", "darwin", "win32")
RUN = "Software\\Microsoft\\Windows\\CurrentVersion\\Run"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Return a home without an entry, on every system: one of Windows has a registry that answers as its own does."""
    registry = Registry()
    registry.keys[RUN] = {"Other": "other.exe"}
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    monkeypatch.setattr(sys, "executable", "/opt/copy desk/50%/python")
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "own home"))
    return tmp_path


def command_of(system, home):
    """Return what the system would run."""
    if system == "win32":
        return shlex.split(sys.modules["winreg"].keys[RUN]["Copydesk grammar engine"])
    if system == "darwin":
        entry = plistlib.loads((home / "Library/LaunchAgents/org.copydesk.engine.plist").read_bytes())
        assert entry["RunAtLoad"] is True
        return entry["ProgramArguments"]
    lines = (home / ".config/autostart/copydesk-engine.desktop").read_text("utf-8").splitlines()
    (line,) = [line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")]
    return shlex.split(line.replace("%%", "%"))


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_entry_starts_this_copydesk_and_is_taken_back(home, system):
    assert trouble_at_login(wanted=False, platform=system) == ""
    set_at_login(wanted=True, platform=system)
    assert command_of(system, home) == [
        "/opt/copy desk/50%/python",
        *("-P", "-m", "desk", "engine", "start", "--at-login", "--home", str(home / "own home")),
    ]
    assert trouble_at_login(wanted=True, platform=system) == ""
    assert "do not want it" in trouble_at_login(wanted=False, platform=system)
    for _ in ("once", "twice"):
        set_at_login(wanted=False, platform=system)
    assert "no entry says so" in trouble_at_login(wanted=True, platform=system)
    assert sys.modules["winreg"].keys[RUN] == {"Other": "other.exe"}
    assert [file for file in home.rglob("*") if file.is_file()] == []


@pytest.mark.parametrize("system", SYSTEMS)
def test_an_entry_of_a_copydesk_that_was_moved_is_told_until_it_is_written_anew(home, system, monkeypatch):
    set_at_login(wanted=True, platform=system)
    monkeypatch.setattr(sys, "executable", "/opt/new/python")
    assert "written for another Copydesk" in trouble_at_login(wanted=True, platform=system)
    set_at_login(wanted=True, platform=system)
    assert trouble_at_login(wanted=True, platform=system) == ""


def test_another_path_to_the_same_program_is_no_other_copydesk(home, monkeypatch):
    (real := home / "copydesk-1" / "bin").mkdir(parents=True)
    (home / "other" / "bin").mkdir(parents=True)
    for place in (real, home / "other" / "bin"):
        (place / "python").symlink_to("/bin/sh")  # as in virtual environments
    (home / "copydesk").symlink_to(home / "copydesk-1")
    monkeypatch.setattr(sys, "executable", str(real / "python"))
    set_at_login(wanted=True, platform="linux")
    entry = home / ".config/autostart/copydesk-engine.desktop"
    entry.write_text(entry.read_text("utf-8").replace("Comment=", "Comment=Mine. "), "utf-8")
    monkeypatch.setattr(sys, "executable", str(home / "copydesk" / "bin" / "python"))
    assert trouble_at_login(wanted=True, platform="linux") == ""
    monkeypatch.setattr(sys, "executable", str(home / "other" / "bin" / "python"))
    assert "written for another Copydesk" in trouble_at_login(wanted=True, platform="linux")


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_an_entry_that_the_desktop_switched_off_is_none(home, line):
    set_at_login(wanted=True, platform="linux")
    with (home / ".config/autostart/copydesk-engine.desktop").open("a") as entry:
        entry.write(f"{line}\n")
    assert "no entry says so" in trouble_at_login(wanted=True, platform="linux")
    assert trouble_at_login(wanted=False, platform="linux") == ""


@pytest.mark.parametrize("name", ["own\\home", 'a "b" $c `d`', os.fsdecode(b"caf\xe9"), "a\u2028b", "100%%"])
def test_an_entry_holds_every_path_a_system_may_have(home, monkeypatch, name):
    monkeypatch.setenv("COPYDESK_HOME", str(home / name))
    set_at_login(wanted=True, platform="linux")
    assert trouble_at_login(wanted=True, platform="linux") == ""
    assert os.fsencode(name[:1]) in (home / ".config/autostart/copydesk-engine.desktop").read_bytes()


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_path_that_would_be_a_second_line_is_refused(home, monkeypatch, system):
    monkeypatch.setenv("COPYDESK_HOME", str(home / "a\nHidden=true"))
    with pytest.raises(KnownError, match="cannot name a path with line ends"):
        set_at_login(wanted=True, platform=system)
    assert trouble_at_login(wanted=False, platform=system) == ""


def test_macos_is_given_no_path_that_is_no_text(home, monkeypatch):
    monkeypatch.setenv("COPYDESK_HOME", os.fsdecode(b"/caf\xe9"))
    with pytest.raises(KnownError, match="cannot name a path"):
        set_at_login(wanted=True, platform="darwin")


def test_a_home_is_written_as_a_whole_path(home, monkeypatch):
    monkeypatch.chdir(home)
    monkeypatch.setenv("COPYDESK_HOME", "mine")
    assert at_login._command()[-1] == str(home / "mine")


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:9"])
def test_what_is_wrong_with_the_entry_is_told_by_status_and_by_the_examiner(home, monkeypatch, capsys, url):
    monkeypatch.setattr(sys, "platform", "linux")
    examiner = Examiner()
    examiner.change_settings({"engine_at_login": True, "engine_url": url})
    assert examiner.at_login_problem == ""
    (home / ".config/autostart/copydesk-engine.desktop").unlink()
    assert "no entry says so" in examiner.at_login_problem
    run(["engine", "status", "--json"])
    assert json.loads(capsys.readouterr().out)["at_login_problem"] == examiner.at_login_problem
    run(["engine", "status"])
    assert capsys.readouterr().out.splitlines()[-1] == examiner.at_login_problem


@pytest.mark.parametrize("system", SYSTEMS)
def test_what_cannot_be_written_is_one_sentence(home, system):
    (home / ".config").write_text("a file")
    (home / "Library").write_text("a file")
    sys.modules["winreg"].may_write = False
    with pytest.raises(KnownError, match=r"cannot be written \(.*stays as it was: allow writing there"):
        set_at_login(wanted=True, platform=system)


def test_the_setting_writes_the_entry_and_is_not_kept_where_that_failed(home, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    examiner = Examiner(home / "settings.toml")
    examiner.change_settings({"engine_at_login": True})
    assert command_of("linux", home)
    examiner.change_settings({"engine_at_login": False})
    assert trouble_at_login(wanted=False) == ""
    (home / ".config" / "autostart").rmdir()
    (home / ".config" / "autostart").write_text("a file")
    with pytest.raises(KnownError, match="cannot be written"):
        examiner.change_settings({"engine_at_login": True})
    assert not examiner.settings.engine_at_login


@pytest.mark.parametrize("changes", [{"engine_at_login": False}, {"java": "/opt/another/java"}])
def test_a_server_kept_since_login_is_so_no_longer_once_that_is_not_wanted(home, monkeypatch, changes):
    monkeypatch.setattr(sys, "platform", "linux")
    examiner = Examiner(home / "settings.toml")
    examiner.change_settings({"engine_at_login": True})
    room = Room(Folders(), "key").open()
    room.keep_for("token", 60)
    examiner.change_settings({"engine_at_login": True, "keep_warm_seconds": 7})
    assert room.is_to_be_kept("token")
    examiner.change_settings(changes)
    assert not room.is_to_be_kept("token")


def test_no_entry_is_left_where_the_settings_cannot_be_written(home, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    examiner = Examiner(home / "settings.toml")
    (home / "settings.toml").mkdir()
    with pytest.raises(KnownError):
        examiner.change_settings({"engine_at_login": True})
    assert trouble_at_login(wanted=False) == ""


def test_what_is_run_at_login_takes_the_home_it_was_given(home, tmp_path, capsys):
    """Nothing is installed there, which is what it says: no other home is asked."""
    assert run(["engine", "start", "--at-login", "--home", str(tmp_path / "elsewhere")]) != 0
    assert "not installed" in capsys.readouterr().err
    assert at_login._command()[-1] == str(tmp_path / "elsewhere")
