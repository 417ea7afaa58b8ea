"""Lanes: outcomes come home to the main thread, in order, and every thread ends."""

import gc
import threading
import weakref
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject

from desk.errors import BugError, Cancelled, KnownError
from ui.work import lanes as lanes_room
from ui.work.lanes import Lane, Lanes, Token


def test_a_job_runs_elsewhere_and_its_outcome_comes_home(lanes, qtbot):
    told = []
    lanes.submit(Lane.STORE, threading.get_ident, lambda ident: told.append((ident, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    there, here = told[0]
    assert there != here == threading.get_ident()


def test_a_lane_never_overtakes_itself(lanes, qtbot):
    told = []
    for nth in range(50):
        lanes.submit(Lane.STORE, lambda nth=nth: nth, told.append)
    qtbot.waitUntil(lambda: len(told) == 50)
    assert told == list(range(50))


def test_lanes_do_not_wait_for_one_another(lanes, qtbot):
    gate, told = threading.Event(), []
    lanes.submit(Lane.ENGINE, gate.wait, told.append)
    lanes.submit(Lane.CHECKS, lambda: "quick", told.append)
    qtbot.waitUntil(lambda: told == ["quick"])
    assert lanes.busy(Lane.ENGINE)
    assert not lanes.busy(Lane.CHECKS)
    gate.set()
    qtbot.waitUntil(lambda: told == ["quick", True])


def test_a_known_error_goes_to_failed(lanes, qtbot):
    told = []

    def job():
        raise KnownError("The disk is full.")

    lanes.submit(Lane.STORE, job, told.append, lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: told == ["The disk is full."])


class _Words:
    """What a job took or gave back: a story, say."""


@pytest.mark.parametrize("error", [None, KnownError("The disk is full."), Cancelled()])
def test_what_a_job_took_and_gave_back_is_gone_once_it_is_told(lanes, qtbot, error):
    """Else it waits for a look for garbage, and the application has one some times a day."""
    gate, left, told = threading.Event(), [], []

    def job(words):
        gate.wait()
        if error:
            raise type(error)(*error.args)
        left.append(weakref.ref(outcome := _Words()))
        return outcome, words

    gc.disable()
    try:
        taken = _Words()
        left.append(weakref.ref(taken))
        lanes.submit(
            Lane.CHECKS,
            partial(job, taken),
            lambda _: told.append("done"),
            lambda _: told.append("failed"),
            dropped=lambda: told.append("dropped"),
        )
        del taken
        gate.set()
        qtbot.waitUntil(lambda: bool(told))
        qtbot.waitUntil(lambda: [gone() for gone in left] == [None] * len(left))
    finally:
        gc.enable()


def test_a_cancelled_job_is_dropped_wherever_it_was(lanes, qtbot):
    gate, told, token = threading.Event(), [], Token()

    def waits():
        gate.wait()
        return "late"

    def obeys():
        raise Cancelled

    lanes.submit(Lane.CHECKS, waits, told.append, token=token, dropped=lambda: told.append("under way"))
    lanes.submit(Lane.CHECKS, obeys, told.append, token=token, dropped=lambda: told.append("waiting"))
    token.cancel()
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["under way", "waiting"]


def test_a_mistake_of_ours_reaches_the_hook_and_leaves_the_lane_alive(lanes, qtbot):
    told = []
    with qtbot.captureExceptions() as caught:
        lanes.submit(Lane.CHECKS, lambda: 1 // 0, told.append)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    lanes.submit(Lane.CHECKS, lambda: "alive", told.append)
    qtbot.waitUntil(lambda: told == ["alive"])


def test_only_the_main_thread_submits(lanes, qtbot):
    told = []

    def job():
        with pytest.raises(BugError):
            lanes.submit(Lane.CHECKS, lambda: None)
        return "refused"

    lanes.submit(Lane.STORE, job, told.append)
    qtbot.waitUntil(lambda: told == ["refused"])


class Waiting(QObject):
    """Somebody who waits for an outcome; told when it is dead it would fall over its own name."""

    def __init__(self):
        super().__init__()
        self.heard = []

    def hear(self, *words):
        self.setObjectName("heard")
        self.heard.append(words)


@pytest.mark.parametrize("outcome", ["done", "failed", "dropped", "relayed"])
def test_nobody_is_told_who_is_gone_meanwhile(lanes, qtbot, outcome):
    waiting, gate = Waiting(), threading.Event()
    relay = lanes.relay(waiting.hear)

    def job():
        gate.wait(10)
        if outcome == "failed":
            raise KnownError("no")
        if outcome == "dropped":
            raise Cancelled
        if outcome == "relayed":
            relay("half")

    lanes.submit(Lane.CHECKS, job, waiting.hear, waiting.hear, dropped=waiting.hear)
    shiboken6.delete(waiting)
    gate.set()
    qtbot.waitUntil(lambda: not lanes.busy())
    assert waiting.heard == []


def test_progress_is_told_on_the_main_thread(lanes, qtbot):
    told = []
    relay = lanes.relay(lambda *words: told.append((words, threading.get_ident())))
    lanes.submit(Lane.ENGINE, lambda: relay(1, 2, "jars"))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [((1, 2, "jars"), threading.get_ident())]


def test_shutting_down_finishes_the_store_and_ends_every_thread(qtbot):
    lanes, done = Lanes(), []
    gate = threading.Event()
    lanes.submit(Lane.STORE, gate.wait)
    for nth in range(5):
        lanes.submit(Lane.STORE, lambda nth=nth: done.append(nth))
    gate.set()
    lanes.shut_down()
    assert (done, lanes.hangs) == ([0, 1, 2, 3, 4], False)
    assert not [t for t in threading.enumerate() if t.name.startswith("copydesk-")]


def test_shutting_down_waits_for_what_hangs_no_longer_than_it_must(qtbot, monkeypatch):
    """A server that hangs keeps nobody's process: whoever ends it asks whether a lane hangs."""
    monkeypatch.setattr(lanes_room, "LAST_WAIT", 0.01)
    lanes, gate, started = Lanes(), threading.Event(), threading.Event()
    lanes.submit(Lane.STORE, lambda: (started.set(), gate.wait(20)))
    assert started.wait(10)
    assert not lanes.hangs
    lanes.shut_down()
    assert lanes.hangs
    gate.set()
    for thread in [t for t in threading.enumerate() if t.name.startswith("copydesk-")]:
        thread.join(10)


@pytest.mark.parametrize("tells", [True, False], ids=["tells how far it is", "tells nothing"])
def test_what_is_waited_for_at_the_end_is_waited_for_as_long_as_it_tells_how_far_it_is(lanes, monkeypatch, tells):
    relay, gate, waits, wait = lanes.relay(lambda *_: None), threading.Event(), [], lanes_room.wait

    def in_vain_at_first(futures, seconds, *rest, **named):
        waits.append(seconds)
        if len(waits) > 1:
            gate.set()
            return wait(futures, seconds, *rest, **named)
        if tells:
            relay("a story more")
        return wait(futures, 0, *rest, **named)

    monkeypatch.setattr(lanes_room, "wait", in_vain_at_first)
    lanes.submit(Lane.STORE, lambda: gate.wait(10))
    lanes.shut_down()
    assert lanes.hangs is not tells
    assert waits == [lanes_room.LAST_WAIT] * (1 + tells)
    gate.set()


def test_shutting_down_tells_running_checks_to_stop_and_drops_waiting_ones(qtbot, monkeypatch):
    monkeypatch.setattr(lanes_room, "LAST_WAIT", 10.0)
    lanes, token, ran, started = Lanes(), Token(), [], threading.Event()

    def until_told():
        started.set()
        while not token.cancelled():
            token._event.wait(5)

    lanes.submit(Lane.CHECKS, until_told, token=token)
    lanes.submit(Lane.CHECKS, lambda: ran.append("waiting"))
    assert started.wait(10)
    lanes.shut_down()
    assert ran == []
    assert not lanes.busy()
    assert not lanes.hangs
