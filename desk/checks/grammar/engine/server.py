"""The server as its clients see it: one a user, shared by every window and command line, started by the first of them.

A client takes a lease, then looks under the door lock whether a daemon is alive; if not, it starts one. Nothing here
runs on after the call: the daemon (`daemon.py`) owns the Java process.
"""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import RLock

from filelock import Timeout

import desk
from desk.checks.grammar.engine.answer import plain
from desk.checks.grammar.engine.connection import Peer, is_well
from desk.checks.grammar.engine.daemon import CACHED_SECONDS, START_SECONDS, StartOrder
from desk.checks.grammar.engine.ending import end
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.install import broken_jars, is_whole
from desk.checks.grammar.engine.java import find_java
from desk.checks.grammar.engine.lock_file import Lock
from desk.checks.grammar.engine.prepare import Prepared, make_anew, prepare
from desk.checks.grammar.engine.progress import nothing
from desk.checks.grammar.engine.rule_pack import mark_of
from desk.checks.grammar.engine.runfiles import Lease, Room, RunFile, rooms
from desk.errors import Unavailable

NOT_INSTALLED = "LanguageTool is not installed: run `copydesk engine install`."
_DAMAGED = "The grammar engine is damaged ({name}): run `copydesk engine install` to mend it."
FIRST_LANGUAGE = "en-US"
KEEPER = ("engine", "keeper")
"""The hidden command that keeps a server, for a packaged application, which has no `python -m`."""
_launched: list[subprocess.Popen[bytes]] = []  # Windows alone: a Popen that is dropped warns of a child still running
_WAIT_SECONDS = START_SECONDS + CACHED_SECONDS
_QUICK_SECONDS = 20.0  # a start that failed within them is tried once more with everything made anew
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
        self,
        folders: Folders,
        lock: Lock,
        java: str = "",
        keep_warm: int = 300,
        desk_rules: str = "",
        lost: Callable[[], object] = nothing,
    ) -> None:
        """`java` is the setting (see `java.find_java`), `keep_warm` seconds after the last client left.

        `desk_rules` are a desk's own rules as they go into the pack; another desk's engine is another server. `lost` is
        called where a server that still has its keeper is found hanging or dead, and another one is started.
        """
        self._folders, self._lock, self._choice, self._keep_warm = folders, lock, java, keep_warm
        self._desk_rules, self._lost = desk_rules, lost
        self._mutex = RLock()
        self._prepared: Prepared | None = None
        self._room: Room | None = None
        self._lease: Lease | None = None
        self._run: RunFile | None = None

    def peer(self, language: str = FIRST_LANGUAGE) -> Peer:
        """Return a server that answers, starting one where none does (1 s); raises `Unavailable`.

        One that is started reads the rules and words of `language` before the first text comes.
        """
        with self._mutex:
            if self._run is None:
                self._run = self._join(language)
            return self._peer_of(self._run)

    def _peer_of(self, run: RunFile) -> Peer:
        return Peer(run.url, run.owner, self._lock.version, mark_of(self._desk_rules))

    def replace(self, peer: Peer, hung: bool) -> None:
        """End this server, which hangs or has died; the next call of `peer()` starts another.

        One that did not hang and still answers is left alone: only the connection to it was lost.
        """
        with self._mutex:
            if self._run is None or self._peer_of(self._run) != peer:
                return  # somebody did it already
            if not hung and is_well(peer):
                return
            run, self._run = self._run, None
            room = self._open_room()
            with room.door():
                if room.read() == run or not room.kept():  # else another client has started a new one
                    end(room, run, hung)

    def note_use(self) -> None:
        """Tell the daemon that the server has checked something."""
        with self._mutex, contextlib.suppress(OSError):
            if self._room and self._run:
                self._room.note_use()

    def keep_for(self, seconds: float) -> None:
        """Have the server that runs kept so long, whoever comes and goes meanwhile."""
        with self._mutex, contextlib.suppress(OSError):
            if self._room and self._run:
                self._room.keep_for(self._run.token, seconds)

    def leave(self) -> None:
        """Say that this client needs no server any longer; the daemon ends it in its own time."""
        with self._mutex:
            if self._lease:
                self._lease.give_up()
            self._lease = self._run = None

    def stop(self) -> bool:
        """End the server for everybody, politely; return whether one ran."""
        with self._mutex:
            self.leave()
            room = self._quiet_room()
            return room is not None and _ended(room)

    def status(self) -> ServerStatus | None:
        """Return the server that runs, whoever started it; None where none does."""
        room = self._quiet_room()
        return _status(room) if room else None

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

    def _join(self, language: str) -> RunFile:
        prepared, room = self._prepare(), self._open_room()
        try:
            with room.door(timeout=_WAIT_SECONDS + 10):
                if self._lease is None:
                    self._lease = Lease(room, self._keep_warm)
                run = room.read()
                if run and self._is_good(room, run):
                    return run
                if run and run.ready and room.kept():
                    self._lost()
                if run or room.kept():
                    end(room, run)
                return self._start(prepared, room, language)
        except Timeout as error:
            raise Unavailable("Another Copydesk has been starting the grammar server for too long.") from error
        except OSError as error:
            raise Unavailable(f"The grammar server cannot be started: {error}.") from error

    def _is_good(self, room: Room, run: RunFile) -> bool:
        """Return whether the server of this run file can be used: it answers, and its daemon will end it in time."""
        kept = run.ready and room.kept() and not run.daemon_process.is_stopped()
        return kept and is_well(self._peer_of(run))

    def _start(self, prepared: Prepared, room: Room, language: str) -> RunFile:
        """Return a new server; where it does not come up, what was made from the jars is made once more."""
        began = time.monotonic()
        run = self._started(prepared, room, language)
        if run and run.ready:
            return run
        broken = broken_jars(self._folders, self._lock)
        if broken:
            raise Unavailable(_DAMAGED.format(name=broken[0].file_name))
        if time.monotonic() - began < _QUICK_SECONDS:
            if room.kept():
                end(room, run, hung=True)
            make_anew(prepared, self._folders, self._lock, self._desk_rules)
            run = self._started(prepared, room, language)
            if run and run.ready:
                return run
        why = run.failed if run and run.failed else room.last_words() or "no reason given"
        raise Unavailable(
            f"The grammar server did not start ({plain(why)}). `copydesk engine status` says which Java it uses."
        )

    def _started(self, prepared: Prepared, room: Room, language: str) -> RunFile | None:
        """Return what a new daemon tells once it is ready or has failed."""
        order = StartOrder(
            str(self._folders.runtime),
            prepared.key,
            tuple(prepared.command(language)),
            str(prepared.aot_cache) if prepared.java.has_aot else "",
            self._keep_warm,
        )
        (room.folder / "server.json").unlink(missing_ok=True)
        return _await(room, _spawn(order))


