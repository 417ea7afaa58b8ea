import pytest

from desk.checking.copy_map import copy_map
from desk.checking.runner import ReadingCache, run_check
from desk.checks.figures.check import FiguresCheck
from desk.checks.house import Brief, House


@pytest.fixture
def told():
    """Return what the figures check finds in a text, written on a day of its own or on none."""

    def told(text, dated=None, **house):
        run = run_check(FiguresCheck(), copy_map(text, "text"), Brief(House(**house), dated=dated), ReadingCache())
        assert not run.unchecked
        return run.findings

    return told
