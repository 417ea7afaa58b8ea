"""A pack that is opened while Copydesk runs goes to the window that is there, which says first what it holds."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk.paths import is_private, runtime_dir
from ui.window import running
from ui.window.running import Listening, handed_over

PACK = b'["/media/stick/a.copydesk"]\n'


@pytest.fixture(autouse=True)
def _short_home(monkeypatch):
    """Live where the path of a socket has room: the tests' own homes are deep, on macOS more than elsewhere."""
    home = Path(tempfile.mkdtemp(prefix="cd-"))
    monkeypatch.setenv("COPYDESK_HOME", str(home))
    yield
    shutil.rmtree(home)


@pytest.fixture
def parent(qapp):
    """What the listening ones of a test end with."""
    parent = QObject()
    yield parent
    parent.deleteLater()


@pytest.fixture
def came(parent):
    """The packs that a running Copydesk was given."""
    return _listen("a.db", parent)


def _listen(database, parent):
    """Return the packs that one that runs with this database will be given."""
    given = []
    Listening(database, parent).came.connect(given.append)
    return given


_OTHER_PROGRAM = """
import sys
from pathlib import Path
from ui.window.running import handed_over
print(*(handed_over([Path(each) for each in sys.argv[2:]], database) for database in sys.argv[1].split()))
"""


def _open_elsewhere(qtbot, databases, *packs, folder=None):
    """Return for each of the databases whether another program, started in this folder, hands these packs over."""
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER_PROGRAM, databases, *packs],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
        return other.stdout.read().split()


def test_a_running_window_takes_packs_of_its_own_database_alone(qtbot, came, tmp_path):
    pack = str(tmp_path / "Größe.copydesk")
    assert _open_elsewhere(qtbot, "a.db b.db", "train.copydesk", pack) == ["True", "False"]
    assert came == [[Path.cwd() / "train.copydesk", tmp_path / "Größe.copydesk"]]


def test_a_database_of_the_same_name_in_another_folder_is_another(qtbot, came, tmp_path):
    databases = f"a.db {Path.cwd() / 'a.db'} {os.path.relpath('a.db', tmp_path)}"
    assert _open_elsewhere(qtbot, databases, "train.copydesk", folder=tmp_path) == ["False", "True", "True"]
    assert came == [[tmp_path / "train.copydesk"]] * 2


def test_an_address_of_a_file_is_of_its_folder_too(qtbot, came, tmp_path):
    addresses = (
        f"sqlite:///a.db sqlite:///{Path.cwd() / 'a.db'} sqlite:///{os.path.relpath('a.db', tmp_path)}?timeout=9"
    )
    assert _open_elsewhere(qtbot, addresses, "train.copydesk", folder=tmp_path) == ["False", "True", "True"]


def test_the_address_of_a_server_is_the_same_from_every_folder(tmp_path, monkeypatch):
    url = "postgresql://desk.example/stories"
    here = running._name(url)
    monkeypatch.chdir(tmp_path)
    assert running._name(url) == here


def _answer(qtbot, said, database="a.db"):
    """Return what a running Copydesk says to these bytes; what it takes it is then told to open."""
    caller = QLocalSocket()
    caller.readyRead.connect(lambda: caller.write(b"go on\n"))
    caller.connectToServer(running._address(database))
    with qtbot.waitSignal(caller.disconnected, timeout=20_000):
        caller.write(said)
    return caller.readAll().data()


def test_a_second_window_of_a_database_leaves_packs_to_the_first(qtbot, came, parent):
    other = _listen("a.db", parent)
    assert _answer(qtbot, PACK) == b"taken\n"
    assert (len(came), other) == (1, [])


def test_a_second_window_takes_packs_once_the_first_is_closed(qtbot, parent):
    first = Listening("a.db", first_parent := QObject())
    second, third = Listening("a.db", parent), Listening("a.db", parent)
    given = []
    second.came.connect(given.append)
    third.came.connect(given.append)
    assert [each.is_listening for each in (first, second, third)] == [True, False, False]
    first_parent.deleteLater()
    qtbot.waitUntil(lambda: second.is_listening or third.is_listening, timeout=20_000)
    assert _answer(qtbot, PACK) == b"taken\n"
    assert len(given) == 1


def test_a_pack_that_a_stuck_window_did_not_take_in_time_is_not_opened_twice(qtbot, came, monkeypatch):
    monkeypatch.setattr(running, "_WAIT", 50)
    assert not handed_over([Path("late.copydesk")], "a.db")  # the window is stuck: this very thread is its own
    assert _answer(qtbot, PACK) == b"taken\n"
    assert came == [[Path("/media/stick/a.copydesk")]]


def test_what_makes_no_sense_is_not_taken_and_harms_nothing(qtbot, came):
    for said in (b"nonsense\n", b"[1]\n", b"[" * 60_000 + b"\n", b"x" * 70_000):
        assert _answer(qtbot, said) == b""
    assert _answer(qtbot, PACK) == b"taken\n"
    assert len(came) == 1


def test_a_socket_that_a_killed_one_left_is_in_nobodys_way(qtbot, parent):
    runtime_dir().mkdir(mode=0o700)
    place = Path(running._address("c.db"))
    if place.is_absolute():
        place.touch()
    given = _listen("c.db", parent)
    assert _answer(qtbot, PACK, "c.db") == b"taken\n"
    assert len(given) == 1


def _be_another_user(monkeypatch):
    another = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: another)


needs_folders_of_users = pytest.mark.skipif(os.name != "posix", reason="Windows lets one user alone reach a pipe")


@needs_folders_of_users
def test_where_the_path_has_no_room_nothing_is_handed_over_at_a_place_that_all_users_share(parent, monkeypatch):
    monkeypatch.setenv("COPYDESK_HOME", str(Path(os.environ["COPYDESK_HOME"]) / ("deep" * 25)))
    shared = QLocalServer(parent)
    assert shared.listen(running._name("a.db"))  # anybody's, in the folder for temporary files
    assert not Listening("a.db", parent).is_listening
    assert not handed_over([Path("a.copydesk")], "a.db")
    assert shared.waitForNewConnection(0) == (False, True)  # nobody came: the time was over
    shared.close()


@needs_folders_of_users
def test_nothing_is_handed_over_in_a_folder_that_others_may_enter_or_own(monkeypatch):
    runtime_dir().mkdir(mode=0o700)
    assert is_private(runtime_dir())
    assert running._address("a.db")
    (link := runtime_dir().with_name("link")).symlink_to(runtime_dir())
    assert not is_private(link)
    runtime_dir().chmod(0o750)
    assert running._address("a.db") is None
    runtime_dir().chmod(0o700)
    _be_another_user(monkeypatch)
    assert running._address("a.db") is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system does not say who listens")
def test_a_listener_of_another_user_is_no_running_window(came, monkeypatch):
    address = running._address("a.db")
    assert running._reached(address) is not None
    _be_another_user(monkeypatch)
    assert running._reached(address) is None
