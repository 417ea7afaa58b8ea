"""Servers that stand in for LanguageTool's own, and engines that may be harmed."""

import pytest

from desk.checks.grammar.engine.engine import GrammarEngine
from tests.desk.checks.grammar.engine.speaking import Fake


@pytest.fixture
def fake():
    """Return a server that behaves, until its `answer` is set."""
    made = Fake()
    yield made
    made.close()


@pytest.fixture
def fakes():
    """Return a maker of such servers."""
    made = []

    def make(port=0):
        made.append(Fake(port))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def mortal_engine(request, tries):
    """Return an engine that a test may harm: with `--stress` the real one, else one that stands in for it."""
    return request.getfixturevalue("real_engine" if tries.stress else "stand_in_engine")


@pytest.fixture
def another_engine(mortal_engine):
    """Return a maker of further engines with the folders and the Java of the mortal one."""

    def make(**how):
        return GrammarEngine(mortal_engine.folders, java=mortal_engine._java, **how)

    return make
