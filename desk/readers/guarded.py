"""Reads documents in a process of their own, one process a document, which is watched and ended when it takes too much.

Starting Python and its parsers takes longer than reading a story. A window that opens many documents therefore keeps
the next process waiting (`ready`); the terminal starts one when it needs it.
"""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Lock

import desk
from desk.errors import KnownError
from desk.readers.as_json import from_json
from desk.readers.document import Document
from desk.readers.jobs import AHEAD, CLIP, READ, WRITE
from desk.readers.kinds import OLD_OFFICE
from desk.readers.limits import MOST_MEMORY, MOST_SECONDS, MOST_WAITED, TOO_BUSY, TOO_LONG, TOO_MUCH
from desk.readers.old_word import word_97_as_docx

_LOOK_EVERY = 0.2
"""Seconds between two looks at what a process that is still reading has taken."""
_UNKNOWN = "The file breaks the rules of its format in a way that no reader here knows: ask for it in another format."
_log = logging.getLogger(__name__)


class GuardedReader:
    """Reads documents one by one, each in a fresh process, and has them written anew there."""

    def __init__(self) -> None:
        self._waiting: subprocess.Popen[bytes] | None = None
        self._mutex = Lock()

    @property
    def waiting(self) -> int | None:
        """Return the id of the process that waits for a document, None while none does."""
        return None if self._waiting is None else self._waiting.pid

    def ready(self) -> None:
        """Start the process of the next document ahead, so that it need not be waited for."""
        if self._waiting is None or self._waiting.poll() is not None:
            self._waiting = _started(AHEAD)

    def read(self, raw: bytes) -> Document:
        """Return the document in these bytes; raises `KnownError` with the reason where there is none."""
        if raw.startswith(OLD_OFFICE):
            return replace(self.read(word_97_as_docx(raw)), format="doc")
        return _document(self._answer(READ, raw))

    def clip(self, html: str) -> Document:
        """Return the document in the HTML of a clipboard; raises `KnownError` with the reason where there is none."""
        return _document(self._answer(CLIP, html.encode("utf-8", "replace")))

    def returned(self, asked: bytes, raw: bytes) -> bytes:
        """Return what the process answers that writes the document in `raw` anew as it is asked to."""
        return self._answer(WRITE, b"%d\n" % len(asked) + asked + raw)

    def close(self) -> None:
        """End the process that waits, if one does."""
        process = self._taken()
        if process is not None:
            _end(process)

    def _answer(self, job: bytes, raw: bytes) -> bytes:
        process = self._taken()
        if process is None or process.poll() is not None:
            process = _started()  # one that waited may have been ended by the system
        try:
            out, err = _answer(process, job + raw)
        finally:
            _end(process)
        return _sound(process.returncode, out, err)

    def _taken(self) -> "subprocess.Popen[bytes] | None":
        """Return the process that waits, which nobody else gets then; lanes that read and write may ask at one time."""
        with self._mutex:
            process, self._waiting = self._waiting, None
        return process


def _started(*when: str) -> subprocess.Popen[bytes]:
    """Return a process that waits for a document; it has this very code, whatever folder we were started in."""
    home = str(Path(desk.__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (home, os.environ.get("PYTHONPATH", "")) if part)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "desk.readers.child", *when],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _answer(process: subprocess.Popen[bytes], raw: bytes) -> tuple[bytes, bytes]:
    """Hand over the bytes and return what comes back; ends the process and raises when it takes too much."""
    until = time.monotonic() + MOST_WAITED
    _hand_over(process, raw)
    while True:
        try:
            return process.communicate(timeout=_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            seconds, memory = _taken_by(process.pid)
            if seconds > MOST_SECONDS:
                raise KnownError(TOO_LONG) from None
            if memory > MOST_MEMORY:
                raise KnownError(TOO_MUCH) from None
            if time.monotonic() > until:
                raise KnownError(TOO_BUSY) from None


def _hand_over(process: subprocess.Popen[bytes], raw: bytes) -> None:
    """Write the bytes; the child takes all of them before it answers, so neither waits for the other.

    `communicate` would drop what is left of a long input when it is called again after a timeout (CPython 3.11).
    """
    assert process.stdin is not None
    with contextlib.suppress(OSError):  # a child that died says so by its status
        process.stdin.write(raw)
    with contextlib.suppress(OSError):
        process.stdin.close()
    process.stdin = None


def _taken_by(pid: int) -> tuple[float, int]:
    """Return how many seconds of the processor a process took so far, and how many bytes of memory it has."""
    import psutil  # most documents are read before the first look

    try:
        process = psutil.Process(pid)
        times = process.cpu_times()
        return times.user + times.system, int(process.memory_info().rss)
    except psutil.Error:
        return 0.0, 0


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()


def _document(out: bytes) -> Document:
    answer = json.loads(out)
    if "error" in answer:
        raise KnownError(answer["error"])
    return from_json(answer)


def _sound(status: int, out: bytes, err: bytes) -> bytes:
    """Return the answer of a process that ended well; raises `KnownError` with the reason for any other."""
    if status == 0:
        return out
    if status == -getattr(signal, "SIGXCPU", 0) and status:
        raise KnownError(TOO_LONG)
    if b"MemoryError" in err:
        raise KnownError(TOO_MUCH)
    _log.error("a document could not be read (status %s): %s", status, err.decode("utf-8", "replace"))
    raise KnownError(_UNKNOWN)
