"""Servers that stand in for LanguageTool's own, and engines that may be harmed."""

from dataclasses import dataclass

import pytest

from desk.checks.grammar.engine.engine import GrammarEngine
from desk.checks.grammar.engine.folders import Folders
from tests.desk.checks.grammar.engine.desk_file import GOOD
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


@dataclass(frozen=True)
class Trained:
    """An engine with a desk's rules as its installing left it: only to read, in a runtime folder of one's own."""

    folders: Folders
    rules_file: str
    variant: str
    told: list[tuple[int, int, str]]
    """What was told of progress: done, of how much, and the words."""


@pytest.fixture(scope="session")
def trained(engine_data, once):
    """Return the one engine that is installed as a user does it, with the first run that makes its start-up cache.

    That costs 14 s of the processor; with the cache a start costs 1.5, and without 4.5.
    """
    variant, folders_in = "en-GB", lambda home: Folders(engine_data, home / "cache", home / "run")

    def install(home):
        told = []
        (home / "rules.xml").write_text(GOOD, "utf-8")
        rules_file = str(home / "rules.xml")
        engine = GrammarEngine(folders_in(home), keep_warm=0, variant=variant, rules_file=rules_file)
        engine.install(lambda *step: told.append(step))
        return told

    home, told = once.made("trained", install)
    return Trained(folders_in(home), str(home / "rules.xml"), variant, told)
