"""What is left out of an import is there as soon as somebody asks for it."""

import sys
from importlib import import_module

import pytest

from desk.checks.grammar.engine.left_out import left_out

PACKAGE = "wsgiref"  # of the standard library, and used by nobody


@pytest.fixture
def unloaded(monkeypatch):
    """Have the package loaded by no one, and no trace of it at the end."""
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        monkeypatch.delitem(sys.modules, name)
    yield
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def test_what_is_left_out_is_loaded_when_it_is_asked_for_something(unloaded):
    with left_out(PACKAGE):
        promised = import_module(PACKAGE)
    assert PACKAGE not in sys.modules
    assert not hasattr(promised, "__file__")
    assert PACKAGE not in sys.modules, "whoever looks through all modules asks for nothing"
    assert promised.__path__ == import_module(PACKAGE).__path__


def test_others_have_it_meanwhile(unloaded):
    with left_out(PACKAGE):
        assert import_module(f"{PACKAGE}.util").is_hop_by_hop("Connection")
    assert sys.modules[PACKAGE].util is sys.modules[f"{PACKAGE}.util"]


def test_what_is_there_already_stays(unloaded):
    there = import_module(PACKAGE)
    with left_out(PACKAGE):
        assert import_module(PACKAGE) is there
    assert sys.modules[PACKAGE] is there
