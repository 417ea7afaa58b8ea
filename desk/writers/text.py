"""Writes plain text so that a full disk, a crash or a read-only folder leaves the old file whole."""

import errno
import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from desk.careful import careful_file
from desk.errors import KnownError
from desk.readers.draft import FileDraft
from desk.readers.endings import is_called_document
from desk.text.words import grouped

_MOST_COMPARED = 100_000_000
"""Bytes of a file that may still be the one that was read."""
_MOST_OF_A_NAME = 60
"""Characters of a name that the file beside it begins with: what is added must not make it too long."""
_REASONS = {
    errno.ENOSPC: "the disk is full. Free some space, or choose another place",
    errno.EROFS: "the disk is read-only. Choose another place",
    errno.EACCES: "you may not write there. Choose another place",
    errno.EPERM: "you may not write there. Choose another place",
    errno.ENOENT: "the folder does not exist (any more). Choose another place",
    errno.ENOTDIR: "the folder does not exist. Choose another place",
    errno.EISDIR: "it is a folder. Choose a file name",
}


def write_text(path: Path, text: str, encoding: str = "utf-8") -> FileDraft:
    """Write the text to the file at `path` and return it as a draft that knows the new file.

    The old file is replaced in one step once the new one is safely on the disk, and its permissions are kept. Raises
    `KnownError` where that fails, or where the encoding has no place for a character; the old file is then untouched.
    """
    raw = encoded(path, text, encoding)
    modified = write_bytes(path, raw)
    digest = hashlib.sha256(raw).hexdigest()
    return FileDraft(text, encoding=encoding, digest=digest, size=len(raw), modified=modified)


def write_bytes(path: Path, raw: bytes) -> int:
    """Write the bytes to the file at `path`, whole or not at all, and return when (nanoseconds since 1970)."""
    try:
        put_in_place(staged(path, raw), path)
        return path.stat().st_mtime_ns
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> KnownError:
    """Return in one sentence why a file was not written."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return KnownError(f"{path} was not written: {reason}. Nothing is lost; the text is still in Copydesk.")


def refuse_document(path: Path, *, is_one: bool = False) -> None:
    """Raise `KnownError` where plain text would stand under the name of a document, or in its place (`is_one`)."""
    if is_one or is_called_document(path):
        raise KnownError(
            f"{path} was not written: it is a document, and what is exported is plain text, without its styles and "
            f"comments. Export to {path.with_suffix('.txt').name} beside it."
        )


def changed_on_disk(path: Path, digest: str) -> bool:
    """Return whether the file at `path` no longer has the SHA-256 `digest`; a file that has gone has changed."""
    try:
        with careful_file(path, _MOST_COMPARED) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() != digest
    except OSError:
        return True


def encoded(path: Path, text: str, encoding: str) -> bytes:
    """Return a text as the bytes of a file; raises `KnownError` where the encoding has no place for a character."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        odd = text[error.start]
        if 0xD800 <= ord(odd) <= 0xDFFF:
            what = f"half a character (U+{ord(odd):04X}) at character {grouped(error.start + 1)}; delete it first"
        else:
            what = f"“{odd}” (U+{ord(odd):04X}), which {encoding} cannot hold; choose UTF-8"
        raise KnownError(f"{path} was not written: the text holds {what}.") from error


def staged(path: Path, raw: bytes) -> Path:
    """Return a file beside `path` that holds the bytes, safely on the disk; raises `OSError`, and leaves none then."""
    path = path.resolve()
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_MOST_OF_A_NAME]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes a file for its owner alone; the story may be for the whole desk.
        temporary.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def put_in_place(temporary: Path, path: Path) -> None:
    """Let a staged file take its name in one step; raises `OSError`, and nothing is left of it then."""
    try:
        temporary.replace(path.resolve())
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
