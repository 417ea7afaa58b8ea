"""What all tests share: no display needed, a home of its own for each test, and no log line that nobody expected."""

import logging
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write what the golden tests came to as their new snapshots")


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
