"""Reads files that somebody else may have put there: waits for no pipe, reads no device, and nothing too large.

Each refusal is an `OSError` like any other that a file can end in, so that whoever reads says it in one sentence.
"""

import errno
import io
import os
import stat
from pathlib import Path

MOST_OF_A_TABLE = 4_000_000
"""Bytes of a file of settings, rules, keys: the longest of ours has 40,000."""
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
"""O_NONBLOCK, or a pipe without a writer would hold the window for ever before its kind is known."""


class NotAFile(OSError):  # noqa: N818 - reads as the state it is
    """What stands under a name is a folder, a pipe or a device."""


class TooLarge(OSError):  # noqa: N818
    """The file has more bytes than anything of its kind."""


def careful_file(path: Path, most: int) -> io.BufferedReader:
    """Return the file opened to read bytes; raises `OSError`, such as `NotAFile`, or `TooLarge` above `most` bytes."""
    if path.is_dir():
        raise NotAFile(errno.EISDIR, "it is a folder, not a file")
    file = os.fdopen(os.open(path, _READ), "rb")
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        file.close()
        raise NotAFile(errno.EINVAL, "it is a device or a pipe, not a file")
    if status.st_size > most:
        file.close()
        raise TooLarge(errno.EFBIG, f"it has {status.st_size / 1e6:,.0f} MB, and at most {most / 1e6:.0f} are read")
    return file


def careful_bytes(path: Path, most: int = MOST_OF_A_TABLE) -> bytes:
    """Return the bytes of a file; raises `OSError` as `careful_file` does."""
    with careful_file(path, most) as file:
        return file.read(most)


def careful_text(path: Path, most: int = MOST_OF_A_TABLE) -> str:
    """Return the text of a UTF-8 file without its byte order mark; raises `OSError` and `UnicodeDecodeError`.

    Line ends are read as Python reads them: each as a newline.
    """
    return io.TextIOWrapper(io.BytesIO(careful_bytes(path, most)), "utf-8-sig").read()
