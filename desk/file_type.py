"""Has a double click on a pack open it with Copydesk: a kind of file and a program in what is the user's own.

On Linux files of their data folder are written, in the form of freedesktop.org (Shared MIME-info, Desktop Entry), and
the system's programs are asked to read them; on Windows keys of their registry (`windows_file_type.py`). macOS gives
files to application bundles alone, and a package that was installed is none: the sentence says what there is instead.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from desk import windows_file_type
from desk.careful import careful_text
from desk.errors import KnownError
from desk.paths import resources_dir

KIND = "application/x-copydesk"
_NAME = "copydesk"
_PROGRAM = f"{_NAME}.desktop"
_LONGEST = 30
"""Seconds that a program of the system may take."""
_MIME = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{KIND}">
    <comment>Stories of Copydesk</comment>
    <sub-class-of type="application/zip"/>
    <icon name="{_NAME}"/>
    <glob pattern="*.copydesk" weight="80"/>
  </mime-type>
</mime-info>
"""
_ENTRY = """[Desktop Entry]
Type=Application
Version=1.0
Name=Copydesk
GenericName=Copy desk
Comment=Checks a news story before it goes out
Exec={command} open %F
Icon=copydesk
Terminal=false
Categories=Office;
StartupWMClass=copydesk
MimeType={kind};
"""
_ON_MACOS = (
    "macOS opens a file on a double click with applications (bundles) alone, and a Copydesk that was installed as a "
    "package is none, so that cannot be set up here. Drop the pack on the window, choose Bring back… in the menu "
    "Story, or run {command} open FILE."
)


def register() -> str:
    """Have packs opened with this Copydesk from now on; returns what was done, raises `KnownError`."""
    _must_have_programs()
    if sys.platform == "win32":
        return windows_file_type.register()
    data = _data()
    try:
        for path, words in _files(data).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
    except OSError as error:
        raise KnownError(
            f"{data} cannot be written ({error.strerror}): allow writing there, then try again."
        ) from error
    missing = [program for program in _told_to_read(data) if not _ran(program)]
    _ran(_default_program())
    said = f"A double click on a pack opens it with Copydesk from now on; what says so is in {data}."
    if not missing:
        return said
    names = " and ".join(program[0] for program in missing)
    return f"{said} Not found here: {names}; where a double click does nothing yet, log in anew."


def unregister() -> str:
    """Take that back, and return what was done."""
    _must_have_programs()
    if sys.platform == "win32":
        return windows_file_type.unregister()
    data = _data()
    for path in _files(data):
        path.unlink(missing_ok=True)
    for program in _told_to_read(data):
        _ran(program)
    return "A double click on a pack no longer opens it with Copydesk."


def is_registered() -> bool:
    """Return whether packs are opened with this very Copydesk."""
    if sys.platform == "win32":
        return windows_file_type.is_registered()
    entry = _data() / "applications" / _PROGRAM
    try:
        return careful_text(entry) == _entry()
    except (OSError, UnicodeDecodeError):
        return False


def _must_have_programs() -> None:
    """Raise `KnownError` on a system that opens files with bundles alone."""
    if sys.platform == "darwin":
        raise KnownError(_ON_MACOS.format(command=_command()))


def _data() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _files(data: Path) -> dict[Path, str]:
    icon = careful_text(resources_dir() / "icons" / "copydesk.svg")
    return {
        data / "mime" / "packages" / f"{_NAME}.xml": _MIME,
        data / "icons" / "hicolor" / "scalable" / "apps" / f"{_NAME}.svg": icon,
        data / "applications" / _PROGRAM: _entry(),
    }


def _entry() -> str:
    return _ENTRY.format(command=_command(), kind=KIND)


def _command() -> str:
    """Return how this Copydesk is started, as a desktop entry writes it."""
    beside = Path(sys.executable).with_name(_NAME)
    if beside.exists():
        return _quoted(str(beside))
    found = shutil.which(_NAME)
    return _quoted(found) if found else f"{_quoted(sys.executable)} -P -m desk"  # -P: never what lies in a folder


def _quoted(path: str) -> str:
    """Return a path quoted by the rules of desktop entries; a percent sign would begin one of their fields."""
    for sign in ("\\", '"', "`", "$"):
        path = path.replace(sign, f"\\{sign}")
    return f'"{path}"'.replace("\\", "\\\\").replace("%", "%%")


def _told_to_read(data: Path) -> tuple[tuple[str, ...], ...]:
    return (("update-mime-database", str(data / "mime")), ("update-desktop-database", str(data / "applications")))


def _default_program() -> tuple[str, ...]:
    if shutil.which("xdg-mime"):
        return ("xdg-mime", "default", _PROGRAM, KIND)
    return ("gio", "mime", KIND, _PROGRAM)


def _ran(program: tuple[str, ...]) -> bool:
    """Return whether a program of the system was there and did what it was asked."""
    found = shutil.which(program[0])
    if found is None:
        return False
    try:
        done = subprocess.run([found, *program[1:]], capture_output=True, timeout=_LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
