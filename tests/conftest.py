"""What all tests share: no display needed, a home of its own for each test, and no log line that nobody expected."""

import contextlib
import gc
import json
import logging
import os
import shutil
import sys
import tempfile
import zipfile
from dataclasses import replace
from itertools import count
from pathlib import Path
from shlex import quote

import pytest
from hypothesis import HealthCheck, settings

from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.install import install
from desk.checks.grammar.engine.java import OLDEST, find_java
from desk.checks.grammar.engine.lock_file import read_lock
from desk.checks.grammar.engine.packs import installed
from desk.checks.grammar.engine.prepare import key_of
from desk.checks.grammar.engine.server import stop_all
from desk.checks.grammar.engine.start_cache import StartCache
from desk.errors import KnownError
from desk.packs import locking
from desk.paths import cache_dir, config_dir, data_dir, runtime_dir
from desk.review import people
from desk.store.connect import open_store
from desk.store.database import sqlite
from tests.keeper import RunFolder, join
from tests.once import Once
from tests.server import Server, in_memory
from tests.stress.tries import only_tries, summed, table, tries, write_table

__all__ = ["tries"]  # a fixture for all
SCREEN = Path(__file__).with_name("screen.json")
"""A screen as desks have them: Qt's own here is 800 by 800, and no window is larger than its screen."""
if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    path = os.path.relpath(SCREEN) if os.name == "nt" else str(SCREEN)  # a colon would end the argument
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"
settings.register_profile("copydesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
gc.set_threshold(100_000, 50, 100)  # a tenth of the suite's time went into looking through what all tests share
os.environ.setdefault("_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2")  # an engine that starts
# for one test spent 40 % of its processor time on making quicker what never ran again; a name that has the last word,
# for the product's own high thresholds leave too much uncompiled here (first text 7.4 s of the processor, now 5.3)
settings.load_profile("copydesk")  # a busy machine is no failure: how fast things are is for tests/bench/


def pytest_addoption(parser):
    put = parser.addoption
    put("--accept", action="store_true", help="write what the golden tests came to as their new snapshots")
    put("--stress", action="store_true", help="run what tries to break Copydesk alone, and many times")
    put("--readme", action="store_true", help="write the table of --stress into the README")
    put("--seed", type=int, default=0, help="another number tries other files, moments and kills with --stress")
    put("--share", type=float, default=1.0, help="the share of the tries of --stress that are made, 0.1 say")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--stress"):
        only_tries(items, config)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish():
    """Say that what was collected stays: pytest looks for garbage twice at the end, 0.25 s each through all of that."""
    gc.freeze()


def pytest_terminal_summary(terminalreporter, config):
    if not config.getoption("--stress"):
        return
    sums = summed(one for reports in terminalreporter.stats.values() for one in reports if hasattr(one, "when"))
    terminalreporter.write_line("\n" + table(sums))
    if config.getoption("--readme"):
        write_table(sums)


_LEASE = pytest.StashKey[object]()
"""What this process holds for the keeper of the run's folder."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    """Keep the tests' own folders in memory where there is plenty: half of the suite's time was waiting for a disk.

    Each commit of a real SQLite waits 1 to 8 ms until a disk has it; nothing here cuts the power. What was chosen by
    hand stays, and the other processes of one run have theirs from the first.
    """
    folder = in_memory()
    if hasattr(config, "workerinput"):
        config.stash[_LEASE] = join(Path(config.option.basetemp).parent)
    elif folder and config.option.basetemp is None:
        config.stash[_LEASE] = run = RunFolder(folder)
        config.option.basetemp = str(run.tests)
        config.add_cleanup(run.leave)


_USERS_DATA = Path(os.environ.get("COPYDESK_TEST_ENGINE") or data_dir())
"""Where the engine is installed once for all tests: the user's own, before each test gets a home of its own."""
_USERS_CACHE = cache_dir()


class _Loud(logging.Handler):
    """Gathers log records from WARNING up."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record):
        self.records.append(record)


@pytest.fixture(autouse=True)
def expect_log():
    """Fail the test if anything logs a warning or worse; call it with a part of the message to expect one."""
    loud, expected = _Loud(), []
    logging.getLogger().addHandler(loud)
    yield expected.append
    logging.getLogger().removeHandler(loud)
    said = [record.getMessage() for record in loud.records]
    surprises = [line for line in said if not any(part in line for part in expected)]
    missing = [part for part in expected if not any(part in line for line in said)]
    assert not surprises, f"logged: {surprises}"
    assert not missing, f"expected in the log, but not there: {missing}"


_DEAR = {module: module._WORK for module in (people, locking)}
"""What makes a PIN and a passphrase dear to guess: 40 and 200 ms a try."""


@pytest.fixture(scope="session", autouse=True)
def _guessed_cheaply():
    """Make PINs and passphrases cheap to try, hundreds of times in a run; `guessed_dearly` is for what they are."""
    with pytest.MonkeyPatch.context() as patch:
        for module in _DEAR:
            patch.setattr(module, "_WORK", 2)
        yield


@pytest.fixture
def guessed_dearly(monkeypatch):
    """Let PINs and passphrases cost what they cost the product."""
    for module, work in _DEAR.items():
        monkeypatch.setattr(module, "_WORK", work)


_HOMES = count(1)


@pytest.fixture(autouse=True)
def _own_home(request, tmp_path_factory):
    """Keep every test away from the user's own desk; most need no home, and none is made before it is used."""
    if "tmp_path" in request.fixturenames:
        home, asked = request.getfixturevalue("tmp_path") / "copydesk-home", True
    else:
        home, asked = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}", False
    os.environ |= {"COPYDESK_HOME": str(home), "COPYDESK_KEYRING": "off"}
    yield
    if not asked and home.exists():
        shutil.rmtree(home, ignore_errors=True)


