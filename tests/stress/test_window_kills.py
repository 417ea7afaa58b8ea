"""A real window is killed while somebody types; what was typed is there again, at most two seconds behind."""

import os
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desk.store.connect import open_store

TYPIST = Path(__file__).with_name("window_typist.py")
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from ui.__main__ import main
from ui.window.app import application
from ui.window.open_window import OpenWindow

app = application([])
clock = QTimer(interval=50)

def settled(window):
    asked = any(isinstance(w, QDialog) and w.isVisible() for w in app.topLevelWidgets())
    return window.hub.is_ready and not window.lanes.busy() and asked == (sys.argv[1] == "asked")

def look():
    if any(settled(w) for frame in app.topLevelWidgets() for w in frame.findChildren(OpenWindow)):
        clock.stop()
        print("ready", flush=True)

clock.timeout.connect(look)
clock.start()
sys.exit(main(sys.argv[2:]))
"""
BEHIND = 100
"""Keys that a copy may be behind: two seconds of the typist's clock, so that a slow machine is slow for both."""
SECONDS_A_KEY = 0.02


def _type_and_die(drafts, keys, database=""):
    """Let the typist type that many keys, kill it, and return how many letters it had typed in each window."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, str(TYPIST), database, *map(str, drafts)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=TYPIST.parents[2],
    )
    try:
        said = [process.stdout.readline() for _ in range(keys)]
    finally:
        process.kill()
    rest, _ = process.communicate(timeout=60)
    assert all(said), "the window ended by itself"
    return [int(count) for count in b"".join([*said, rest]).split(b"\n")[-2].split()]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM")
@pytest.mark.parametrize("state", ["no story", "a story", "asked"])
def test_a_window_that_is_asked_to_end_ends_the_application(state, tmp_path):
    draft = tmp_path / "bridge.txt"
    draft.write_text("The bridge opened on Monday. ", "utf-8")
    if state == "asked":
        _type_and_die([draft], 120)  # so that the next window begins with the dialog on what was left
    command = [sys.executable, "-c", WINDOW, state, *([str(draft)] if state == "a story" else [])]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as process:
        try:
            assert process.stdout.readline() == b"ready\n"
            process.terminate()
            assert process.wait(60) == 0
        finally:
            process.kill()


@pytest.mark.slow
@pytest.mark.parametrize("row", ["window", "window-server"])
def test_what_was_typed_before_a_kill_is_offered_again(row, tmp_path, tries, request):
    database = "" if row == "window" else request.getfixturevalue("server").database()
    draft, chance, typed = tmp_path / "bridge.txt", random.Random(7 + tries.seed), 0
    draft.write_text("The bridge opened on Monday. ", "utf-8")
    for kill in tries.each(row):
        with kill:
            before = typed
            (typed,) = _type_and_die([draft], chance.randrange(120, 260), database)
            assert typed > before, "the next window went on with what was recovered"
            with closing(open_store(database or None)) as store:
                store.check()
                (pending,) = store.recovery.pending()
                kept = pending.copy.text.count("x")
                behind = typed + 1 - kept
                assert 0 <= behind <= BEHIND + 1
                kill.worst = (max(0, behind - 1) * SECONDS_A_KEY,)
                assert store.stories.text(pending.story.id) == "The bridge opened on Monday. "
            typed = kept


@pytest.mark.slow
def test_what_was_typed_in_two_windows_before_a_kill_is_offered_again_for_both(tmp_path):
    drafts = [tmp_path / name for name in ("bridge.txt", "ferry.txt")]
    for draft in drafts:
        draft.write_text(f"The {draft.stem} opened on Monday. ", "utf-8")
    typed = _type_and_die(drafts, 160)
    with closing(open_store(None)) as store:
        store.check()
        kept = {pending.copy.slug: pending.copy.text.count("x") for pending in store.recovery.pending()}
        assert kept.keys() == {"bridge", "ferry"}
        for draft, count in zip(drafts, typed, strict=True):
            assert 0 <= count - kept[draft.stem] <= BEHIND
