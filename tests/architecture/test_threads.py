"""Threads are made in one file of the window, in the grammar engine and beside a server's statement, by any name."""

import ast
from collections.abc import Mapping
from functools import cache

import pytest

from tests.architecture.nodes import nodes

Tree = Mapping[str, ast.Module]

NAMES = frozenset(
    {"Thread", "QThread", "QThreadPool", "QRunnable", "ThreadPoolExecutor", "ProcessPoolExecutor", "Timer"}
    | {"moveToThread", "QtConcurrent", "asyncio", "start_new_thread", "run_coroutine_threadsafe", "fork"}
)
MAY = ("ui.work.lanes", "desk.checks.grammar.engine", "desk.store.statement_watch")
"""The window's lanes; in the engine's room, parallel downloads and the daemon's own process; whoever asks beside a
server's statement, which its driver waits for in one call, whether it is still wanted."""


@cache
def named(code: ast.Module) -> frozenset[str]:
    """Return every name that a file uses, imports or reaches for."""
    found: set[str] = set()
    for node in nodes(code, ast.Name, ast.Attribute, ast.alias):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        else:
            found.update(node.name.split("."))
    return frozenset(found)


def threads(tree: Tree) -> list[str]:
    """Return every name of a thread outside the rooms that may have one."""
    return [
        f"{module} names {name}"
        for module, code in tree.items()
        if not any(module == room or module.startswith(f"{room}.") for room in MAY)
        for name in sorted(NAMES & named(code))
    ]


def test_threads_start_in_one_place(tree):
    assert threads(tree) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("ui.queue.panel", "from PySide6 import QtCore\nQtCore.QThreadPool.globalInstance()"),
        ("ui.open_story.checker", "import threading as t\nt.Thread(target=print).start()"),
        ("desk.services.saving", "from concurrent.futures import ThreadPoolExecutor as Pool"),
        ("ui.verbs.story", "import asyncio"),
    ],
)
def test_a_thread_elsewhere_is_seen(planted, module, source):
    assert [line for line in threads(planted(module, source)) if line.startswith(f"{module} ")]
