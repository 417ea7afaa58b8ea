"""Text is never taken for markup: labels are plain, and a tool tip is a word of ours or goes through `ui.look.tips`."""

import ast
from collections.abc import Iterator, Mapping

import pytest

from tests.architecture.nodes import nodes, written

Tree = Mapping[str, ast.Module]
TIPS = frozenset({"as_tip", "plain_tip", "tip_of"})
"""Functions whose words are safe: escaped, or of the table of actions alone."""
OURS = frozenset({"spec.help"})
LABELS = "ui.look.widgets"
"""Where labels are made, and told to be plain."""
GUESSING = frozenset({"QMessageBox", "QErrorMessage", "QProgressDialog", "QInputDialog", "QStaticText", "setWhatsThis"})
"""What guesses whether a text is markup; nothing of ours uses it."""
PAGES = frozenset({"ui.dialogs.report", "ui.dialogs.recovery", "ui.look.printing", "ui.look.clip_data"})
"""Who shows or hands out HTML that was made as such, every text in it escaped."""


def guessed(tree: Tree) -> Iterator[str]:
    """Yield every place of the window where a text could be taken for markup."""
    for module, code in tree.items():
        if not module.startswith("ui"):
            continue
        for node in nodes(code, ast.Call, ast.If):
            if isinstance(node, ast.Call):
                yield from (f"{module}:{node.lineno}: {what}" for what in _call(module, node))
            elif "ToolTipRole" in written(node.test):
                yield from (
                    f"{module}:{one.lineno}: a tool tip"
                    for one in node.body
                    if isinstance(one, ast.Return) and not _is_safe(one.value)
                )


def _call(module: str, node: ast.Call) -> Iterator[str]:
    name = written(node.func).rsplit(".", 1)[-1]
    if name == "setToolTip" and not _is_safe(node.args[-1]):
        yield "a tool tip"
    if name == "showText" and not _is_safe(node.args[1]):
        yield "a tool tip"
    if name == "QLabel" and module != LABELS:
        yield "a label of its own"
    if GUESSING & set(written(node.func).split(".")) or (name in {"setHtml", "insertHtml"} and module not in PAGES):
        yield name


def _is_safe(node: ast.expr | None) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_safe(node.body) and _is_safe(node.orelse)
    if isinstance(node, ast.Call):
        return written(node.func) in TIPS
    return isinstance(node, ast.Constant) or (node is not None and written(node) in OURS)


def test_no_text_is_taken_for_markup(tree):
    assert list(guessed(tree)) == []


@pytest.mark.parametrize(
    "source",
    [
        "def show(self, words):\n    self.setToolTip(words)",
        "def show(self, words):\n    self.setToolTip(f'{words}!')",
        "def show(item, words):\n    item.setToolTip(0, words)",
        "def data(role, words):\n    if role == Qt.ItemDataRole.ToolTipRole:\n        return words",
        "def show(words):\n    QToolTip.showText(here, words)",
        "def show(words):\n    return QLabel(words)",
        "def show(words):\n    QMessageBox.warning(None, 'x', words)",
        "def show(page, words):\n    page.setHtml(words)",
    ],
)
def test_a_guess_is_seen(planted, source):
    seen = list(guessed(planted("ui.queue.words", source)))
    assert [line for line in seen if line.startswith("ui.queue.words")]


def printed(tree: Tree) -> list[str]:
    """Return every place that prints to the terminal past the one room where it is made harmless."""
    found = []
    for module, code in tree.items():
        if module in {"desk.commands.say", "desk.checks.grammar.engine.renew_lock"} or not module.startswith("desk"):
            continue
        for node in nodes(code, ast.Call):
            called = written(node.func)
            if called in {"print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write"}:
                found.append(f"{module}:{node.lineno}: {called}")
    return found


def test_what_is_printed_steers_no_terminal(tree):
    assert printed(tree) == []


@pytest.mark.parametrize("source", ["print('x')", "click.echo(name)", "sys.stdout.write(name)"])
def test_a_print_is_seen(planted, source):
    assert [line for line in printed(planted("desk.commands.store", source)) if "desk.commands.store" in line]
