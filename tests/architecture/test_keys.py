"""A key has its name in the table of actions alone; texts ask for it by what it does."""

import ast
import re

import pytest

from tests.architecture.nodes import nodes

ROOM = "ui.actions"
NAMED = re.compile(
    r"(?:Ctrl|Alt|Shift|Meta|Cmd)\s*\+"
    r"|\b(?:F[1-9]|F1[0-2]|Esc|Escape|Backspace|Pg ?Up|Pg ?Dn|Pg ?Down|Page ?Up|Page ?Down)\b"
    r"|\([A-Z]\)"
    r"|\b(?:[Pp]ress|[Hh]it) (?:Return|Enter|Space)\b"
)
"""How a key is written in words; a letter by itself only counts in brackets, as on a button."""

ASKING = {
    "key_of",
    "name_of",
    "tip_of",
    "with_key",
    "spec_of",
    "is_key",
    "found_action",
    "give_tip",
    "numbered_shortcuts",
}
"""What takes the id of an action, each as its first text."""


def docstrings(code: ast.Module) -> set[ast.expr]:
    """Return what is written for readers of the code."""
    bodies = [n.body for n in nodes(code, ast.Module, ast.ClassDef, ast.FunctionDef)]
    first = {body[0].value for body in bodies if body and isinstance(body[0], ast.Expr)}
    return first | {n.value for body in bodies for n in body if isinstance(n, ast.Expr)}


def keys_named(module: str, code: ast.Module) -> list[str]:
    """Return every key that a file names in a text, reads from an event or makes a shortcut of."""
    if module == ROOM or module.startswith(f"{ROOM}."):
        return []
    told, found = docstrings(code), []
    for node in nodes(code, ast.Constant, ast.Attribute, ast.alias):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told:
            found += [f"{module}:{node.lineno} {name}" for name in NAMED.findall(node.value)]
        elif isinstance(node, ast.Attribute) and (node.attr.startswith("Key_") or node.attr == "StandardKey"):
            found.append(f"{module}:{node.lineno} {node.attr}")
        elif isinstance(node, ast.alias) and node.name in ("QKeySequence", "QShortcut"):
            found.append(f"{module} imports {node.name}")
    return found


def test_no_key_is_named_outside_the_table(tree):
    assert [line for module, code in tree.items() for line in keys_named(module, code)] == []


@pytest.mark.parametrize(
    "source",
    [
        'TIP = "Save (Ctrl+S)"',
        'def tip(n: int) -> str:\n    return f"Alt+{n}"',
        'WORDS = "F8 goes to the next problem."',
        'WORDS = "Approve  (A)"',
        'WORDS = "Esc goes back to the editor."',
        'HELP = "Press Return to go there."',
        "from PySide6.QtGui import QShortcut",
        "from PySide6.QtCore import Qt\nOPENS = Qt.Key.Key_Return",
        "from PySide6 import QtGui\nUNDO = QtGui.QKeySequence.StandardKey.Undo",
    ],
)
def test_a_key_named_elsewhere_is_seen(planted, source):
    for module in ("ui.window.welcome", "desk.services.saving"):
        tree = planted(module, source)
        assert keys_named(module, tree[module])
    assert keys_named("ui.actions.menus", tree["desk.services.saving"]) == []


def test_what_is_asked_for_stands_in_the_table(tree):
    from ui.actions.table import specs

    known = {spec.id for spec in specs()}
    asked = [
        (module, node.lineno, text.value)
        for module, code in tree.items()
        if module.startswith("ui.") and module != ROOM
        for node in nodes(code, ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id in ASKING
        for text in node.args[1 if node.func.id not in ("key_of", "name_of", "tip_of", "spec_of") else 0 :][:1]
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    ]
    assert len(asked) > 30
    assert [one for one in asked if one[2] not in known] == []


def test_every_key_of_a_place_is_answered_to(tree):
    from ui.actions.views import IN_VIEWS

    words = {
        node.value
        for module, code in tree.items()
        if module.startswith("ui.") and not module.startswith(ROOM)
        for node in nodes(code, ast.Constant)
    }
    assert [spec.id for spec in IN_VIEWS if not spec.is_native and spec.id not in words] == []
