"""What the main thread reads of the desk is `Hub.facts`, one frozen value; the desk itself is for jobs in a lane."""

import ast
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest

from desk.checks.house import House
from desk.facts import DeskFacts
from desk.review.people import Person
from desk.settings.declared import Settings
from tests.architecture.nodes import nodes, written

Tree = Mapping[str, ast.Module]
LANES_ROOM = "ui.work"
REACHES = {"hub.desk", "hub._box", "hub.session", "lanes.submit"}
"""The ends of expressions that come by the open desk, or by a lane past the hub."""


def reaching(tree: Tree) -> list[str]:
    """Return every place of the window, outside the room of the lanes, that comes by the open desk, in words."""
    return [
        f"{module}:{node.lineno} {written(node)}"
        for module, code in tree.items()
        if module.startswith("ui") and not module.startswith(f"{LANES_ROOM}.")
        for node in nodes(code, ast.Attribute)
        if any(written(node).replace("_hub", "hub").endswith(end) for end in REACHES)
    ]


def test_no_view_comes_by_the_desk(tree):
    assert reaching(tree) == []


@pytest.mark.parametrize(
    "source",
    [
        "def late(self):\n    return self._p.hub.desk.settings.theme",
        "def late(self):\n    desk = self._hub.desk\n    return desk.people",
        "def late(self):\n    self._hub.lanes.submit(Lane.STORE, print)",
    ],
)
def test_a_view_that_comes_by_the_desk_is_seen(planted, source):
    assert [line for line in reaching(planted("ui.queue.panel", source)) if line.startswith("ui.queue.panel:")]


@pytest.mark.parametrize("kind", [DeskFacts, Settings, House, Person])
def test_what_the_main_thread_reads_never_changes(kind):
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen
    assert not [field.name for field in fields(kind) if field.type in (list, dict, set)]
