"""Many files checked in several processes, one a processor; their answers come in the order of the files.

Python works on one processor a process. The processes are started anew with nothing of ours in them (no thread, lock or
connection is inherited), ask the one grammar engine of this account, and end with the process that started them: each
waits at the end of a pipe.
"""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from desk.checking.runner import ReadingCache
from desk.checks.check import Item
from desk.commands.check_one_file import CheckCall, Checked, check_file, keep_what_is_loaded
from desk.commands.patience import leave
from desk.services.examiner import Examiner

_AHEAD = 16
"""Answers a process that are kept at most while an earlier file takes longer: some 50 kB each."""
_READINGS = 2_000
"""Readings that a process keeps: two files have little in common but their labels and lines of a website."""
_MOST = 16
"""Processes: each has 80 MB, and the grammar engine answers three of them at once."""
_WORTH_A_PROCESS, _WORTH_IT_WITH_GRAMMAR = 16, 4
"""Files that take as long as a process takes to start (0.4 s), by our own checks and with the grammar engine."""
_ENDED = "the process that checked it was ended from outside, perhaps for want of memory. Check this file by itself."


def processes_for(files: int, items: Sequence[Item]) -> int:
    """Return how many processes so many files are worth on this machine; 1 is the process that asks."""
    worth = _WORTH_IT_WITH_GRAMMAR if Item.GRAMMAR in items else _WORTH_A_PROCESS
    return max(1, min(_processors(), files // worth, _MOST))


def _processors() -> int:
    """Return the processors that this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def checked_side_by_side(
    paths: Sequence[Path], wanted: CheckCall, settings: Path, processes: int
) -> Generator[Checked, None, None]:
    """Yield what each file comes to, in the order given, as soon as those before it are told.

    However it is left (Ctrl+C, a reader that goes away), the processes are ended.
    """
    pool = _Pool(wanted, settings, processes)
    try:
        yield from pool.answers(paths)
    finally:
        pool.end()


class _Pool:
    """Processes that check one file after another, each with the file it has in hand."""

    def __init__(self, wanted: CheckCall, settings: Path, processes: int) -> None:
        self._wanted, self._settings = wanted, settings
        self._idle: list[Connection] = []
        self._in_hand: dict[Connection, int] = {}
        self._running: dict[Connection, BaseProcess] = {}
        for _ in range(processes):
            self._start()

    def _start(self) -> None:
        ours, theirs = get_context("spawn").Pipe()
        process = get_context("spawn").Process(
            target=_check_on_demand, args=(theirs, self._wanted, self._settings), daemon=True
        )
        process.start()
        theirs.close()  # the end of the process is then the end of its pipe
        self._running[ours] = process
        self._idle.append(ours)

    def answers(self, paths: Sequence[Path]) -> Iterator[Checked]:
        """Yield what each file comes to, in order; at most `_AHEAD` a process are kept while one is waited for."""
        answers: dict[int, Checked] = {}
        waiting = deque(range(len(paths)))
        for nth in range(len(paths)):
            while nth not in answers:
                while self._idle and waiting and waiting[0] < nth + _AHEAD * len(self._running):
                    self._ask(self._idle.pop(), waiting.popleft(), paths)
                answers.update(self._heard(paths))
            yield answers.pop(nth)

    def _ask(self, process: Connection, nth: int, paths: Sequence[Path]) -> None:
        with suppress(OSError):  # one that has died meanwhile is heard of next
            process.send(paths[nth])
        self._in_hand[process] = nth

    def _heard(self, paths: Sequence[Path]) -> Iterator[tuple[int, Checked]]:
        """Yield what came of the processes at work, having waited for the first."""
        for one in wait(list(self._in_hand)):
            assert isinstance(one, Connection)
            nth = self._in_hand.pop(one)
            try:
                yield nth, one.recv()
                self._idle.append(one)
            except (EOFError, OSError):
                self._running.pop(one).join()
                one.close()
                self._start()
                yield nth, Checked(2, told=(f"{paths[nth]}: {_ENDED}",))

    def end(self) -> None:
        """End all processes, at once those that have a file in hand; the others let go of the engine first."""
        for one, process in self._running.items():
            one.close()
            if one in self._in_hand:
                process.terminate()
        for process in self._running.values():
            process.join()


def _check_on_demand(names: Connection, wanted: CheckCall, settings: Path) -> None:
    """Check each file whose name comes, until nobody is there any more to send one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all: the process that asked ends the others
    examiner = Examiner(settings, ReadingCache(_READINGS))
    if Item.GRAMMAR in wanted.items:
        examiner.engine.give_way()
    try:
        with suppress(EOFError, OSError):
            while True:
                names.send(check_file(examiner, names.recv(), wanted))
                keep_what_is_loaded()
    finally:
        leave(examiner, wanted.items)
