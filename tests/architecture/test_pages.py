"""The pages say what is so: folders on the map, paths that are there, invariants with their tests."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.nodes import nodes

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/architecture.md", "docs/glossary.md", "docs/guide.md")
MAP = "docs/architecture.md"
ANY = re.compile(r"`([A-Za-z0-9_.]+(?:/[A-Za-z0-9_.]*)+)(?:::\w+)?`")
"""A path in code type: names with at least one slash."""
TOPS = ("desk", "ui", "resources", "tests", "docs", ".ci")


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def missing_paths(text: str) -> list[str]:
    """Return every path named in a page that is not there."""
    named = {path for path in ANY.findall(text) if path.split("/")[0] in TOPS}
    return sorted(path for path in named if not (ROOT / path).exists())


def folders() -> list[str]:
    """Return every folder with files of ours below the three rooms."""
    tracked = [p for top in ("desk", "ui", "resources") for p in (ROOT / top).rglob("*") if p.is_file()]
    found = {path.parent.relative_to(ROOT).as_posix() for path in tracked if "__pycache__" not in path.parts}
    return sorted(found - {"desk", "ui", "resources"})


def off_the_map(text: str) -> list[str]:
    return [folder for folder in folders() if f"`{folder}/`" not in text]


def invariants(text: str) -> list[tuple[str, str]]:
    """Return each line that begins with **Invariant:** with the test that it names, empty where it names none."""
    lines = re.findall(r"^(?:- )?\*\*Invariant:\*\* (.*(?:\n  .*)*)", text, re.MULTILINE)
    return [(line, next(iter(re.findall(r"`(tests/[\w/]+\.py(?:::\w+)?)`", line)), "")) for line in lines]


def broken_invariants(text: str) -> list[str]:
    out = []
    for line, test in invariants(text):
        path, _, function = test.partition("::")
        if not test or not (ROOT / path).is_file() or f"def {function}" not in text_of(path):
            out.append(line)
    return out


def doubled_words(glossary: str) -> list[str]:
    """Return every word that has two lines of the glossary."""
    words = [word.strip() for word in re.findall(r"^\| ([^|]+) \|", glossary, re.MULTILINE) if word != "word"]
    return sorted({word for word in words if words.count(word) > 1})


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_a_page_names_is_there(page):
    assert missing_paths(text_of(page)) == []


def test_a_path_that_is_gone_is_seen():
    assert missing_paths("see `desk/rooms/base.py` and `desk/text/`") == ["desk/rooms/base.py"]


def test_every_folder_stands_on_the_map():
    assert off_the_map(text_of(MAP)) == []


def test_a_folder_left_out_is_seen():
    assert "desk/store/queue" in off_the_map(text_of(MAP).replace("`desk/store/queue/`", ""))


def test_every_invariant_names_the_test_that_holds_it():
    assert len(invariants(text_of(MAP))) >= 10
    assert broken_invariants(text_of(MAP)) == []


def test_an_invariant_without_its_test_is_seen():
    assert broken_invariants("- **Invariant:** the core knows no Qt (`tests/architecture/test_gone.py`).\n")
    assert broken_invariants("- **Invariant:** nothing is lost.\n")


ONE_SEX = re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)


def told_in_code(code: ast.Module) -> list[str]:
    """Return the texts that stand by themselves: docstrings, and what is said of a field or a constant."""
    statements = [node.value for node in nodes(code, ast.Expr)]
    return [one.value for one in statements if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def named_by_one_sex(texts: list[str]) -> list[str]:
    return [text for text in texts if ONE_SEX.search(text)]


def test_whoever_works_is_they(tree):
    assert named_by_one_sex([text for code in tree.values() for text in told_in_code(code)]) == []
    assert named_by_one_sex([line for page in PAGES for line in text_of(page).splitlines()]) == []


def test_a_person_who_is_named_by_one_sex_is_seen():
    assert named_by_one_sex(told_in_code(ast.parse('class Person:\n    """Somebody and what he may do."""\n')))
    assert not named_by_one_sex(told_in_code(ast.parse("SAID = 'He said'\n")))


def test_every_word_of_the_glossary_has_one_meaning():
    assert doubled_words(text_of("docs/glossary.md")) == []


def test_a_word_with_two_meanings_is_seen():
    assert doubled_words("| word | meaning |\n|---|---|\n| loan | a |\n| pack | b |\n| loan | c |\n") == ["loan"]
