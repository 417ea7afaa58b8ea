"""Servers that stand in for LanguageTool's own."""

import pytest

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
