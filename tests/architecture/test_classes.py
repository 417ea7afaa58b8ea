"""No class of ours is deeper than two levels below Qt's or Python's own, and no object is finished from outside."""

import ast
from collections.abc import Mapping

import pytest

from tests.architecture.nodes import nodes, written

Tree = Mapping[str, ast.Module]
DEEPEST = 2
Named = tuple[str, str]
"""A module and the name of a class in it."""


def classes(tree: Tree) -> dict[Named, list[Named]]:
    """Return every class of ours with those of its bases that may be ours."""
    found: dict[Named, list[Named]] = {}
    for module, code in tree.items():
        come_from = {
            alias.asname or alias.name: (str(node.module), alias.name)
            for node in nodes(code, ast.ImportFrom)
            for alias in node.names
        }
        for node in nodes(code, ast.ClassDef):
            names = [written(base).partition("[")[0] for base in node.bases]
            found[module, node.name] = [come_from.get(name, (module, name)) for name in names]
    return found


def chain(one: Named, bases: Mapping[Named, list[Named]]) -> list[str]:
    """Return the longest chain of our classes from one down, itself first."""
    below = [chain(base, bases) for base in bases[one] if base in bases]
    return [one[1], *max(below, key=len, default=[])]


def too_deep(tree: Tree) -> list[str]:
    bases = classes(tree)
    chains = [chain(one, bases) for one in bases]
    return [" <- ".join(reversed(names)) for names in chains if len(names) > DEEPEST]


def test_no_class_is_deeper_than_two_levels(tree):
    assert too_deep(tree) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ui.review.reading", "class Deeper(TextEdit): ..."),
        ("desk.review.gate", "class A(Exception): ...\nclass B(A): ...\nclass C(B): ..."),
    ],
)
def test_a_class_too_deep_is_seen(planted, module, source):
    assert too_deep(planted(module, source))


QTS_OWN = {
    ("ui.window.app", "sys.excepthook"),
    ("ui.queue.story_list", "option.font"),
    ("ui.look.drop_down", "option.currentText"),
    ("ui.review.changes", "one.start"),
    ("ui.review.changes", "one.length"),
    ("ui.review.changes", "one.format"),
}
"""What Python and Qt hand over to be filled."""


def finished_from_outside(tree: Tree) -> list[str]:
    """Return every attribute of the window that is set on an object of another file, in words.

    A file may fill the plain values that it makes itself: their class stands in it, and has the attribute.
    """
    found = []
    for module, code in tree.items():
        if module.startswith("ui"):
            values = [node for node in code.body if isinstance(node, ast.ClassDef) and node.decorator_list]
            fields = {
                line.target.id
                for node in values
                for line in node.body
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
            }
            for node in nodes(code, ast.Attribute):
                if isinstance(node.ctx, ast.Store):
                    mine = isinstance(node.value, ast.Name) and node.value.id == "self"
                    if not mine and node.attr not in fields and (module, written(node)) not in QTS_OWN:
                        found.append(f"{module}:{node.lineno} sets {written(node)}")
    return found


def test_no_object_is_finished_from_outside(tree):
    assert finished_from_outside(tree) == []


@pytest.mark.parametrize("source", ["frame.hub = None", "def late(self):\n    self._panel.tell_rule = print"])
def test_an_object_that_is_finished_from_outside_is_seen(planted, source):
    assert finished_from_outside(planted("ui.window.assembly", source))


def kept_beside_slots(tree: Tree) -> list[str]:
    """Return every property, in words, that a value with slots would keep beside its fields: it fails when asked."""
    return [
        f"{module}:{line.lineno} has no room for {line.name}"
        for module, code in tree.items()
        for kind in nodes(code, ast.ClassDef)
        if any("slots=True" in written(one) for one in kind.decorator_list)
        for line in kind.body
        if isinstance(line, ast.FunctionDef) and any(written(one) == "cached_property" for one in line.decorator_list)
    ]


def test_values_with_slots_keep_nothing_beside_their_fields(tree):
    assert kept_beside_slots(tree) == []


def test_a_property_kept_beside_slots_is_seen(planted):
    source = "@dataclass(slots=True)\nclass Seen:\n    at: int\n\n    @cached_property\n    def name(self): ..."
    assert kept_beside_slots(planted("desk.review.gate", source))
