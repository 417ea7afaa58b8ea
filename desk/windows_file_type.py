r"""The kind of file on Windows: keys of the user's own below HKEY_CURRENT_USER, as Windows looks for them.

    Software\Classes\.copydesk                              which program a pack belongs to
    Software\Classes\Copydesk.Pack                          what a pack is called, its picture
    Software\Classes\Copydesk.Pack\shell\open\command       what a double click runs

No administrator is asked, and what other programs wrote beside them stays.
"""

import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from desk.errors import KnownError
from desk.paths import resources_dir

ENDING, PROGRAM = ".copydesk", "Copydesk.Pack"
_CLASSES = r"Software\Classes"
_CHANGED, _BY_ID = 0x08000000, 0
"""SHCNE_ASSOCCHANGED and SHCNF_IDLIST: Windows reads the kinds of files anew."""


def register() -> str:
    """Write the keys; returns what was done, raises `KnownError` where they cannot be written."""
    registry = _registry()
    try:
        for key, name, words in _values():
            with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, key, 0, registry.KEY_WRITE) as opened:
                registry.SetValueEx(opened, name, 0, registry.REG_SZ, words)
    except OSError as error:
        raise KnownError(f"The registry cannot be written ({error}): ask whoever looks after this machine.") from error
    _tell_windows()
    return (
        "A double click on a pack opens it with Copydesk from now on; what says so is in the registry, below "
        f"HKEY_CURRENT_USER\\{_CLASSES}\\{PROGRAM}. Where another program was chosen before, Windows asks once."
    )


def unregister() -> str:
    """Take the keys back, those of ours alone, and return what was done."""
    registry = _registry()
    for key in _keys():
        with suppress(FileNotFoundError):
            registry.DeleteKey(registry.HKEY_CURRENT_USER, key)
    with suppress(FileNotFoundError), _opened(registry, rf"{_CLASSES}\{ENDING}\OpenWithProgids", write=True) as key:
        registry.DeleteValue(key, PROGRAM)
    if _read(registry, rf"{_CLASSES}\{ENDING}") == PROGRAM:
        with _opened(registry, rf"{_CLASSES}\{ENDING}", write=True) as key:
            registry.DeleteValue(key, "")
    _tell_windows()
    return "A double click on a pack no longer opens it with Copydesk."


def is_registered() -> bool:
    """Return whether packs are opened with this very Copydesk."""
    registry = _registry()
    return all(_read(registry, key, name) == words for key, name, words in _values())


def command() -> str:
    """Return what a double click runs, as Windows writes a call: a Python without a console where there is one.

    With -P, for it starts in the folder of the pack, and a package called `desk` may lie there.
    """
    quiet = Path(sys.executable).with_name("pythonw.exe")
    python = str(quiet) if quiet.exists() else sys.executable
    return f'{subprocess.list2cmdline([python])} -P -m desk open "%1"'


def _values() -> tuple[tuple[str, str, str], ...]:
    """Return key, name of the value (empty for that of the key itself) and words."""
    picture = resources_dir() / "icons" / "copydesk.ico"
    return (
        (rf"{_CLASSES}\{PROGRAM}", "", "Stories of Copydesk"),
        (rf"{_CLASSES}\{PROGRAM}\DefaultIcon", "", str(picture)),
        (rf"{_CLASSES}\{PROGRAM}\shell\open", "FriendlyAppName", "Copydesk"),
        (rf"{_CLASSES}\{PROGRAM}\shell\open\command", "", command()),
        (rf"{_CLASSES}\{ENDING}", "", PROGRAM),
        (rf"{_CLASSES}\{ENDING}\OpenWithProgids", PROGRAM, ""),
    )


def _keys() -> tuple[str, ...]:
    """Return the keys that are ours alone, the deepest first: Windows removes none that has others below it."""
    ours = ("shell\\open\\command", "shell\\open", "shell", "DefaultIcon")
    return (*(rf"{_CLASSES}\{PROGRAM}\{key}" for key in ours), rf"{_CLASSES}\{PROGRAM}")


def _registry() -> Any:
    return import_module("winreg")  # there on Windows alone


def _opened(registry: Any, key: str, *, write: bool = False) -> Any:
    return registry.OpenKey(registry.HKEY_CURRENT_USER, key, 0, registry.KEY_WRITE if write else registry.KEY_READ)


def _read(registry: Any, key: str, name: str = "") -> str:
    """Return the words of a value; empty where there is none."""
    try:
        with _opened(registry, key) as opened:
            return str(registry.QueryValueEx(opened, name)[0])
    except FileNotFoundError:
        return ""


def _tell_windows() -> None:
    """Have open folders show it at once; where that is not possible, they do after the next login."""
    with suppress(AttributeError, OSError):
        import_module("ctypes").windll.shell32.SHChangeNotify(_CHANGED, _BY_ID, None, None)
