"""Has the grammar engine started when the user logs in: one entry among what is the user's own, written and taken back.

Linux reads a desktop entry in `~/.config/autostart`, macOS a launch agent, Windows the key Run of the registry. An
entry names one program by its path, so one that was written by a Copydesk since moved or removed is told as such.
"""

import os
import plistlib
import re
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

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
UNWRITABLE = (
    "The grammar engine cannot be started at login from {path!r}: an entry cannot name a path with line ends or signs "
    "that are no letters. Move Copydesk or its home elsewhere."
)
_OFF = {"hidden=true", "x-gnome-autostart-enabled=false"}  # a desktop's own list of programs at login writes them
LOST = "The settings have the grammar engine started at login, and no entry says so: switch it off and on again there."


def set_at_login(wanted: bool, platform: str = sys.platform) -> None:
    """Write the entry, or take it away; raises `KnownError` where that cannot be done."""
    if wanted:
        _refuse_unwritable(platform)
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
    return "" if _is_same(found, _command()) else STALE.format(place=_told_place(platform))


def _refuse_unwritable(platform: str) -> None:
    """Raise `KnownError` for a path that would break the entry; macOS takes no bytes that are no letters either."""
    for word in _command():
        if any(ord(sign) < 32 for sign in word) or (platform == "darwin" and "\ufffd" in _plain(word)):
            raise KnownError(UNWRITABLE.format(path=_plain(word)))


def _plain(word: str) -> str:
    """Return a path as it can be told; what is no letter becomes U+FFFD."""
    return os.fsencode(word).decode("utf-8", "replace")


def _is_same(found: list[str], wanted: list[str]) -> bool:
    """Return whether two commands run the same Copydesk; a folder may have two names, by a link say."""
    if not found or found[1:] != wanted[1:]:
        return False
    one, other = Path(found[0]), Path(wanted[0])
    try:  # the folder as well: the Python of every virtual environment is a link to one and the same
        return one == other or (one.samefile(other) and one.parent.samefile(other.parent))
    except OSError:
        return False


def _command() -> list[str]:
    """Return what is run at login: -P, for a folder called `desk` may lie where it starts."""
    frozen = getattr(sys, "frozen", False)
    python = Path(sys.executable)
    quiet = python.with_name("pythonw.exe")
    program = [str(python)] if frozen else [str(quiet if quiet.exists() else python), "-P", "-m", "desk"]
    home = os.environ.get("COPYDESK_HOME")
    return [
        *program,
        "engine",
        "start",
        "--at-login",
        *(["--home", str(Path(home).expanduser().absolute())] if home else []),
    ]


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
    return os.fsencode(_ENTRY.format(command=" ".join(map(_quoted, _command()))))


def _quoted(word: str) -> str:
    """Return a word quoted by the rules of desktop entries; a percent sign would begin one of their fields."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")


def _found(platform: str) -> list[str] | None:
    """Return the command of the entry, empty where it has none; None where there is no entry, or it is switched off."""
    try:
        if platform == "win32":
            registry = _registry()
            with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN, 0, registry.KEY_READ) as key:
                return _words(str(registry.QueryValueEx(key, _VALUE)[0]))
        content = careful_bytes(_place(platform), _MOST_BYTES)
        return _agents_command(content) if platform == "darwin" else _desktop_command(os.fsdecode(content))
    except FileNotFoundError:
        return None
    except OSError:  # a folder of that name, say
        return []


def _agents_command(content: bytes) -> list[str]:
    try:
        return [str(word) for word in plistlib.loads(content)["ProgramArguments"]]
    except (ValueError, LookupError, TypeError, ExpatError):
        return []


def _desktop_command(content: str) -> list[str] | None:
    lines = [line.strip() for line in content.split("\n")]
    if any(line.replace(" ", "").lower() in _OFF for line in lines):
        return None
    called = next((line.partition("=")[2] for line in lines if line.partition("=")[0].strip() == "Exec"), "")
    words = _words(called.replace("%%", "%").replace("\\\\", "\\"))
    return [re.sub(r"\\(.)", r"\1", word) for word in words]


def _words(command: str) -> list[str]:
    """Return the words of a command line, without their quotation marks but with every backslash."""
    return [quoted or bare for quoted, bare in re.findall(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)', command)]


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
