"""How a window is made: from the outside in, in the order in which Tab goes round."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.look import theme
from ui.look.edges import Edge
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
    qapp.installEventFilter(dressings)
    window = OpenWindow(frame)
    qapp.removeEventFilter(dressings)
    yield window, dressings.count
    window.windows.quit()
    qtbot.waitUntil(lambda: not window.windows.open, timeout=20_000)
    frame.deleteLater()


def _round(window):
    """Return what Tab comes to, were all of it shown."""
    one = window.frame.nextInFocusChain()
    while one is not window.frame:
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield one
        one = one.nextInFocusChain()


def test_parts_are_made_where_they_stand_and_tab_comes_to_an_edge_between_its_panes(made):
    """Made apart and put together in the end, each part was dressed six times: a third of the time it took."""
    window, dressings = made
    assert dressings <= 4 * len(window.frame.findChildren(QWidget))
    parts = window.parts
    panes = {parts.queue: "queue", parts.centre: "text", parts.checklist: "checklist", parts.review: "review"}
    order = []
    for one in _round(window):
        own = isinstance(one, Edge) and one.parentWidget() is parts.panes
        name = one.accessibleName() if own else next((panes[p] for p in panes if p.isAncestorOf(one)), "")
        if name and name not in order[-1:]:
            order.append(name)
    assert order == [
        "queue",
        "Edge between the stories and the text",
        "text",
        "Edge between the text and the checklist",
        "checklist",
        "Edge of the review",
        "review",
    ]
