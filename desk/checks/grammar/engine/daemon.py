"""The daemon: a small process that owns the Java server, shared by every window and command line of one user.

`python -m desk.checks.grammar.engine.daemon ORDER` detaches itself, starts Java, tells in the run file where it
listens, and watches. It stops Java when the last client has been gone for a while, when it is told to (SIGTERM), and
it ends when Java ends. Should the daemon itself be killed, Linux ends Java with it (PR_SET_PDEATHSIG); elsewhere the
next client does (`server.py`).
"""

import contextlib
import ctypes
import json
import os
import secrets
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from filelock import Timeout

from desk.checks.grammar.engine.connection import Peer, is_well
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.identity import LOOPBACK, Owner
from desk.checks.grammar.engine.runfiles import Leases, Room, RunFile
from desk.checks.grammar.engine.start_cache import StartCache

PORTS_TO_TRY = 5
START_SECONDS = 60.0  # a slow laptop with a virus scanner needs 20
CACHED_SECONDS = 30.0  # with a start-up cache it takes 1, at a load of 17 it took 7; else it is tried without
POLITE_SECONDS = 90.0  # on SIGTERM Java writes its start-up cache: 3 to 10 s here, 30 at a load of 8
LOOK_SECONDS = 2.0
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class StartOrder:
    """What a daemon is told to do."""

    runtime: str
    """The user's runtime folder."""
    key: str
    """The prepared engine, which names the room."""
    command: tuple[str, ...]
    """Java's command without port and start-up cache."""
    aot_cache: str
    """Where the start-up cache stands or shall stand; empty where this Java has none."""
    keep_warm: float
    """Seconds."""

    def as_argument(self) -> str:
        """Return the order as one argument of a command."""
        return json.dumps(asdict(self))

    @classmethod
    def from_argument(cls, argument: str) -> "StartOrder":
        """Return the order that `as_argument` wrote."""
        raw = json.loads(argument)
        return cls(**{**raw, "command": tuple(raw["command"])})

    def room(self) -> Room:
        """Return where daemon and clients meet."""
        here = Path(self.runtime)
        return Room(Folders(here, here, here), self.key)


def free_port() -> int:
    """Return a port that the system says is free; another may take it before Java does, then Java says so and ends."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


class FailedStart(Exception):  # noqa: N818
    """The server did not come up, for the reason given."""


class Waker:
    """Lets the daemon sleep until a signal arrives or some seconds have passed, without polling."""

    def __init__(self) -> None:
        self.told_to_stop = False
        self._ear, self._mouth = socket.socketpair()
        for end in (self._ear, self._mouth):
            end.setblocking(False)
        signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._stop)
        if hasattr(signal, "SIGCHLD"):
            signal.signal(signal.SIGCHLD, lambda *_: None)

    def _stop(self, *_: object) -> None:
        self.told_to_stop = True

    def sleep(self, seconds: float) -> None:
        """Return after `seconds`, or as soon as a signal came."""
        select.select([self._ear], [], [], seconds)
        with contextlib.suppress(BlockingIOError):
            while self._ear.recv(64):
                pass


def _die_with_parent() -> Callable[[], None] | None:
    """Return what Java's process runs before it becomes Java: on Linux, ask to be ended with the daemon."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getpid()

    def ask() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)  # a halted one does not hear SIGTERM
        if os.getppid() != parent:  # it died in between
            os._exit(1)

    return ask


