"""Writes several files that belong together: all of them whole, or none."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from desk.careful import careful_bytes
from desk.writers.text import not_written, put_in_place, staged

_MOST = 100_000_000
"""Bytes of a file that is replaced, which is kept in memory until all stand."""


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write each file at its path, all of them or none; raises `KnownError` that names the one that failed.

    Every file is on the disk under another name before the first takes its own. Where one then cannot take it, those
    before it are taken back, and what they replaced is there again.
    """
    waiting: dict[Path, Path] = {}
    path = Path()
    try:
        for path, raw in files.items():
            waiting[path] = staged(path, raw)
        before = {path: careful_bytes(path, _MOST) if path.exists() else None for path in files}
        for nth, path in enumerate(files):
            try:
                put_in_place(waiting[path], path)
            except OSError:
                _take_back({done: before[done] for done in list(files)[:nth]})
                raise
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        for temporary in waiting.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _take_back(written: Mapping[Path, bytes | None]) -> None:
    """Put files back as they were before; None for one that was not there."""
    for path, old in written.items():
        with suppress(OSError):  # the fault that led here is the one to tell
            if old is None:
                path.unlink()
            else:
                put_in_place(staged(path, old), path)
