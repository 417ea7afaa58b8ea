"""What the processes of one user know of each other: who runs the server, where, and who still needs it.

Everything stands in one folder a prepared engine. Being alive means holding a lock: the system gives locks up when a
process ends in whatever way, so no pid is ever trusted on its word, and a killed window leaves nothing behind that
counts.
"""

import contextlib
import json
import os
import secrets
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.identity import LOOPBACK, Owner
from desk.text.words import shortened

_MOST_BYTES = 10_000  # of a run file; it has 200
_LOG_BYTES = 20_000
_LONGEST_REASON = 300
_TOKEN_CHARACTERS = 100  # of a file that names one; it has 16


@dataclass(frozen=True, slots=True)
class RunFile:
    """What the daemon tells: who it is, where its server listens, or why there is none.

    `started` is in seconds since the epoch, `..._born` what psutil calls the creation time of a process.
    """

    token: str
    daemon: int
    java: int = 0
    java_born: float = 0.0
    port: int = 0
    started: float = 0.0
    failed: str = ""
    daemon_born: float = 0.0

    @property
    def owner(self) -> Owner:
        """Return the Java process."""
        return Owner(self.java, self.java_born)

    @property
    def daemon_process(self) -> Owner:
        """Return the process of the daemon."""
        return Owner(self.daemon, self.daemon_born)

    @property
    def ready(self) -> bool:
        """Return whether the server answers."""
        return bool(self.port) and not self.failed

    @property
    def url(self) -> str:
        """Return the address of the server."""
        return f"http://{LOOPBACK}:{self.port}/"


class Room:
    """The folder where the processes that share one engine meet."""

    def __init__(self, folders: Folders, key: str) -> None:
        self.folder = folders.runtime / "engine" / key

    def open(self) -> "Room":
        """Make the folder, readable by this user alone; raises `OSError`."""
        self.leases.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.chmod(0o700)
        return self

    @property
    def leases(self) -> Path:
        """Return the folder with one locked file a client."""
        return self.folder / "leases"

    @property
    def log(self) -> Path:
        """Return the file that takes what daemon and Java say."""
        return self.folder / "server.log"

    def door(self, timeout: float = -1) -> FileLock:
        """Return the lock under which a client joins or starts a server, and under which a daemon closes one."""
        return FileLock(self.folder / "door.lock", timeout=timeout, thread_local=False)

    def daemon_lock(self, timeout: float = 0) -> FileLock:
        """Return the lock that a daemon holds as long as its server may be used."""
        return FileLock(self.folder / "daemon.lock", timeout=timeout, thread_local=False)

    def kept(self) -> bool:
        """Return whether a daemon is alive here."""
        return self.folder.exists() and _is_held(self.daemon_lock())

    def read(self) -> RunFile | None:
        """Return what the last daemon told, or None; it may be dead by now (see `kept`)."""
        try:
            with (self.folder / "server.json").open("rb") as file:
                run = RunFile(**json.loads(file.read(_MOST_BYTES)))
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return run if _is_sound(run) else None

    def write(self, run: RunFile) -> None:
        """Tell it to all, in one step."""
        part = self.folder / f"server.json.{os.getpid()}"
        part.write_text(json.dumps(asdict(run)), "utf-8")
        part.replace(self.folder / "server.json")

    def forget(self, token: str) -> None:
        """Take the run file away if it still is the one with this token."""
        run = self.read()
        if run and run.token == token:
            (self.folder / "server.json").unlink(missing_ok=True)

    def note_use(self) -> None:
        """Remember that the server has checked something, so that what it learned is worth keeping."""
        (self.folder / "used").touch()

    def was_used_since(self, started: float) -> bool:
        """Return whether a server checked something after `started` (seconds since the epoch)."""
        try:
            return (self.folder / "used").stat().st_mtime >= started
        except OSError:
            return False

    def keep_for(self, token: str, seconds: float) -> None:
        """Have the server of this run kept so long although nobody needs it; one that is started later is not."""
        part = self.folder / f"kept.{os.getpid()}"
        part.write_text(token, "ascii")
        os.utime(part, (until := time.time() + seconds, until))
        part.replace(self.folder / "kept")

    def keep_no_longer(self) -> None:
        """Have the server go like any other."""
        with contextlib.suppress(OSError):
            (self.folder / "kept").unlink(missing_ok=True)

    def is_to_be_kept(self, token: str) -> bool:
        """Return whether `keep_for` was said of this run and its time is not over."""
        try:
            with (self.folder / "kept").open("rb") as file:
                named = file.read(_TOKEN_CHARACTERS) == token.encode()
                return named and os.fstat(file.fileno()).st_mtime > time.time()
        except OSError:
            return False

    def says(self, words: str) -> bool:
        """Return whether these words stand near the end of the log."""
        return words in self._log_end()

    def _log_end(self) -> str:
        try:
            with self.log.open("rb") as file:
                file.seek(max(0, self.log.stat().st_size - _LOG_BYTES))
                return file.read(_LOG_BYTES).decode("utf-8", "replace")
        except OSError:
            return ""

    def last_words(self, lines: int = 3) -> str:
        """Return the last lines of the log in one, fit for a sentence, for a failure that nobody foresaw."""
        said = self._log_end().splitlines()
        told = ("".join(c if c.isprintable() else " " for c in line).strip() for line in said)
        return shortened(" / ".join([line for line in told if line][-lines:]), _LONGEST_REASON)


