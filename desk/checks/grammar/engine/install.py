"""Puts the engine on this machine: from Maven Central, from a folder or from a file; never half of it.

Jars gather in a folder called `....partial`. Only when every one of them is there with the right SHA-256 does that
folder get the engine's name, in one step; so a folder of that name is always whole, unless somebody touched it later.
"""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from desk.checks.grammar.engine.bundle import take_from
from desk.checks.grammar.engine.fetch import fetch, is_right, repository
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.lock_file import Jar, Lock
from desk.checks.grammar.engine.progress import Asked, Progress, never, no_progress
from desk.errors import KnownError

SPARE = 32 * 1024 * 1024  # bytes to leave free on the disk besides the engine itself


def install(
    folders: Folders,
    lock: Lock,
    progress: Progress = no_progress,
    cancelled: Asked = never,
    base: str = "",
) -> Path:
    """Fetch the engine and return its folder; at once where it is there already.

    Raises `KnownError` with one sentence (no network, disk full, wrong content, another install under way), and
    `Cancelled`; what has arrived by then is kept for the next time. `base` is another Maven repository than Central.
    """
    with _alone(folders):
        if is_whole(folders, lock) and not broken_jars(folders, lock):
            progress(lock.size, lock.size, f"The {lock.called} is there already")
            return folders.engine(lock)
        with _disk_errors(folders, lock):
            staging = _staging(folders, lock)
            fetch(lock.jars, staging, base or repository(), progress, cancelled)
            return _finish(folders, lock, staging)


def install_from(
    folders: Folders, lock: Lock, source: Path, progress: Progress = no_progress, cancelled: Asked = never
) -> Path:
    """Install the engine from a folder of its jars, or from a file that `export` wrote; return the engine's folder.

    Raises `KnownError` with one sentence (not an engine, damaged, unreadable, disk full), and `Cancelled`.
    """
    with _alone(folders), _disk_errors(folders, lock):
        staging = _staging(folders, lock)
        take_from(source, lock, staging, progress, cancelled)
        return _finish(folders, lock, staging)


def is_whole(folders: Folders, lock: Lock) -> bool:
    """Return whether every jar is in its place with its size (130 looks at the disk, no reading: 2 ms)."""
    folder = folders.engine(lock)
    return all(_has_size(folder / jar.file_name, jar.size) for jar in lock.jars)


def broken_jars(folders: Folders, lock: Lock) -> tuple[Jar, ...]:
    """Return the jars that are missing or do not have their SHA-256 (reads 100 MB: some 0.1 s)."""
    folder = folders.engine(lock)
    return tuple(jar for jar in lock.jars if not is_right(folder / jar.file_name, jar))


def remove(folders: Folders, lock: Lock) -> None:
    """Take the engine and its halves off this machine."""
    for folder in (folders.engine(lock), folders.staging(lock)):
        shutil.rmtree(folder, ignore_errors=True)


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


@contextmanager
def _alone(folders: Folders) -> Iterator[None]:
    try:
        folders.engines.mkdir(parents=True, exist_ok=True)
        with FileLock(folders.engines / "install.lock", timeout=0):
            yield
    except Timeout as error:
        raise KnownError("An installation is under way already; wait until that is done.") from error
    except PermissionError as error:
        raise KnownError(
            f"The folder {folders.engines} cannot be written to; give yourself the right to write there, or set "
            "COPYDESK_HOME to another folder."
        ) from error


def _staging(folders: Folders, lock: Lock) -> Path:
    """Return the folder where the jars gather, with the right jars of a damaged engine moved there first."""
    staging, engine = folders.staging(lock), folders.engine(lock)
    staging.mkdir(parents=True, exist_ok=True)
    if engine.exists():
        for jar in lock.jars:
            if is_right(engine / jar.file_name, jar):
                (engine / jar.file_name).replace(staging / jar.file_name)
        shutil.rmtree(engine)
    have = sum(file.stat().st_size for file in staging.iterdir())
    missing = max(0, lock.size - have)
    free = shutil.disk_usage(staging).free
    if missing and free < missing + SPARE:
        raise OSError(errno.ENOSPC, f"{free} bytes free, {missing + SPARE} needed")
    return staging


def _finish(folders: Folders, lock: Lock, staging: Path) -> Path:
    known = {jar.file_name for jar in lock.jars}
    for file in staging.iterdir():
        if file.name not in known:
            file.unlink()
    staging.replace(folders.engine(lock))
    return folders.engine(lock)


@contextmanager
def _disk_errors(folders: Folders, lock: Lock) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            needed = (lock.size + SPARE) // 1_000_000
            raise KnownError(
                f"The disk is full: the {lock.called} needs {needed} MB in {folders.engines}. Make room and try again; "
                "what has arrived is kept."
            ) from error
        raise KnownError(f"The {lock.called} could not be written to {folders.engines}: {error.strerror}.") from error
