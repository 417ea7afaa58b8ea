"""An engine when something is done to it: never "passed" unseen, and soon back or called unchecked.

In the ordinary run a stand-in of Java is harmed, with `--stress` the real engine.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial

import psutil
import pytest

from desk.checking.unheard import PATIENCE
from desk.checks.grammar.engine import daemon
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.identity import Owner
from desk.checks.grammar.engine.patience import done_within
from desk.checks.grammar.engine.runfiles import Room
from desk.checks.grammar.engine.start_cache import StartCache
from desk.errors import Unavailable
from tests.stress.load import busy_cores

pytestmark = [pytest.mark.engine, pytest.mark.xdist_group("engine"), pytest.mark.timeout(240)]


def finds(engine, text):
    return {slip.span.of(text) for slip in engine.ask(text, "en-US")}


def asked(engine, text, _given_up):
    return finds(engine, text)


def room_of(engine):
    return engine._shared()._open_room()


@pytest.fixture
def harmed(mortal_engine, tries):
    """Return a function that does something to the running engine, and looks how soon it is back or says why not.

    Who waits as a terminal does is told within ten seconds what it found, or that it was lost; then it is waited for.
    """

    def harm(row, act, then=None):
        for one in tries.each(row):
            with one, busy_cores(2 if tries.stress else 0):
                finds(mortal_engine, "He recieved it.")
                run = room_of(mortal_engine).read()
                told = act(run)
                began, text = time.monotonic(), f"She recieved secret {one.number}."
                found = done_within(mortal_engine.silence, PATIENCE, partial(asked, mortal_engine, text))
                told_after = time.monotonic() - began
                found = finds(mortal_engine, text) if found is None else found
                one.worst = (told_after, time.monotonic() - began)
                if tries.stress:
                    assert told_after <= PATIENCE
                assert "recieved" in found
                if then is not None:
                    then(run, told)

    return harm


def dead(run):
    java = psutil.Process(run.java)
    java.kill()
    java.wait(10)


def test_whoever_takes_the_port_of_a_dead_engine_gets_no_text(harmed, mortal_engine, fakes):
    def taken(run):
        dead(run)
        return fakes(run.port)

    def untouched(run, stranger):
        assert stranger.asked == []
        assert mortal_engine.status().server.port != run.port

    harmed("engine", taken, untouched)


def test_a_halted_daemon_and_a_halted_engine_are_ended_for_good(harmed):
    def halt(run):
        os.kill(run.daemon, signal.SIGSTOP)
        os.kill(run.java, signal.SIGSTOP)

    def ended(run, _):
        assert run.daemon_process.process() is None
        assert run.owner.process() is None

    harmed("engine-halted", halt, ended)


def test_an_engine_that_lost_engine_and_daemon_at_once_is_back(harmed):
    def both(run):
        psutil.Process(run.daemon).kill()
        dead(run)

    harmed("engine-both", both)


def test_an_engine_whose_start_up_cache_and_lists_of_words_are_damaged_is_back(harmed, mortal_engine, tmp_path):
    prepared = mortal_engine._shared()._prepare().folder
    shutil.copytree(prepared, tmp_path / "cache" / "engine" / prepared.name)
    mortal_engine.folders = replace(mortal_engine.folders, cache=tmp_path / "cache", runtime=tmp_path / "run")
    mortal_engine._begin_anew()
    told = []

    def whole():
        until = time.monotonic() + 60
        while not mortal_engine._shared()._prepare().has_lists("en-US") and time.monotonic() < until:
            time.sleep(0.05)
        (lists,) = mortal_engine.folders.cache.rglob("spelling-en-US.lists")
        return lists.read_bytes()

    def damage(run):
        told.append(whole())
        for cache in (*mortal_engine.folders.cache.rglob("start.aot"), *mortal_engine.folders.cache.rglob("*.lists")):
            raw = bytearray(cache.read_bytes())
            raw[len(raw) // 2] ^= 1
            cache.write_bytes(raw)
        dead(run)

    def made_again(*_):
        assert whole() == told[-1]

    harmed("engine-cache", damage, made_again)
    mortal_engine.stop()


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"{", b'{"token": 1, "daemon": "x"}', b"[" * 9000])
def test_a_damaged_run_file_tells_nothing(tmp_path, content):
    room = Room(Folders(tmp_path, tmp_path, tmp_path), "key").open()
    (room.folder / "server.json").write_bytes(content)
    assert room.read() is None


def test_a_damaged_run_file_costs_one_new_start(mortal_engine, another_engine, tries):
    with tries.one("engine-once"):
        finds(mortal_engine, "He recieved it.")
        run = room_of(mortal_engine).read()
        (room_of(mortal_engine).folder / "server.json").write_bytes(b"\0" * 200)
        second = another_engine(keep_warm=60)
        assert "recieved" in finds(second, "She recieved it.")
        second.close()
        if (keeper := run.daemon_process.process()) is not None:  # it looks after its run file once in a while
            keeper.wait(timeout=60)
        assert run.daemon_process.process() is None


def test_the_log_of_a_java_that_wrote_nuls_is_fit_for_a_sentence(tmp_path):
    room = Room(Folders(tmp_path, tmp_path, tmp_path), "key").open()
    room.log.write_bytes(b"\0" * 100_000 + b"Error: \x1b[31mout of memory\n" + b"x" * 5000)
    said = room.last_words()
    assert said.isprintable()
    assert len(said) <= 300
    assert "out of memory" in said


def test_a_damaged_start_up_cache_is_not_used(tmp_path):
    cache = StartCache(str(tmp_path / "start.aot"))
    assert cache.flags() == [f"-XX:AOTCacheOutput={cache.new}"]
    cache.new.write_bytes(b"learned" * 1000)
    cache.take()
    assert cache.flags() == [f"-XX:AOTCache={cache.path}"]
    raw = bytearray((tmp_path / "start.aot").read_bytes())
    raw[3000] ^= 1
    (tmp_path / "start.aot").write_bytes(raw)
    assert cache.flags() == [f"-XX:AOTCacheOutput={cache.new}"]
    assert not (tmp_path / "start.aot").exists()


ENDS_SLOWLY = (
    "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit(7)); print(flush=True); sys.stdin.read()"
)


@pytest.mark.parametrize(("used", "status"), [(True, 7), (False, -signal.SIGKILL)])
def test_an_engine_that_read_nothing_is_given_no_time_to_write_what_it_learned(tmp_path, monkeypatch, used, status):
    monkeypatch.setattr(daemon, "is_well", lambda _: True)
    one = daemon.Daemon(daemon.StartOrder(str(tmp_path), "key", (), str(tmp_path / "start.aot"), 0), None)
    one.room.open()
    one.run_file = replace(one.run_file, port=1)
    one.java = subprocess.Popen([sys.executable, "-I", "-S", "-c", ENDS_SLOWLY], stdin=-1, stdout=-1)
    one.java.stdout.readline()
    if used:
        one.room.note_use()
    one.stop()
    assert one.java.returncode == status
    one.java.communicate()


def test_what_a_killed_process_left_of_a_start_up_cache_is_taken_away(tmp_path):
    """A login that ends while Java writes leaves 40 MB behind, each time."""
    cache = StartCache(str(tmp_path / "start.aot"))
    cache.new.write_bytes(b"learned")
    cache.take()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for half in (f"start.aot.{ended.pid}", f"start.aot.{ended.pid}.config", f"start.aot.{os.getppid()}"):
        (tmp_path / half).write_bytes(b"half")
    cache.tidy()
    assert {file.name for file in tmp_path.iterdir()} == {"start.aot", "start.aot.sum", f"start.aot.{os.getppid()}"}


def test_an_engine_with_other_rules_is_not_believed(reading_engine, monkeypatch):
    engine = GrammarEngine(reading_engine.folders)
    monkeypatch.setattr("desk.checks.grammar.engine.server.mark_of", lambda _: "COPYDESK_PACK_other")
    with pytest.raises(Unavailable, match="other rules"):
        engine.ask("He recieved it.", "en-US")
    engine.close()


def test_a_paragraph_too_large_says_so_at_once(tmp_path):
    engine = GrammarEngine(Folders(tmp_path, tmp_path, tmp_path))
    with pytest.raises(Unavailable, match="begins “Word word"):
        engine.ask("Word word. " * 30_000, "en-US")


def test_another_process_with_the_pid_is_not_the_owner():
    mine = Owner.of(os.getpid())
    assert mine.process()
    assert Owner(os.getpid(), mine.born - 100).process() is None
    assert Owner(os.getpid(), mine.born - 100).doubt(80)


def test_installing_makes_the_start_up_cache_with_progress(trained):
    (made,) = trained.folders.cache.rglob("start.aot")
    assert (made.parent / f"spelling-{trained.variant}.lists").exists()
    assert StartCache(str(made)).flags() == [f"-XX:AOTCache={made}"]
    assert all(done <= total for done, total, _ in trained.told)
    assert [words for *_, words in trained.told if "writing" in words]
    assert GrammarEngine(trained.folders, rules_file=trained.rules_file).status().server is None
