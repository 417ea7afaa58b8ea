"""What is connected to a signal is a method or a signal: a lambda, a partial or an inner function outlives its widget.

Qt lets go of a method when its object dies; what merely holds an object keeps it alive, or calls it when it is dead.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from tests.architecture.nodes import nodes, written

Tree = Mapping[str, ast.Module]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def inner_functions(code: ast.Module) -> set[str]:
    """Return the names of all functions that stand inside another one."""
    return {
        inner.name
        for outer in nodes(code, *FUNCTIONS)
        for inner in ast.walk(outer)
        if isinstance(inner, FUNCTIONS) and inner is not outer
    }


def connected(code: ast.Module) -> Iterator[ast.expr]:
    """Yield whatever is connected to a signal, or called by a timer once."""
    for node in nodes(code, ast.Call):
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr in ("connect", "singleShot"):
            yield from node.args


def loose(tree: Tree) -> list[str]:
    """Return every slot that is no method of an object, in words."""
    found = []
    for module, code in tree.items():
        if module.startswith("ui"):
            inner = inner_functions(code)
            for slot in connected(code):
                names = {node.id for node in ast.walk(slot) if isinstance(node, ast.Name)}
                if any(isinstance(node, ast.Lambda) for node in ast.walk(slot)) or names & {*inner, "partial"}:
                    found.append(f"{module}:{slot.lineno} connects {written(slot)}")
    return found


def test_methods_alone_are_connected_to_signals(tree):
    assert loose(tree) == []


@pytest.mark.parametrize(
    "source",
    [
        "box.clicked.connect(lambda: act())",
        "box.clicked.connect(\n    lambda _checked=False: act(\n        1\n    )\n)",
        "from functools import partial\nbox.clicked.connect(partial(act, 1))",
        "def make(box):\n    def act():\n        pass\n    box.clicked.connect(act)",
        "QTimer.singleShot(0, lambda: act())",
    ],
)
def test_a_loose_slot_is_seen(planted, source):
    assert [line for line in loose(planted("ui.queue.panel", source)) if line.startswith("ui.queue.panel:")]
