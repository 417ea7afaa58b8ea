"""How a window is made: from the outside in, in the order in which Tab goes round."""

import gc
from itertools import groupby

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.__main__ import FirstWindow
from ui.look import theme
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow


class _Dressings(QObject):
    """Counts how often anything is dressed by the style sheet."""

    def __init__(self):
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.StyleChange
        return False


@pytest.fixture
def made(qapp, qtbot, closed_at_end):
    """A window on no desk yet, under the style sheet, and how often its parts were dressed."""
    theme.apply(qapp, theme.LIGHT)
    frame, dressings = Frame(), _Dressings()
    frame.show()
    frame.activateWindow()
    qapp.installEventFilter(dressings)
    window = OpenWindow(frame)
    qapp.removeEventFilter(dressings)
    yield window, dressings.count
    window.windows.quit()
    qtbot.waitUntil(lambda: not window.windows.open, timeout=20_000)
    frame.deleteLater()


def _round(window):
    """Return in which pane each thing stands that Tab comes to from the first of the list on, and which edges it is."""
    parts, stands = window.parts, []
    panes = {parts.queue: "queue", parts.centre: "text", parts.checklist: "checklist", parts.review: "review"}
    first = one = parts.queue.search
    first.setFocus()
    while not stands or one is not first:
        stands.append(next((panes[pane] for pane in panes if pane.isAncestorOf(one)), one.accessibleName()))
        QTest.keyClick(one, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not one
        assert len(stands) < 200
        one = QApplication.focusWidget()
    return [stand for stand, _ in groupby(stands)]


def test_pages_that_nobody_sees_yet_are_made_when_they_are_shown(made):
    """A fifth of the widgets, and two fifths of the time it takes to make them."""
    window, _ = made
    checklist, review = window.parts.checklist, window.parts.review
    pages = (checklist.ledger_page, checklist.decision_page, checklist.note_page, review)
    assert [page.made for page in pages] == [None] * 4
    checklist.show_story(there=True)
    for number, page in enumerate(pages[:3], start=1):
        checklist.show_page(number)
        assert page.made is not None
        assert page.made.isVisible()
        assert _round(window)[3:6] == ["Edge between the text and the checklist", "checklist", "queue"]
    assert review.made is None
    review.show()
    assert review.made is not None
    assert review.made.isVisible()
    review.hide()


def test_parts_are_made_where_they_stand_and_tab_comes_to_an_edge_between_its_panes(made):
    """Made apart and put together in the end, each part was dressed six times: a third of the time it took."""
    window, dressings = made
    assert dressings <= 4 * len(window.frame.findChildren(QWidget))
    window.parts.checklist.show_story(there=True)
    assert _round(window) == [
        "queue",
        "Edge between the stories and the text",
        "text",
        "Edge between the text and the checklist",
        "checklist",
        "queue",
    ]


def test_nobody_looks_for_garbage_until_the_desk_is_open(qtbot, closed_at_end):
    """What opens a desk is imported meanwhile: looks through it took a sixth of that time, and held both threads up."""
    before, left = gc.get_threshold(), []
    gc.disable()
    first = FirstWindow("", [])
    first.left.connect(lambda: left.append(True))
    first.frame.show()
    try:
        qtbot.waitUntil(gc.isenabled, timeout=20_000)
        assert first.frame.findChild(OpenWindow).hub.is_ready
    finally:
        gc.enable()
        first.close()
        qtbot.waitUntil(lambda: bool(left), timeout=20_000)
        first.frame.deleteLater()
        gc.unfreeze()
        gc.set_threshold(*before)
