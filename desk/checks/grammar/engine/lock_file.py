"""The engine as locked: every jar of LanguageTool with its coordinate, size and SHA-256.

`resources/grammar/engine.lock.json` is the only list of what the engine is; nothing outside it is ever put on the class
path, and nothing on it is used before its hash was seen to be right. `renew.py` writes the file.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from desk.errors import BugError
from desk.paths import resources_dir

ENGINE = "languagetool"
CALLED = "grammar engine"
MAIN_JAR = f"{ENGINE}-server"


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of the engine: `group:artifact:version[:classifier]`, its size in bytes and its SHA-256."""

    coordinate: str
    size: int
    sha256: str

    @property
    def file_name(self) -> str:
        """Return the name of the file, as Maven names it."""
        _, *rest = self.coordinate.split(":")
        return "-".join(rest) + ".jar"

    @property
    def repository_path(self) -> str:
        """Return where a Maven repository keeps the file, below its root."""
        group, artifact, version = self.coordinate.split(":")[:3]
        return f"{group.replace('.', '/')}/{artifact}/{version}/{self.file_name}"


@dataclass(frozen=True)
class Lock:
    """The whole engine: its version and its jars, in the order of the class path; or what else is installed like it."""

    version: str
    jars: tuple[Jar, ...]
    name: str = ENGINE
    """What its folder begins with."""
    called: str = CALLED
    """What people are told that it is."""

    @property
    def size(self) -> int:
        """Return the size of all jars together, in bytes."""
        return sum(jar.size for jar in self.jars)

    @cached_property
    def key(self) -> str:
        """Return a digest of every hash (16 hexadecimal digits): two engines with one key are the same bytes."""
        text = "\n".join(f"{jar.file_name} {jar.sha256}" for jar in self.jars)
        return hashlib.sha256(f"{self.version}\n{text}".encode()).hexdigest()[:16]

    @property
    def main_jar(self) -> Jar:
        """Return the jar that holds the server."""
        return next(jar for jar in self.jars if jar.coordinate.split(":")[1] == MAIN_JAR)


def lock_path() -> Path:
    """Return where the shipped lock stands."""
    return resources_dir() / "grammar" / "engine.lock.json"


def read_lock(path: Path | None = None) -> Lock:
    """Return the lock at `path` (the shipped one if none is named); raises `BugError` where it is missing or broken."""
    path = path or lock_path()
    try:
        raw = json.loads(path.read_text("utf-8"))
        jars = tuple(Jar(jar["coordinate"], jar["size"], jar["sha256"]) for jar in raw["jars"])
        return Lock(raw["version"], jars)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BugError(f"the list of engine files {path} is missing or broken: {error!r}") from error


def write_lock(lock: Lock, path: Path) -> None:
    """Write the lock as JSON, one line a jar, so that a renewed lock reads well as a difference."""
    lines = ",\n".join(
        "    " + json.dumps({"coordinate": jar.coordinate, "size": jar.size, "sha256": jar.sha256}) for jar in lock.jars
    )
    path.write_text(f'{{\n  "version": {json.dumps(lock.version)},\n  "jars": [\n{lines}\n  ]\n}}\n', "utf-8")
