"""Windows and dialogs are within the screen, their frame included."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QMainWindow, QWidget

from ui.look.dialog_frame import Dialog
from ui.look.on_screen import fitted, keep_on_screen, room_for
from ui.look.widgets import label


def frame_on_screen(window):
    return room_for(window).contains(window.frameGeometry())


@pytest.mark.parametrize("size", [(200, 100), (5000, 4000)])
@pytest.mark.parametrize("place", [(-300, -200), (0, 0), (10_000, 10_000)])
def test_a_window_is_brought_back_whole(qtbot, size, place):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(*size)
    window.move(*place)
    with qtbot.waitExposed(window):
        window.show()
    keep_on_screen(window)
    assert frame_on_screen(window)


def test_room_for_the_frame_is_left_before_there_is_one(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    room = room_for(window)
    assert fitted(window, QSize(9999, 9999)).height() <= room.height() - 20
    assert fitted(window, QSize(300, 200)) == QSize(300, 200)


class BeingShown(QWidget):
    """A window as it is while it is being shown under X11: nobody has put a frame around it yet."""

    def frameGeometry(self):  # noqa: N802  # the toolkit's name
        return self.geometry()

    def isVisible(self):  # noqa: N802  # the toolkit's name
        return True


def test_room_for_the_frame_is_left_while_a_window_is_being_shown(qtbot):
    window = BeingShown()
    qtbot.addWidget(window)
    assert fitted(window, QSize(9999, 9999)).height() <= room_for(window).height() - 20


def test_a_dialog_higher_than_the_screen_scrolls_and_keeps_its_buttons(qtbot):
    dialog = Dialog("Much to say", None, 5000)
    qtbot.addWidget(dialog)
    for nth in range(200):
        dialog.say(f"Sentence {nth} of many.")
    close = dialog.answer("Close", dialog.accept, primary=True)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert frame_on_screen(dialog)
    assert dialog.rect().contains(close.geometry())


def test_a_dialog_is_as_high_as_its_words(qtbot):
    dialog = Dialog("Little to say", None, 300)
    qtbot.addWidget(dialog)
    dialog.say("A sentence that is long enough to be broken into several lines in so narrow a dialog as this one is.")
    dialog.body.addWidget(QListWidget())
    dialog.answer("Close", dialog.accept, primary=True)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.body.parentWidget().height() <= dialog.body.parentWidget().parentWidget().height(), "nothing scrolls"


def test_a_dialog_grows_with_what_is_said_in_it_later(qtbot):
    dialog = Dialog("Little to say", None, 300)
    qtbot.addWidget(dialog)
    late = label("", wrap=True)
    dialog.body.addWidget(late)
    dialog.answer("Close", dialog.accept, primary=True)
    with qtbot.waitExposed(dialog):
        dialog.show()
    page, before = late.parentWidget(), dialog.height()
    late.setText("\n".join(["Said later."] * 12))
    qtbot.waitUntil(lambda: dialog.height() > before and page.height() <= page.parentWidget().height())
    grown = dialog.height()
    late.setText("Said later. " * 900)
    qtbot.waitUntil(lambda: dialog.height() > grown)
    assert frame_on_screen(dialog)