MADE_FROM_NOTHING = (
    *("test_connect", "test_migrations", "test_earlier_versions"),
    *("test_backups", "test_footing", "test_private"),
)
"""Rooms of tests that are about how a database comes to be: theirs are made by every migration, as on a new desk."""


@pytest.fixture(scope="session")
def once(tmp_path_factory):
    """Return what has one process make for all of this run what is dear to make."""
    own = tmp_path_factory.getbasetemp()
    return Once((own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "once")


@pytest.fixture(scope="session")
def pattern_database(once):
    """Return a database file with our tables and nothing in it: each test's own starts as a copy (5 ms, not 120)."""
    folder, _ = once.made("pattern", lambda folder: open_store(folder / "pattern.db").close())
    return folder / "pattern.db"


@pytest.fixture(scope="session", autouse=True)
def _copying(pattern_database):
    """Begin each new SQLite database as a copy of the pattern while the list that is returned has something in it."""
    look_at, copies = sqlite.look_at, []

    def look_and_copy(path):
        look_at(path)
        if copies and not path.exists():
            shutil.copyfile(pattern_database, path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "look_at", look_and_copy)
        yield copies


@pytest.fixture(scope="module", autouse=True)
def _made_by_copying(request, _copying):
    """Have the tests of most rooms begin with copies of the pattern."""
    _copying[:] = [] if request.module.__name__.rpartition(".")[2] in MADE_FROM_NOTHING else ["pattern"]


@pytest.fixture(scope="session")
def engine_data():
    """Return the data folder of an installed LanguageTool; in CI the lack of one is a failure, never a skip."""
    folders = Folders(data=_USERS_DATA)
    try:
        install(folders, read_lock())
    except KnownError as error:
        if "already" not in str(error):  # another test process is at it, and this one waits for the same folder
            (pytest.fail if os.environ.get("CI") else pytest.skip)(f"no grammar engine: {error}")
    return _USERS_DATA


@pytest.fixture(scope="session")
def engine_cache(engine_data):
    """Return the cache of the tests' engines, begun with the start-up cache that the installing made.

    Else each process of the tests has its first engine make one, on a fresh clone: 8 to 20 s of the processor each.
    """
    cache = engine_data / "test-cache"
    key = key_of(read_lock(), find_java(), languages=installed(Folders(data=engine_data)))
    made, own = _USERS_CACHE / "engine" / key, cache / "engine" / key
    if StartCache(str(made / "start.aot")).is_whole() and not (own / "start.aot").exists():
        own.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(dir=own.parent, prefix="new-"))
        shutil.copytree(made, new, dirs_exist_ok=True)
        with contextlib.suppress(OSError):  # another test process was first
            new.rename(own)
        shutil.rmtree(new, ignore_errors=True)
    return cache


@pytest.fixture(scope="session")
def shared_folders(engine_data, engine_cache, tmp_path_factory):
    """Return folders in which all processes of one run of the tests meet, so that they share one server."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return Folders(data=engine_data, cache=engine_cache, runtime=run / "engine")


@pytest.fixture(scope="session")
def reading_engine(shared_folders):
    """Return the real engine for tests that only read: its server is shared, and left warm for the other process."""
    engine = GrammarEngine(shared_folders, keep_warm=10)
    yield engine
    engine.close()


@pytest.fixture
def real_engine(engine_data, engine_cache, tmp_path):
    """Return the real engine with a server of its own, which a test may kill; it is started by the first text."""
    engine = GrammarEngine(Folders(engine_data, engine_cache, tmp_path / "mortal"), keep_warm=60)
    yield engine
    engine.close()
    GrammarEngine(engine.folders, keep_warm=0).stop()


_AS_JAVA = """\
import sys

