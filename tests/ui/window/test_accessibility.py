"""What a screen reader finds: the tree of each part of the window, and what is said aloud."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desk.checks.check import Edit
from desk.text.spans import Span
from ui.look.roles import tell_roles

_MOST = 60
"""Children of one parent that are looked at: rows of a list are all alike."""


@pytest.fixture(autouse=True)
def _roles():
    tell_roles()


def walk(one, depth=0):
    yield one
    for nth in range(min(one.childCount(), _MOST) if depth < 30 else 0):
        child = one.child(nth)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child, depth + 1)


def faults(widget):
    """Return what a screen reader could only call by its class."""
    found = []
    for one in walk(QAccessible.queryAccessibleInterface(widget)):
        name, role, state = one.text(QAccessible.Text.Name), one.role(), one.state()
        what = one.object()
        told = f"{type(what).__name__} {what.objectName()}" if what is not None else str(role)
        if role == QAccessible.Role.NoRole:
            found.append(f"no role: {told} {name!r}")
        if state.focusable and role == QAccessible.Role.Client and type(what).__module__.startswith("ui."):
            found.append(f"no role but a part of a window: {told} {name!r}")
        if state.focusable and not name.strip():
            found.append(f"no name: {told} {role}")
        if re.search(r"(?<!\S)&\w", name):
            found.append(f"the sign of its key is read aloud: {told} {name!r}")
    return found


def test_every_part_of_the_window_can_be_read(window, qtbot, quiet):
    found = {"the window": faults(window.frame)}
    window.parts.editor.setFocus()
    QTest.keyClick(window.parts.editor.edit, Qt.Key.Key_F8)
    for name in ("find", "replace", "names", "figures", "decisions", "notes", "queue"):
        window.actions[name].trigger()
        quiet(window)
        found[name] = faults(window.frame)
    window.actions["queue"].trigger()
    window.actions["review"].trigger()
    qtbot.waitUntil(lambda: window.verbs.review.active)
    found["review"] = faults(window.frame)
    assert {where: told for where, told in found.items() if told} == {}


def test_what_we_paint_ourselves_says_what_it_is(window):
    gutter = QAccessible.queryAccessibleInterface(window.parts.editor.gutter)
    assert gutter.role() == QAccessible.Role.List
    assert gutter.text(QAccessible.Text.Name) == "Copy map"


@pytest.fixture
def said(monkeypatch):
    """Gather what is announced, as if a screen reader were running."""
    out = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: out.append(event.message()))
    return out


def test_f8_says_the_problem_and_the_cursor_does_not_say_it_again(window, qtbot, said):
    window.parts.editor.setFocus()
    QTest.keyClick(window.parts.editor.edit, Qt.Key.Key_F8)
    finding = window.parts.current_finding.current.finding
    assert len(said) == 1
    assert said[0].startswith("Problem 1 of ")
    assert finding.message in said[0]
    assert finding.quote in said[0]
    with qtbot.waitSignal(window.parts.editor.statusChanged):
        pass
    assert len(said) == 1
    assert finding.message in window.parts.editor.edit.accessibleDescription()


def test_the_cursor_says_the_problem_that_it_comes_to(window, qtbot, said):
    edit = window.parts.editor.edit
    edit.setFocus()
    finding = next(f for f in window.hub.board.open_findings if f.quote == "TK")
    with qtbot.waitSignal(window.parts.editor.statusChanged):
        edit.select(finding.span)
    assert any(finding.message in sentence for sentence in said)


def test_a_line_that_the_cursor_comes_to_says_which_of_its_words_have_problems(window, qtbot, said):
    edit = window.parts.editor.edit
    edit.setFocus()
    finding = next(f for f in window.hub.board.open_findings if f.quote == "TK")
    edit.select(Span(0, 0))
    qtbot.waitUntil(lambda: not edit.accessibleDescription())
    said.clear()
    start = edit.text.rindex("\n", 0, finding.span.start) + 1
    edit.select(Span(start, start))
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    assert "in this line: " in said[0]
    assert "“TK”" in said[0]
    with qtbot.waitSignal(window.parts.editor.statusChanged):
        edit.select(Span(start + 1, start + 1))
    assert len(said) == 1


def test_what_was_done_and_what_went_wrong_is_said(window, said):
    window.parts.hints.say("Saved as version 3.")
    window.parts.notices.tell("kind", "The lines are broken.")
    window.parts.notices.tell_error("trouble", "The disk is full.")
    assert said == ["Saved as version 3.", "Notice: The lines are broken.", "Error: The disk is full."]


def test_each_mark_on_the_screen_is_a_thing_in_the_text_with_its_message(window, qtbot, said):
    edit = window.parts.editor.edit

    def notes():
        tree = walk(QAccessible.queryAccessibleInterface(edit))
        return [one.text(QAccessible.Text.Name) for one in tree if one.role() == QAccessible.Role.StaticText]

    edit.viewport().update()
    open_now = {f.message for f in window.hub.board.open_findings}
    qtbot.waitUntil(lambda: set(notes()) == open_now)
    (noted,) = [w for w in edit.viewport().children() if w.accessibleName().startswith("“TK”")]
    assert edit.place_at(noted.geometry().center()) in range(edit.text.index("TK"), edit.text.index("TK") + 3)
    assert edit.viewport().childAt(noted.geometry().center()) is None, "the mouse does not meet it"
    edit.make([Edit(Span(edit.text.index("TK"), edit.text.index("TK") + 2), "So")])
    qtbot.waitUntil(lambda: not any("“TK”" in name for name in notes()))


def test_labels_of_the_status_line_carry_their_value(window, qtbot):
    def named():
        tree = walk(QAccessible.queryAccessibleInterface(window.frame.statusBar()))
        return [one.text(QAccessible.Text.Name) for one in tree]

    qtbot.waitUntil(lambda: any("words" in name and any(c.isdigit() for c in name) for name in named()))
    assert "Grammar is not checked" in named()
