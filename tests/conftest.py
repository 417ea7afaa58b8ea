"""What all tests share: no display needed, a home of its own for each test, and no log line that nobody expected."""

import logging
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from desk.checks.grammar.folders import Folders
from desk.checks.grammar.install import install
from desk.checks.grammar.lock import read_lock
from desk.checks.grammar.service import GrammarEngine
from desk.errors import KnownError
from desk.paths import data_dir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("copydesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("copydesk")  # a busy machine is no failure: how fast things are is for tests/bench/


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write what the golden tests came to as their new snapshots")


_USERS_DATA = Path(os.environ.get("COPYDESK_TEST_ENGINE") or data_dir())
"""Where the engine is installed once for all tests: the user's own, before each test gets a home of its own."""


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


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """Keep every test away from the user's own desk."""
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "copydesk-home"))


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


@pytest.fixture
def real_engine(engine_data, tmp_path):
    """Return the real engine with a server of its own, which is ended with the test."""
    folders = Folders(data=engine_data, cache=_USERS_DATA / "test-cache", runtime=tmp_path / "run")
    engine = GrammarEngine(folders, keep_warm=0)
    yield engine
    engine.stop()
    engine.close()