sys.path.insert(0, {root!r})
from tests.desk.checks.grammar.engine.speaking import as_java

as_java(sys.argv[1:])
"""


@pytest.fixture(scope="session")
def stand_in(engine_data, once):
    """Return a program that is started and harmed as Java is, and the folders of engines that are made ready for it.

    For tests of what is done to the process and not of what it finds: a real start with its first text costs 4.5 s of
    the processor, and one of this .1 s. What a real one alone can show stands in `test_real_engine.py`.
    """
    home, _ = once.made("stand-in", _as_java)
    return home / "bin" / "java", Folders(engine_data, home / "cache", home / "run")


def _as_java(home):
    """Make a home of a Java that runs what is beside it."""
    program = home / "bin" / "java"
    program.parent.mkdir()
    (home / "as_java.py").write_text(_AS_JAVA.format(root=str(SCREEN.parents[1])), "utf-8")
    beside = '"$(dirname "$0")/../as_java.py"'
    program.write_text(f'#!/bin/sh\nexec {quote(sys.executable)} -IS {beside} "$@"\n', "utf-8")
    program.chmod(0o755)
    (home / "release").write_text(f'JAVA_RUNTIME_VERSION="{OLDEST}.0.1"\n', "utf-8")


@pytest.fixture
def stand_in_engine(stand_in, tmp_path):
    """Return an engine whose server stands in for the real one, which a test may harm."""
    program, folders = stand_in
    engine = GrammarEngine(replace(folders, runtime=tmp_path / "run"), java=str(program), keep_warm=60)
    yield engine
    engine.close()
    engine.stop()


@pytest.fixture
def lend_engine(request, shared_folders, stand_in):
    """Return a function that lends the installed engine to the home of this test, with these settings.

    The server is the test's own, but where `shared`: then it is that of all reading tests; or where `mortal`: then it
    is one that stands in for the real one and may be killed, which with `--stress` is the real one.
    """
    own = Folders()

    def lend(*, shared=False, mortal=False, **settings):
        program, folders = stand_in
        mortal = mortal and not request.config.getoption("--stress")
        folders = folders if mortal else shared_folders
        data_dir().mkdir(parents=True, exist_ok=True)
        (data_dir() / "engine").symlink_to(folders.data / "engine", target_is_directory=True)
        folders.cache.mkdir(parents=True, exist_ok=True)
        cache_dir().symlink_to(folders.cache, target_is_directory=True)
        if shared:
            folders.runtime.mkdir(parents=True, exist_ok=True)
            runtime_dir().symlink_to(folders.runtime, target_is_directory=True)
        settings |= {"java": str(program)} if mortal else {}
        config_dir().mkdir(parents=True, exist_ok=True)
        lines = [f"{name} = {json.dumps(value)}\n" for name, value in settings.items()]
        (config_dir() / "settings.toml").write_text("".join(lines), "utf-8")

    yield lend
    if not own.runtime.is_symlink():  # shared with others
        stop_all(own)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Return a real PostgreSQL server; in CI the lack of one is a failure, never a skip."""
    own = tmp_path_factory.getbasetemp()
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    try:
        made = Server((own.parent if worker else own) / "server", worker or "alone", in_memory())
    except FileNotFoundError as error:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(error))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desk.store.connect.create_engine", made.engine_of())
        yield made
    made.leave()


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = f'xmlns:w="{_WORD}" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


@pytest.fixture
def word_file(tmp_path):
    """Return a maker of Word files in the test's folder: the inside of the body, other parts by their names."""

    def make(body, name="story.docx", properties="", **parts):
        path = tmp_path / name
        tags = {part: f"w15:{part}" if part == "commentsExtended" else f"w:{part}" for part in parts}
        links = "".join(f'<Relationship Id="{p}" Type="{_OFFICE}/{p}" Target="{p}.xml"/>' for p in parts)
        with zipfile.ZipFile(path, "w") as archive:
            put = archive.writestr
            put("[Content_Types].xml", f'<Types><Override ContentType="{_WORD_TYPE}"/></Types>')
            put("word/document.xml", f"<w:document {_SPACES} {_W14}><w:body>{body}</w:body></w:document>")
            put("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
            for part, inside in parts.items():
                put(f"word/{part}.xml", f"<{tags[part]} {_SPACES} {_W14}>{inside}</{tags[part]}>")
            if properties:
                put("docProps/core.xml", properties)
        return path

    return make
