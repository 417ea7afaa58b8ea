"""A pack that is opened while Copydesk runs goes to the window that is there, which says first what it holds."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket

from ui.window import running
from ui.window.running import Listening

PACK = b'["/media/stick/a.copydesk"]\n'


@pytest.fixture
def came(qapp):
    """The packs that a running Copydesk was given."""
    parent, given = QObject(), []
    listening = Listening("a.db", parent)
    listening.came.connect(given.append)
    yield given
    parent.deleteLater()


_OTHER_PROGRAM = """
import sys
from pathlib import Path
from ui.window.running import handed_over
print(*(handed_over([Path(each) for each in sys.argv[2:]], database) for database in sys.argv[1].split()))
"""


def test_a_running_window_takes_packs_of_its_own_database_alone(qtbot, came, tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER_PROGRAM, "a.db b.db", "train.copydesk", str(tmp_path / "Größe.copydesk")],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
        assert other.stdout.read().split() == ["True", "False"]
    assert came == [[Path.cwd() / "train.copydesk", tmp_path / "Größe.copydesk"]]


def _answer(qtbot, said, database="a.db"):
    """Return what a running Copydesk says to these bytes."""
    caller = QLocalSocket()
    caller.connectToServer(running._address(database))
    with qtbot.waitSignal(caller.disconnected, timeout=20_000):
        caller.write(said)
    return caller.readAll().data()


def test_a_second_window_of_a_database_leaves_packs_to_the_first(qtbot, came):
    second = Listening("a.db", parent := QObject())
    other = []
    second.came.connect(other.append)
    assert _answer(qtbot, PACK) == b"taken\n"
    assert (len(came), other) == (1, [])
    parent.deleteLater()


def test_what_makes_no_sense_is_not_taken_and_harms_nothing(qtbot, came):
    for said in (b"nonsense\n", b"[1]\n", b"[" * 60_000 + b"\n", b"x" * 70_000):
        assert _answer(qtbot, said) == b""
    assert _answer(qtbot, PACK) == b"taken\n"
    assert len(came) == 1


def test_a_socket_that_a_killed_one_left_is_in_nobodys_way(qtbot, qapp):
    place = Path(running._address("c.db"))
    if place.is_absolute():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    parent, given = QObject(), []
    Listening("c.db", parent).came.connect(given.append)
    assert _answer(qtbot, PACK, "c.db") == b"taken\n"
    assert len(given) == 1
    parent.deleteLater()