def stop_all(folders: Folders) -> bool:
    """End every server of this user, whatever rules, packs and Java it was started with; return whether one ran."""
    ended = [_ended(room) for room in rooms(folders)]
    return any(ended)


def running(folders: Folders) -> ServerStatus | None:
    """Return a server of this user that runs, whatever rules, packs and Java it was started with."""
    return next((found for room in rooms(folders) if (found := _status(room))), None)


def _ended(room: Room) -> bool:
    """End the server of a room, politely; return whether one ran."""
    room.keep_no_longer()
    if not room.kept():
        return False
    run = room.read()
    with room.door():
        end(room, run)
    return True


def _status(room: Room) -> ServerStatus | None:
    run = room.read() if room.kept() else None
    if run is None or not run.ready:
        return None
    return ServerStatus(run.java, run.port, max(0.0, time.time() - run.started))


def _await(room: Room, starting: Callable[[], bool]) -> RunFile | None:
    """Return what the new daemon tells once it is ready or has failed; what it told last if it died without a word."""
    until = time.monotonic() + _WAIT_SECONDS
    run = room.read()
    while time.monotonic() < until and not (run and (run.ready or run.failed)):
        if not room.kept() and not starting():
            return room.read()
        time.sleep(_LOOK)
        run = room.read()
    return run


def _spawn(order: StartOrder) -> Callable[[], bool]:
    """Start a daemon that outlives us; return what tells whether it may still be on its way to its lock.

    On POSIX the process waited for here forks the daemon and ends once that has its lock (0.1 s), so no zombie is left.
    """
    root = str(Path(desk.__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    flags = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    command = [sys.executable, "-m", "desk.checks.grammar.engine.daemon"]
    if getattr(sys, "frozen", False):  # a packaged application is its own interpreter
        command = [sys.executable, *KEEPER]
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
    import_module("desk.checks.grammar.engine.client")  # .15 s, while the daemon does the same
    if hasattr(os, "fork"):
        process.wait(START_SECONDS)
        return lambda: False
    _launched.append(process)
    return lambda: process.poll() is None
