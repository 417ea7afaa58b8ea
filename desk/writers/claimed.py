"""Files that belong together, written under one new name of a folder that several machines write into.

A name is claimed by a hidden file that one machine alone can make (exclusively, which shares keep too); it tells which
files are ready to take their names. Whoever writes next finishes what a machine that went away left in the middle.
"""

import errno
import json
import os
import platform
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from desk.careful import careful_bytes
from desk.writers.text import not_written, put_in_place, staged

_CLAIM = ".going"
_GONE_AFTER = 120.0
"""Seconds, by the clock of the folder, after which another machine that made a claim has gone: renaming takes one."""
_REUSED_AFTER = 3600.0
"""Seconds after which a process of this machine that has the number of a claim's is another one."""
_MOST = 100_000
"""Bytes of a claim."""

Pairs = Sequence[tuple[str, str]]
"""Names of files that are ready, and the names that they are to take."""


def write_claimed(folder: Path, name: str, files: Mapping[str, bytes]) -> str:
    """Write files, by the endings of their names, in this order and all of them or none; return the name they got.

    That is `name`, or it with the first number behind it that nothing in the folder has. Raises `KnownError` where one
    of them cannot be written; then none is there.
    """
    at = folder / name
    try:
        finish_left(folder)
        got, claim = _claimed(folder, name, files)
        try:
            at = folder / f"{got}{next(iter(files))}"
            _write(folder, got, files, claim)
        finally:
            claim.unlink(missing_ok=True)
        return got
    except OSError as error:
        raise not_written(at, error) from error


def finish_left(folder: Path) -> None:
    """Let files take their names that somebody wrote and went away from; raises `OSError`."""
    for claim in sorted(folder.glob(f".*{_CLAIM}")):
        said = _said(claim)
        if _is_left(claim, said):
            for ready, wanted in _pairs(said, claim):
                if not (folder / wanted).exists():
                    with suppress(FileNotFoundError):  # another machine finishes it at this moment
                        put_in_place(folder / ready, folder / wanted)
            claim.unlink(missing_ok=True)


def _claimed(folder: Path, name: str, endings: Iterable[str]) -> tuple[str, Path]:
    """Return the first free name with the claim on it."""
    wanted = list(endings)
    for nth in count(1):
        free = name if nth == 1 else f"{name}-{nth}"
        claim = folder / f".{free}{_CLAIM}"
        if _is_taken(folder, free, wanted):
            continue
        try:
            claim.touch(exist_ok=False)
        except FileExistsError:
            continue
        staged(claim, _told(())).replace(claim)
        if not _is_taken(folder, free, wanted):  # somebody may have finished between the look and the claim
            return free, claim
        claim.unlink(missing_ok=True)
    raise FileExistsError(errno.EEXIST, "every name is taken")


def _is_taken(folder: Path, name: str, endings: Iterable[str]) -> bool:
    return any((folder / f"{name}{ending}").exists() for ending in endings)


def _write(folder: Path, name: str, files: Mapping[str, bytes], claim: Path) -> None:
    ready: dict[Path, Path] = {}
    put: list[Path] = []
    try:
        for ending, raw in files.items():
            path = folder / f"{name}{ending}"
            ready[path] = staged(path, raw)
        staged(claim, _told([(one.name, path.name) for path, one in ready.items()])).replace(claim)
        for path, one in ready.items():
            put_in_place(one, path)
            put.append(path)
    except OSError:
        for path in put:
            with suppress(OSError):
                path.unlink()
        raise
    finally:
        for one in ready.values():
            with suppress(OSError):
                one.unlink(missing_ok=True)


def _told(pairs: Pairs) -> bytes:
    return json.dumps({"machine": platform.node(), "process": os.getpid(), "files": list(pairs)}).encode()


def _said(claim: Path) -> dict[str, object]:
    """Return what a claim says; nothing where it is none, or gone by now."""
    with suppress(OSError, ValueError, RecursionError):
        said = json.loads(careful_bytes(claim, _MOST))
        return said if isinstance(said, dict) else {}
    return {}


def _pairs(said: Mapping[str, object], claim: Path) -> Iterator[tuple[str, str]]:
    """Yield the files of a claim: names in its folder alone, and of its own name."""
    files, name = said.get("files"), claim.name.removesuffix(_CLAIM).removeprefix(".")
    for pair in files if isinstance(files, list) else ():
        match pair:
            case [str(ready), str(wanted)] if ready.startswith(".") and wanted.startswith(f"{name}."):
                if all("/" not in one and "\\" not in one for one in pair):
                    yield ready, wanted


def _is_left(claim: Path, said: Mapping[str, object]) -> bool:
    """Return whether who made a claim has gone: their process here, or everywhere after a while."""
    longest = _GONE_AFTER
    if said.get("machine") == platform.node() and isinstance(process := said.get("process"), int):
        import psutil  # only where somebody was interrupted, or writes at this moment

        if not psutil.pid_exists(process):
            return True
        longest = _REUSED_AFTER
    try:
        return _now(claim.parent) - claim.stat().st_mtime > longest
    except FileNotFoundError:
        return False


def _now(folder: Path) -> float:
    """Return the time by the clock of the folder, which may be another machine's."""
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".") as file:
        return os.fstat(file.fileno()).st_mtime
