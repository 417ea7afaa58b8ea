"""Has the grammar engine started when the user logs in: one entry among what is the user's own, written and taken back.

Linux reads a desktop entry in `~/.config/autostart`, macOS a launch agent, Windows the key Run of the registry. An
entry names one program by its path, so one that was written by a Copydesk since moved or removed is told as such.
"""

import os
import plistlib
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from desk.careful import careful_bytes
from desk.errors import KnownError

_NAME = "copydesk-engine"
_AGENT = "org.copydesk.engine"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_VALUE = "Copydesk grammar engine"
_MOST_BYTES = 100_000
"""Of an entry; ours has 500."""
_ENTRY = """[Desktop Entry]
Type=Application
Version=1.0
Name=Copydesk grammar engine
Comment=Reads the rules of grammar, so that the first story need not wait
Exec={command}
Terminal=false
NoDisplay=true
"""
STALE = (
    "The entry that starts the grammar engine at login ({place}) was written for another Copydesk: switch it off and "
    "on again in the settings."
)
UNWANTED = "{place} starts the grammar engine at login, and the settings do not want it: switch it on and off there."
LOST = "The settings have the grammar engine started at login, and no entry says so: switch it off and on again there."


def set_at_login(wanted: bool, platform: str = sys.platform) -> None:
    """Write the entry, or take it away; raises `KnownError` where that cannot be done."""
    try:
        if platform == "win32":
            _write_value(wanted)
        elif wanted:
            place = _place(platform)
            place.parent.mkdir(parents=True, exist_ok=True)
            part = place.with_name(f"{place.name}.{os.getpid()}.part")
            try:
                part.write_bytes(_content(platform))
                part.replace(place)
            finally:
                part.unlink(missing_ok=True)
        else:
            _place(platform).unlink(missing_ok=True)
    except OSError as error:
        raise KnownError(
            f"{_told_place(platform)} cannot be written ({error.strerror or error}), so whether the grammar engine "
            "starts at login stays as it was: allow writing there, then try again."
        ) from error


def trouble_at_login(wanted: bool, platform: str = sys.platform) -> str:
    """Return what is wrong with the entry in one sentence, where the settings want one or not; empty for nothing."""
    found = _found(platform)
    if found is None:
        return LOST if wanted else ""
    if not wanted:
        return UNWANTED.format(place=_told_place(platform))
    return "" if found == _wanted(platform) else STALE.format(place=_told_place(platform))


def _command() -> list[str]:
    """Return what is run at login: -P, for a folder called `desk` may lie where it starts."""
    frozen = getattr(sys, "frozen", False)
    python = Path(sys.executable)
    quiet = python.with_name("pythonw.exe")
    program = [str(python)] if frozen else [str(quiet if quiet.exists() else python), "-P", "-m", "desk"]
    home = os.environ.get("COPYDESK_HOME")
    return [*program, "engine", "start", "--at-login", *(["--home", str(Path(home).expanduser())] if home else [])]


def _place(platform: str) -> Path:
    if platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{_AGENT}.plist"
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "autostart" / f"{_NAME}.desktop"


def _told_place(platform: str) -> str:
    return rf"HKEY_CURRENT_USER\{_RUN}" if platform == "win32" else str(_place(platform))


def _content(platform: str) -> bytes:
    if platform == "darwin":
        return plistlib.dumps({"Label": _AGENT, "ProgramArguments": _command(), "RunAtLoad": True})
    return _ENTRY.format(command=" ".join(map(_quoted, _command()))).encode()


def _quoted(word: str) -> str:
    """Return a word quoted by the rules of desktop entries; a percent sign would begin one of their fields."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")


def _wanted(platform: str) -> bytes:
    return subprocess.list2cmdline(_command()).encode() if platform == "win32" else _content(platform)


def _found(platform: str) -> bytes | None:
    """Return the entry as it stands; None where there is none."""
    try:
        if platform != "win32":
            return careful_bytes(_place(platform), _MOST_BYTES)
        registry = _registry()
        with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN, 0, registry.KEY_READ) as key:
            return str(registry.QueryValueEx(key, _VALUE)[0]).encode()
    except FileNotFoundError:
        return None
    except OSError:  # a folder of that name, say
        return b""


def _write_value(wanted: bool) -> None:
    registry = _registry()
    if wanted:
        with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, _RUN, 0, registry.KEY_WRITE) as key:
            registry.SetValueEx(key, _VALUE, 0, registry.REG_SZ, subprocess.list2cmdline(_command()))
        return
    with (
        suppress(FileNotFoundError),
        registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN, 0, registry.KEY_WRITE) as key,
    ):
        registry.DeleteValue(key, _VALUE)


def _registry() -> Any:
    return import_module("winreg")  # there on Windows alone
