"""What the mouse does to the text, walked like the keys: nothing edits unseen, and each edit is one step to undo."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk.checks.check import Edit
from desk.text.spans import Span
from ui.editor.dragging import dropped
from ui.look.clip_data import own_data
from ui.window.frame import Frame

TEXT = "One two three four.\n\nFive six seven eight.\nNine ten."
Button, Action = Qt.MouseButton, Qt.DropAction


@pytest.fixture
def edit(pane):
    pane.set_text(TEXT)
    return pane.edit


def point_of(edit, at):
    return edit.cursorRect(edit.cursor_at(Span(at, at))).center()


class Drop(QDropEvent):
    """Words dropped at a place; `source` is the widget that they were dragged from."""

    def __init__(self, edit, at, source, action=Action.MoveAction):
        self.data, self._source = own_data(edit.selected.of(edit.text) or "new ", ""), source
        place = QPointF(point_of(edit, at))
        super().__init__(place, action, self.data, Button.LeftButton, Qt.KeyboardModifier.NoModifier)
        self.setDropAction(action)

    def source(self):
        return self._source


@pytest.mark.parametrize(("at", "wanted"), [(12, Span(12, 12)), (5, Span(4, 7))])
def test_the_menu_is_about_what_is_under_the_mouse_or_about_what_is_selected_there(edit, at, wanted):
    edit.select(Span(4, 7))
    place = point_of(edit, at)
    reason = QContextMenuEvent.Reason.Mouse
    QCoreApplication.sendEvent(edit.viewport(), QContextMenuEvent(reason, place, edit.viewport().mapToGlobal(place)))
    assert edit.selected == wanted


@pytest.mark.parametrize(
    "button", [button for button in Button if button.value and button.value & (button.value - 1) == 0]
)
def test_no_click_of_any_button_edits_the_text_unless_something_was_selected_elsewhere(edit, button):
    for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        if button is not Button.RightButton:
            QTest.mouseClick(edit.viewport(), button, held, point_of(edit, 8))
    assert edit.text == TEXT


def test_the_middle_button_puts_in_at_the_mouse_what_was_selected_as_one_step(pane, edit, monkeypatch):
    monkeypatch.setattr(edit, "selected_anywhere", lambda: own_data("zero\n\nhalf ", ""))
    QTest.mouseClick(edit.viewport(), Button.MiddleButton, pos=point_of(edit, 4))
    assert edit.text == f"One zero\n\nhalf {TEXT[4:]}"
    assert edit.viewport().rect().contains(edit.cursorRect().center())
    pane.undo()
    assert edit.text == TEXT
    pane.set_read_only("Another window has it.")
    QTest.mouseClick(edit.viewport(), Button.MiddleButton, pos=point_of(edit, 4))
    assert edit.text == TEXT


@pytest.mark.parametrize(
    ("words", "to", "action", "wanted"),
    [
        (Span(4, 8), 14, Action.MoveAction, "One three two four.\n\nFive six seven eight.\nNine ten."),
        (Span(8, 14), 4, Action.MoveAction, "One three two four.\n\nFive six seven eight.\nNine ten."),
        (Span(4, 8), 14, Action.CopyAction, "One two three two four.\n\nFive six seven eight.\nNine ten."),
        (Span(4, 8), 6, Action.MoveAction, TEXT),
        (Span(21, 43), 0, Action.MoveAction, "Five six seven eight.\nOne two three four.\n\nNine ten."),
    ],
)
def test_words_dragged_within_the_text_are_one_step(pane, edit, words, to, action, wanted):
    edit.select(words)
    moved = words.of(TEXT)
    edit.dropEvent(Drop(edit, to, edit.viewport(), action))
    assert edit.text == wanted
    assert edit.selected.of(edit.text) == moved
    pane.undo()
    assert edit.text == TEXT
    pane.redo()
    assert edit.text == wanted


def test_words_from_elsewhere_are_put_in_as_one_step_and_none_into_a_locked_text(pane, edit):
    edit.dropEvent(Drop(edit, 4, None))
    assert edit.text == f"One new {TEXT[4:]}"
    pane.undo()
    assert edit.text == TEXT
    pane.set_read_only("Another window has it.")
    edit.select(Span(4, 8))
    for source in (None, edit.viewport()):
        edit.dropEvent(Drop(edit, 14, source))
        assert edit.text == TEXT


def test_words_that_are_dragged_away_stay_in_the_text(edit, monkeypatch):
    dragged = []
    monkeypatch.setattr(edit._dragging, "drag", lambda: dragged.append(edit.selected.of(edit.text)))
    edit.select(Span(4, 8))
    start, end = QPointF(point_of(edit, 6)), QPointF(point_of(edit, 16))

    def move(kind, place, button, buttons):
        at = edit.viewport().mapToGlobal(place)
        return QMouseEvent(kind, place, at, button, buttons, Qt.KeyboardModifier.NoModifier)

    edit.mousePressEvent(move(QEvent.Type.MouseButtonPress, start, Button.LeftButton, Button.LeftButton))
    for place in (end, end):
        edit.mouseMoveEvent(move(QEvent.Type.MouseMove, place, Button.NoButton, Button.LeftButton))
    assert dragged == ["two "]
    assert edit.text == TEXT


def test_what_stays_where_it_is_is_no_edit():
    assert dropped("abc", Span(0, 1), 1, moved=True) == ()
    assert dropped("abc", Span(0, 1), 3, moved=True) == (Edit(Span(0, 1), ""), Edit(Span(3, 3), "a"))


def test_the_window_makes_no_story_of_its_own_words_and_takes_none_away_from_others(qtbot):
    frame = Frame()
    qtbot.addWidget(frame)
    frame.furnish(QWidget())
    data, told = own_data("words", ""), []
    frame.text_dropped.connect(lambda text, _html: told.append(text))

    class Enter(QDragEnterEvent):
        came_from = None

        def source(self):
            return self.came_from

    possible = Action.CopyAction | Action.MoveAction
    place = (possible, data, Button.LeftButton, Qt.KeyboardModifier.NoModifier)
    for source, taken in ((frame.centralWidget(), False), (None, True)):
        event = Enter(QPoint(9, 9), *place)
        event.came_from = source
        event.setAccepted(False)
        frame.dragEnterEvent(event)
        assert event.isAccepted() is taken
    drop = QDropEvent(QPointF(9, 9), *place)
    frame.dropEvent(drop)
    assert (told, drop.dropAction()) == (["words"], Action.CopyAction)
