"""The start-up cache that Java writes when a first run ends, and reads from then on: believed only while it is whole.

A damaged one lets Java start and crash later, or never come up. So its size and checksum stand beside it, written in
the same move; 40 MB are summed up in 0.05 s.
"""

import os
import zlib
from dataclasses import dataclass
from pathlib import Path

import psutil

_CHUNK = 1_000_000


@dataclass(frozen=True, slots=True)
class StartCache:
    """The cache of one prepared engine; an empty path stands for a Java that has none."""

    path: str

    @property
    def _file(self) -> Path:
        return Path(self.path)

    @property
    def _sum(self) -> Path:
        return Path(f"{self.path}.sum")

    @property
    def new(self) -> Path:
        """Return where this process lets Java write another one."""
        return Path(f"{self.path}.{os.getpid()}")

    def is_there(self) -> bool:
        """Return whether there is a cache and it is whole; one that is not is taken away."""
        if not self.path or not self._file.exists():
            return False
        if not self.is_whole():
            self.drop()
            return False
        return True

    def is_whole(self) -> bool:
        """Return whether the cache stands there as it was written."""
        try:
            return self._sum.read_text("utf-8") == _sum_of(self._file)
        except (OSError, UnicodeDecodeError):
            return False

    def flags(self) -> list[str]:
        """Return what to tell Java: to read the cache, or to write one."""
        if not self.path:
            return []
        return [f"-XX:AOTCache={self.path}"] if self.is_there() else [f"-XX:AOTCacheOutput={self.new}"]

    def take(self) -> None:
        """Keep what this process let Java write, if it wrote it."""
        if self.path and self.new.exists():
            self._sum.write_text(_sum_of(self.new), "utf-8")
            self.new.replace(self._file)

    def tidy(self) -> None:
        """Take away what is left of the writing, by this process or by one that was killed over it."""
        if self.path:
            for half in self._file.parent.glob(f"{self._file.name}.[0-9]*"):
                if _writer_of(half) == os.getpid() or not psutil.pid_exists(_writer_of(half)):
                    half.unlink(missing_ok=True)

    def drop(self) -> None:
        """Take the cache away."""
        for file in (self._file, self._sum):
            file.unlink(missing_ok=True)


def _writer_of(half: Path) -> int:
    """Return the process that let Java write a cache by this name, -1 where it is none."""
    number = half.suffixes[1].removeprefix(".")  # Java puts more names behind it
    return int(number) if number.isdecimal() else -1


def _sum_of(file: Path) -> str:
    size = total = 0
    with file.open("rb") as source:
        while chunk := source.read(_CHUNK):
            total, size = zlib.crc32(chunk, total), size + len(chunk)
    return f"{size} {total:08x}"
