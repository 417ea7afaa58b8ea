"""Ends a daemon and its Java for good: politely first, by force where they are halted, hang, or nobody can say who.

Called under the door lock. A signal that a halted process (SIGSTOP) gets waits until somebody lets it go on; only
force ends it. Where the run file is damaged, the daemon is found by the order on its command line.
"""

import contextlib
from collections.abc import Iterator

import psutil
from filelock import Timeout

from desk.checks.grammar.engine.daemon import StartOrder
from desk.checks.grammar.engine.identity import Owner
from desk.checks.grammar.engine.runfiles import Room, RunFile

POLITE_SECONDS = 3.0  # a daemon gives up its lock before it waits for Java: 0.05 s, on a busy machine 0.5


def end(room: Room, run: RunFile | None, hung: bool = False) -> None:
    """End the server of this room, whichever part of it is left; one that `hung` by force."""
    if run:
        room.forget(run.token)
        if hung or run.owner.is_stopped():
            run.owner.kill()
    if not room.kept():
        if run:
            _end_orphan(run)
        return
    daemons = _daemons(room, run)
    for daemon in daemons:
        _tell(daemon)
    if not _is_released(room):
        _force(room, run, daemons)
    elif run and any(daemon.process() is None for daemon in daemons):
        _end_orphan(run)


def _daemons(room: Room, run: RunFile | None) -> list[Owner]:
    """Return the daemon that the run file names; where it names none that lives, those found by their orders."""
    named = run.daemon_process if run else None
    return [named] if named and named.process() else list(_searched(room))


def _searched(room: Room) -> Iterator[Owner]:
    """Yield the processes whose order names this room (looks at every process: 0.1 s)."""
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ValueError, TypeError, LookupError):
            if StartOrder.from_argument(process.cmdline()[-1]).room().folder == room.folder:
                yield Owner(process.pid, process.create_time())


def _is_released(room: Room) -> bool:
    try:
        with room.daemon_lock(timeout=POLITE_SECONDS):
            return True
    except Timeout:
        return False


def _force(room: Room, run: RunFile | None, daemons: list[Owner]) -> None:
    for daemon in daemons or list(_searched(room)):
        process = daemon.process()
        children: list[psutil.Process] = []
        with contextlib.suppress(psutil.Error):
            children = process.children() if process else []
        daemon.kill()
        for child in children:
            with contextlib.suppress(psutil.Error):
                child.kill()
    if run:
        run.owner.kill()
    _is_released(room)


def _end_orphan(run: RunFile) -> None:
    """End a Java whose daemon was killed, where the system has not done so; never another process with its pid."""
    if run.java:
        _tell(run.owner)


def _tell(process: Owner) -> None:
    if process.is_stopped():
        process.kill()
    else:
        process.terminate()
