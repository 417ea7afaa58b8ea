"""Our start of the server: a few classes that read rules and words side by side, shipped as a jar beside their source.

`resources/grammar/start/` holds the Java source and `copydesk-start.jar`, what `build_start.py` made of it. The jar
names the source it was made of by a digest, so a test sees where one was changed without the other.
"""

import hashlib
import zipfile
from functools import lru_cache
from pathlib import Path

from desk.paths import resources_dir

START_JAR = "copydesk-start.jar"
MAIN_CLASS = "org.languagetool.server.CopydeskServer"
SOURCE_DIGEST = "source.sha256"
"""The entry of the jar that tells which source it was made of."""
ENGINE_VERSION = "languagetool.version"
"""The entry of the jar that tells which LanguageTool it was compiled against, whose inner classes it calls."""


def start_folder() -> Path:
    """Return the root of the Java source, which the jar lies in."""
    return resources_dir() / "grammar" / "start"


def start_jar() -> Path:
    """Return the shipped jar."""
    return start_folder() / START_JAR


def start_sources() -> tuple[Path, ...]:
    """Return the Java files, in the order of their names."""
    return tuple(sorted(start_folder().rglob("*.java")))


def source_digest() -> str:
    """Return the SHA-256 of the source (64 hexadecimal digits), whatever a checkout made of the ends of its lines."""
    parts = (f"{file.relative_to(start_folder()).as_posix()}\n{file.read_text('utf-8')}" for file in start_sources())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def digest_in_jar(jar: Path | None = None) -> str:
    """Return the digest of the source that the jar (the shipped one if none is named) was made of."""
    with zipfile.ZipFile(jar or start_jar()) as content:
        return content.read(SOURCE_DIGEST).decode("ascii")


def engine_in_jar(jar: Path | None = None) -> str:
    """Return the version of the LanguageTool that the jar was compiled against."""
    with zipfile.ZipFile(jar or start_jar()) as content:
        return content.read(ENGINE_VERSION).decode("ascii")


@lru_cache(maxsize=1)
def start_version() -> str:
    """Return the SHA-256 of the jar (64 hexadecimal digits)."""
    return hashlib.sha256(start_jar().read_bytes()).hexdigest()
