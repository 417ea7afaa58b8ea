"""The server as its clients see it: one a user, shared by every window and command line, started by the first of them.

A client takes a lease, then looks under the door lock whether a keeper is alive; if not, it starts one. Nothing here
runs on after the call: the keeper (`keeper.py`) owns the Java process.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

import psutil
from filelock import Timeout

import desk
from desk.checks.grammar.engine.daemon import START_SECONDS, StartOrder, is_well
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.install import broken_jars, is_whole
from desk.checks.grammar.engine.java import find_java
from desk.checks.grammar.engine.lock_file import Lock
from desk.checks.grammar.engine.prepare import Prepared, prepare
from desk.checks.grammar.engine.runfiles import Lease, Room, RunFile
from desk.errors import Unavailable

NOT_INSTALLED = "LanguageTool is not installed: run `copydesk engine install`, or choose Install in the window."
_DAMAGED = "The grammar engine is damaged ({name}): run `copydesk engine install` to mend it."
_launched: list[subprocess.Popen[bytes]] = []  # Windows alone: a Popen that is dropped warns of a child still running
_LOOK = 0.02  # seconds between two looks at the run file while a server comes up (1 s in all)


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """A server that runs: its Java process, its port on the loopback, seconds since it answered first."""

    pid: int
    port: int
    uptime: float


class SharedServer:
    """One client's hold on the user's server."""

    def __init__(
        self, folders: Folders, lock: Lock, java: str = "", keep_warm: int = 300, desk_rules: str = ""
    ) -> None:
        """`java` is the setting (see `java.find_java`), `keep_warm` seconds after the last client left.

        `desk_rules` are a desk's own rules as they go into the pack; another desk's engine is another server.
        """
        self._folders, self._lock, self._choice, self._keep_warm = folders, lock, java, keep_warm
        self._desk_rules = desk_rules
        self._mutex = RLock()
        self._prepared: Prepared | None = None
        self._room: Room | None = None
        self._lease: Lease | None = None
        self._run: RunFile | None = None

    def url(self) -> str:
        """Return the address of a server that answers, starting one where none does (1 s); raises `Unavailable`."""
        with self._mutex:
            if self._run is None:
                self._run = self._join()
            return self._run.url

    def replace(self, url: str, even_if_well: bool = True) -> None:
        """End the server at `url`, which hangs or has died; the next call of `url()` starts another.

        With `even_if_well` false a server that still answers is left alone: only the connection to it was lost.
        """
        with self._mutex:
            if self._run is None or self._run.url != url:
                return  # somebody did it already
            if not even_if_well and is_well(self._run.port):
                return
            run, self._run = self._run, None
            room = self._open_room()
            with room.door():
                _end(room, run)

    def note_use(self) -> None:
        """Tell the keeper that the server has checked something."""
        with self._mutex, contextlib.suppress(OSError):
            if self._room and self._run:
                self._room.note_use()

    def leave(self) -> None:
        """Say that this client needs no server any longer; the keeper ends it in its own time."""
        with self._mutex:
            if self._lease:
                self._lease.give_up()
            self._lease = self._run = None

    def stop(self) -> bool:
        """End the server for everybody, politely; return whether one ran."""
        with self._mutex:
            self.leave()
            room = self._quiet_room()
            if room is None or not room.kept():
                return False
            run = room.read()
            with room.door():
                if run:
                    _end(room, run)
            return run is not None

    def status(self) -> ServerStatus | None:
        """Return the server that runs, whoever started it; None where none does."""
        room = self._quiet_room()
        run = room.read() if room and room.kept() else None
        if run is None or not run.ready:
            return None
        return ServerStatus(run.java, run.port, max(0.0, time.time() - run.started))

    def _quiet_room(self) -> Room | None:
        try:
            return Room(self._folders, self._prepare().key)
        except Unavailable:
            return None

    def _prepare(self) -> Prepared:
        if not is_whole(self._folders, self._lock):
            self._prepared = None
            broken = broken_jars(self._folders, self._lock)
            some = self._folders.engine(self._lock).exists()
            raise Unavailable(_DAMAGED.format(name=broken[0].file_name) if some and broken else NOT_INSTALLED)
        if self._prepared is None or not self._prepared.folder.exists():
            java = find_java(self._choice)
            try:
                self._prepared = prepare(self._folders, self._lock, java, self._desk_rules)
            except OSError as error:
                raise Unavailable(f"The grammar engine cannot be made ready: {error}.") from error
        return self._prepared

    def _open_room(self) -> Room:
        if self._room is None:
            try:
                self._room = Room(self._folders, self._prepare().key).open()
            except OSError as error:
                raise Unavailable(
                    f"The folder {self._folders.runtime} cannot be used for the grammar server: {error.strerror}."
                ) from error
        return self._room

    def _join(self) -> RunFile:
        prepared, room = self._prepare(), self._open_room()
        try:
            with room.door(timeout=START_SECONDS + 10):
                if self._lease is None:
                    self._lease = Lease(room, self._keep_warm)
                run = room.read()
                if run and run.ready and room.kept() and is_well(run.port):
                    return run
                if run:
                    _end(room, run)
                return self._start(prepared, room)
        except Timeout as error:
            raise Unavailable("Another Copydesk has been starting the grammar server for too long.") from error
        except OSError as error:
            raise Unavailable(f"The grammar server cannot be started: {error}.") from error

    def _start(self, prepared: Prepared, room: Room) -> RunFile:
        order = StartOrder(
            str(self._folders.runtime),
            prepared.key,
            tuple(prepared.command()),
            str(prepared.aot_cache) if prepared.java.has_aot else "",
            self._keep_warm,
        )
        (room.folder / "server.json").unlink(missing_ok=True)
        run = _await(room, _spawn(order))
        if run and run.ready:
            return run
        broken = broken_jars(self._folders, self._lock)
        if broken:
            raise Unavailable(_DAMAGED.format(name=broken[0].file_name))
        why = run.failed if run else room.last_words() or "no reason given"
        raise Unavailable(
            f"The grammar server did not start ({why}). `copydesk engine status` says which Java it uses."
        )


def _await(room: Room, starting: Callable[[], bool]) -> RunFile | None:
    """Return what the new keeper tells once it is ready or has failed; what it told last if it died without a word."""
    until = time.monotonic() + START_SECONDS
    run = room.read()
    while time.monotonic() < until and not (run and (run.ready or run.failed)):
        if not room.kept() and not starting():
            return room.read()
        time.sleep(_LOOK)
        run = room.read()
    return run


def _spawn(order: StartOrder) -> Callable[[], bool]:
    """Start a keeper that outlives us; return what tells whether it may still be on its way to its lock.

    On POSIX the process waited for here forks the keeper and ends once that has its lock (0.1 s), so no zombie is left.
    """
    root = str(Path(desk.__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    flags = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    command = [sys.executable, "-m", "desk.checks.grammar.engine.daemon"]
    if getattr(sys, "frozen", False):  # a packaged application is its own interpreter
        command = [sys.executable, "engine", "keeper"]
    process = subprocess.Popen(
        [*command, order.as_argument()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        cwd=order.runtime,
        start_new_session=True,
        creationflags=flags,
    )
    if hasattr(os, "fork"):
        process.wait(START_SECONDS)
        return lambda: False
    _launched.append(process)
    return lambda: process.poll() is None


def _end(room: Room, run: RunFile) -> None:
    """End a keeper and its Java, whichever of them is left; under the door lock."""
    room.forget(run.token)
    if room.kept():
        with contextlib.suppress(OSError):
            os.kill(run.keeper, signal.SIGTERM)
        _await_release(room)
    elif run.java:
        _end_orphan(run)


def _await_release(room: Room, seconds: float = 10.0) -> None:
    """Wait until the keeper has given up its lock, which it does before it waits for Java."""
    with contextlib.suppress(Timeout), room.keeper_lock(timeout=seconds):
        pass


def _end_orphan(run: RunFile) -> None:
    """End a Java whose keeper was killed, where the system has not done so; never another process with its pid."""
    with contextlib.suppress(psutil.Error):
        java = psutil.Process(run.java)
        if abs(java.create_time() - run.java_born) < 1.0:
            java.terminate()
