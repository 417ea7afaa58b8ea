"""Background work: four lanes of one worker each. This is the only file that knows threads.

Only the main thread submits, and only the main thread hears of the outcome: a job holds data and gives back data, and
the dispatcher owns the signal that brings the outcome home. `Cancelled` outcomes are dropped without a word, a
`KnownError` goes to `failed`, and anything else is a mistake of ours and ends in the crash report.
"""

import threading
from collections.abc import Callable, Collection
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from desk.errors import BugError, Cancelled, KnownError

T = TypeVar("T")

LAST_WAIT = 60.0
"""Seconds without a sign of life after which shutting down waits no longer: twice as long as for a locked database.

A sign is a job that ends, or one that tells how far it is (stories on their way to a shared folder). A server that
hangs would keep a process without a window for ever. What is cut off is done whole or not at all: words that were not
saved stand in a file, a migration is one transaction, exports and restored backups are written aside before they are
put in their place.
"""


class Lane(StrEnum):
    """A queue of work with one worker: what is in one lane never overtakes itself."""

    STORE = "store"
    CHECKS = "checks"
    ENGINE = "engine"
    LINE = "line"


class Token:
    """Asks one job to stop; a job looks at `cancelled` between two steps."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop; its outcome is dropped from now on."""
        self._event.set()

    def cancelled(self) -> bool:
        """Return whether the job was asked to stop."""
        return self._event.is_set()


def nothing(*_: object) -> None:
    """Do nothing with an outcome."""


def tell(told: Callable[..., object], *words: object) -> None:
    """Call back whoever waits, unless it is a widget or another object of Qt's that is gone meanwhile."""
    waiting = getattr(told, "__self__", None)
    if not isinstance(waiting, QObject) or shiboken6.isValid(waiting):
        told(*words)


@dataclass(slots=True, eq=False)
class _Job:
    """One piece of work on its way through a lane; its future knows nothing of it, for both would wait as garbage."""

    lane: Lane
    done: Callable[[Any], None]
    failed: Callable[[KnownError], None]
    dropped: Callable[[], None]
    token: Token


class Runner(Protocol):
    """What the window needs of its lanes; the tests have one that does each job at once."""

    def submit(
        self,
        lane: Lane,
        job: Callable[[], T],
        done: Callable[[T], None] = nothing,
        failed: Callable[[KnownError], None] = nothing,
        token: Token | None = None,
        dropped: Callable[[], None] = nothing,
    ) -> Token:
        """Do the job in its lane, then one of `done`, `failed`, `dropped` on the main thread; return its token."""
        ...

    def relay(self, told: Callable[..., None]) -> Callable[..., None]:
        """Return a function that a job may call from its lane to have `told` called on the main thread."""
        ...

    def busy(self, lane: Lane | None = None) -> bool:
        """Return whether work of this lane (of any) is under way or waiting."""
        ...

    @property
    def hangs(self) -> bool:
        """Return whether a lane did not end when it was shut down."""
        ...

    def shut_down(self) -> None:
        """Cancel what can be cancelled, finish the store lane and end every thread."""
        ...


class Lanes(QObject):
    """The lanes."""

    idle = Signal()
    """No lane has anything left to do."""
    _landed = Signal(object)
    _relayed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(1, thread_name_prefix=f"copydesk-{lane}") for lane in Lane}
        self._jobs: dict[Future[Any], _Job] = {}
        self._closed = False
        self._is_alive = threading.Event()
        """Set by a job that tells how far it is."""
        self.hangs = False
        """A lane that was shut down does not end: Python would wait for its thread for ever."""
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._relayed.connect(self._tell_relayed, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: Lane,
        job: Callable[[], T],
        done: Callable[[T], None] = nothing,
        failed: Callable[[KnownError], None] = nothing,
        token: Token | None = None,
        dropped: Callable[[], None] = nothing,
    ) -> Token:
        """Do the job in its lane, then one of `done`, `failed`, `dropped` on the main thread; return its token."""
        if QThread.currentThread() is not self.thread():
            raise BugError("only the main thread submits work")
        token = token or Token()
        if self._closed:
            return token
        future = self._pools[lane].submit(_run, job, token)
        self._jobs[future] = _Job(lane, done, failed, dropped, token)
        future.add_done_callback(self._landed.emit)
        return token

    def relay(self, told: Callable[..., None]) -> Callable[..., None]:
        """Return a function that a job may call from its lane to have `told` called on the main thread."""

        def relayed(*words: object) -> None:
            self._is_alive.set()
            self._relayed.emit(partial(tell, told, *words))

        return relayed

    def busy(self, lane: Lane | None = None) -> bool:
        """Return whether work of this lane (of any) is under way or waiting."""
        return any(lane in (None, job.lane) for job in self._jobs.values())

    def shut_down(self) -> None:
        """Cancel what can be cancelled, finish the store lane and end every thread; outcomes are no longer told."""
        self._closed = True
        for job in self._jobs.values():
            if job.lane is not Lane.STORE:
                job.token.cancel()
        for lane, pool in self._pools.items():
            pool.shutdown(wait=False, cancel_futures=lane is not Lane.STORE)
        awaited = [future for future in self._jobs if not future.cancelled()]  # `wait` never ends for the others
        self.hangs = not self._ended(awaited)
        if not self.hangs:
            for pool in self._pools.values():
                pool.shutdown(wait=True)
        self._jobs.clear()

    def _ended(self, awaited: Collection[Future[Any]]) -> bool:
        """Wait until all of these have ended, or none gives a sign of life any more; return whether they have."""
        while awaited:
            self._is_alive.clear()
            done, awaited = wait(awaited, LAST_WAIT, FIRST_COMPLETED)
            if not done and not self._is_alive.is_set():
                return False
        return True

    @Slot(object)
    def _tell_relayed(self, telling: Callable[[], None]) -> None:
        if not self._closed:
            telling()

    @Slot(object)
    def _land(self, future: Future[Any]) -> None:
        job = self._jobs.pop(future, None)
        if job is None:
            return  # shut down in the meantime
        try:
            _tell(job, future)
        finally:
            if not self._jobs:
                self.idle.emit()


def _run(job: Callable[[], T], token: Token) -> T:
    if token.cancelled():
        raise Cancelled
    return job()


def _tell(job: _Job, future: Future[Any]) -> None:
    """Hand the outcome to the one who waits for it; raises what was no foreseen error.

    An error is looked at and not raised here: with this frame in its trace it would hold itself.
    """
    error = future.exception(timeout=0)
    if error and not isinstance(error, KnownError | Cancelled):
        raise error
    if isinstance(error, Cancelled) or job.token.cancelled():
        tell(job.dropped)
    elif isinstance(error, KnownError):
        tell(job.failed, error)
    else:
        tell(job.done, future.result(timeout=0))
