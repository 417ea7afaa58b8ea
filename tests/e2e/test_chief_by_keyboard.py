"""From a file to a sealed approval by keyboard alone, by two people at one window, and back: everything real."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desk.review.people import Role
from desk.review.states import State
from desk.session import Session
from ui.__main__ import make_session
from ui.dialogs.asked import AskedDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.needs_you import NeedsYouDialog
from ui.people.switch import SwitchDialog
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
DRAFT = "Ferry back in service\n\nBy Ada Holm\n\nThe ferry is back in service, the port authority said on Friday.\n"


@pytest.fixture
def window(qtbot, tmp_path):
    """A window of a desk of two, with a draft open that was checked."""
    session = Session()
    session.examiner.change_settings({"manual_items": ["Facts checked"]})
    desk = session.open_store()
    desk.people.set_up_alone("Rosa Ekstrand")
    desk.people.add("Ines Duarte", "ID", {"*": [Role.EDITOR, Role.CHIEF]})
    desk.close()
    (tmp_path / "ferry.txt").write_text(DRAFT, "utf-8")
    made = OpenWindow(Frame())
    made.frame.resize(1280, 720)
    with qtbot.waitExposed(made.frame):
        made.frame.show()
    made.start(partial(make_session, ""), [tmp_path / "ferry.txt"])
    qtbot.waitUntil(lambda: made.hub.story is not None, timeout=30_000)
    quiet(made, qtbot)
    yield made
    made.frame.close()
    qtbot.waitUntil(lambda: made.frame.is_left, timeout=30_000)
    made.frame.deleteLater()


def quiet(window, qtbot):
    qtbot.waitUntil(lambda: not window.parts.checker.busy and not window.lanes.busy(), timeout=60_000)


def key(pressed, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), pressed, modifiers)


def back_at(window, qtbot, widget=None):
    """Have the window active again: offscreen nobody does that after a dialog."""
    window.frame.activateWindow()
    if widget is not None:
        widget.setFocus()
    qtbot.waitUntil(
        lambda: QApplication.focusWidget() is not None and QApplication.focusWidget().window() is window.frame
    )


def opened(qtbot, kind):
    def found():
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=20_000)
    dialog = found()[0]
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and QApplication.focusWidget().window() is dialog)
    return dialog


def tab_to(widget):
    for _ in range(60):
        if QApplication.focusWidget() is widget:
            return
        key(Qt.Key.Key_Tab)
    raise AssertionError("Tab went round without coming there")


def shown(window):
    page = window.parts.review.get().page
    return window.hub.story if page is None else page.story


def move_on(window, qtbot, leads_to):
    """Take the first move; give a reason wherever one is asked for."""
    dialog = opened(qtbot, MoveDialog)
    for line in dialog.blockers.reasons.values():
        tab_to(line)
        QTest.keyClicks(line, "read it myself")
    assert dialog.go.isEnabled(), dialog.go.toolTip()
    key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: shown(window).state == leads_to, timeout=30_000)
    quiet(window, qtbot)
    back_at(window, qtbot)


def work_as(window, qtbot, initials, name):
    key(Qt.Key.Key_U, CTRL | SHIFT)
    asked = opened(qtbot, SwitchDialog)
    QTest.keyClicks(asked.initials, initials)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.hub.desk.people.working.name == name)
    quiet(window, qtbot)


def approve_in_vain(window, qtbot):
    """Want to approve for the first time: a key is made, and waits for an administrator."""
    dialog = opened(qtbot, MoveDialog)
    for line in dialog.blockers.reasons.values():
        tab_to(line)
        QTest.keyClicks(line, "read it myself")
    key(Qt.Key.Key_Return, CTRL)
    quiet(window, qtbot)
    told = [one.text() for one in window.frame.findChildren(QLabel) if one.isVisible()]
    assert any("of Ines Duarte does not count yet: tell this number to Rosa Ekstrand" in words for words in told)


def let_the_key_count(window, qtbot):
    """Confirm the key as the desk's administrator, who has asked its owner for the number."""
    back_at(window, qtbot)
    work_as(window, qtbot, "re", "Rosa Ekstrand")
    back_at(window, qtbot)
    key(Qt.Key.Key_F1)
    QTest.keyClicks(opened(qtbot, KeysDialog).filter, "needs a person")
    key(Qt.Key.Key_Return)
    opened(qtbot, NeedsYouDialog)
    key(Qt.Key.Key_Return)
    opened(qtbot, AskedDialog)
    key(Qt.Key.Key_1)
    key(Qt.Key.Key_Return)
    quiet(window, qtbot)
    back_at(window, qtbot)


def test_from_a_file_to_a_sealed_approval_and_back(window, qtbot):
    panel, editor = window.parts.checklist, window.parts.editor
    back_at(window, qtbot, panel.tree)
    panel.tree.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1, 0))
    key(Qt.Key.Key_Space)
    quiet(window, qtbot)
    for state in (State.COPY_DESK, State.SECOND_READ):
        back_at(window, qtbot, editor)
        key(Qt.Key.Key_M, CTRL)
        move_on(window, qtbot, state)

    work_as(window, qtbot, "id", "Ines Duarte")
    back_at(window, qtbot, editor)
    key(Qt.Key.Key_M, CTRL)
    move_on(window, qtbot, State.CHIEF)
    key(Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: window.hub.story is None)

    key(Qt.Key.Key_0, ALT)
    qtbot.waitUntil(lambda: window.parts.queue.wide and window.parts.queue.model.rowCount() == 1)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.queue.list)
    quiet_lanes(window, qtbot)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.parts.review.get().page is not None, timeout=20_000)
    key(Qt.Key.Key_A)
    approve_in_vain(window, qtbot)
    let_the_key_count(window, qtbot)
    work_as(window, qtbot, "id", "Ines Duarte")
    back_at(window, qtbot)
    key(Qt.Key.Key_A)
    move_on(window, qtbot, State.APPROVED)
    assert window.parts.review.get().page.story.seal.stands
    assert window.parts.review.get().page.story.seal.who == "Ines Duarte"

    key(Qt.Key.Key_E)
    qtbot.waitUntil(lambda: window.hub.story is not None, timeout=20_000)
    quiet(window, qtbot)
    back_at(window, qtbot, editor)
    key(Qt.Key.Key_X)
    key(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.hub.story.state == State.CHIEF, timeout=20_000)
    quiet(window, qtbot)
    assert not window.hub.story.seal.stands
    key(Qt.Key.Key_Z, CTRL)
    key(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.hub.story.state == State.APPROVED, timeout=20_000)
    quiet(window, qtbot)
    assert window.hub.story.seal.stands
    assert editor.text() == DRAFT


def quiet_lanes(window, qtbot):
    qtbot.waitUntil(lambda: not window.lanes.busy(), timeout=30_000)
