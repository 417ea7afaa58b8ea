"""The code as the guards read it: every module of `desk/` and `ui/`, parsed once, and a way to plant a violation."""

import ast
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Tree = Mapping[str, ast.Module]
"""Module name (a package by its own name) -> what stands in its file."""


def name_of(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@lru_cache(maxsize=1)
def parsed() -> Tree:
    files = [path for top in ("desk", "ui") for path in sorted((ROOT / top).rglob("*.py"))]
    return {name_of(path, ROOT): ast.parse(path.read_text("utf-8")) for path in files}


@pytest.fixture(scope="session")
def tree() -> Tree:
    """The code as it stands."""
    return parsed()


@pytest.fixture(scope="session")
def planted() -> Callable[[str, str], Tree]:
    """A way to add `source` at the end of `module`, which is made where there is none: a violation to be seen."""

    def plant(module: str, source: str) -> Tree:
        code = parsed()
        before = code[module].body if module in code else []
        return {**code, module: ast.Module([*before, *ast.parse(source).body], [])}

    return plant