class Daemon:
    """Starts one Java server and stays with it to its end."""

    def __init__(self, order: StartOrder, waker: Waker) -> None:
        self.order, self.waker, self.room = order, waker, order.room()
        self.run_file = RunFile(secrets.token_hex(8), os.getpid(), daemon_born=Owner.of(os.getpid()).born)
        self.java: subprocess.Popen[bytes] | None = None
        self._cache = StartCache(order.aot_cache)

    def start(self) -> None:
        """Start Java on a free port and tell the clients; raises `FailedStart`."""
        for _ in range(PORTS_TO_TRY):
            port = free_port()
            cached = self._cache.is_there()
            java = self._launch(port)
            if self._comes_up(java, port, CACHED_SECONDS if cached else START_SECONDS):
                self.room.write(self.run_file)
                return
            if self.waker.told_to_stop:
                break
            if self._was_about_the_port():
                continue
            if not cached:
                break
            self._cache.drop()  # it may be what keeps Java from starting
        raise FailedStart(self.room.last_words() or "Java ended without a word")

    def _launch(self, port: int) -> subprocess.Popen[bytes]:
        first, *rest = self.order.command
        self.room.log.write_bytes(b"")
        with self.room.log.open("ab") as log:  # to append: else a Java that ends late writes far behind the end
            self.java = subprocess.Popen(
                [first, *self._cache.flags(), *rest, "--port", str(port)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.room.folder,
                preexec_fn=_die_with_parent(),
            )
        return self.java

    def _comes_up(self, java: subprocess.Popen[bytes], port: int, seconds: float) -> bool:
        owner, until = Owner.of(java.pid), time.monotonic() + seconds
        self.run_file = replace(self.run_file, java=java.pid, java_born=owner.born, port=port, started=time.time())
        while time.monotonic() < until and java.poll() is None and not self.waker.told_to_stop:
            if is_well(self._peer()):
                return True
            self.waker.sleep(0.02)
        if java.poll() is None:
            self.stop(polite=False)
        return False

    def _peer(self) -> Peer:
        return Peer(self.run_file.url, self.run_file.owner)

    def _was_about_the_port(self) -> bool:
        return self.room.says("PortBindingException")

    def watch(self) -> None:
        """Return when Java has ended, when told to stop, or when nobody has needed the server for long enough."""
        leases = Leases(self.room, self.order.keep_warm, self.run_file.token)
        while self.java and self.java.poll() is None and not self.waker.told_to_stop:
            if leases.expired() and self._close_door(leases):
                return
            self.waker.sleep(pause(leases))

    def _close_door(self, leases: Leases) -> bool:
        """Withdraw the server, unless a client is at the door this very moment; return whether it is withdrawn."""
        try:
            with self.room.door(timeout=0):
                if leases.expired():
                    self.room.forget(self.run_file.token)
                    return True
        except Timeout:
            pass
        return False

    def stop(self, polite: bool = True) -> None:
        """End Java: by SIGTERM, so that it writes its start-up cache; by force if it hangs or would write in vain."""
        if self.java is None:
            return
        polite = polite and self._has_learned()
        if self.java.poll() is None:
            if polite and is_well(self._peer()):
                self.java.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.java.wait(POLITE_SECONDS)
            if self.java.poll() is None:
                self.java.kill()
        self.java.wait()
        if polite and self.java.returncode != -signal.SIGKILL:
            self._cache.take()
        self._cache.tidy()

    def _has_learned(self) -> bool:
        """Return whether the run was worth a start-up cache: it came up and checked a text."""
        return self.run_file.ready and self.room.was_used_since(self.run_file.started)


def pause(leases: Leases) -> float:
    """Return how many seconds may pass until somebody looks again whether the server is needed."""
    return LOOK_SECONDS if leases.is_kept else min(LOOK_SECONDS, max(0.05, leases.keep_warm / 4))


def keep(order: StartOrder, waker: Waker, settled: Callable[[], None]) -> None:
    """Keep one server from start to end; the lock is free again before Java has ended, so that a new one need not wait.

    `settled` is called once the lock is held and the run file tells of a start.
    """
    room = order.room().open()
    lock = room.daemon_lock(timeout=5)
    lock.acquire()
    daemon = Daemon(order, waker)
    try:
        try:
            room.write(daemon.run_file)
            settled()
            daemon.start()
        except (FailedStart, OSError) as error:
            room.write(replace(daemon.run_file, port=0, failed=str(error)))
            return
        daemon.watch()
        room.forget(daemon.run_file.token)
    finally:
        lock.release()
        daemon.stop()


def _detach() -> Callable[[], None] | None:
    """Go on in a process of its own that nobody waits for; return what to call once settled, None in the first process.

    The first process ends when the second is settled or has failed, so whoever started it is left with no zombie.
    """
    if not hasattr(os, "fork"):
        return lambda: None
    heard, told = os.pipe()
    if os.fork():
        os.close(told)
        os.read(heard, 1)  # ends at the byte, or when the second process is gone
        return None
    os.close(heard)
    os.setsid()
    return lambda: os.close(told)


def main(arguments: list[str]) -> int:
    """Keep the server that the order (first argument, JSON) describes; return the exit status."""
    order = StartOrder.from_argument(arguments[0])
    settled = _detach()
    if settled:
        keep(order, Waker(), settled)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
