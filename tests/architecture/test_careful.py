"""Files that somebody else may have put there are read in one careful way: no other place opens one to read."""

import ast
from collections.abc import Mapping

import pytest

from tests.architecture.nodes import nodes, written

Tree = Mapping[str, ast.Module]
CAREFUL = "desk.careful"
OWN = {
    "desk.checks.grammar.engine": "its own folders below ours: run files, jars proved by their sums, logs",
    "desk.checks.frequencies": "shipped",
    "desk.checks.grammar.noise_file": "shipped",
    "desk.readers.old_word": "made by the program it has just started, in a folder of its own",
    "desk.store.database.footing": "the header of the database that SQLite has open",
    "desk.store.database.backups": "opened to write",
    "desk.store.database.sqlite": "made as an empty file",
    "desk.keychain": "made to write",
    "desk.cli": "the null device, to write",
    "ui.actions.guide": "a page of the repository, by a developer",
    "ui.look.icons": "shipped",
}
"""Who opens files without it, and why they may."""
FROM_OUTSIDE = frozenset(
    {"desk.checks.grammar.engine.bundle", "desk.checks.grammar.engine.desk_rules", "desk.keychain"}
)
"""Modules of such a room that read what somebody else made, too."""


def careless(tree: Tree) -> list[str]:
    """Return every place that opens a file to read in a way of its own."""
    return [
        f"{module}:{node.lineno}: {written(node.func)}"
        for module, code in tree.items()
        if module != CAREFUL
        for node in nodes(code, ast.Call)
        if _reads(node) and not _may(module, node)
    ]


def _reads(node: ast.Call) -> bool:
    called = written(node.func)
    if called.rsplit(".", 1)[-1] in {"read_text", "read_bytes"}:
        return "." in called  # else one of our own readers
    if called == "os.open" or called == "open":
        return True
    modes = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return called.endswith(".open") and any(set(mode) <= set("rwab+xt") and "r" in mode for mode in modes if mode)


def _may(module: str, node: ast.Call) -> bool:
    if "resources_dir()" in written(node.func):
        return True
    if module in FROM_OUTSIDE and written(node.func) != "os.open":
        return False
    return any(module == room or module.startswith(f"{room}.") for room in OWN)


def test_files_are_read_with_care(tree):
    assert careless(tree) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("desk.settings.reading", "text = path.read_text('utf-8')"),
        ("desk.services.signing_keys", "raw = path.read_bytes()"),
        ("desk.checks.style.rules", "with path.open('rb') as file:\n    pass"),
        ("desk.readers.draft", "file = open(path)"),
        ("desk.checks.grammar.engine.desk_rules", "raw = path.read_bytes()"),
        ("ui.window.app", "raw = Path(name).read_bytes()"),
    ],
)
def test_a_careless_read_is_seen(planted, module, source):
    assert [line for line in careless(planted(module, source)) if line.startswith(f"{module}:")]
