"""The arrows of the house plan, read from the code: stdlib <- values <- machinery <- desk/session.py <- ui/."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VALUES = ("desk.errors", "desk.text", "desk.checks.check", "desk.checks.house")
"""Values know nothing but the standard library and one another."""

SEEN_BY_THE_WINDOW = (
    "desk",
    "desk.session",
    "desk.story",
    "desk.review_page",
    "desk.checking.checklist",
    "desk.checking.runner",
    "desk.errors",
    "desk.paths",
    "desk.settings",
    "desk.text",
    "desk.checks.check",
    "desk.checks.house",
    "desk.checks.names.entries",
    "desk.checks.names.mend",
    "desk.services.name_book",
    "desk.services.rescue",
    "desk.services.queue",
    "desk.review",
    "desk.store.records.values",
    "desk.checks.grammar.engine.engine",
)
"""The facade, and the values that it hands out and takes back."""

ABOVE_THE_FACADE = ("desk.cli", "desk.__main__", "desk.session", "desk.commands")

ONLY_IN = {
    "PySide6": ("ui.",),
    "concurrent": ("ui.work.lanes", "desk.checks.grammar."),
    "sqlalchemy": ("desk.store.",),
    "alembic": ("desk.store.",),
    "language_tool_python": ("desk.checks.grammar.engine.client",),
    "markdown_it": ("desk.readers.markdown",),
    "charset_normalizer": ("desk.readers.encoding",),
    "subprocess": ("desk.checks.grammar.",),
    "cryptography": ("desk.review.signing",),
    "keyring": ("desk.keychain",),
}
"""Hard parts have one address each."""

THREADS = {"Thread", "QThread", "QThreadPool", "QRunnable", "ThreadPoolExecutor", "Timer"}
MAY_START_THREADS = ("ui.work.lanes", "desk.checks.grammar.")
"""The window's lanes; and, in the grammar room, parallel downloads and the keeper's own process."""


def modules():
    for top in ("desk", "ui"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imported(path, module):
    """Return every module that a file imports, those under TYPE_CHECKING and inside functions included."""
    tree = ast.parse(path.read_text("utf-8"))
    out = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            out |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            out |= {f"{node.module}.{alias.name}" for alias in node.names}
    return out


def within(name, rooms):
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


ALL = [pytest.param(module, path, id=module) for module, path in modules()]


@pytest.mark.parametrize(("module", "path"), ALL)
def test_imports_run_one_way(module, path):
    names = imported(path, module)
    if module.startswith("desk") and module != "desk.cli":
        assert not {name for name in names if within(name, ("ui",))}, "the core knows no window"
    if within(module, VALUES):
        assert not {n for n in names if within(n, ("desk",)) and not within(n, VALUES)}, "values know only values"
    if module.startswith("desk") and not within(module, ABOVE_THE_FACADE):
        assert not {n for n in names if within(n, ("desk.session", "desk.cli"))}, "nothing below knows the facade"


@pytest.mark.parametrize(("module", "path"), [p for p in ALL if p.values[0].startswith("ui")])
def test_the_window_knows_the_facade_and_its_values_alone(module, path):
    foreign = {
        name
        for name in imported(path, module)
        if within(name, ("desk",))
        and not any(name == room or name.startswith(f"{room}.") for room in SEEN_BY_THE_WINDOW if room != "desk")
        and name not in ("desk.__version__",)
    }
    assert not foreign


@pytest.mark.parametrize(("module", "path"), ALL)
def test_hard_parts_have_one_address(module, path):
    for name in imported(path, module):
        rooms = ONLY_IN.get(name.split(".")[0])
        assert rooms is None or any(f"{module}.".startswith(room) or module == room for room in rooms), name


@pytest.mark.parametrize(("module", "path"), ALL)
def test_threads_start_in_one_place(module, path):
    if any(f"{module}.".startswith(room) for room in MAY_START_THREADS):
        return
    last = {
        name.rsplit(".", 1)[-1]
        for name in imported(path, module)
        if within(name, ("threading", "PySide6", "concurrent"))
    }
    assert not last & THREADS


def test_checking_in_the_terminal_imports_no_qt(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("The mayor spoke on Monday.\n", "utf-8")
    code = (
        "import sys; from desk.cli import run;"
        f"status = run(['check', '--json', '--only', 'names,ads,style,structure', {str(story)!r}]);"
        "loaded = [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'ui'))];"
        "print(status, loaded)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.splitlines()[-1].endswith(" []")


def test_the_window_is_painted_before_the_store_is_imported():
    late = ("sqlalchemy", "alembic", "cryptography", "rapidfuzz")
    code = f"import sys, ui.window.assembly; print([m for m in {late} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.strip() == "[]"
