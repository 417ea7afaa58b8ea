"""Patterns that are compiled when they are first matched."""

import gc
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import desk
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
    for module in pkgutil.walk_packages(desk.__path__, "desk."):
        if not (module.name.endswith("__main__") or ".migrations." in module.name):  # those run where they are imported
            import_module(module.name)
    gc.unfreeze()  # what was imported while tests were collected is told by nobody else
    made = [one for one in gc.get_objects() if isinstance(one, _KIND)]
    gc.freeze()
    assert len(made) >= _written()
    for one in made:
        re.compile(one.pattern, one._flags)


_KIND = type(matcher(""))


def _written() -> int:
    """Return how many calls of `matcher` stand in the product."""
    files = Path(desk.__file__).parent.rglob("*.py")
    return sum(len(re.findall(r"(?<!def )\bmatcher\(", path.read_text("utf-8"))) for path in files)
