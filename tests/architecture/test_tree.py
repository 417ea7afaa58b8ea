"""Habits of the tree that a reader would otherwise have to watch over."""

import ast
import re
import tomllib
from pathlib import Path

from tests.architecture.nodes import nodes

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(p for top in ("desk", "ui") for p in (ROOT / top).rglob("*.py"))
LONGEST = 400


def test_a_file_is_one_room():
    """A file that grows past 400 lines is usually two."""
    assert {path.name: n for path in CODE if (n := path.read_text("utf-8").count("\n")) > LONGEST} == {}
    assert [path for path in CODE if path.stem in ("utils", "helpers", "misc", "common")] == []


def test_nothing_is_left_to_do_or_imported_unseen(tree):
    assert [path for path in CODE if re.search(r"\b(TODO|FIXME)\b", path.read_text("utf-8"))] == []
    stars = {
        module for module, code in tree.items() for node in nodes(code, ast.ImportFrom) if node.names[0].name == "*"
    }
    assert stars == set()


def class_names(tree):
    """Return every class name of the core that stands in two files."""
    homes: dict[str, set[str]] = {}
    for module, code in tree.items():
        if module.startswith("desk"):
            for node in nodes(code, ast.ClassDef):
                homes.setdefault(node.name, set()).add(module)
    return {name: modules for name, modules in homes.items() if len(modules) > 1}


def test_no_class_name_stands_twice_in_the_core(tree):
    assert class_names(tree) == {}


def test_a_class_name_used_again_is_seen(planted):
    assert "Block" in class_names(planted("desk.review.gate", "class Block: ..."))


def test_resources_hold_data_alone():
    assert not list((ROOT / "resources").rglob("*.py"))


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    reasons = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    names = {re.split(r"[<>=;\[ ]", line)[0] for line in project["dependencies"]}
    assert {name for name in names if f"| {name} |" not in reasons} == set()


def test_the_lock_names_every_dependency_with_hashes_and_no_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for line in project["dependencies"]:
        name = re.split(r"[<>=;\[ ]", line)[0].lower()
        assert re.search(rf"^{re.escape(name)}==.*\\\n    --hash=sha256:", lock, re.MULTILINE), name
    assert "://" not in lock


def test_the_changelog_is_open_for_the_next_change():
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_no_line_of_the_changelog_stands_twice():
    lines = [line for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("- ")]
    assert sorted({line for line in lines if lines.count(line) > 1}) == []


def test_the_changelog_is_one_list_a_release():
    released = (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## ")[1:]
    lines = [line for part in released for line in part.strip().splitlines()[2:]]
    assert [line for line in lines if not line.startswith("- ")] == []
