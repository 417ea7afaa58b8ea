"""Builds our start of the server: `python -m desk.checks.grammar.engine.build_start`, with a JDK's `javac` at hand.

The classes are of Java 17's version, which every Java that the engine may run on reads. The engine must be installed,
for they are compiled against its jars.
"""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.java import OLDEST
from desk.checks.grammar.engine.lock_file import read_lock
from desk.checks.grammar.engine.start_jar import (
    ENGINE_VERSION,
    SOURCE_DIGEST,
    source_digest,
    start_folder,
    start_jar,
    start_sources,
)

_EPOCH = (1980, 1, 1, 0, 0, 0)  # a fixed date: equal classes make an equal jar
_ATTRIBUTES = 0o100644 << 16


def compiled(folder: Path) -> Mapping[str, bytes]:
    """Compile the source into `folder` and return the classes by their names in a jar."""
    lock, folders = read_lock(), Folders()
    jars = os.pathsep.join(str(folders.engine(lock) / jar.file_name) for jar in lock.jars)
    command = [
        "javac",
        "--release",
        str(OLDEST),
        "-g:source,lines",
        "-nowarn",
        "-proc:none",
        "-cp",
        jars,
        "-d",
        str(folder),
    ]
    subprocess.run([*command, *map(str, start_sources())], check=True, cwd=start_folder())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*.class"))}


def write_jar(classes: Mapping[str, bytes], jar: Path) -> None:
    """Write the jar: the same bytes for the same classes."""
    manifest = b"Manifest-Version: 1.0\r\n\r\n"
    made_of = {SOURCE_DIGEST: source_digest().encode(), ENGINE_VERSION: read_lock().version.encode()}
    entries = {"META-INF/MANIFEST.MF": manifest, **made_of, **classes}
    with zipfile.ZipFile(jar, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr, info.create_system = _ATTRIBUTES, 3
            target.writestr(info, content, zipfile.ZIP_DEFLATED)


def main() -> int:
    """Write the jar anew; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        write_jar(compiled(Path(folder)), start_jar())
    return 0


if __name__ == "__main__":
    sys.exit(main())
