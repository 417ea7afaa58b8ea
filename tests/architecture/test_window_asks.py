"""The window never decides: it names no state, move or role of the desk, and reads no meaning out of a sentence."""

import ast

import pytest

from tests.architecture.nodes import nodes

NAMES = {"State", "Action", "Role", "Done", "MOVES", "TABLE"}
"""What a desk may change, or who may do what: the core hands out values that say it."""
SENTENCES = {"said", "left", "sentence", "trouble", "why_not", "why_void", "reason"}
"""Attributes that hold sentences for the user."""
ASKING = {"startswith", "endswith", "find", "index", "count", "partition", "removeprefix", "removesuffix"}


def is_sentence(node: ast.expr) -> bool:
    """Return whether this is what a value or an error says to the user."""
    if isinstance(node, ast.Attribute):
        return node.attr in SENTENCES
    is_text = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str"
    return is_text and any(isinstance(a, ast.Name) and a.id in ("error", "e", "fault") for a in node.args)


def is_words(node: ast.expr) -> bool:
    """Return whether this is a text written into the code, a longer one than none."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def decided(module: str, code: ast.Module) -> list[str]:
    """Return where a file of the window decides what the core should be asked."""
    if not module.startswith("ui."):
        return []
    found = []
    for node in nodes(code, ast.ImportFrom, ast.Attribute, ast.Compare, ast.Call):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("desk"):
            found += [f"{module}:{node.lineno} imports {a.name}" for a in node.names if a.name in NAMES]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr in NAMES:
            found.append(f"{module}:{node.lineno} {node.value.attr}.{node.attr}")
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(map(is_sentence, sides)) and any(map(is_words, sides)):
                found.append(f"{module}:{node.lineno} compares words")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING:
            reads = is_sentence(node.func.value) and any(map(is_words, node.args))
            found += [f"{module}:{node.lineno} looks for words"] if reads else []
    return found


def test_the_window_asks_the_core(tree):
    assert [line for module, code in tree.items() for line in decided(module, code)] == []


@pytest.mark.parametrize(
    "source",
    [
        "from desk.review.states import State\nDONE = {State.APPROVED}",
        "from desk.review.people import Role as R\nCHIEF = R.CHIEF",
        "from desk.review import states\nAPPROVE = states.Action.APPROVE",
        'def told(changes):\n    return "Not approved" in changes.said',
        'def told(changes):\n    return changes.said == "Saved."',
        'def told(error):\n    return "locked" in str(error)',
        'def told(obstacle):\n    return obstacle.sentence.startswith("You cannot")',
    ],
)
def test_a_window_that_decides_is_seen(planted, source):
    tree = planted("ui.queue.words", source)
    assert decided("ui.queue.words", tree["ui.queue.words"])
    assert decided("desk.services.queue", tree["ui.queue.words"]) == []
