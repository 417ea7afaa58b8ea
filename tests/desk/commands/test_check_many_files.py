"""Many files in several processes: the same answers in the same order, and no process that stays."""

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from desk.checks.check import Item
from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.house import Brief
from desk.cli import run
from desk.commands import check_many_files
from desk.commands.check_many_files import checked_side_by_side, processes_for
from desk.commands.check_one_file import CheckCall, Checked
from desk.commands.progress import Progress
from desk.errors import Unavailable

WANTED = CheckCall((Item.STYLE,), Brief())


class Deadly(type(Path())):
    """A name that ends the process which reads it."""

    def __reduce__(self):
        return os._exit, (9,)


@pytest.fixture
def stories(tmp_path):
    """Six files, the first of which takes longest by far: its answer comes last and is told first."""
    paths = [tmp_path / f"{nth}.txt" for nth in range(6)]
    for nth, path in enumerate(paths):
        path.write_text(f"The bridge opened on Monday, said clerk number {nth}.\n\n" * (1 if nth else 30), "utf-8")
    return paths


def test_several_processes_say_what_one_says_in_the_order_given(stories, capsys):
    stories[2].unlink()
    call = ["check", "--json", "--only", "names,style", *map(str, stories)]
    assert run([*call, "--jobs", "2"]) == 2
    together = capsys.readouterr()
    assert run([*call, "--jobs", "1"]) == 2
    assert capsys.readouterr() == together
    assert len(together.out.splitlines()) == 5


def test_a_process_that_is_ended_costs_its_file_alone_and_none_stays(stories, tmp_path):
    paths = [stories[0], Deadly(tmp_path / "deadly.txt"), *stories[1:]]
    came = list(checked_side_by_side(paths, WANTED, tmp_path / "settings.toml", 1))
    assert [one.status == 2 for one in came] == [False, True, *[False] * 5]
    assert "deadly.txt" in came[1].told[0]
    came = checked_side_by_side(stories, WANTED, tmp_path / "settings.toml", 1)
    next(came)
    came.close()  # as Ctrl+C does, and a reader that goes away
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(os.name == "nt", reason="nothing there is killed by a signal")
def test_the_processes_end_with_the_one_that_started_them(stories):
    files = map(str, stories * 200)  # more than fit into a pipe that nobody reads
    call = [sys.executable, "-m", "desk", "check", "--json", "--only", "structure", "--jobs", "2", *files]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        process.stdout.readline()
        children = psutil.Process(process.pid).children()
        process.send_signal(signal.SIGKILL)
        process.stdout.close()
    assert len(children) >= 2
    assert psutil.wait_procs(children, timeout=60)[1] == []


def test_as_many_processes_as_are_worth_it(monkeypatch):
    monkeypatch.setattr(check_many_files, "_processors", lambda: 4)
    assert [processes_for(files, (Item.STYLE,)) for files in (2, 31, 32, 1000)] == [1, 1, 2, 4]
    assert [processes_for(files, tuple(Item)) for files in (2, 8, 1000)] == [1, 2, 4]


def test_a_terminal_shows_how_far_they_are_and_what_they_came_to(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress(4)
    for status in (0, 1, 1, 2):
        progress.hide()
        progress.show(Checked(status, words=500))
    progress.end()
    said = capsys.readouterr().err
    assert " 25 %  1 of 4 files" in said
    assert said.endswith("4 files, 2,000 words: 2 with findings, 1 not read.\n")


def test_where_nobody_looks_on_no_progress_is_told(stories, capsys):
    run(["check", "--only", "style", *map(str, stories)])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("files", "told"), [(1, set()), (2, {True})])
def test_a_check_of_many_files_gives_way_and_one_of_a_single_file_does_not(tmp_path, monkeypatch, files, told):
    """Whoever checks one file waits for it, as whoever types does."""
    said = set()

    def connected(engine, variant):
        said.add(engine._gives_way)
        raise Unavailable("No engine here.")

    monkeypatch.setattr(GrammarEngine, "_connected", connected)
    names = [str(tmp_path / f"{nth}.txt") for nth in range(files)]
    for name in names:
        Path(name).write_text("The bridge opened on Monday, and the ferry left.\n", "utf-8")
    run(["check", "--only", "grammar", "--jobs", "1", *names])
    assert said == (told or {False})
