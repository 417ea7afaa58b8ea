"""Habits of the tree that a reader would otherwise have to watch over."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(p for top in ("desk", "ui") for p in (ROOT / top).rglob("*.py"))
LONGEST = 400


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_one_room(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST, "a file that grows past 400 lines is usually two rooms"
    tree = ast.parse(text)
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.names[0].name == "*"]
    assert not re.search(r"\b(TODO|FIXME)\b", text)
    assert path.stem not in ("utils", "helpers", "misc", "common")


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
