"""Patterns that are compiled when they are first matched."""

import pkgutil
import re
from importlib import import_module
from typing import Any

import pytest

import desk.checks
import desk.text
from desk.text.matcher import matcher


def test_a_pattern_is_compiled_when_it_is_first_matched(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    monkeypatch.setattr(re, "compile", lambda pattern, flags: compiled.append(pattern) or _compile(pattern, flags))
    word = matcher(r"\bword\b", re.IGNORECASE)
    assert word.pattern == r"\bword\b"
    assert compiled == []
    assert word.search("a Word") is not None
    assert [one.span() for one in word.finditer("word, words, WORD")] == [(0, 4), (13, 17)]
    assert word.sub("-", "word, words") == "-, words"
    assert compiled == [r"\bword\b"]


_compile = re.compile


def test_it_tells_of_itself_what_a_compiled_one_does() -> None:
    named, compiled = matcher(r"(?P<a>x)|y", re.IGNORECASE), re.compile(r"(?P<a>x)|y", re.IGNORECASE)
    assert (named.flags, named.groups, dict(named.groupindex)) == (compiled.flags, compiled.groups, {"a": 1})


def test_a_wrong_pattern_is_told_when_it_is_matched() -> None:
    wrong = matcher("(")
    with pytest.raises(re.error):
        wrong.search("text")


def test_every_pattern_of_the_product_can_be_compiled() -> None:
    found = 0
    for package in (desk.text, desk.checks):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for one in vars(import_module(module.name)).values():
                if isinstance(one, _KIND):
                    found += 1
                    assert isinstance(_flags(one), int)
    assert found > 300


_KIND = type(matcher(""))


def _flags(one: Any) -> int:
    return int(one.flags)