def rooms(folders: Folders) -> Iterator[Room]:
    """Yield the rooms of every engine that was ever made ready: its key changes with each rule, pack and Java."""
    with contextlib.suppress(OSError):
        for folder in sorted((folders.runtime / "engine").iterdir()):
            if folder.is_dir():
                yield Room(folders, folder.name)


def _is_sound(run: RunFile) -> bool:
    """Return whether every part is of its kind; a file that a crash cut or filled with NULs is none of ours."""
    whole = all(type(number) is int and 0 <= number < 2**31 for number in (run.daemon, run.java, run.port))
    times = all(type(when) in {int, float} for when in (run.started, run.java_born, run.daemon_born))
    return whole and times and all(isinstance(words, str) for words in (run.token, run.failed))


class Lease:
    """One client's claim on the server: as long as the process lives and does not give it up, the server stays."""

    def __init__(self, room: Room, keep_warm: int) -> None:
        self._path = room.leases / f"{os.getpid()}-{secrets.token_hex(4)}-{keep_warm}.lease"
        self._lock = FileLock(self._path, timeout=5, thread_local=False)
        self._lock.acquire()

    def give_up(self) -> None:
        """Say that this client needs the server no longer."""
        self._lock.release()
        self._path.unlink(missing_ok=True)


@dataclass(slots=True)
class Leases:
    """The daemon's view of its clients."""

    room: Room
    keep_warm: float
    """Seconds to wait after the last client left; each client brings its own setting, the last one's counts."""
    token: str = ""
    """Of the server's run file."""
    idle_since: float = 0.0

    def __post_init__(self) -> None:
        self.idle_since = time.monotonic()

    def expired(self) -> bool:
        """Return whether the last client has been gone for `keep_warm` seconds."""
        alive = [path for path in self.room.leases.glob("*.lease") if self._is_alive(path)]
        if alive:
            self.keep_warm = _keep_warm_of(alive[-1], self.keep_warm)
        if alive or self.is_kept:
            self.idle_since = time.monotonic()
            return False
        return time.monotonic() - self.idle_since >= self.keep_warm

    @property
    def is_kept(self) -> bool:
        """Return whether the server stays without a client."""
        return self.room.is_to_be_kept(self.token)

    def _is_alive(self, path: Path) -> bool:
        if _is_held(FileLock(path, timeout=0)):
            return True
        path.unlink(missing_ok=True)
        return False


def _keep_warm_of(path: Path, otherwise: float) -> float:
    try:
        return float(path.stem.rsplit("-", 1)[1])
    except (IndexError, ValueError):
        return otherwise


def _is_held(lock: FileLock) -> bool:
    """Return whether another holds the lock; to look is to take it and let go at once."""
    try:
        with lock:
            return False
    except Timeout:
        return True
    except FileNotFoundError:  # the whole room has just been swept away
        return False
