"""Long rows of arguments are named, and nobody reaches into another's private parts."""

import ast
from collections.abc import Mapping
from functools import cache

import pytest

from tests.architecture.nodes import nodes, written

Tree = Mapping[str, ast.Module]
MOST = 8
"""Arguments by their place: nobody counts further without a finger on the line."""
PLACES_ALONE = frozenset({"Table", "create_table"})
"""SQLAlchemy's, which take their columns by place."""
OTHERS = frozenset({"os._exit", "etree._Element", "sys._getframe"})
"""Names of other packages that are private by their looks alone."""
TUPLES = frozenset({"_replace", "_asdict", "_make", "_fields"})
"""What named tuples call their own, so that it cannot be a field."""


def long_rows(tree: Tree) -> list[str]:
    """Return every function that takes, and every call that gives, too many arguments by their place."""
    found = []
    for module, code in tree.items():
        for node in nodes(code, ast.FunctionDef, ast.Call):
            if isinstance(node, ast.FunctionDef):
                names = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args) if arg.arg not in ("self", "cls")]
                if len(names) > MOST:
                    found.append(f"{module}: {node.name} takes {len(names)}")
            elif len(node.args) > MOST:
                called = written(node.func)
                if called.rsplit(".", 1)[-1] not in PLACES_ALONE:
                    found.append(f"{module}: {called} is given {len(node.args)}")
    return found


def test_long_rows_of_arguments_are_named(tree):
    assert long_rows(tree) == []


@pytest.mark.parametrize(
    "source",
    [
        "def moved(a, b, c, d, e, f, g, h, i): ...",
        "class Late:\n    def moved(self, a, b, c, d, e, f, g, h, i): ...",
        "print(1, 2, 3, 4, 5, 6, 7, 8, 9)",
    ],
)
def test_a_long_row_is_seen(planted, source):
    assert [
        line for line in long_rows(planted("desk.services.saving", source)) if line.startswith("desk.services.saving")
    ]


def reached_into(tree: Tree) -> list[str]:
    """Return every private part of something else that the core reaches for."""
    return [
        f"{module}: {written(node)}"
        for module, code in tree.items()
        if module.startswith("desk")
        for node in nodes(code, ast.Attribute)
        if _is_private(node.attr) and not _is_own(node, code)
    ]


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in TUPLES


def _is_own(node: ast.Attribute, code: ast.Module) -> bool:
    """Return whether it is one's own part, one of the same class in the same file, or another package's."""
    if not isinstance(node.value, ast.Name):
        return False
    return node.value.id in ("self", "cls") or written(node) in OTHERS or node.attr in _own_parts(code)


@cache
def _own_parts(code: ast.Module) -> frozenset[str]:
    return frozenset(
        node.attr for node in nodes(code, ast.Attribute) if isinstance(node.value, ast.Name) and node.value.id == "self"
    )


def test_private_parts_are_ones_own(tree):
    assert reached_into(tree) == []


@pytest.mark.parametrize(
    "source",
    [
        "def save(desk):\n    return desk._context",
        "class Late:\n    def save(self):\n        return self._saving._context",
    ],
)
def test_a_reach_into_another_is_seen(planted, source):
    seen = reached_into(planted("desk.commands.moves", source))
    assert [line for line in seen if line.startswith("desk.commands.moves")]
