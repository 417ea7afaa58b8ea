"""Every network call of window, desk and engine goes to this very machine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stress.command import copydesk

WATCHED = Path(__file__).with_name("watched.py")
OUTSIDE = re.compile(r"sin6?_addr=inet_(?:addr|pton)\((?:AF_INET6, )?\"(?!127\.|::1\"|0\.0\.0\.0|::\")")
"""An address in strace's words that is none of this machine."""
INSIDE = re.compile(r"'127\.0\.0\.1'|'::1'|'/|\bNone\b")
"""An address of this machine, or the path of a socket, in Python's words."""
NETWORK = "connect,sendto,sendmsg,sendmmsg,bind"


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text("Bridge opens\n\nBy Ada Holm\n\nThe bridge recieved its first train on Monday.\n", "utf-8")
    return path


@pytest.mark.slow
def test_a_window_at_work_talks_to_nobody_outside(draft, tries):
    with tries.one("network") as one:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, str(WATCHED), str(draft)]
        root = WATCHED.parents[2]
        said = subprocess.run(
            command, check=True, capture_output=True, encoding="utf-8", env=environment, cwd=root, timeout=240
        )
        calls = [line for line in said.stdout.splitlines() if line.startswith("call ")]
        assert [call for call in calls if not INSIDE.search(call)] == []
        assert Path(f"{draft}.html").exists()
        one.many = max(1, len(calls))


@pytest.mark.engine
@pytest.mark.slow
def test_window_terminal_and_engine_talk_to_nobody_outside(draft, tmp_path, tries, lend_engine):
    lend_engine(keep_warm_seconds=5)
    commands = [sys.executable, "-m", "desk", "check", str(draft)], [sys.executable, str(WATCHED), str(draft)]
    for one in tries.each("network-traced"):
        log = tmp_path / f"calls{one.number}"
        with one:
            watched = ["strace", "-f", "-e", f"trace={NETWORK}", "-o", str(log), *commands[one.number % 2]]
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
            subprocess.run(watched, check=False, capture_output=True, env=environment, cwd=WATCHED.parents[2])
            copydesk("engine", "stop")
            made = [line for line in log.read_text("utf-8").splitlines() if "AF_INET" in line]
            one.many = max(1, len(made))
            assert [line for line in made if OUTSIDE.search(line)] == []
            assert any("127.0.0.1" in line for line in made)
