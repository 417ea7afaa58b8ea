"""Work that asks the engine, given up where that was lost and is not back soon; the work itself goes on behind."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Event, Thread
from typing import TypeVar

from desk.checks.grammar.engine.progress import nothing
from desk.checks.grammar.engine.silence import Silence

T = TypeVar("T")
Job = Callable[[Callable[[], bool]], T]
"""Work that asks between two steps whether nobody waits for it any more."""
_LOOK = 0.2
"""Seconds between two looks whether the engine was lost for too long."""
_SLOW_LOOKS = 15
"""Looks, three seconds in all, after which a start is told: on a machine at rest it takes one."""


def done_within(silence: Silence, wait: float, job: Job[T], slow: Callable[[], object] = nothing) -> T | None:
    """Return what a job comes to; None where the engine was lost and nothing is heard of it for `wait` seconds.

    `slow` is called once where the engine takes long to come up.
    """
    long = max(wait - _LOOK, 0.0)  # the next look would come too late
    if silence.seconds > long:
        return None  # another job is at it already, and finds it started
    given_up, outcome = Event(), Future[T]()
    Thread(target=_do, args=(job, given_up, outcome), daemon=True).start()  # the end of the process waits for no engine
    looks = 0
    while not silence.seconds > long:
        try:
            return outcome.result(_LOOK)
        except TimeoutError:
            if outcome.done():  # the job's own
                raise
        looks += silence.begins
        if looks == _SLOW_LOOKS and silence.begins:
            slow()
    given_up.set()
    return None


def _do(job: Job[T], given_up: Event, outcome: "Future[T]") -> None:
    try:
        outcome.set_result(job(given_up.is_set))
    except BaseException as error:  # noqa: BLE001 - raised where it is waited for, whatever it is
        outcome.set_exception(error)
