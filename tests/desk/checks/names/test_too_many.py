"""A text that names more than can be weighed in seconds says so, and is never called checked."""

from desk.checking.runner import ReadingCache, run_check
from desk.checks.house import Brief
from desk.checks.names import check_names
from desk.checks.names.check_names import NamesCheck
from desk.text.blocks import Manuscript

TEXT = "\n\n".join(f"Mr Arno {letter}mith spoke on Monday." for letter in "BCDFGHJKLM")


def test_too_many_names_are_unchecked(monkeypatch):
    monkeypatch.setattr(check_names, "MOST_WORDS", 5)
    run = run_check(NamesCheck(), Manuscript.of(TEXT), Brief(), ReadingCache())
    assert "too large to check whole" in run.unchecked
    monkeypatch.undo()
    assert not run_check(NamesCheck(), Manuscript.of(TEXT), Brief(), ReadingCache()).unchecked
