"""The engine as a file or a folder, for laptops that never see a network.

The file is a plain zip of the jars. Nothing in it is trusted: only names of the lock are looked for, each is read no
further than its size in the lock, and is kept only with its SHA-256; so neither paths that climb out of the folder nor
bombs nor altered jars get anywhere.
"""

import hashlib
import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from desk.careful import NotAFile, TooLarge, careful_file
from desk.checks.grammar.engine.fetch import Tally, is_right
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.lock_file import CALLED, Jar, Lock
from desk.checks.grammar.engine.progress import Asked, Progress
from desk.errors import KnownError

CHUNK = 1024 * 1024
MOST_ENTRIES = (
    10_000  # an engine with its packs has 140; a table of contents longer than this is meant to choke its reader
)


def take_from(source: Path, lock: Lock, target: Path, progress: Progress, cancelled: Asked) -> None:
    """Copy every jar of the lock from a folder or a file into `target`, verified.

    Raises `KnownError` where one is missing or altered or the source cannot be read, `OSError` where `target` cannot be
    written, `Cancelled` when asked.
    """
    tally = Tally(lock.size, progress, cancelled)
    with _opened(source) as entries:
        missing = [jar for jar in lock.jars if jar.file_name not in entries]
        if missing:
            raise KnownError(_not_an_engine(source, lock, missing))
        for jar in lock.jars:
            _take(entries[jar.file_name], jar, target, source, tally)


_MOST_BYTES = 2_000_000_000
"""Of an engine file: the one of now has 250 million."""


class _Entry:
    """One file of a folder or of a zip."""

    def __init__(self, path: Path, archive: zipfile.ZipFile | None = None, info: zipfile.ZipInfo | None = None) -> None:
        self._path, self._archive, self._info = path, archive, info

    def open(self) -> IO[bytes]:
        """Return the content as a stream."""
        if self._archive and self._info:
            return self._archive.open(self._info)
        return careful_file(self._path, _MOST_BYTES)


@contextmanager
def _opened(source: Path) -> Iterator[dict[str, _Entry]]:
    """Yield the files of `source` by bare name."""
    if source.is_dir():
        yield {path.name: _Entry(path) for path in source.rglob("*.jar") if path.is_file()}
        return
    try:
        with careful_file(source, _MOST_BYTES) as file, zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            if len(infos) > MOST_ENTRIES:
                raise KnownError(f"{source} is not an engine file: it claims to hold {len(infos)} files.")
            yield {PurePosixPath(info.filename).name: _Entry(source, archive, info) for info in infos}
    except FileNotFoundError as error:
        raise KnownError(f"{source} does not exist.") from error
    except PermissionError as error:
        raise KnownError(f"{source} cannot be read: you have no right to.") from error
    except (NotAFile, TooLarge) as error:
        raise KnownError(f"{source} is not an engine file: {error.strerror}.") from error
    except (zipfile.BadZipFile, EOFError) as error:
        raise KnownError(
            f"{source} is not an engine file, or only a part of one. `copydesk engine export FILE` on a machine "
            "that has the engine writes one."
        ) from error


def _take(entry: _Entry, jar: Jar, target: Path, source: Path, tally: Tally) -> None:
    final = target / jar.file_name
    if is_right(final, jar):
        tally.add(jar.size, jar.file_name)
        return
    part = final.with_name(final.name + ".part")
    digest, left = hashlib.sha256(), jar.size
    with _reading(entry, jar, source) as stream, part.open("wb") as file:
        while chunk := _read(stream, min(CHUNK, left + 1), jar, source):
            left -= len(chunk)
            if left < 0:
                break
            digest.update(chunk)
            file.write(chunk)
            tally.add(len(chunk), jar.file_name)
    if left or digest.hexdigest() != jar.sha256:
        part.unlink()
        raise KnownError(_damaged(jar, source))
    part.replace(final)


@contextmanager
def _reading(entry: _Entry, jar: Jar, source: Path) -> Iterator[IO[bytes]]:
    try:
        stream = entry.open()
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:  # RuntimeError: encrypted
        raise KnownError(_damaged(jar, source)) from error
    with stream:
        yield stream


def _read(stream: IO[bytes], size: int, jar: Jar, source: Path) -> bytes:
    import zlib

    try:
        return stream.read(size)
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise KnownError(_damaged(jar, source)) from error


def _damaged(jar: Jar, source: Path) -> str:
    return (
        f"{jar.file_name} in {source} is damaged or not the expected one, so nothing was installed. Get a fresh copy."
    )


def _not_an_engine(source: Path, lock: Lock, missing: list[Jar]) -> str:
    if lock.called != CALLED:
        return f"{source} does not hold {missing[0].file_name}, which is the {lock.called}, so nothing was installed."
    if len(missing) == len(lock.jars):
        return (
            f"{source} holds no engine: it must be a file written by `copydesk engine export`, or a folder with the "
            f"{len(lock.jars)} jars of LanguageTool {lock.version}."
        )
    return (
        f"{source} lacks {len(missing)} of the {len(lock.jars)} files of LanguageTool {lock.version} "
        f"({missing[0].file_name} for one), so nothing was installed. Get a complete copy."
    )


def held_in(source: Path, locks: Sequence[Lock]) -> tuple[Lock, ...]:
    """Return those of the locks whose files all lie in a folder or file, by name; raises `KnownError`."""
    with _opened(source) as entries:
        return tuple(lock for lock in locks if all(jar.file_name in entries for jar in lock.jars))


def export(folders: Folders, locks: Sequence[Lock], file: Path, progress: Progress, cancelled: Asked) -> Path:
    """Write what these locks name into one file and return its path; the file appears only when it is whole.

    Raises `KnownError` where a jar is damaged or the file cannot be written, `Cancelled` when asked.
    """
    part = file.with_name(file.name + ".part")
    tally = Tally(sum(lock.size for lock in locks), progress, cancelled)
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:  # jars are compressed already
            for lock in locks:
                for jar in lock.jars:
                    path = folders.engine(lock) / jar.file_name
                    if not is_right(path, jar):
                        raise KnownError(f"{jar.file_name} is missing or damaged: install the {lock.called} again.")
                    archive.write(path, f"{lock.name}-{lock.version}/{jar.file_name}")
                    tally.add(jar.size, jar.file_name)
        part.replace(file)
    except OSError as error:
        raise KnownError(f"{file} could not be written: {os.strerror(error.errno or 0)}.") from error
    finally:
        part.unlink(missing_ok=True)
    return file
