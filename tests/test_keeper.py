"""The keeper of a run's folder."""

import signal
import subprocess
import sys

import psutil

from tests.keeper import RunFolder, join


def _waiting(*words):
    """Return a process that was called with these words and waits until it is let go or told to end."""
    pipe = subprocess.PIPE
    wait = "import sys; print(flush=True); sys.stdin.read()"
    process = subprocess.Popen([sys.executable, "-c", wait, *words], stdin=pipe, stdout=pipe)
    process.stdout.readline()
    return process


def test_what_a_run_leaves_goes_with_the_last_of_its_processes(tmp_path):
    other = tmp_path / "copydesk-tests-other"
    other.mkdir()
    run = RunFolder(tmp_path)
    folder = run.tests.parent
    run.tests.mkdir()
    (keeper,) = [one for one in psutil.process_iter(["cmdline"]) if str(folder) in (one.info["cmdline"] or [])]
    with (
        _waiting("desk.checks.grammar.engine.daemon", f'{{"runtime": "{folder}/run"}}') as engine,
        _waiting(folder / "story.txt") as editor,
    ):
        second = join(run.tests)
        run.leave()
        assert keeper.is_running()
        second.close()
        ended = engine.wait(60)
        keeper.wait(60)
        assert (ended, folder.exists(), other.exists()) == (-signal.SIGTERM, False, True)
        assert editor.poll() is None


def test_a_run_that_nobody_keeps_has_no_lease(tmp_path):
    assert join(tmp_path / "tests") is None
